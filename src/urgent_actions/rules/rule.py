"""One dated, scoped, sourced statement that narrows or annotates what may be done."""

from collections.abc import Iterable
from datetime import date

import attrs

from urgent_actions.errors import Problem, refuse_if
from urgent_actions.rules.attempt import Attempt
from urgent_actions.rules.effect import Effect
from urgent_actions.rules.scope import Scope
from urgent_actions.values.field_types import wrong_members, wrong_types
from urgent_actions.values.plain_forms import as_reason, as_tuple
from urgent_actions.values.source import Source
from urgent_actions.values.text import Reason
from urgent_actions.values.window import ALWAYS, Window


def _as_effect(value: Effect | str) -> Effect:
    return Effect.of(value)


def _as_scopes(value: Scope | Iterable[Scope]) -> tuple[Scope, ...]:
    return (value,) if isinstance(value, Scope) else as_tuple(value)


@attrs.frozen
class Rule:
    """What someone stated about some attempts, in a span of days.

    Args:
        id: its name within a book, such as `UA 82/20: post closed`.
        effect: what it does where it applies.
        when: the attempts that it speaks of.
        unless: the exceptions: an attempt in any of these is not meant.
        during: the days on which it holds; without a last day, until further notice.
        reason: why, for the supporter, in one sentence.
        source: who said it, and when.
        edition: which edition of the rule this is, counted from 1; in a book the highest one of an id is in force.

    Raises:
        InvalidValue: a field is empty or of another type; all of them are named at once.
    """

    id: str
    effect: Effect = attrs.field(converter=_as_effect)
    when: Scope = attrs.field(default=Scope(), kw_only=True)
    unless: tuple[Scope, ...] = attrs.field(default=(), kw_only=True, converter=_as_scopes)
    during: Window = attrs.field(default=ALWAYS, kw_only=True)
    reason: Reason = attrs.field(kw_only=True, converter=as_reason)
    source: Source = attrs.field(kw_only=True)
    edition: int = attrs.field(default=1, kw_only=True)

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems_in(self))

    def applies_to(self, attempt: Attempt) -> bool:
        """Whether it speaks of the attempt, on its day, with no exception."""
        return self.holds_on(attempt.on) and attempt in self.when and not any(attempt in scope for scope in self.unless)

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return day in self.during

    def known_on(self, day: date) -> bool:
        """Whether it could have been known on a day; one whose source names no day always could."""
        return self.source.stated is None or self.source.stated.earliest <= day

    @property
    def name(self) -> str:
        """Its id and, of a later edition, the number."""
        return f"{self.id}, edition {self.edition}" if self.edition > 1 else self.id

    def __str__(self) -> str:
        edition = f", edition {self.edition}" if self.edition > 1 else ""
        return f"{self.id} ({self.effect}, {self.during}{edition})"


def _problems_in(rule: Rule) -> Iterable[Problem]:
    if not isinstance(rule.id, str) or not rule.id.strip() or not rule.id.isprintable():
        yield Problem("bad-rule-id", f"rule id {rule.id!r} is not a line of text", where="id")
    if type(rule.edition) is not int or rule.edition < 1:
        what = f"edition {rule.edition!r} is not a whole number from 1"
        yield Problem("bad-edition", what, where="edition", way_out="count the first edition of a rule as 1")
    yield from wrong_types(rule, {"when": Scope, "during": Window, "source": Source})
    yield from wrong_members("unless", rule.unless, Scope)
    for number, scope in enumerate(rule.unless):
        if isinstance(scope, Scope) and not scope.asked:
            what = "an exception that asks nothing lifts the rule everywhere"
            way_out = "name the attempts that are not meant, or leave the exception out"
            yield Problem("exception-of-everything", what, where=f"unless[{number}]", way_out=way_out)
