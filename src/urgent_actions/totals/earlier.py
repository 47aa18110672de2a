"""What an earlier release has told, and what the publisher still knows of the numbers of then."""

from collections.abc import Iterator
from functools import cached_property

import attrs

from urgent_actions.totals.place import Place, sums
from urgent_actions.totals.release import Release
from urgent_actions.totals.totals import Key


@attrs.frozen
class Earlier:
    """An earlier release, asked for places over some of its facets.

    Args:
        release: the release.
        facets: the facets that the places are over, in the order of the release.
    """

    release: Release
    facets: tuple[str, ...]

    @cached_property
    def withheld(self) -> frozenset[Place]:
        """The places that were withheld."""
        return frozenset(place for place, number in self._told() if number is None)

    @cached_property
    def places(self) -> frozenset[Place]:
        """The places that had a number, or were withheld."""
        return frozenset(place for place, _ in self._told())

    def between(self, place: Place) -> tuple[int, int] | None:
        """Between which numbers the number of then was: exactly known, shown and maybe rounded, or not known at all."""
        if self._kept is not None:
            exact = self._kept.get(place, 0)
            return exact, exact
        number = self.release.number(*self._named(place))
        slack = (self.release.round_to or 1) // 2
        return None if number is None else (max(0, number - slack), number + slack)

    def reports(self, place: Place) -> int | None:
        """How many reports there were, where that is known."""
        return None if self._kept_reports is None else self._kept_reports.get(place, 0)

    def may_have_changed_little(self, place: Place, now: int, reports: int, threshold: int) -> bool:
        """Whether the change of a number since then may be a small one, for all that is known."""
        then = self.between(place)
        if then is None:
            return True
        low, high = then
        if low == now == high:
            return False
        before = self.reports(place)
        few = before is not None and abs(reports - before) < threshold
        return few or not (now - high >= threshold or low - now >= threshold)

    @cached_property
    def cells(self) -> frozenset[Key]:
        """The cells by all facets that had a number, or were withheld."""
        kept = () if self.release.kept is None else self.release.kept.by(*self.facets).cells
        return frozenset({*self.release.tables.get(self.facets, ()), *kept})

    @cached_property
    def _kept(self) -> dict[Place, int] | None:
        return self._kept_sums(0)

    @cached_property
    def _kept_reports(self) -> dict[Place, int] | None:
        return self._kept_sums(1)

    def _kept_sums(self, part: int) -> dict[Place, int] | None:
        kept = self.release.kept
        return None if kept is None else sums({key: cell[part] for key, cell in kept.by(*self.facets).cells.items()})

    def _named(self, place: Place) -> tuple[tuple[str, ...], Key]:
        facets = (facet for facet, value in zip(self.facets, place, strict=True) if value is not ...)
        return tuple(facets), tuple(value for value in place if value is not ...)

    def _told(self) -> Iterator[tuple[Place, int | None]]:
        for facets, numbers in self.release.tables.items():
            if {*facets} <= {*self.facets}:
                for key, number in numbers.items():
                    values = dict(zip(facets, key, strict=True))
                    yield tuple(values.get(facet, ...) for facet in self.facets), number
