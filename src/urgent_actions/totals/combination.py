"""Several moves that may be made together, because none takes what another one takes."""

from collections.abc import Mapping

import attrs

from urgent_actions.totals.move import Move
from urgent_actions.totals.place import Place
from urgent_actions.totals.totals import Key


@attrs.define
class Combination:
    """Moves one after the other, each as far as it goes up and down: the room that they give adds up.

    Args:
        free: how much a cell may lose.
        moves: the moves so far.
        changed: the places whose numbers change in any of them.
        room: how far apart the numbers are that a place may have, which gains in every move.
    """

    free: Mapping[Key, int]
    moves: list[Move] = attrs.field(factory=list, init=False)
    room: int = attrs.field(default=0, init=False)
    changed: set[Place] = attrs.field(factory=set, init=False)
    _losing: set[Key] = attrs.field(factory=set, init=False)
    _gaining: set[Key] = attrs.field(factory=set, init=False)

    def adds(self, move: Move) -> int:
        """How much room a move would add: what its losing cells have, and its gaining ones on the way back."""
        free = self.free.get
        up = min([free(cell, 0) for cell in move.losses]) if self._losing.isdisjoint(move.losses) else 0
        return up + (min([free(cell, 0) for cell in move.gains]) if self._gaining.isdisjoint(move.gains) else 0)

    def take(self, move: Move, added: int) -> None:
        """Make a move too, which adds so much."""
        self.moves.append(move)
        self.room += added
        self._losing.update(move.losses)
        self._gaining.update(move.gains)
        self.changed |= move.changed

    def copy(self) -> "Combination":
        """The same moves, to which others may be added."""
        other = Combination(self.free)
        for move in self.moves:
            other.take(move, other.adds(move))
        return other
