"""What is made of texts that come again, such as the paragraphs that all letters about a case share."""

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V")

MOST_KEPT = 4096
LONG_TEXT = 16_384
"""Of a text of so many characters nothing is kept."""


class Recurring(dict[str, V]):
    """A dict that makes what it lacks, and keeps it where the same text was asked for not long before.

    Of what is met once, as a paragraph with a name in it is, only a hash is remembered, until another takes its place.

    Args:
        make: makes the value of a text, always the same.

    >>> shout = Recurring(str.upper)
    >>> shout["ada"], len(shout), shout["ada"], len(shout)
    ('ADA', 0, 'ADA', 1)
    """

    def __init__(self, make: Callable[[str], V]) -> None:
        super().__init__()
        self._make = make
        self._met = [0] * MOST_KEPT

    def __missing__(self, text: str) -> V:
        made = self._make(text)
        mark = hash(text)
        place = mark % MOST_KEPT
        if self._met[place] == mark:
            self._keep(text, made)
        self._met[place] = mark
        return made

    def _keep(self, text: str, made: V) -> None:
        if len(self) >= MOST_KEPT:
            self.clear()
        if len(text) < LONG_TEXT:
            self[text] = made
