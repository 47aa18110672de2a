"""Where a published table contradicts its own margins."""

from collections.abc import Iterator, Mapping

import attrs

from urgent_actions.errors import Problem
from urgent_actions.totals.totals import Key

Numbers = Mapping[Key, int | None]
"""Numbers of actions by key; None for a number that is withheld, and what is not there is zero."""

_WAY_OUT = "take the release again as it was written, or publish again"


@attrs.frozen
class Span:
    """Between which numbers a true number is; a withheld one has no upper end (None).

    >>> Span.of(None) + Span.of(3)
    Span(least=3, most=None)
    """

    least: int
    most: int | None

    @classmethod
    def of(cls, number: int | None, round_to: int = 1) -> "Span":
        """What a number that is shown, exact or rounded with halves up, or withheld (None) tells of the true one."""
        if number is None:
            return cls(0, None)
        return cls(max(0, number - round_to // 2), number + (round_to - 1) // 2)

    def __add__(self, other: "Span") -> "Span":
        most = None if self.most is None or other.most is None else self.most + other.most
        return Span(self.least + other.least, most)

    def meets(self, other: "Span") -> bool:
        """Whether one number can be in both."""
        over = self.most is not None and other.least > self.most
        return not over and not (other.most is not None and self.least > other.most)

    def __str__(self) -> str:
        if self.most is None:
            return f"at least {self.least}"
        return str(self.least) if self.least == self.most else f"{self.least} to {self.most}"


_NOTHING = Span(0, 0)


def contradictions(tables: Mapping[tuple[str, ...], Numbers], round_to: int = 1) -> Iterator[Problem]:
    """Every number that cannot be the sum of those that it parts into by one more facet.

    Args:
        tables: by each selection of the facets, in their order, its numbers.
        round_to: what they are rounded to multiples of.
    """
    for facets, numbers in tables.items():
        for place in range(len(facets)):
            coarser = (*facets[:place], *facets[place + 1 :])
            sums = _sums(numbers, place, round_to)
            wholes = {key: Span.of(number, round_to) for key, number in tables[coarser].items()}
            for key in {**wholes, **sums}:
                whole, parts = wholes.get(key, _NOTHING), sums.get(key, _NOTHING)
                if not whole.meets(parts):
                    what = f"{_named(coarser, key)} is {whole}, but by {facets[place]} it adds up to {parts}"
                    yield Problem("wrong-sum", what, where=f"tables[{coarser!r}]", way_out=_WAY_OUT)


def _sums(numbers: Numbers, place: int, round_to: int) -> dict[Key, Span]:
    sums: dict[Key, Span] = {}
    for key, number in numbers.items():
        left = (*key[:place], *key[place + 1 :])
        sums[left] = sums.get(left, _NOTHING) + Span.of(number, round_to)
    return sums


def _named(facets: tuple[str, ...], key: Key) -> str:
    said = ("not said" if value is None else value for value in key)
    return f"the number of {', '.join(said)}" if facets else "the total"
