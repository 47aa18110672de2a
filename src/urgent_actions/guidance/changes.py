"""What a change of rules changed: rules, field by field, and answers, over spans of days."""

from datetime import date

import attrs

from urgent_actions.contact_channel import ContactChannel
from urgent_actions.rules.decision import Decision
from urgent_actions.rules.rule import Rule
from urgent_actions.sender import Sender
from urgent_actions.target import Target
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.html_table import html_table

_FIELDS = tuple(field.name for field in attrs.fields(Rule) if field.name != "id")


@attrs.frozen
class RuleChange:
    """One rule before and after.

    Args:
        id: its name in both books.
        before: the rule that was in force; None if there was none.
        after: the rule that is in force now; None if there is none.
    """

    id: str
    before: Rule | None
    after: Rule | None = attrs.field(kw_only=True)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that differ, in their order; none for a rule that was added or removed."""
        if self.before is None or self.after is None:
            return ()
        return tuple(name for name in _FIELDS if getattr(self.before, name) != getattr(self.after, name))

    def __str__(self) -> str:
        if self.before is None:
            return f"added: {self.after}"
        if self.after is None:
            return f"removed: {self.before}"
        word = "new edition" if self.after.edition > self.before.edition else "changed"
        return f"{word}: {self.after}; it differs in {', '.join(self.fields)}"


@attrs.frozen
class AnswerChange:
    """The answer about one channel for one sender, before and after, on some consecutive days.

    Args:
        case: the case.
        sender: the profile of the sender.
        target: whom they want to reach.
        channel: by which way.
        first: the first of the days.
        last: the last of them.
        before: the decision of the old rules.
        after: the decision of the new ones.
    """

    case: CaseReference
    sender: Sender
    target: Target = attrs.field(kw_only=True)
    channel: ContactChannel = attrs.field(kw_only=True)
    first: date = attrs.field(kw_only=True)
    last: date = attrs.field(kw_only=True)
    before: Decision = attrs.field(kw_only=True)
    after: Decision = attrs.field(kw_only=True)

    @property
    def opens(self) -> bool:
        """Whether the channel was closed and may be used now."""
        return self.after.usable and not self.before.usable

    @property
    def closes(self) -> bool:
        """Whether the channel could be used and is closed now."""
        return self.before.usable and not self.after.usable

    def is_alike(self, other: "AnswerChange") -> bool:
        """Whether another change is the same but for its days."""
        return attrs.evolve(other, first=self.first, last=self.last) == self

    def until(self, last: date) -> "AnswerChange":
        """The same change up to a later day."""
        return attrs.evolve(self, last=last)

    def row(self) -> tuple[str, ...]:
        """Case, sender's country, target, channel, days, what was answered and what is, as text."""
        days = str(self.first) if self.first == self.last else f"{self.first} to {self.last}"
        way = f"{self.channel.kind} to {self.target.post}"
        return str(self.case), str(self.sender.country), way, days, _said(self.before), _said(self.after)


@attrs.frozen
class Diff:
    """What a change of rules changed; false where it changed nothing.

    Args:
        rules: the rules that differ, by their id.
        answers: the answers that differ, by case, sender, target and channel, each group by its days.
    """

    rules: tuple[RuleChange, ...] = ()
    answers: tuple[AnswerChange, ...] = ()

    def rows(self) -> list[tuple[str, ...]]:
        """Case, sender's country, channel, days, the answer before and the answer after, of every change, as text."""
        return [change.row() for change in self.answers]

    def __bool__(self) -> bool:
        return bool(self.rules or self.answers)

    def __str__(self) -> str:
        rules = [f"rule {change}" for change in self.rules] or ["no rule differs"]
        answers = ["{} from {}, {}, {}: {} -> {}".format(*row) for row in self.rows()]
        return "\n".join([*rules, *(answers or ["no answer differs"])])

    def _repr_html_(self) -> str:
        header = ("Case", "From", "Channel", "Days", "Before", "After")
        rules = html_table([[str(change)] for change in self.rules], header=("Rules",))
        return rules + html_table(self.rows(), header=header)


def _said(decision: Decision) -> str:
    """A status with the rules that it comes from."""
    names = ", ".join(rule.name for rule in decision.because)
    return f"{decision.status} ({names})" if names else str(decision.status)
