"""The answer about one channel: its status, the rules that decided it, what else applied, and when it reopens."""

from datetime import date, datetime

import attrs

from urgent_actions.rules.attempt import Attempt
from urgent_actions.rules.decision import Decision
from urgent_actions.rules.effect import Status
from urgent_actions.rules.rule import Rule
from urgent_actions.values.language import Language
from urgent_actions.values.text import Message
from urgent_actions.values.window import Window


@attrs.frozen
class Advice:
    """What a book of rules says of one attempt.

    Args:
        attempt: what was asked.
        decision: the status, and the rules that it comes from.
        reopens: the first later day on which it is no longer closed; None where it is not closed, or where no rule that
            is known now lets it open again.
        reopens_at: the first later moment of the same day at which it is no longer closed, in the time zone of the
            attempt; None where the attempt names no moment, too.
    """

    attempt: Attempt
    decision: Decision
    reopens: date | None = attrs.field(default=None, kw_only=True)
    reopens_at: datetime | None = attrs.field(default=None, kw_only=True)

    @property
    def status(self) -> Status:
        """The strictest that any rule demands; open where none demands anything."""
        return self.decision.status

    @property
    def because(self) -> tuple[Rule, ...]:
        """The rules that demand that status, dated ones first. Alone they give the same answer."""
        return self.decision.because

    @property
    def also(self) -> tuple[Rule, ...]:
        """The milder rules that apply as well."""
        return self.decision.also

    @property
    def usable(self) -> bool:
        """Whether the channel may be used, with care or without."""
        return self.decision.usable

    @property
    def preferred(self) -> bool:
        """Whether it may be used and a rule prefers it."""
        return self.decision.preferred

    def explain(self, locale: Language | str = "en") -> tuple[str, ...]:
        """One sentence for each rule that decided, with its days and its source; none for an open channel."""
        return tuple(explain_rule(rule).say(locale) for rule in self.because)

    def remarks(self, locale: Language | str = "en") -> tuple[str, ...]:
        """One sentence for each milder rule that applies as well."""
        return tuple(explain_rule(rule).say(locale) for rule in self.also)


def explain_rule(rule: Rule) -> Message:
    """A rule as one sentence: its reason, its days, its source."""
    source = ", ".join(name for name in (rule.source.title, rule.source.publisher) if name)
    if rule.during == Window():
        return Message("{reason} (source: {source})", {"reason": rule.reason, "source": source})
    return Message(
        "{reason} ({days}; source: {source})",
        {"reason": rule.reason, "days": rule.during, "source": source},
    )
