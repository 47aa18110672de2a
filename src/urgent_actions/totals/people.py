"""How many people stand behind each number of a table at least: in the one of its cases that has the most of them.

A supporter has another token in every case, so that nobody can tell whether a dozen tokens of a dozen cases are a dozen
people or one. In one case they are told apart: by their tokens, and each report without one is a person.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain, combinations
from operator import attrgetter
from types import EllipsisType

import attrs

from urgent_actions.totals.facets import BY
from urgent_actions.totals.frame_tally import FrameTally
from urgent_actions.totals.place import Place, places_over
from urgent_actions.totals.tally import Tally
from urgent_actions.totals.totals import Key, Totals

_CASE = "case"
Part = str | EllipsisType | None
InCase = tuple[Place, str | None]
"""A place over all facets but the case, and the case."""


@attrs.frozen
class People:
    """The people behind the places of a table.

    Args:
        behind: the number of people behind each place, in the case that has the most of them.
        cases: the cases that were counted; None where what was counted does not know them.
    """

    behind: Mapping[Place, int]
    cases: frozenset[str | None] | None

    @classmethod
    def of(cls, counted: Tally | FrameTally | Totals, facets: tuple[str, ...]) -> "People":
        """The people behind each place of the table by some facets.

        A tally, of records or of a frame, tells the people of a case apart. Totals know the numbers of reports only,
        which are taken for people; those that are not by case are taken for totals of one case.
        """
        others = tuple(facet for facet in facets if facet != _CASE)
        known = not isinstance(counted, Totals) or _CASE in counted.facets
        numbers = _people_in_cases(counted, others)
        most: dict[Place, int] = {}
        for (place, case), people in numbers.items():
            for whole in _in_order(facets, dict(zip(others, place, strict=True)), case):
                most[whole] = max(people, most.get(whole, 0))
        return cls(most, frozenset(case for _, case in numbers) if known else None)


def _in_order(facets: tuple[str, ...], named: Mapping[str, Part], case: str | None) -> Iterator[Place]:
    """The places over all facets that a place in a case is one of."""
    for said in (case, ...) if _CASE in facets else (...,):
        yield tuple(said if facet == _CASE else named[facet] for facet in facets)


def _people_in_cases(counted: Tally | FrameTally | Totals, facets: tuple[str, ...]) -> Mapping[InCase, int]:
    if isinstance(counted, FrameTally):
        return dict(_told(counted, facets))
    if isinstance(counted, Totals):
        return _reports(counted, facets)
    if counted.supporters:
        return Counter(where for where, _ in {*_seen(counted, facets)})
    return _reports(counted.totals(*facets, _CASE), facets)


def _told(counted: FrameTally, facets: tuple[str, ...]) -> Iterator[tuple[InCase, int]]:
    """The people of every place; those of a margin are no sum, for one person may be in several cells."""
    tables = [*chain.from_iterable(combinations(facets, size) for size in range(len(facets) + 1))]
    for chosen, people in zip(tables, counted.people_in(*((*table, _CASE) for table in tables)), strict=True):
        for (*key, case), number in people.items():
            values = dict(zip(chosen, key, strict=True))
            yield (tuple(values.get(facet, ...) for facet in facets), case), number


def _seen(tally: Tally, facets: tuple[str, ...]) -> Iterator[tuple[InCase, object]]:
    fields = [attrgetter(BY[facet]) for facet in facets]
    for said in tally.counted:
        values = (field(said) for field in fields)
        key: Key = tuple(None if value is None else str(value) for value in values)
        person = (None, said.id) if said.supporter is None else said.supporter
        for place in places_over(key):
            yield (place, str(said.case)), person


def _reports(totals: Totals, facets: tuple[str, ...]) -> dict[InCase, int]:
    known = _CASE in totals.facets
    summed: dict[InCase, int] = {}
    for key, (_, reports) in totals.by(*facets, *([_CASE] if known else ())).cells.items():
        for place in places_over(key[: len(facets)]):
            where = place, (key[-1] if known else None)
            summed[where] = summed.get(where, 0) + reports
    return summed
