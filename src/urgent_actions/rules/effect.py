"""What a rule does to a channel, and what a channel is after all rules have spoken."""

from enum import IntEnum

from urgent_actions.values.word import Word


class Status(IntEnum):
    """Whether a channel may be used; the greater value is the stricter answer."""

    OPEN = 0
    CAUTION = 1
    CLOSED = 2

    def __str__(self) -> str:
        return self.name.lower()


class Effect(Word):
    """What a rule does where it applies; the value is the word used in rule files."""

    PREFER = "prefer"
    NOTE = "note"
    CAUTION = "caution"
    CLOSE = "close"

    @property
    def status(self) -> Status:
        """The least status of a channel for which a rule of this effect applies."""
        return _STATUS[self]


_STATUS = {
    Effect.PREFER: Status.OPEN,
    Effect.NOTE: Status.OPEN,
    Effect.CAUTION: Status.CAUTION,
    Effect.CLOSE: Status.CLOSED,
}
