"""A set of rules and how they combine: strictest wins, in no order.

The laws, each held by a property test:

1. Open by default: an attempt that no rule speaks of is open, for the status is a maximum that starts at open.
2. Strictest wins: order, repetition and grouping change nothing, for a maximum is associative, commutative, idempotent.
3. Only narrowing: a rule more never opens anything, for a maximum over more is not less. A rule is lifted only by its
   own end, its own exception, or a new edition of itself.
4. Sufficient reason: the rules in `because` alone give the same answer, for each of them demands that very status.
5. Reversible in time: `known_by(day)` gives the answer as it could have been given, for rules are never changed, only
   added with the day on which they were stated.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import cached_property

import attrs

from urgent_actions.errors import Problem, UnknownRule, did_you_mean, refuse_if
from urgent_actions.rules.advice import Advice
from urgent_actions.rules.attempt import Attempt
from urgent_actions.rules.effect import Status
from urgent_actions.rules.index import Index
from urgent_actions.rules.rule import Rule
from urgent_actions.rules.trace import Trace, trace_rule
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.field_types import wrong_members
from urgent_actions.values.plain_forms import as_tuple

_A_YEAR = 366


def _as_rules(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Each rule once, dated ones first, then by name: the order in which people read them; no other order counts."""
    given = as_tuple(rules)
    refuse_if(wrong_members("rules", given, Rule))
    return tuple(sorted(set(given), key=lambda rule: (rule.during.first is None, rule.id, rule.edition)))


@attrs.frozen
class RuleBook:
    """Rules that are asked together. Books merge with `|`; equal rules are one.

    A rule is changed, ended or excepted by a new edition of it with the same id; all editions are kept, and the last
    one decides. To walk through a book, or to ask its length, is to walk through the rules in force.

    Args:
        rules: all editions of all rules.

    Raises:
        InvalidValue: two different rules have one id and one edition.

    >>> RuleBook() | RuleBook() == RuleBook()
    True
    """

    rules: tuple[Rule, ...] = attrs.field(default=(), converter=_as_rules)

    def __attrs_post_init__(self) -> None:
        refuse_if(_twice(self.rules))

    @cached_property
    def in_force(self) -> tuple[Rule, ...]:
        """The last edition of each rule: those that decide."""
        last = {rule.id: rule for rule in sorted(self.rules, key=lambda rule: rule.edition)}
        return tuple(rule for rule in self.rules if last[rule.id] is rule)

    @cached_property
    def index(self) -> Index:
        """The rules in force by what they ask; made when the first question comes."""
        return Index(self.in_force)

    def advise(self, attempt: Attempt) -> Advice:
        """Decide one attempt (laws 1 to 4)."""
        refuse_wrong(attempt=(attempt, Attempt))
        decision = self.index.decide(attempt)
        if decision.usable:
            return Advice(attempt, decision)
        return Advice(attempt, decision, reopens=self.reopening(attempt), reopens_at=self.reopening_that_day(attempt))

    def status_of(self, attempt: Attempt) -> Status:
        """Only the status, without reasons."""
        return self.index.decide(attempt).status

    def trace(self, attempt: Attempt) -> tuple[Trace, ...]:
        """Say for every rule in force whether it applied and, if not, what kept it out."""
        refuse_wrong(attempt=(attempt, Attempt))
        return tuple(trace_rule(rule, attempt) for rule in self.in_force)

    def known_by(self, day: date) -> "RuleBook":
        """The book as it could have been on a day: the editions stated by then, and those of unknown date (law 5)."""
        refuse_wrong(day=(day, date))
        return RuleBook(rule for rule in self.rules if rule.known_on(day))

    def stale(self, on: date, after: timedelta) -> tuple[Rule, ...]:
        """The rules in force until further notice that nobody has checked for longer than `after` before `on`.

        A rule that was never checked counts from the day it was stated; one with neither date is stale.
        """
        refuse_wrong(on=(on, date), after=(after, timedelta))
        return tuple(rule for rule in self.in_force if _is_stale(rule, on, after))

    def reopening(self, attempt: Attempt) -> date | None:
        """The first later day on which the attempt is not closed, or None; where a rule asks hours, within a year."""
        lasting = self.index.bits_at_any_time(attempt)
        for day in self._days_of_change(attempt):
            left = None if attempt.days_left is None else attempt.days_left - (day - attempt.on).days
            if self.index.decide_bits(lasting & self.index.bits_on(day, left) & self.index.bits_at(day, None)).usable:
                return day
        return None

    def reopening_that_day(self, attempt: Attempt) -> datetime | None:
        """The first later moment of its day at which the attempt is not closed; None where it names no moment."""
        if attempt.at is None:
            return None
        lasting = self.index.bits_at_any_time(attempt) & self.index.bits_on(attempt.on, attempt.days_left)
        for moment in self.index.turns_after(attempt.at):
            if self.index.decide_bits(lasting & self.index.bits_at(attempt.on, moment)).usable:
                return moment
        return None

    def _days_of_change(self, attempt: Attempt) -> list[date]:
        """The later days on which the answer can change, in their order."""
        days = {day for rule in self.in_force for day in (*rule.during.boundaries, *_days_of_leads(rule, attempt))}
        if self.index.asks_hours:
            days |= set(_each_day_after(attempt.on))
        return sorted(day for day in days if day > attempt.on)

    def __or__(self, other: "RuleBook") -> "RuleBook":
        return RuleBook((*self.rules, *other.rules)) if isinstance(other, RuleBook) else NotImplemented

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.in_force)

    def __len__(self) -> int:
        return len(self.in_force)

    def __getitem__(self, rule_id: str) -> Rule:
        for rule in self.in_force:
            if rule.id == rule_id:
                return rule
        ids = [rule.id for rule in self.in_force]
        way_out = did_you_mean(str(rule_id), ids) if ids else ""
        raise UnknownRule(Problem("unknown-rule", f"the book has no rule {rule_id!r}", way_out=way_out))


def _each_day_after(day: date) -> Iterator[date]:
    """The days of the year to come; the pattern of hours in a week or month shows itself well within it."""
    last = min(date.max.toordinal(), day.toordinal() + _A_YEAR)
    return map(date.fromordinal, range(day.toordinal() + 1, last + 1))


def _days_of_leads(rule: Rule, attempt: Attempt) -> Iterator[date]:
    """The days on which the days left enter or leave a lead that the rule asks for."""
    if attempt.days_left is None:
        return
    for lead in (scope.lead for scope in (rule.when, *rule.unless) if scope.lead is not None):
        for left in lead.boundaries:
            wait = attempt.days_left - left
            if 0 < wait <= (date.max - attempt.on).days:
                yield attempt.on + timedelta(days=wait)


def _is_stale(rule: Rule, on: date, after: timedelta) -> bool:
    looked_at = rule.source.checked or rule.source.stated
    in_force = rule.holds_on(on) and rule.during.until_further_notice
    return in_force and (looked_at is None or on - looked_at.latest > after)


def _twice(rules: tuple[Rule, ...]) -> Iterator[Problem]:
    seen: set[tuple[str, int]] = set()
    for rule in rules:
        if (rule.id, rule.edition) in seen:
            what = f"two different rules have the id {rule.id!r}"
            way_out = "give one of them another id, or the next edition"
            yield Problem("duplicate-id", what, where="rules", way_out=way_out)
        seen.add((rule.id, rule.edition))
