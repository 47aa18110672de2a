"""Whether one rule applied to one attempt and, if not, what kept it out."""

import attrs

from urgent_actions.rules.attempt import Attempt
from urgent_actions.rules.facet_words import facets_in_words
from urgent_actions.rules.rule import Rule
from urgent_actions.values.language import Language
from urgent_actions.values.text import Message, Value
from urgent_actions.values.word import Word


class Standing(Word):
    """Where a rule stands towards an attempt."""

    APPLIES = "applies"
    NOT_YET = "not yet"
    OVER = "over"
    ELSEWHERE = "elsewhere"
    EXCEPTED = "excepted"


@attrs.frozen
class Trace:
    """One rule's standing, with the facets that kept it out or the number of the exception that did.

    `facets` are names of fields of Scope; of an exception, `exception` is its place in `rule.unless`, from 0.
    """

    rule: Rule
    standing: Standing
    facets: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    exception: int | None = attrs.field(default=None, kw_only=True)

    @property
    def applies(self) -> bool:
        """Whether the rule had a part in the answer."""
        return self.standing is Standing.APPLIES

    def explain(self, locale: Language | str = "en") -> str:
        """One sentence for the author of the rule."""
        return _sentence(self).say(locale)

    def row(self) -> tuple[str, str, str, str, str]:
        """The rule, its effect, its days, its standing and what kept it out, for a table; with words of rule files."""
        names = ", ".join(_kept_out(self))
        kept_out = names if self.exception is None else f"{_place(self)} ({names})"
        return self.rule.name, str(self.rule.effect), str(self.rule.during), str(self.standing), kept_out


def trace_rule(rule: Rule, attempt: Attempt) -> Trace:
    """Ask one rule about one attempt, and keep the first thing that kept it out: its days, its scope, an exception."""
    if not rule.holds_on(attempt.on):
        early = rule.during.first is not None and attempt.on < rule.during.first.earliest
        return Trace(rule, Standing.NOT_YET if early else Standing.OVER)
    facets = tuple(rule.when.unmet(attempt))
    if facets:
        return Trace(rule, Standing.ELSEWHERE, facets=facets)
    for number, scope in enumerate(rule.unless):
        if attempt in scope:
            return Trace(rule, Standing.EXCEPTED, exception=number)
    return Trace(rule, Standing.APPLIES)


def _sentence(trace: Trace) -> Message:
    rule: dict[str, Value] = {"rule": trace.rule.id}
    match trace.standing:
        case Standing.APPLIES:
            return Message("The rule {rule} applies.", rule)
        case Standing.NOT_YET | Standing.OVER:
            return Message("The rule {rule} holds on other days: {days}.", rule | {"days": trace.rule.during})
        case Standing.ELSEWHERE:
            facets = facets_in_words(trace.facets)
            return Message("The rule {rule} speaks of others: {facets}.", rule | {"facets": facets})
        case Standing.EXCEPTED:
            return Message("The rule {rule} excepts this: {exception}.", rule | {"exception": _exception(trace)})


def _exception(trace: Trace) -> Message:
    """The exception by its place in the rule and by what it asks: `unless[0] (kind of target)`."""
    blanks: dict[str, Value] = {"place": _place(trace), "facets": facets_in_words(_kept_out(trace))}
    return Message("{place} ({facets})", blanks)


def _kept_out(trace: Trace) -> tuple[str, ...]:
    """The facets that kept the rule out, or those that the exception asks for."""
    if trace.exception is None:
        return trace.facets
    return tuple(name for name, _ in trace.rule.unless[trace.exception].asked)


def _place(trace: Trace) -> str:
    return f"unless[{trace.exception}]"
