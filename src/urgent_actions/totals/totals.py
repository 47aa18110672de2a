"""Numbers of actions by facets, without the reports: what a section passes on, and what is published."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import attrs

from urgent_actions.errors import Problem, did_you_mean, refuse_if
from urgent_actions.totals.order import in_order
from urgent_actions.values.html_table import html_table

Key = tuple[str | None, ...]
Cell = tuple[int, int]
"""A number of actions, and the number of reports that they come from."""


def _as_facets(facets: Iterable[str]) -> tuple[str, ...]:
    return (facets,) if isinstance(facets, str) else tuple(facets)


def _as_cells(cells: Mapping[Key, Cell]) -> Mapping[Key, Cell]:
    return MappingProxyType(dict(cells)) if isinstance(cells, Mapping) else cells


@attrs.frozen(eq=False)
class Totals:
    """The cells of a table: for each combination of values how many actions there were, from how many reports.

    Totals by the same facets add up with `+`, in any order and grouping: a commutative monoid, whose zero has no cells.
    Unlike tallies they do not know the reports any more, so what is added twice counts twice.

    Args:
        facets: what the cells are by, such as `("channel", "country")`.
        cells: by their values, one for each facet, as they are written, None for what is not said: the number of
            actions and the number of reports. Cells that are not there are zero.

    Raises:
        InvalidValue: a facet stands twice, a cell has not one value for each facet, or has numbers that cannot be; all
            problems at once.

    >>> one = Totals(["channel"], {("post",): (3, 2), ("fax",): (1, 1)})
    >>> (one + Totals(["channel"], {("post",): (4, 1)})).cells[("post",)]
    (7, 3)
    """

    facets: tuple[str, ...] = attrs.field(converter=_as_facets)
    cells: Mapping[Key, Cell] = attrs.field(factory=dict, converter=_as_cells)

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems_in(self))

    @property
    def total(self) -> int:
        """The number of actions."""
        return sum(actions for actions, _ in self.cells.values())

    @property
    def reports(self) -> int:
        """The number of reports."""
        return sum(reports for _, reports in self.cells.values())

    def by(self, *facets: str) -> "Totals":
        """The totals by some of the facets only: a margin of the table.

        Raises:
            InvalidValue: the totals are not by such a facet.
        """
        refuse_if(_unknown(facet, self.facets) for facet in facets if facet not in self.facets)
        places = [self.facets.index(facet) for facet in facets]
        margin: dict[Key, Cell] = {}
        for key, (actions, reports) in self.cells.items():
            place = tuple(key[n] for n in places)
            more = margin.get(place, (0, 0))
            margin[place] = more[0] + actions, more[1] + reports
        return Totals(facets, margin)

    def rows(self) -> Iterator[tuple[str | int | None, ...]]:
        """The cells in order, what is not said at the end: the values, the number of actions, the number of reports."""
        yield from ((*key, *self.cells[key]) for key in in_order(self.cells))

    def __add__(self, other: "Totals") -> "Totals":
        return join_totals((self, other)) if isinstance(other, Totals) else NotImplemented

    def __radd__(self, other: int) -> "Totals":
        return self if other == 0 else NotImplemented  # sum() starts at 0

    def __reduce__(self) -> tuple[object, ...]:
        return Totals, (self.facets, dict(self.cells))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Totals):
            return NotImplemented
        return self.facets == other.facets and dict(self.cells) == dict(other.cells)

    def __hash__(self) -> int:
        return hash((self.facets, frozenset(self.cells.items())))

    def _repr_html_(self) -> str:
        rows = [["not said" if cell is None else cell for cell in row] for row in self.rows()]
        total = ["total", *[""] * (len(self.facets) - 1)] if self.facets else []
        return html_table([*rows, [*total, self.total, self.reports]], header=[*self.facets, "actions", "reports"])


def join_totals(parts: Iterable[Totals]) -> Totals:
    """The sum of totals by the same facets, in time linear in their cells.

    Raises:
        InvalidValue: they are by different facets; all of those are named.
    """
    parts = tuple(parts)
    facets = parts[0].facets if parts else ()
    refuse_if(_other_facets(n, part, facets) for n, part in enumerate(parts) if part.facets != facets)
    summed: dict[Key, Cell] = {}
    for part in parts:
        for key, (actions, reports) in part.cells.items():
            known = summed.get(key)
            summed[key] = (actions, reports) if known is None else (known[0] + actions, known[1] + reports)
    return Totals(facets, summed)


def _problems_in(totals: Totals) -> Iterator[Problem]:
    for facet in totals.facets:
        if not isinstance(facet, str) or not facet:
            yield Problem("wrong-type", f"{facet!r} is no facet", where="facets", way_out="give their names")
        elif totals.facets.count(facet) > 1:
            yield Problem("facet-twice", f"the facet {facet!r} stands there twice", where="facets", way_out="keep one")
    if not isinstance(totals.cells, Mapping):
        yield Problem("wrong-type", "the cells are no mapping", where="cells", way_out="give a dict")
        return
    for key, cell in totals.cells.items():
        if not _is_key(key, len(totals.facets)):
            what = f"{key!r} has not one value for each facet"
            yield Problem("bad-cell", what, where="cells", way_out="give a tuple of texts, None for what is not said")
        elif not _is_cell(cell):
            what = f"{cell!r} is not a number of actions and of reports at least one and not more than these"
            yield Problem("bad-cell", what, where=f"cells[{key!r}]", way_out="leave out cells of nothing")


def _is_key(key: object, length: int) -> bool:
    if type(key) is not tuple or len(key) != length:
        return False
    return all(value is None or type(value) is str for value in key)


def _is_cell(cell: object) -> bool:
    if type(cell) is not tuple or len(cell) != 2:
        return False
    actions, reports = cell
    return type(actions) is int and type(reports) is int and 1 <= reports <= actions


def _unknown(facet: str, facets: tuple[str, ...]) -> Problem:
    return Problem("unknown-facet", f"the totals are not by {facet!r}", way_out=did_you_mean(str(facet), facets))


def _other_facets(number: int, part: Totals, facets: tuple[str, ...]) -> Problem:
    what = f"totals by {', '.join(part.facets)} and by {', '.join(facets)} cannot be added"
    return Problem("other-facets", what, where=f"parts[{number}]", way_out="take both by the same facets")
