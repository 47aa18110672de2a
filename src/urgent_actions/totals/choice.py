"""The choice among moves that could hide a place, so that as little as can be found is withheld for it."""

from collections.abc import Callable, Iterable

import attrs

from urgent_actions.totals.combination import Combination
from urgent_actions.totals.move import Move
from urgent_actions.totals.place import Place


@attrs.define
class Choice:
    """Moves that are looked at one after the other, until they have the room.

    Args:
        room: how far apart two possible numbers of the place must be.
        together: the moves that are made anyway, since they withhold nothing more.
        withheld: the places that are withheld.
        cost: what it costs to withhold places.
    """

    room: int
    together: Combination
    withheld: set[Place]
    cost: Callable[[Iterable[Place]], int]
    _costly: list[tuple[int, int, Move]] = attrs.field(factory=list, init=False)

    def look_at(self, moves: Iterable[Move]) -> None:
        """Look at more moves, until some that withhold nothing more have the room."""
        for move in moves:
            more = self.together.adds(move)
            if more and self._is_hidden(move):
                self.together.take(move, more)
                if self.together.room >= self.room:
                    return
            elif more:
                self._costly.append((self.cost(move.changed), min(more, self.room), move))

    def best(self) -> list[Move] | None:
        """The cheapest move with the room, or several that have it together and cost less; None where all have less."""
        alone = min((each for each in self._costly if each[1] >= self.room), key=_cost, default=None)
        several = self._several()
        if alone is None or (several is not None and self.cost(several.changed) < alone[0]):
            return None if several is None else several.moves
        return [alone[2]]

    def _several(self) -> Combination | None:
        several = self.together.copy()
        for _, _, move in sorted(self._costly, key=_price):
            if several.room >= self.room:
                break
            if more := several.adds(move):
                several.take(move, more)
        return several if several.room >= self.room else None

    def _is_hidden(self, move: Move) -> bool:
        """Whether a move withholds nothing more; most are told by their cells."""
        withheld = self.withheld
        return withheld.issuperset(move.gains) and withheld.issuperset(move.losses) and withheld >= move.changed


def _cost(each: tuple[int, int, Move]) -> int:
    return each[0]


def _price(each: tuple[int, int, Move]) -> float:
    """What a move costs for each count that it gives room to."""
    return each[0] / each[1]
