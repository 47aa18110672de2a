"""A table of totals as it is published: some numbers shown, some withheld, and none of these to be computed."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import combinations
from types import MappingProxyType

import attrs

from urgent_actions.errors import Problem, did_you_mean, refuse_if
from urgent_actions.totals.contradictions import Numbers, contradictions
from urgent_actions.totals.order import in_order
from urgent_actions.totals.totals import Key, Totals
from urgent_actions.values.html_table import html_table
from urgent_actions.values.text import Message

LEAST_THRESHOLD = 2
"""With a threshold of one nothing would be small."""


def _as_facets(facets: Iterable[str]) -> tuple[str, ...]:
    return tuple(facets)


def _as_tables(tables: Mapping[tuple[str, ...], Numbers]) -> Mapping[tuple[str, ...], Numbers]:
    if not isinstance(tables, Mapping):
        return tables
    return MappingProxyType({facets: MappingProxyType(dict(numbers)) for facets, numbers in tables.items()})


@attrs.frozen(eq=False)
class Release:
    """What `publish` gives: the table by all facets, its margins and the total.

    Args:
        facets: what the table is by.
        threshold: numbers of fewer people than this are withheld.
        tables: by each selection of the facets, in their order, the numbers that are not zero or are withheld.
        round_to: the number that the numbers shown are rounded to multiples of; None where they are exact.
        kept: the true totals, which the publisher keeps for the next release. They are not part of what is published:
            no document, no page and no `repr` has them; a pickle has, so that none leaves the house.
        cases: the cases that were counted, for the publisher only, as far as what was counted tells them; else None.
        reasons: why each number is withheld, for the publisher only, since it would tell which of them are small:
            `small`, `difference`, `complement` or `earlier`.
    """

    facets: tuple[str, ...] = attrs.field(converter=_as_facets)
    threshold: int = attrs.field(kw_only=True)
    tables: Mapping[tuple[str, ...], Numbers] = attrs.field(kw_only=True, converter=_as_tables)
    round_to: int | None = attrs.field(default=None, kw_only=True)
    kept: Totals | None = attrs.field(default=None, kw_only=True, repr=False)
    cases: frozenset[str | None] | None = attrs.field(default=None, kw_only=True, repr=False)
    reasons: Mapping[tuple[tuple[str, ...], Key], str] = attrs.field(factory=dict, kw_only=True, repr=False)

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems_in(self))

    @property
    def total(self) -> int | None:
        """The number of all actions, None where even that is withheld."""
        return self.number((), ())

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is shown, because too little was done, or too little since the last release."""
        return self.total is None

    def by(self, *facets: str) -> dict[Key, int | None]:
        """The numbers by some of the facets, sorted, None for a number that is withheld.

        Raises:
            InvalidValue: the release is not by such a facet.
        """
        refuse_if(_unknown(facet, self.facets) for facet in facets if facet not in self.facets)
        ordered = tuple(facet for facet in self.facets if facet in facets)
        places = [ordered.index(facet) for facet in facets]
        numbers = self.tables.get(ordered, {})
        turned = {tuple(key[n] for n in places): number for key, number in numbers.items()}
        return {key: turned[key] for key in in_order(turned)}

    def number(self, facets: tuple[str, ...], key: Key) -> int | None:
        """One number: zero where nothing was done, None where it is withheld.

        Args:
            facets: the facets that it is by, in the order of the table; none for the total.
            key: a value for each of them.

        Raises:
            InvalidValue: the release has no table by these facets.
        """
        if self._says_nothing:
            return None
        refuse_if(() if facets in self.tables else [_no_table(facets, self.facets)])
        return self.tables[facets].get(key, 0)

    def only(self, facet: str, value: str | None) -> "Release":
        """What is published of one value of a facet, such as of one case: its rows, by the other facets.

        Raises:
            InvalidValue: the release is not by such a facet.
        """
        refuse_if(() if facet in self.facets else [_unknown(facet, self.facets)])
        others = tuple(other for other in self.facets if other != facet)
        cases = frozenset({value}) if facet == "case" else self.cases
        return attrs.evolve(self, facets=others, tables=self._rows_of(facet, value), kept=None, cases=cases, reasons={})

    def _rows_of(self, facet: str, value: str | None) -> dict[tuple[str, ...], dict[Key, int | None]]:
        if self._says_nothing:
            return {(): {(): None}}
        rows = {chosen: self.by(facet, *chosen) for chosen in selections(one for one in self.facets if one != facet)}
        return {chosen: {key[1:]: rows[chosen][key] for key in rows[chosen] if key[0] == value} for chosen in rows}

    @property
    def withheld(self) -> tuple[tuple[tuple[str, ...], Key], ...]:
        """The numbers that are withheld, each by its facets and its key."""
        return tuple(
            (facets, key)
            for facets, numbers in self.tables.items()
            for key in in_order(numbers)
            if numbers[key] is None
        )

    @property
    def notes(self) -> tuple[Message, ...]:
        """What was withheld, and why, in any language; it never tells which numbers are the small ones."""
        return tuple(_notes(self))

    def rows(self) -> Iterator[tuple[str | int | None, ...]]:
        """The table by all facets: the values and the number, None where it is withheld."""
        yield from ((*key, number) for key, number in self.by(*self.facets).items())

    @property
    def _says_nothing(self) -> bool:
        return self.tables.get((), {}).get((), 0) is None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Release) and self._published() == other._published()

    def __hash__(self) -> int:
        return hash((self.facets, self.threshold, self.round_to, self.withheld))

    def __reduce__(self) -> tuple[object, ...]:
        said = {field.name: getattr(self, field.name) for field in attrs.fields(Release) if field.name != "facets"}
        said["tables"] = {facets: dict(numbers) for facets, numbers in self.tables.items()}
        return partial(Release, **said), (self.facets,)

    def _published(self) -> tuple[object, ...]:
        return self.facets, self.threshold, self.round_to, {f: dict(numbers) for f, numbers in self.tables.items()}

    def _repr_html_(self) -> str:
        rows = [[*map(_said, key), shown(number)] for *key, number in self.rows()]
        total = ["total", *[""] * (len(self.facets) - 1)] if self.facets else []
        caption = "\n".join(map(str, self.notes))
        return html_table([*rows, [*total, shown(self.total)]], header=[*self.facets, "actions"], caption=caption)


