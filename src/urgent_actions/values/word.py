"""A closed list of words, each with one meaning: kinds of channel, kinds of target, effects."""

from enum import Enum
from typing import Self

from urgent_actions.errors import InvalidValue, Problem, did_you_mean


class Word(Enum):
    """A member of a closed list, known by the word that is written in files.

    A word that is not in the list is refused with the nearest one that is.
    """

    @classmethod
    def of(cls, value: "Self | str") -> Self:
        """A member, or the one that a word stands for.

        Raises:
            InvalidValue: the list has no such word.
        """
        if isinstance(value, cls):
            return value
        try:
            return cls(value)
        except ValueError:
            what = f"unknown {_spaced(cls.__name__)} {value!r}"
            way_out = did_you_mean(str(value), sorted(map(str, cls)))
            raise InvalidValue(Problem("unknown-word", what, way_out=way_out)) from None

    def __str__(self) -> str:
        return str(self.value)


def _spaced(name: str) -> str:
    """A class name as words: `ChannelKind` is a channel kind."""
    return "".join(f" {char.lower()}" if char.isupper() else char for char in name).strip()
