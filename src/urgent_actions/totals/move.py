"""A way in which counts could have been otherwise, without any change in the numbers that are shown.

Some cells gain what others lose. Take a cell and another one that differs from it in some facets, part these facets
into blocks, and exchange the blocks between the two in all combinations: cells with an even number of exchanged blocks
gain, those with an odd number lose. With one block that is one cell against another; with two, a rectangle; with three,
a box. In every margin that does not tell the two sides of some block apart, gains and losses cancel out.
"""

from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from itertools import chain, combinations
from operator import itemgetter
from typing import Any

import attrs

from urgent_actions.totals.place import Place, partitions
from urgent_actions.totals.totals import Key

Blocks = tuple[frozenset[int], ...]
Taking = Callable[[tuple[Any, ...]], tuple[Any, ...]]


@attrs.frozen
class Move:
    """One such way: any count may be moved, as far as the cells that lose have it.

    Args:
        gains: the cells that gain one for each count that is moved.
        losses: the cells that lose one.
        blocks: the facets, by block, in which they differ.
    """

    gains: tuple[Key, ...]
    losses: tuple[Key, ...]
    blocks: Blocks

    @cached_property
    def changed(self) -> frozenset[Place]:
        """The places whose numbers change; all others stay as they are."""
        seen = _seen_at(len(self.gains[0]), self.blocks)
        open_corners = [(*corner, ...) for corner in (*self.gains, *self.losses)]
        return frozenset([see(corner) for corner in open_corners for see in seen])


def moves_between(place: Place, other: Key) -> Iterator[Move]:
    """The moves in which a place gains what is lost at a cell outside it, or the other way round.

    Args:
        place: a cell or a margin.
        other: a cell that is not counted in the place; where the place is a margin, the move goes through the cell of
            the margin that is nearest to it.
    """
    cell = nearest(place, other)
    differing = tuple(n for n, (one, two) in enumerate(zip(cell, other, strict=True)) if one != two)
    for blocks in partitions(differing):
        yield move(cell, other, blocks)


def nearest(place: Place, other: Key) -> Key:
    """The cell of a place that differs least from another cell."""
    return tuple(own if asked is ... else asked for own, asked in zip(other, place, strict=True))


def swap(cell: Key, other: Key) -> Move:
    """The move in which one cell gains what another loses."""
    differing = frozenset(n for n, (one, two) in enumerate(zip(cell, other, strict=True)) if one != two)
    return move(cell, other, (differing,))


def move(cell: Key, other: Key, blocks: Blocks) -> Move:
    """The move between a cell and another one that differ in the facets of these blocks."""
    gains, losses = _corners(len(cell), blocks)
    both = cell + other
    return Move(tuple([corner(both) for corner in gains]), tuple([corner(both) for corner in losses]), blocks)


@lru_cache(maxsize=256)
def _corners(facets: int, blocks: Blocks) -> tuple[list[Taking], list[Taking]]:
    """What takes the corners that gain, and those that lose, from the values of the cell and then of the other one."""
    sides: tuple[list[Taking], list[Taking]] = ([], [])
    for exchanged in _subsets(len(blocks)):
        from_other = frozenset(chain.from_iterable(blocks[n] for n in exchanged))
        sides[len(exchanged) % 2].append(_taking([n + facets * (n in from_other) for n in range(facets)]))
    return sides


@lru_cache(maxsize=256)
def _seen_at(facets: int, blocks: Blocks) -> list[Taking]:
    """What takes the places of a corner that change from its values and `...`.

    Those are the selections of facets that tell the two sides of every block apart.
    """
    levels = map(frozenset, _subsets(facets))
    telling = [level for level in levels if all(level & block for block in blocks)]
    return [_taking([n if n in level else facets for n in range(facets)]) for level in telling]


def _taking(numbers: list[int]) -> Taking:
    """What takes these members of a tuple, as a tuple; `itemgetter` is the fastest way, but for one."""
    return itemgetter(*numbers) if len(numbers) > 1 else itemgetter(slice(numbers[0], numbers[0] + 1))


@lru_cache(maxsize=64)
def _subsets(number: int) -> tuple[tuple[int, ...], ...]:
    return tuple(chain.from_iterable(combinations(range(number), size) for size in range(number + 1)))
