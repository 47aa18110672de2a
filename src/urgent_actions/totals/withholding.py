"""Which numbers of a table must be withheld, so that none of the small ones can be computed from those that are shown.

Law (*room*): for every place that is withheld there are tables of whole numbers from zero on that agree in all that
is shown, and whose numbers in that place differ by the room that it needs. They are made of the true table by `Move`s
all of whose changed places are withheld. As more is withheld, they stay possible: the order of the work never breaks
what is protected already.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from heapq import nsmallest

import attrs

from urgent_actions.totals.move import Move, moves_between, nearest, swap
from urgent_actions.totals.place import Place, is_in
from urgent_actions.totals.totals import Key

_FEW = 24
"""How many cells of each sort are tried at first, before all are: it bounds the time, not the safety."""


@attrs.define
class Withholding:
    """The work on one table.

    Args:
        room: how far apart two possible numbers must be at least in every place that is withheld.
        numbers: the number of every place that is not zero.
        free: how much a cell may lose: all that it has, or what came since an earlier release.
        withheld: the places that are withheld so far.
    """

    room: int
    numbers: Mapping[Place, int]
    free: Mapping[Key, int]
    withheld: set[Place] = attrs.field(factory=set)
    _needs: dict[Place, int] = attrs.field(factory=dict, init=False)
    _protected: set[Place] = attrs.field(factory=set, init=False)

    def protect(self, needs: Mapping[Place, int]) -> bool:
        """Withhold places, each with the room that it needs, and whatever else that takes.

        Returns:
            Whether there is room for all; where there is not, nothing new may be shown.
        """
        self.withheld |= needs.keys()
        self._needs |= needs
        waiting = sorted(needs, key=lambda place: (-_named(place), str(place)))
        while waiting:
            place = waiting.pop()
            if place in self._protected:
                continue
            moves = self._moves_for(place, self._need(place))
            if moves is None:
                return False
            self._protected.add(place)
            for move in moves:
                waiting += self._take(move)
        return True

    def _need(self, place: Place) -> int:
        return self._needs.get(place, self.room)

    def _take(self, move: Move) -> list[Place]:
        """Withhold what a move changes; the places among it to which it gives too little room still need some."""
        self.withheld |= move.changed
        given = self._up(move) + self._down(move)
        self._protected |= {place for place in move.changed if given >= self._need(place)}
        return sorted(move.changed - self._protected, key=str)

    def _moves_for(self, place: Place, room: int) -> list[Move] | None:
        """Moves that give a place its room together, withholding as little as can be found; None if there are none."""
        for moves in self._tried(place, room):
            alone = [move for move in moves if self._up(move) + self._down(move) >= room]
            if alone:
                return [min(alone, key=self._cost)]
            together = self._together(moves, room)
            if together is not None:
                return together
        return None

    def _tried(self, place: Place, room: int) -> Iterator[list[Move]]:
        """The moves to choose from: those with a few cells, those with all, and last every cell once by itself.

        The last ones together move all there is, so that there is room wherever the total leaves any.
        """
        for few in (True, False):
            yield [move for other in self._others(place, room, few) for move in moves_between(place, other)]
        outside = [cell for cell, count in self.free.items() if count > 0 and not is_in(cell, place)]
        taking = [swap(nearest(place, other), other) for other in outside]
        giving = [cell for cell, count in self.free.items() if count > 0 and is_in(cell, place)]
        yield taking + [swap(cell, min(outside, key=partial(_apart, cell))) for cell in giving if outside]

    def _together(self, moves: list[Move], room: int) -> list[Move] | None:
        """Several moves that take from different cells, so that what they give adds up."""
        chosen: list[Move] = []
        losing: set[Key] = set()
        gaining: set[Key] = set()
        changed: set[Place] = set()
        while room > 0:
            gains = ((self._more(move, losing, gaining), number) for number, move in enumerate(moves))
            priced = ((self._price(moves[n], changed, gain), gain, n) for gain, n in gains if gain > 0)
            _, gain, number = min(priced, default=(0.0, 0, 0))
            if gain == 0:
                return None
            move = moves[number]
            chosen.append(move)
            room -= gain
            changed |= move.changed
            losing.update(move.losses)
            gaining.update(move.gains)
        return chosen

    def _more(self, move: Move, losing: set[Key], gaining: set[Key]) -> int:
        """How much room a move adds to others, whose cells may not give twice."""
        up = self._up(move) if losing.isdisjoint(move.losses) else 0
        return up + (self._down(move) if gaining.isdisjoint(move.gains) else 0)

    def _price(self, move: Move, changed: set[Place], gain: int) -> float:
        fresh = move.changed - self.withheld - changed
        return sum(1 + self.numbers.get(place, 0) for place in fresh) / gain

    def _cost(self, move: Move) -> tuple[int, int]:
        fresh = move.changed - self.withheld
        return sum(1 + self.numbers.get(place, 0) for place in fresh), len(move.changed)

    def _up(self, move: Move) -> int:
        return min(self.free.get(cell, 0) for cell in move.losses)

    def _down(self, move: Move) -> int:
        return min(self.free.get(cell, 0) for cell in move.gains)

    def _others(self, place: Place, room: int, few: bool) -> Iterable[Key]:
        """Cells outside a place to exchange counts with: those that have any, and corners of boxes between them."""
        outside = [cell for cell, count in self.free.items() if count > 0 and not is_in(cell, place)]
        if not few or len(outside) <= 3 * _FEW:
            return dict.fromkeys([*outside, *self._corners(place, outside)])
        near = nsmallest(_FEW, outside, key=lambda cell: (_distance(cell, place), abs(self.free[cell] - room)))
        ample = nsmallest(_FEW, (c for c in outside if self.free[c] >= room), key=lambda cell: self.free[cell])
        hidden = nsmallest(_FEW, (c for c in outside if c in self.withheld), key=lambda cell: -self.free[cell])
        return dict.fromkeys([*hidden, *near, *ample, *self._corners(place, near)])

    def _corners(self, place: Place, near: Iterable[Key]) -> Iterator[Key]:
        """Cells, empty ones too, that make a rectangle or a box with neighbours of a cell along different facets."""
        beside: dict[int, list[Key]] = {}
        for cell in near:
            facets = [n for n, asked in enumerate(place) if asked is not ... and cell[n] != asked]
            if len(facets) == 1 and len(beside.setdefault(facets[0], [])) < _FEW // 4:
                beside[facets[0]].append(cell)
        lines = list(beside.items())
        for number, (facet, ones) in enumerate(lines):
            for _, twos in lines[number + 1 :]:
                for one in ones:
                    for two in twos:
                        yield tuple(one[n] if n == facet else value for n, value in enumerate(two))


def _named(place: Place) -> int:
    return sum(value is not ... for value in place)


def _apart(cell: Key, other: Key) -> int:
    return sum(one != two for one, two in zip(cell, other, strict=True))


def _distance(cell: Key, place: Place) -> int:
    return sum(asked is not ... and own != asked for own, asked in zip(cell, place, strict=True))
