"""For which senders letters to one target by one channel may be written on a day."""

from datetime import date

import attrs

from urgent_actions.guidance.option import Option
from urgent_actions.guidance.prepared_case import PreparedCase
from urgent_actions.guidance.words import CHANNELS
from urgent_actions.rules.advice import explain_rule
from urgent_actions.sender import Sender
from urgent_actions.target import Target
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.text import Message

MOST_REMEMBERED = 10_000  # profiles of senders, some megabytes

Answer = Option | tuple[Message, ...]
"""The channel that a sender may use, or the reasons why there is none."""


@attrs.frozen(eq=False)
class Admission:
    """Asks the guidance once for each profile of senders, and remembers the answer.

    Args:
        prepared: the case with all rules about it.
        target: whom the letters are for.
        by: the kind of channel.
        on: the day.
    """

    prepared: PreparedCase
    target: Target
    by: ChannelKind = attrs.field(kw_only=True)
    on: date = attrs.field(kw_only=True)
    _answers: dict[tuple[object, ...], Answer] = attrs.field(factory=dict, init=False, repr=False)

    def ask(self, sender: Sender) -> Answer:
        """The channel that the sender may use, with the target as it is for that sender; or the reasons against it."""
        profile = (sender.country, sender.languages, sender.ties, sender.affiliations)
        found = self._answers.get(profile)
        if found is None:
            if len(self._answers) >= MOST_REMEMBERED:
                self._answers.clear()
            found = self._answers[profile] = self._decided(sender)
        return found

    def _decided(self, sender: Sender) -> Answer:
        guidance = self.prepared.guide(sender, on=self.on)
        of_target = [option for option in guidance if option.target.id == self.target.id]
        ways = [option for option in of_target if option.channel.kind is self.by]
        for option in ways:
            if option.usable and option.channel.address is not None:
                return option
        reasons = (explain_rule(rule) for option in ways for rule in option.advice.because)
        unknown = () if of_target else guidance.unknown
        return tuple(dict.fromkeys(reasons)) or unknown or (self._no_such_channel(),)

    def _no_such_channel(self) -> Message:
        return Message(
            "{target} has no such channel: {channel}.", {"target": self.target.post, "channel": CHANNELS[self.by]}
        )

    def __reduce__(self) -> tuple[object, ...]:
        """It travels without what it remembers."""
        return _asked_anew, (self.prepared, self.target, self.by, self.on)


def _asked_anew(prepared: PreparedCase, target: Target, by: ChannelKind, on: date) -> Admission:
    return Admission(prepared, target, by=by, on=on)
