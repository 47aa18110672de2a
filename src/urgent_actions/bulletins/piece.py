"""A stretch of the published text that knows where it stands."""

import re
from collections.abc import Iterable
from itertools import pairwise

import attrs

_ROUND = " \t,;"


@attrs.define(eq=False, repr=False)  # never changed; not frozen, for by the thousand that takes twice the time
class Piece:
    """From one character of a page to another, the last one not included.

    Every part that is cut out of a piece is a piece again, so nothing that is read forgets its place.
    """

    page: str
    start: int
    end: int

    def __str__(self) -> str:
        return self.page[self.start : self.end]

    def __bool__(self) -> bool:
        return self.start < self.end

    def __len__(self) -> int:
        return self.end - self.start

    def part(self, start: int, end: int | None = None) -> "Piece":
        """From one of its own characters to another, or to its end."""
        return Piece(self.page, self.start + start, self.end if end is None else self.start + end)

    def of(self, match: re.Match[str], group: int | str = 0) -> "Piece":
        """What a group of a pattern found in `str(self)`."""
        start, end = match.span(group)
        return Piece(self.page, self.start + start, self.start + end)

    def stripped(self, chars: str = _ROUND) -> "Piece":
        """Without blanks, and without the commas and semicolons, at its two ends."""
        text = self.page[self.start : self.end]
        bare = text.strip(chars)
        if len(bare) == len(text):
            return self
        start = self.start + len(text) - len(text.lstrip(chars))
        return Piece(self.page, start, start + len(bare))

    def cut(self, places: Iterable[int]) -> list["Piece"]:
        """Its parts between these of its characters, in order."""
        length = self.end - self.start
        inner = sorted({place for place in places if 0 < place < length})
        if not inner:
            return [self]
        ends = [0, *inner, length]
        return [self.part(start, end) for start, end in pairwise(ends)]

    def without(self, holes: Iterable["Piece"]) -> list["Piece"]:
        """What is left of it around pieces that stand in it, in order."""
        left, start = [], self.start
        for hole in sorted(holes, key=lambda hole: hole.start):
            left.append(Piece(self.page, start, max(start, hole.start)))
            start = max(start, hole.end)
        left.append(Piece(self.page, start, max(start, self.end)))
        return [piece for piece in left if piece]


def hull(pieces: Iterable[Piece]) -> Piece:
    """From the start of the first piece to the end of the last one."""
    found = list(pieces)
    return Piece(found[0].page, min(piece.start for piece in found), max(piece.end for piece in found))
