"""The order of cells: by their values as they are written, and what is not said at the end."""

from collections.abc import Collection
from operator import getitem
from typing import TypeVar

K = TypeVar("K", bound=tuple[object, ...])


def in_order(keys: Collection[K]) -> list[K]:
    """The keys of cells, sorted facet by facet; each value is written once, however many cells it has.

    >>> in_order([("post", None), ("post", "US"), ("fax", "US")])
    [('fax', 'US'), ('post', 'US'), ('post', None)]
    """
    ranks = [_ranks({*values}) for values in zip(*keys, strict=True)]
    return sorted(keys, key=lambda key: tuple(map(getitem, ranks, key)))


def _ranks(values: set[object]) -> dict[object, int]:
    ordered = sorted(values, key=lambda value: (value is None, str(value)))
    return {value: rank for rank, value in enumerate(ordered)}
