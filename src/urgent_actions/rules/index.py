"""The index of a book of rules: by what each rule asks, so that an attempt is decided in a few look-ups.

Every scope, be it what a rule means or what it excepts, is one bit of a whole number. For each facet the index knows,
by value, the scopes that are content with it. What is content with all facets of an attempt is then one `&` for each
facet, however many rules there are.

Law: a rule is found for an attempt just if `rule.applies_to(attempt)`.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import reduce
from operator import and_

from urgent_actions.rules.attempt import Attempt
from urgent_actions.rules.decision import Decision, decide
from urgent_actions.rules.rule import Rule
from urgent_actions.rules.scope import ASKS_ABOUT, Scope
from urgent_actions.values.hours import Hours

MOST_REMEMBERED = 4096
_BEFORE_ALL = -1_000_000  # days; a lead has five digits


class Index:
    """The scopes of some rules, by facet and value, and the rules by their days.

    Args:
        rules: the rules, in the order in which answers name them.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        exceptions = [(number, scope) for number, rule in enumerate(self._rules) for scope in rule.unless]
        self._scopes = (*(rule.when for rule in self._rules), *(scope for _, scope in exceptions))
        self._whose = tuple(1 << number for number, _ in exceptions)
        self._all = (1 << len(self._scopes)) - 1
        self._facets = {facet: _Facet(self._scopes, facet, self._all) for facet in ASKS_ABOUT}
        self._days = _days_of(self._rules, self._all)
        self._leads = _leads_of(self._scopes, self._all)
        self._without_lead = _sum_of(number for number, scope in enumerate(self._scopes) if scope.lead is None)
        self._hours = tuple((hours, self._which(hours)) for hours in {s.hours for s in self._scopes if s.hours})
        self._without_hours = self._which(None)
        self._decided: dict[int, Decision] = {}

    def decide(self, attempt: Attempt) -> Decision:
        """Decide one attempt."""
        bits = self.bits_on(attempt.on, attempt.days_left) & self.bits_at(attempt.on, attempt.at)
        return self.decide_bits(bits & self.bits_at_any_time(attempt))

    def bits_at_any_time(self, attempt: Attempt) -> int:
        """The scopes that are content with all that stays the same on other days."""
        return self.bits_of(*((facet, getattr(attempt, name)) for facet, name in ASKS_ABOUT.items()))

    def bits_of(self, *known: tuple[str, object]) -> int:
        """The scopes that are content with what is known, as pairs of a facet and the value in question."""
        return reduce(and_, (self._facets[facet].bits_of(value) for facet, value in known), self._all)

    def bits_on(self, day: date, days_left: int | None) -> int:
        """The scopes of rules that hold on a day, and that are content with the days left."""
        leads = self._without_lead if days_left is None else self._leads.bits_of(days_left)
        return self._days.bits_of(day.toordinal()) & leads

    def bits_at(self, day: date, moment: datetime | None) -> int:
        """The scopes that are content with the moment or, where only the day is known, with some moment of the day."""
        bits = self._without_hours
        for hours, scopes in self._hours:
            if hours.open_on(day) if moment is None else moment in hours:
                bits |= scopes
        return bits

    def turns_after(self, moment: datetime) -> list[datetime]:
        """The later moments of the same day at which hours that a rule asks for begin or end, in its time zone."""
        around = range(max(moment.toordinal() - 1, 2), min(moment.toordinal() + 2, date.max.toordinal()))
        days = list(map(date.fromordinal, around))  # it may be another day over there
        turns = (turn for hours, _ in self._hours for day in days for turn in hours.turns_on(day))
        here = {turn.astimezone(moment.tzinfo) for turn in turns}
        return sorted(turn for turn in here if turn > moment and turn.date() == moment.date())

    @property
    def asks_hours(self) -> bool:
        """Whether any rule asks for the time of day, or for days of the week."""
        return bool(self._hours)

    def decide_bits(self, bits: int) -> Decision:
        """Decide by the scopes that are content with all that is known."""
        decision = self._decided.get(bits)
        if decision is None:
            if len(self._decided) >= MOST_REMEMBERED:
                self._decided.clear()
            decision = self._decided[bits] = decide(self._applying(bits))
        return decision

    def _applying(self, bits: int) -> Iterator[Rule]:
        excepted = 0
        for whose, bit in zip(self._whose, _binary(bits >> len(self._rules)), strict=False):
            excepted |= whose if bit == "1" else 0
        for rule, bit in zip(self._rules, _binary(bits & ~excepted), strict=False):
            if bit == "1":
                yield rule

    def _which(self, hours: Hours | None) -> int:
        return _sum_of(number for number, scope in enumerate(self._scopes) if scope.hours == hours)


class _Facet:
    """For each value of one facet the scopes that are content with it."""

    def __init__(self, scopes: tuple[Scope, ...], facet: str, everyone: int) -> None:
        asked = {number: values for number, scope in enumerate(scopes) if (values := getattr(scope, facet))}
        self._otherwise = everyone & ~_sum_of(asked)
        self._by_value: dict[object, int] = {}
        for number, values in asked.items():
            for value in values:
                self._by_value[value] = self._by_value.get(value, self._otherwise) | 1 << number

    def bits_of(self, value: object) -> int:
        if not isinstance(value, frozenset):
            return self._by_value.get(value, self._otherwise)
        bits = self._otherwise
        for each in value:
            bits |= self._by_value.get(each, 0)
        return bits


class _Stretches:
    """Whole numbers (of days left, or of the calendar) cut where an answer changes, with the bits of each stretch."""

    def __init__(self, cuts: Iterable[int], content_at: Callable[[int], int]) -> None:
        self._cuts = sorted(set(cuts))
        self._bits = [content_at(point) for point in (_BEFORE_ALL, *self._cuts)]

    def bits_of(self, point: int) -> int:
        return self._bits[bisect_right(self._cuts, point)]


def _days_of(rules: tuple[Rule, ...], everyone: int) -> _Stretches:
    """The scopes by day: those of rules that hold, and all exceptions, which have no days of their own."""

    def content(ordinal: int) -> int:
        day = date.fromordinal(max(ordinal, 1))
        return everyone & ~_sum_of(number for number, rule in enumerate(rules) if not rule.holds_on(day))

    return _Stretches((day.toordinal() for rule in rules for day in rule.during.boundaries), content)


def _leads_of(scopes: tuple[Scope, ...], everyone: int) -> _Stretches:
    """The scopes by the days left."""
    asked = [(number, scope.lead) for number, scope in enumerate(scopes) if scope.lead]

    def content(left: int) -> int:
        return everyone & ~_sum_of(number for number, lead in asked if left not in lead)

    ends = ((lead.least, None if lead.most is None else lead.most + 1) for _, lead in asked)
    return _Stretches((end for pair in ends for end in pair if end is not None), content)


def _sum_of(numbers: Iterable[int]) -> int:
    return sum(1 << number for number in numbers)


def _binary(bits: int) -> str:
    """The bits as digits, the lowest first."""
    return f"{bits:b}"[::-1]
