"""Which numbers of a table must be withheld, so that none of the small ones can be computed from those that are shown.

Law (*room*): for every place that is withheld there are tables of whole numbers from zero on that agree in all that
is shown, and whose numbers in that place differ by the room that it needs. They are made of the true table by `Move`s
all of whose changed places are withheld. As more is withheld, they stay possible: the order of the work never breaks
what is protected already.
"""

from collections.abc import Iterable, Mapping

import attrs

from urgent_actions.totals.choice import Choice
from urgent_actions.totals.combination import Combination
from urgent_actions.totals.move import Move
from urgent_actions.totals.neighbours import Neighbours
from urgent_actions.totals.place import Place
from urgent_actions.totals.totals import Key


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
    _neighbours: Neighbours = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self._neighbours = Neighbours(self.free)
        self._neighbours.withhold(self.withheld)

    def withhold(self, places: Iterable[Place]) -> None:
        """Withhold places, whether or not that hides them."""
        fresh = {*places} - self.withheld
        self.withheld |= fresh
        self._neighbours.withhold(fresh)

    def protect(self, needs: Mapping[Place, int]) -> bool:
        """Withhold places, each with the room that it needs, and whatever else that takes.

        Returns:
            Whether there is room for all; where there is not, nothing new may be shown.
        """
        self.withhold(needs)
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
        self.withhold(move.changed)
        given = Combination(self.free).adds(move)
        self._protected |= {place for place in move.changed if given >= self._need(place)}
        return sorted(move.changed - self._protected, key=str)

    def _moves_for(self, place: Place, room: int) -> list[Move] | None:
        """Moves that give a place its room together, withholding as little as can be found; None if there are none."""
        for moves in (self._neighbours.moves(place, room), self._neighbours.all_moves(place)):
            choice = Choice(room, Combination(self.free), self.withheld, self._cost)
            choice.look_at(moves)
            best = choice.best()
            if best is not None:
                return best
        return None

    def _cost(self, changed: Iterable[Place]) -> int:
        """How much is no longer seen: what is withheld for it, and for each number the room that it needs, too."""
        return sum([self.room + self.numbers.get(place, 0) for place in {*changed} - self.withheld])


def _named(place: Place) -> int:
    return sum(value is not ... for value in place)