def selections(facets: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The selections of facets that a release has tables by: all of them, the margins, and none for the total."""
    names = tuple(facets)
    for size in range(len(names), -1, -1):
        yield from combinations(names, size)


def shown(number: object) -> object:
    """A number as a table shows it: a withheld one as three dots."""
    return "..." if number is None else number


def _said(value: object) -> object:
    return "not said" if value is None else value


def _notes(release: Release) -> Iterator[Message]:
    if release.is_empty:
        yield Message("Too little was done, or too little since the last release, for any number to be shown.")
        return
    hidden = len(release.withheld)
    if hidden:
        yield Message.plural(
            "{count} number is withheld, because with it fewer than {threshold} people could be told from others.",
            "{count} numbers are withheld, because with them fewer than {threshold} people could be told from others.",
            hidden,
            {"threshold": release.threshold},
        )
    if release.round_to is not None:
        yield Message("Numbers are rounded to multiples of {multiple}.", {"multiple": release.round_to})


def _problems_in(release: Release) -> Iterator[Problem]:
    for name, least in (("threshold", LEAST_THRESHOLD), ("round_to", 2)):
        number = getattr(release, name)
        if not (number is None and name == "round_to") and not _is_whole(number, least):
            yield Problem("bad-number", f"{name} is {number!r}, not a whole number from {least} on", where=name)
    if len({*release.facets}) < len(release.facets) or not all(isinstance(f, str) for f in release.facets):
        yield Problem("facet-twice", "the facets are not different names", where="facets")
    elif not isinstance(release.tables, Mapping) or {*release.tables} not in ({()}, {*selections(release.facets)}):
        way_out = "give one for each selection of the facets, or only an empty one"
        yield Problem("wrong-tables", "the tables are not those of the facets", where="tables", way_out=way_out)
    else:
        bad = [*_bad_cells(release.tables)]
        yield from bad
        multiple = 1 if release.round_to is None else release.round_to
        if not bad and _is_whole(multiple, 1):
            yield from contradictions(release.tables, multiple)


def _is_whole(number: object, least: int) -> bool:
    return type(number) is int and number >= least


def _bad_cells(tables: Mapping[tuple[str, ...], Numbers]) -> Iterator[Problem]:
    for facets, numbers in tables.items():
        if not all(_is_number(key, number, len(facets)) for key, number in numbers.items()):
            place = f"tables[{facets!r}]"
            yield Problem("bad-cell", "a number is none, or has not one value for each facet", where=place)


def _is_number(key: object, number: object, length: int) -> bool:
    if type(key) is not tuple or len(key) != length or not all(value is None or type(value) is str for value in key):
        return False
    return number is None or (type(number) is int and number >= 0)


def _no_table(facets: object, known: tuple[str, ...]) -> Problem:
    what = f"the release has no table by {facets!r}"
    return Problem("unknown-facet", what, way_out=f"give some of {known!r}, in this order")


def _unknown(facet: object, facets: tuple[str, ...]) -> Problem:
    return Problem("unknown-facet", f"the release is not by {facet!r}", way_out=did_you_mean(str(facet), facets))
