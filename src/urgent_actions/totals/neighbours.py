"""Which cells of a table are worth trying, when a place looks for others to exchange counts with.

Every place lists its cells by what they may lose. A line through a cell along one facet is a place, too, and so is the
whole table. So the search looks at a few cells of a few lists, and takes as long in a large table as in a small one.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain, combinations, product

import attrs

from urgent_actions.totals.move import Move, move, moves_between, nearest, swap
from urgent_actions.totals.place import Place, is_in, places_over
from urgent_actions.totals.totals import Key

_IN_A_LINE, _ANYWHERE = 24, 48
"""How many cells of one list are tried, half of them withheld already: it bounds the time, not the safety."""
_BOXES = 64
"""How many rectangles or boxes are tried through one cell along the same facets; it bounds the time, too."""


@attrs.define
class Neighbours:
    """The cells of a table by the places they are in.

    Args:
        free: how much a cell may lose.
    """

    free: Mapping[Key, int]
    _cells: dict[Place, list[Key]] = attrs.field(factory=dict, init=False)
    _withheld: dict[Place, list[Key]] = attrs.field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        free = [cell for cell, count in self.free.items() if count > 0]
        for cell in sorted(free, key=lambda cell: (self.free[cell], str(cell))):
            for place in places_over(cell):
                self._cells.setdefault(place, []).append(cell)

    def withhold(self, places: Iterable[Place]) -> None:
        """Take note of cells that are withheld now, of which the freest are tried first."""
        for cell in self.free.keys() & places:
            if self.free[cell] > 0:
                for place in places_over(cell):
                    listed = self._withheld.setdefault(place, [])
                    insort(listed, cell, key=self._freest_first)
                    del listed[_ANYWHERE // 2 :]

    def moves(self, place: Place, room: int) -> Iterator[Move]:
        """A bounded number of moves in which a place gains what others lose, those that change least first.

        They go along the facets that the place names, all of them or fewer, to the neighbours of one of its cells; and
        at last to cells anywhere, where facets may change together.
        """
        asked = [n for n, value in enumerate(place) if value is not ...]
        cell = tuple(value for value in place if value is not ...)
        for one in [cell] if len(cell) == len(place) else self._picked(place, room):
            sides = {n: self._beside(one, n, room)[: int(_BOXES ** (1 / len(asked)))] for n in asked}
            for size in range(len(asked), 0, -1):
                for facets in combinations(asked, size):
                    yield from _boxes(one, {n: sides[n] for n in facets})
        outside = (other for other in self._picked((...,) * len(place), room, _ANYWHERE) if not is_in(other, place))
        yield from chain.from_iterable(moves_between(place, other) for other in outside)

    def all_moves(self, place: Place) -> Iterator[Move]:
        """Every cell that may lose anything once by itself against one on the other side.

        Together they move all there is, so that there is room wherever the total leaves any.
        """
        cells = self._cells.get((...,) * len(place), [])
        outside = [cell for cell in cells if not is_in(cell, place)]
        yield from (swap(nearest(place, other), other) for other in outside)
        for cell in (cell for cell in cells[::-1] if is_in(cell, place)):
            if outside:
                yield swap(cell, min(outside[-_ANYWHERE:], key=partial(_apart, cell)))

    def _beside(self, cell: Key, facet: int, room: int) -> list[str | None]:
        """The values that a facet has in the neighbours of a cell along it."""
        line = tuple(... if n == facet else value for n, value in enumerate(cell))
        return [one[facet] for one in self._picked(line, room) if one[facet] != cell[facet]]

    def _picked(self, place: Place, room: int, most: int = _IN_A_LINE) -> list[Key]:
        """Cells of a place: the freest that are withheld, those with the room or just not, and the freest of all."""
        cells = self._cells.get(place, [])
        ample = bisect_left(cells, room, key=self.free.__getitem__)
        near = [*cells[ample : ample + most // 3], *cells[max(0, ample - most // 6) : ample], *cells[-1:]]
        return [*dict.fromkeys([*self._withheld.get(place, [])[: most // 2], *near])]

    def _freest_first(self, cell: Key) -> tuple[int, str]:
        return -self.free[cell], str(cell)


def _boxes(cell: Key, sides: Mapping[int, list[str | None]]) -> Iterator[Move]:
    """Swaps, rectangles and boxes along some facets."""
    blocks = tuple(frozenset({facet}) for facet in sides)
    for other in product(*(sides.get(n, [value]) for n, value in enumerate(cell))):
        yield move(cell, other, blocks)


def _apart(cell: Key, other: Key) -> int:
    return sum(one != two for one, two in zip(cell, other, strict=True))
