"""A way in which counts could have been otherwise, without any change in the numbers that are shown.

Some cells gain what others lose. Take a cell and another one that differs from it in some facets, part these facets
into blocks, and exchange the blocks between the two in all combinations: cells with an even number of exchanged blocks
gain, those with an odd number lose. With one block that is one cell against another; with two, a rectangle; with three,
a box. In every margin that does not tell the two sides of some block apart, gains and losses cancel out.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, combinations

import attrs

from urgent_actions.totals.place import Place, partitions
from urgent_actions.totals.totals import Key

Blocks = tuple[frozenset[int], ...]


@attrs.frozen
class Move:
    """One such way: any count may be moved, as far as the cells that lose have it.

    Args:
        gains: the cells that gain one for each count that is moved.
        losses: the cells that lose one.
        changed: the places whose numbers change; all others stay as they are.
    """

    gains: tuple[Key, ...]
    losses: tuple[Key, ...]
    changed: frozenset[Place]


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
        yield _move(cell, other, blocks)


def nearest(place: Place, other: Key) -> Key:
    """The cell of a place that differs least from another cell."""
    return tuple(own if asked is ... else asked for own, asked in zip(other, place, strict=True))


def swap(cell: Key, other: Key) -> Move:
    """The move in which one cell gains what another loses."""
    differing = frozenset(n for n, (one, two) in enumerate(zip(cell, other, strict=True)) if one != two)
    return _move(cell, other, (differing,))


def _move(cell: Key, other: Key, blocks: Blocks) -> Move:
    gains: list[Key] = []
    losses: list[Key] = []
    for exchanged in _subsets(len(blocks)):
        from_other = frozenset(chain.from_iterable(blocks[n] for n in exchanged))
        corner = tuple(other[n] if n in from_other else value for n, value in enumerate(cell))
        (losses if len(exchanged) % 2 else gains).append(corner)
    levels = _levels(len(cell), blocks)
    changed = (_seen(corner, level) for corner in (*gains, *losses) for level in levels)
    return Move(tuple(gains), tuple(losses), frozenset(changed))


@lru_cache(maxsize=64)
def _subsets(number: int) -> tuple[tuple[int, ...], ...]:
    return tuple(chain.from_iterable(combinations(range(number), size) for size in range(number + 1)))


@lru_cache(maxsize=256)
def _levels(facets: int, blocks: Blocks) -> tuple[frozenset[int], ...]:
    """The sets of facets that tell the two sides of every block apart."""
    levels = map(frozenset, _subsets(facets))
    return tuple(level for level in levels if all(level & block for block in blocks))


def _seen(corner: Key, level: frozenset[int]) -> Place:
    return tuple(value if n in level else ... for n, value in enumerate(corner))
