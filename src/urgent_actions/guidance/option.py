"""One channel of one target, with the advice on it: one thing that a supporter could do."""

import attrs

from urgent_actions.contact_channel import ContactChannel
from urgent_actions.rules.advice import Advice
from urgent_actions.rules.effect import Status
from urgent_actions.target import Target


@attrs.frozen
class Option:
    """A target, a channel, and what the rules say of it."""

    target: Target
    channel: ContactChannel
    advice: Advice

    @property
    def status(self) -> Status:
        """Open, caution or closed."""
        return self.advice.status

    @property
    def usable(self) -> bool:
        """Whether the supporter may use it, with care or without."""
        return self.advice.usable

    def __str__(self) -> str:
        return f"{self.channel.kind} to {self.target.post}: {self.status}"
