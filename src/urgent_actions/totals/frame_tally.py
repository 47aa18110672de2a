"""What was done, as a data frame of records tells it: the same numbers as a tally of the same records."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import chain
from typing import Any

import attrs

from urgent_actions.errors import InvalidData, Problem, refuse_if
from urgent_actions.totals.facets import BY, PERIODS, refuse_unknown, refuse_unknown_period
from urgent_actions.totals.frame import Frame, digested, rows_in_sets, rows_of, texts_of
from urgent_actions.totals.frame_cells import wrong_cells
from urgent_actions.totals.frame_columns import refuse_wrong_columns
from urgent_actions.totals.frame_fold import FrameFold
from urgent_actions.totals.record_texts import RecordTexts
from urgent_actions.totals.totals import Key, Totals
from urgent_actions.values.html_table import html_table
from urgent_actions.values.impact import Impact
from urgent_actions.values.reply_kind import ReplyKind


@attrs.frozen(eq=False)
class FrameTally:
    """The totals of a data frame of records.

    Whatever gives a frame gives one of the kind that was handed in, lazy where that was lazy, its rows in no certain
    order. Every number is that of `tally(records)` for the same records. What no record has, such as a country of three
    letters, shows in the answers as it stands, or as `??` where it is too long; `check` tells all of it, and what goes
    on to others, `totals` and `publish`, is checked before.

    Args:
        frame: a frame of records, of pandas, Polars, PyArrow, DuckDB, Dask, Spark or another kind that narwhals knows.

    Raises:
        InvalidData: its columns are not those of records; all problems at once.
        MissingExtra: the extra `frames` is not installed.
    """

    frame: Frame = attrs.field(repr=False)
    _fold: FrameFold = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        texts = RecordTexts.of(self.frame)
        refuse_wrong_columns(texts.schema)
        object.__setattr__(self, "_fold", FrameFold(texts))

    def check(self) -> None:
        """Look at every cell once, for a frame that other hands than ours have made; a lazy frame is run, once.

        Raises:
            InvalidData: some cannot be those of records; all columns at once, with how many cells.
        """
        refuse_if(self._wrong_cells, InvalidData)

    @cached_property
    def _wrong_cells(self) -> tuple[Problem, ...]:
        return tuple(wrong_cells(self._fold.texts))

    def by(self, *facets: str) -> Any:
        """The numbers of actions and of reports by facets: a frame with a column for each, `actions` and `reports`.

        Raises:
            InvalidValue: there is no such facet.
        """
        return self._grouped(facets).to_native()

    def timeline(self, every: str = "month", *facets: str) -> Any:
        """The numbers of actions and of reports by year, month or day, and by facets.

        Args:
            every: `year`, `month` or `day`; the column of this name holds them as `2020`, `2020-05` or `2020-05-25`.
            facets: what they are by besides.

        Raises:
            InvalidValue: there is no such period or facet.
        """
        refuse_unknown_period(every)
        refuse_unknown(facets)
        nw = self._fold.texts.nw
        others = tuple(facet for facet in facets if facet != every)
        said = self._fold.counted("on", *_fields(others), on=PERIODS[every])
        return self._summed(said.with_columns(nw.col("on").alias(every)), others, every).to_native()

    def funnel(self, *facets: str) -> Any:
        """How many actions were done, and of these delivered, and of these answered, and of these favourably.

        Returns:
            A frame with a column for each facet, `done`, `delivered`, `answered` and `favourable`.

        Raises:
            InvalidValue: there is no such facet.
        """
        refuse_unknown(facets)
        nw = self._fold.texts.nw
        count, arrived = nw.col("actions"), 1 - nw.col("bounced")
        stages = {
            "done": count,
            "delivered": count * arrived,
            "answered": count * arrived * nw.col("answered"),
            "favourable": count * arrived * nw.col("favourable"),
        }
        said = self._fold.counted(*_fields(facets)).with_columns(**stages)
        return self._by(said, facets, {stage: nw.col(stage).sum() for stage in stages}).to_native()

    def effort_by_country(self) -> Any:
        """By the country of the senders the numbers of actions, of reports, and of distinct supporters with a token."""
        sums = {name: self._fold.texts.nw.col(name).sum() for name in ("actions", "reports", "supporters")}
        return self._by(self._each_person(("country",)), ("country",), sums).to_native()

    def totals(self, *facets: str) -> Totals:
        """The numbers of actions and of reports by facets as `Totals`, to add up and to publish; a lazy frame is run.

        Raises:
            InvalidData: some cells cannot be those of records, as `check` tells.
            InvalidValue: there is no such facet.
        """
        return self.tables(facets)[0]

    def tables(self, *tables: tuple[str, ...]) -> tuple[Totals, ...]:
        """The totals by several groups of facets; DuckDB looks at the records once for all of them.

        Raises:
            InvalidData: some cells cannot be those of records, as `check` tells.
            InvalidValue: there is no such facet.
        """
        self.check()
        found = self._in_tables(tables, self._grouped, self._fold.counted, ("sum(actions)", "sum(reports)"))
        return tuple(
            Totals(facets, {row[:-2]: (int(row[-2]), int(row[-1])) for row in rows if row[-1]})
            for facets, rows in zip(tables, found, strict=True)
        )

    @property
    def total(self) -> int:
        """The number of actions that were done; like every number here, a lazy frame is run for it."""
        return _number(rows_of(self._grouped(())), 0)

    @property
    def delivered(self) -> int:
        """The number of actions of which nothing has come back."""
        return self.total - self.returned

    @property
    def returned(self) -> int:
        """The number of actions that have come back; no more reports are looked at than there are bounces."""
        return _number(rows_of(self._fold.returned().select(self._fold.texts.nw.col("actions").sum())), 0)

    @property
    def reports(self) -> int:
        """The number of reports that count."""
        return _number(rows_of(self._grouped(())), 1)

    @property
    def supporters(self) -> int:
        """The number of distinct supporters, exactly, among the reports that have a token, each once in every case."""
        return _number(rows_of(self._each_person(()).select(self._fold.texts.nw.col("supporters").sum())), 0)

    @property
    def anonymous(self) -> int:
        """The number of reports that count and have no token."""
        unnamed = self._fold.counted("supporter", supporter=1).filter(self._fold.texts.nw.col("supporter") == "")
        return _number(rows_of(self._summed(unnamed, ())), 1)

    @property
    def replies(self) -> dict[ReplyKind, int]:
        """How many replies of each kind came to what counts; kinds without any are left out."""
        counts = self._replies_by("reply")
        return {kind: counts[str(kind)] for kind in ReplyKind if str(kind) in counts}

    @property
    def impacts(self) -> dict[Impact, int]:
        """With how many replies each impact was seen."""
        counts = self._replies_by("impact")
        return {impact: counts[str(impact)] for impact in Impact if str(impact) in counts}

    @property
    def disputed(self) -> frozenset[str]:
        """The ids under which different reports have come in."""
        return frozenset(row[0] for row in rows_of(self._fold.disputed()))

    @property
    def unmatched(self) -> frozenset[str]:
        """The ids of later facts whose report has not come in, or was for another case."""
        return frozenset(row[0] for row in rows_of(self._fold.unmatched()))

    def people(self, *facets: str) -> dict[Key, int]:
        """The number of people by facets: supporters, each once in every case, and reports where there is no token.

        Raises:
            InvalidValue: there is no such facet.
        """
        return self.people_in(facets)[0]

    def people_in(self, *tables: tuple[str, ...]) -> tuple[dict[Key, int], ...]:
        """The numbers of people by several groups of facets; DuckDB looks at the records once for all of them.

        Raises:
            InvalidValue: there is no such facet.
        """
        named = "count(DISTINCT person) FILTER (supporters = 1)"
        unnamed = "coalesce(sum(reports) FILTER (supporters = 0), 0)"
        found = self._in_tables(tables, self._people, self._persons, (f"{named} + {unnamed}",))
        return tuple({row[:-1]: int(row[-1]) for row in rows if row[-1]} for rows in found)

    def tokens(self) -> Iterator[list[str]]:
        """The supporters of what counts, by case and token, some at a time, each as often as there are reports."""
        for people in self._fold.people_apart():  # one after the other, so that one alone takes memory
            yield from texts_of(people.select("person").filter(self._fold.texts.nw.col("person") != ""))

    def _repr_html_(self) -> str:
        """The columns of the records; nothing is run to show it."""
        rows = [(name, str(kind)) for name, kind in self._fold.texts.schema.items()]
        return html_table(rows, header=("Column", "Type"), caption=f"Records, to be totalled by {', '.join(BY)}")

    def _in_tables(
        self,
        tables: tuple[tuple[str, ...], ...],
        one_by_one: Callable[[tuple[str, ...]], Any],
        together: Callable[..., Any],
        sums: tuple[str, ...],
    ) -> list[list[tuple[Any, ...]]]:
        """The rows of several tables: of DuckDB those of one relation, of others those of a frame for each."""
        for facets in tables:
            refuse_unknown(facets)
        sets = [_fields(facets) for facets in tables]
        told = together(*dict.fromkeys(chain.from_iterable(sets)))
        if not told.implementation.is_duckdb():
            return [[*rows_of(one_by_one(facets))] for facets in tables]
        found: list[list[tuple[Any, ...]]] = [[] for _ in tables]
        for place, row in rows_in_sets(told.to_native(), sets, *sums):
            cells = len(row) - len(sums)
            found[place].append((*(cell or None for cell in row[:cells]), *row[cells:]))
        return found

    def _people(self, facets: tuple[str, ...]) -> Any:
        nw, fields = self._fold.texts.nw, _fields(facets)
        people = nw.when(nw.col("supporters") == 1).then(nw.lit(1)).otherwise(nw.col("reports"))
        told = self._each_person(fields).with_columns(people=people)
        return self._by(told, facets, {"people": nw.col("people").sum()})

    def _each_person(self, fields: tuple[str, ...]) -> Any:
        """Each person once for all that the fields tell; all without a token are one, and 0 in `supporters`."""
        told = self._persons(*fields).group_by(*fields, "person", "supporters")
        return told.agg(self._fold.texts.nw.col("actions", "reports").sum())

    def _persons(self, *fields: str) -> Any:
        """The person behind each row of what counts, and 1 in `supporters` where one is known."""
        nw, people = self._fold.texts.nw, self._fold.people(*fields)
        supporters = nw.when(nw.col("person") != "").then(nw.lit(1)).otherwise(nw.lit(0))
        return digested(nw, people.with_columns(supporters=supporters), "person")

    def _replies_by(self, column: str) -> dict[str, int]:
        counts = self._fold.replies().group_by(column).agg(self._fold.texts.nw.len())
        return {word: int(number) for word, number in rows_of(counts)}

    def _grouped(self, facets: tuple[str, ...]) -> Any:
        refuse_unknown(facets)
        return self._summed(self._fold.counted(*_fields(facets)), facets)

    def _summed(self, said: Any, facets: tuple[str, ...], *periods: str) -> Any:
        sums = {name: self._fold.texts.nw.col(name).sum() for name in ("actions", "reports")}
        return self._by(said, facets, sums, periods)

    def _by(self, said: Any, facets: tuple[str, ...], sums: dict[str, Any], periods: tuple[str, ...] = ()) -> Any:
        """Sums by periods and by facets, null where a report does not say one."""
        nw, fields = self._fold.texts.nw, _fields(facets)
        told = [one.alias(name) for name, one in sums.items()]
        groups = (*periods, *fields)
        summed = _whole(nw, said.group_by(*groups).agg(*told) if groups else said.select(*told), *sums)
        read = {field: nw.when(nw.col(field) != "").then(nw.col(field)) for field in fields}
        return summed.with_columns(**read).rename(dict(zip(fields, facets, strict=True))) if fields else summed


def _fields(facets: Iterable[str]) -> tuple[str, ...]:
    return tuple(BY[facet] for facet in facets)


def _whole(nw: Any, frame: Any, *columns: str) -> Any:
    """The frame with these sums as whole numbers of 64 bits on every engine, and 0 where nothing was summed."""
    return frame.with_columns(nw.col(*columns).fill_null(0).cast(nw.Int64))


def _number(rows: Iterator[tuple[Any, ...]], place: int) -> int:
    """One number of the only row; the sum of nothing is null on some engines."""
    return int(next(rows)[place] or 0)
