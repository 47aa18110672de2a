"""How many people stand behind each number of a table: supporters by their tokens, reports where there is none."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain, combinations
from operator import attrgetter

from urgent_actions.totals.facets import BY
from urgent_actions.totals.frame_tally import FrameTally
from urgent_actions.totals.place import Place, places_over, sums
from urgent_actions.totals.tally import Tally
from urgent_actions.totals.totals import Key, Totals


def people_behind(counted: Tally | FrameTally | Totals, facets: tuple[str, ...]) -> dict[Place, int]:
    """The number of people behind each place of the table by some facets.

    A tally, of records or of a frame, tells people apart: a supporter with a token counts once in a place, however many
    reports there are. Totals know the numbers of reports only, which are taken for people.
    """
    if isinstance(counted, FrameTally):
        return dict(_told(counted, facets))
    if isinstance(counted, Tally) and counted.supporters:
        return dict(Counter(place for place, _ in {*_seen(counted, facets)}))
    totals = counted.by(*facets) if isinstance(counted, Totals) else counted.totals(*facets)
    return sums({key: reports for key, (_, reports) in totals.cells.items()})


def _told(counted: FrameTally, facets: tuple[str, ...]) -> Iterator[tuple[Place, int]]:
    """The people of every place; those of a margin are no sum, for one person may be in several cells."""
    tables = [*chain.from_iterable(combinations(facets, size) for size in range(len(facets) + 1))]
    for chosen, people in zip(tables, counted.people_in(*tables), strict=True):
        for key, number in people.items():
            values = dict(zip(chosen, key, strict=True))
            yield tuple(values.get(facet, ...) for facet in facets), number


def _seen(tally: Tally, facets: tuple[str, ...]) -> Iterator[tuple[Place, object]]:
    fields = [attrgetter(BY[facet]) for facet in facets]
    for said in tally.counted:
        values = (field(said) for field in fields)
        key: Key = tuple(None if value is None else str(value) for value in values)
        person = said.id if said.supporter is None else (said.case, said.supporter)
        for place in places_over(key):
            yield place, person
