"""What a table would tell about few people, and what is left to show once that is withheld."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TypeVar

import attrs

from urgent_actions.totals.earlier import Earlier
from urgent_actions.totals.frame_tally import FrameTally
from urgent_actions.totals.people import People
from urgent_actions.totals.place import Place, sums
from urgent_actions.totals.release import Release, selections
from urgent_actions.totals.tally import Tally
from urgent_actions.totals.totals import Key, Totals
from urgent_actions.totals.withholding import Withholding

T = TypeVar("T")


@attrs.define
class Disclosure:
    """The work of publishing one table.

    A facet that has one value only, now and in all earlier releases, tells nothing: places are over the others.

    Args:
        totals: the true totals by the facets of the release.
        release: the release to be filled.
        facets: the facets with more than one value.
        before: the earlier releases that showed anything, the oldest first.
        actions: the number of every place.
        reports: the number of reports behind it.
        people: the number of people behind it at least, and the cases.
        work: what is withheld so far.
    """

    totals: Totals
    release: Release
    facets: tuple[str, ...]
    before: tuple[Earlier, ...]
    actions: Mapping[Place, int]
    reports: Mapping[Place, int]
    people: People
    work: Withholding

    @classmethod
    def of(cls, counted: Tally | FrameTally | Totals, release: Release, before: tuple[Release, ...]) -> "Disclosure":
        """The work on what was counted, with nothing withheld but what was withheld before."""
        totals = counted.by(*release.facets) if isinstance(counted, Totals) else counted.totals(*release.facets)
        told = [earlier for earlier in before if not earlier.is_empty]
        facets = tuple(facet for facet in release.facets if len(_values(totals, told, facet)) > 1)
        earlier = tuple(Earlier(one, facets) for one in told)
        cells = totals.by(*facets).cells
        actions = sums({key: count for key, (count, _) in cells.items()})
        free = {key: _free(key, count, earlier) for key, (count, _) in cells.items()}
        work = Withholding(release.threshold, actions, free)
        work.withhold(place for one in earlier for place in one.withheld)
        reports = sums({key: count for key, (_, count) in cells.items()})
        return cls(totals, release, facets, earlier, actions, reports, People.of(counted, facets), work)

    @property
    def is_too_small(self) -> bool:
        """Whether even the total is small, or its change since an earlier release."""
        total: Place = (...,) * len(self.facets)
        return self.people.behind.get(total, 0) < self.release.threshold or self._changed_little(total)

    def withhold(self) -> bool:
        """Withhold what is small and what would tell it; False where there is no room to hide it in."""
        return self.work.protect({place: need for place in self._places() if (need := self._need(place))})

    def tables(self) -> dict[tuple[str, ...], dict[Key, int | None]]:
        """The tables of the release, by each selection of its facets."""
        shown = {place: None if place in self.work.withheld else self._rounded(place) for place in self._listed()}
        return {chosen: dict(self._table(chosen, shown)) for chosen in selections(self.release.facets)}

    def reasons(self) -> dict[tuple[tuple[str, ...], Key], str]:
        """Why each number is withheld."""
        why = {place: self._reason(place) for place in self.work.withheld}
        return {
            (chosen, key): reason
            for chosen in selections(self.release.facets)
            for key, reason in self._table(chosen, why)
        }

    def _places(self) -> set[Place]:
        """Every place that has a number, or had one."""
        return {*self.actions}.union(*(one.places for one in self.before)) - {(...,) * len(self.facets)}

    def _listed(self) -> set[Place]:
        return {*self.actions, *self.work.withheld}

    def _need(self, place: Place) -> int:
        """How much room a place needs; zero where it may be shown as far as it is concerned itself."""
        hidden = any(place in one.withheld for one in self.before)
        if hidden and self._only_grew and place in self.before[-1].withheld:
            return self.release.threshold if self._changed_little(place) else 0
        if self._is_small(place):
            return max(self.release.threshold, self.actions[place])
        return self.release.threshold if hidden or self._changed_little(place) else 0

    @cached_property
    def _only_grew(self) -> bool:
        """Whether no cell is less than it was: then what hid a place in the last release hides it in this one too."""
        cells = {*self.work.free}.union(*(one.cells for one in self.before))
        known = [(self.actions.get(cell, 0), one.between(cell)) for one in self.before for cell in cells]
        return bool(known) and all(then is not None and then[1] <= now for now, then in known)

    def _is_small(self, place: Place) -> bool:
        return 0 < self.people.behind.get(place, 0) < self.release.threshold

    def _changed_little(self, place: Place) -> bool:
        now, reports = self.actions.get(place, 0), self.reports.get(place, 0)
        return any(one.may_have_changed_little(place, now, reports, self.release.threshold) for one in self.before)

    def _reason(self, place: Place) -> str:
        if self._is_small(place):
            return "small"
        if any(place in one.withheld for one in self.before):
            return "earlier"
        return "difference" if self._changed_little(place) else "complement"

    def _rounded(self, place: Place) -> int:
        number, multiple = self.actions[place], self.release.round_to
        return number if multiple is None else (2 * number + multiple) // (2 * multiple) * multiple

    def _table(self, chosen: tuple[str, ...], told: Mapping[Place, T]) -> Iterator[tuple[Key, T]]:
        """What is told of the places over a selection of all facets, those with one value included."""
        constant = {facet: value for facet in chosen for (value,) in self.totals.by(facet).cells}
        for place, what in told.items():
            values = dict(zip(self.facets, place, strict=True))
            named = {facet: value for facet, value in values.items() if value is not ...}
            if {*named} == {*self.facets} & {*chosen}:
                yield tuple(named[facet] if facet in named else constant[facet] for facet in chosen), what


def _values(totals: Totals, before: list[Release], facet: str) -> set[str | None]:
    keys = {*totals.by(facet).cells}.union(*(release.tables[(facet,)] for release in before))
    return {value for (value,) in keys}


def _free(key: Key, now: int, before: tuple[Earlier, ...]) -> int:
    """How much of a cell came since every earlier release, for all that is known of them."""
    free = now
    for earlier in before:
        then = earlier.between(key)
        free = 0 if then is None else min(free, max(0, now - then[1]))
    return free
