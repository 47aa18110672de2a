"""A number of a published table, cell, margin or total, named by a value for each facet or by `...` for all."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product
from types import EllipsisType

from urgent_actions.totals.totals import Key

Place = tuple[str | EllipsisType | None, ...]
"""`("post", "DE")` is a cell, `("post", ...)` a margin, `(..., ...)` the total."""


def places_over(key: Key) -> Iterator[Place]:
    """The places that a cell is counted in: itself, its margins, the total.

    >>> [*places_over(("post",))]
    [('post',), (Ellipsis,)]
    """
    return product(*((value, ...) for value in key))


def sums(cells: Mapping[Key, int]) -> dict[Place, int]:
    """The numbers of all places of a table with these cells; places that are not there are zero."""
    summed: dict[Place, int] = {}
    for key, count in cells.items():
        for place in places_over(key):
            summed[place] = summed.get(place, 0) + count
    return summed


def is_in(key: Key, place: Place) -> bool:
    """Whether a cell is counted in a place."""
    return all(asked is ... or asked == value for value, asked in zip(key, place, strict=True))


@lru_cache(maxsize=64)
def partitions(members: tuple[int, ...]) -> tuple[tuple[frozenset[int], ...], ...]:
    """All ways to part a set into blocks, the finest first.

    >>> [len(blocks) for blocks in partitions((0, 1, 2))]
    [3, 2, 2, 2, 1]
    """
    return tuple(sorted(_parted(members), key=len, reverse=True))


def _parted(members: tuple[int, ...]) -> Iterable[tuple[frozenset[int], ...]]:
    if not members:
        yield ()
        return
    first, rest = members[0], members[1:]
    for blocks in _parted(rest):
        yield (frozenset({first}), *blocks)
        for number, block in enumerate(blocks):
            yield (*blocks[:number], block | {first}, *blocks[number + 1 :])
