"""What was done, as a data frame of records tells it: the same numbers as a tally of the same records."""

from collections.abc import Iterator
from typing import Any

import attrs

from urgent_actions.errors import InvalidData, refuse_if
from urgent_actions.totals.facets import BY, PERIODS, refuse_unknown, refuse_unknown_period
from urgent_actions.totals.frame import Frame, rows_of
from urgent_actions.totals.frame_cells import wrong_cells
from urgent_actions.totals.frame_columns import refuse_wrong_columns
from urgent_actions.totals.frame_fold import FrameFold
from urgent_actions.totals.record_texts import RecordTexts
from urgent_actions.totals.totals import Key, Totals
from urgent_actions.values.impact import Impact
from urgent_actions.values.reply_kind import ReplyKind


@attrs.frozen(eq=False)
class FrameTally:
    """The totals of a data frame of records.

    Whatever gives a frame gives one of the kind that was handed in, lazy where that was lazy, its rows in no certain
    order. Every number is that of `tally(records)` for the same records.

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
        """Look at every cell once, for a frame that other hands than ours have made; a lazy frame is run.

        Raises:
            InvalidData: some cannot be those of records; all columns at once, with how many cells.
        """
        refuse_if(wrong_cells(self._fold.texts), InvalidData)

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
        said = self._counted("day", *facets)
        period = nw.col("day").str.slice(0, PERIODS[every])
        others = tuple(facet for facet in facets if facet != every)
        return self._summed(said.with_columns(period.alias(every)), (every, *others)).to_native()

    def funnel(self, *facets: str) -> Any:
        """How many actions were done, and of these delivered, and of these answered, and of these favourably.

        Returns:
            A frame with a column for each facet, `done`, `delivered`, `answered` and `favourable`.

        Raises:
            InvalidValue: there is no such facet.
        """
        refuse_unknown(facets)
        nw = self._fold.texts.nw
        count, arrived = nw.col("count"), 1 - nw.col("bounced")
        stages = {
            "done": count,
            "delivered": count * arrived,
            "answered": count * arrived * nw.col("answered"),
            "favourable": count * arrived * nw.col("favourable"),
        }
        said = self._counted(*facets).with_columns(**stages)
        sums = [nw.col(stage).sum() for stage in stages]
        summed = said.group_by(*facets).agg(*sums) if facets else said.select(*sums)
        return _whole(nw, summed, *stages).to_native()

    def effort_by_country(self) -> Any:
        """By the country of the senders the numbers of actions, of reports, and of distinct supporters with a token."""
        nw = self._fold.texts.nw
        said = self._fold.counted("country", "supporter")
        person = nw.when(~nw.col("supporter").is_null()).then(nw.concat_str("case", nw.lit(" "), "supporter"))
        told = said.with_columns(person=person, unnamed=nw.col("supporter").is_null().cast(nw.Int64), reports=nw.lit(1))
        summed = told.group_by("country").agg(
            nw.col("count").sum().alias("actions"),
            nw.col("reports").sum(),
            nw.col("person").n_unique(),
            nw.col("unnamed").max(),
        )
        supporters = (nw.col("person") - nw.col("unnamed")).alias("supporters")
        told = summed.select("country", "actions", "reports", supporters)
        return _whole(nw, told, "actions", "reports", "supporters").to_native()

    def totals(self, *facets: str) -> Totals:
        """The numbers of actions and of reports by facets as `Totals`, to add up and to publish; a lazy frame is run.

        Raises:
            InvalidValue: there is no such facet.
        """
        rows = rows_of(self._grouped(facets))
        return Totals(facets, {row[:-2]: (int(row[-2]), int(row[-1])) for row in rows if row[-1]})

    @property
    def total(self) -> int:
        """The number of actions that were done; like every number here, a lazy frame is run for it."""
        return _number(rows_of(self._summed(self._counted(), ())), 0)

    @property
    def delivered(self) -> int:
        """The number of actions of which nothing has come back."""
        nw = self._fold.texts.nw
        arrived = self._counted().filter(nw.col("bounced") == 0)
        return _number(rows_of(self._summed(arrived, ())), 0)

    @property
    def reports(self) -> int:
        """The number of reports that count."""
        return _number(rows_of(self._summed(self._counted(), ())), 1)

    @property
    def supporters(self) -> int:
        """The number of distinct supporters, exactly, among the reports that have a token, each once in every case."""
        nw = self._fold.texts.nw
        named = self._fold.counted("supporter").filter(~nw.col("supporter").is_null())
        return _number(rows_of(named.select("case", "supporter").unique().select(nw.len())), 0)

    @property
    def anonymous(self) -> int:
        """The number of reports that count and have no token."""
        nw = self._fold.texts.nw
        unnamed = self._fold.counted("supporter").filter(nw.col("supporter").is_null())
        return _number(rows_of(unnamed.select(nw.len())), 0)

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
        refuse_unknown(facets)
        nw, fields = self._fold.texts.nw, [BY[facet] for facet in facets]
        told = self._fold.people(*fields)
        counts = told.group_by(*fields).agg(nw.len()) if fields else told.select(nw.len())
        return {row[:-1]: int(row[-1]) for row in rows_of(counts)}

    def _replies_by(self, column: str) -> dict[str, int]:
        counts = self._fold.replies().group_by(column).agg(self._fold.texts.nw.len())
        return {word: int(number) for word, number in rows_of(counts)}

    def _grouped(self, facets: tuple[str, ...]) -> Any:
        refuse_unknown(facets)
        return self._summed(self._counted(*facets), facets)

    def _counted(self, *facets: str) -> Any:
        """What counts, with a column for each facet under its own name."""
        said = self._fold.counted(*(BY[facet] for facet in facets))
        return said.rename({field: facet for facet, field in BY.items() if facet in facets and facet != field})

    def _summed(self, said: Any, facets: tuple[str, ...]) -> Any:
        nw = self._fold.texts.nw
        told = said.with_columns(reports=nw.lit(1))
        sums = nw.col("count").sum().alias("actions"), nw.col("reports").sum()
        summed = told.group_by(*facets).agg(*sums) if facets else told.select(*sums)
        return _whole(nw, summed, "actions", "reports")


def _whole(nw: Any, frame: Any, *columns: str) -> Any:
    """The frame with these sums as whole numbers of 64 bits on every engine, and 0 where nothing was summed."""
    return frame.with_columns(nw.col(*columns).fill_null(0).cast(nw.Int64))


def _number(rows: Iterator[tuple[Any, ...]], place: int) -> int:
    """One number of the only row; the sum of nothing is null on some engines."""
    return int(next(rows)[place] or 0)
