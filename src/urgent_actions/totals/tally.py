"""What was done, as the set of records tells it: every report counts once, corrected, withdrawn or bounced as known."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain, islice
from operator import attrgetter
from os import PathLike, fspath
from types import MappingProxyType
from typing import Any, overload

import attrs

from urgent_actions.action_report import ActionReport
from urgent_actions.errors import refuse_if
from urgent_actions.record import Record
from urgent_actions.totals.counting import Counting, ReportKey, no_record
from urgent_actions.totals.effort import Effort, effort_by_country
from urgent_actions.totals.facets import BY, PERIODS, refuse_unknown, refuse_unknown_period
from urgent_actions.totals.frame import Frame, is_frame
from urgent_actions.totals.frame_tally import FrameTally
from urgent_actions.totals.funnel import Funnel, funnels
from urgent_actions.totals.later_facts import Fact, LaterFacts
from urgent_actions.totals.order import in_order
from urgent_actions.totals.record_files import scan_record_files
from urgent_actions.totals.totals import Totals
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.country import Country
from urgent_actions.values.html_table import html_table
from urgent_actions.values.impact import Impact
from urgent_actions.values.reply_kind import ReplyKind

Key = tuple[object, ...]
_BATCH = 10_000


def _as_reports(reports: Mapping[str, ActionReport]) -> Mapping[str, ActionReport]:
    """Reports that nobody changes; those that are so already are not copied, for they may be millions."""
    return reports if isinstance(reports, MappingProxyType) else MappingProxyType(dict(reports))


def _as_later(later: Mapping[ReportKey, LaterFacts]) -> Mapping[ReportKey, LaterFacts]:
    return MappingProxyType(dict(later))


@attrs.frozen(eq=False)
class Tally:
    """Reports, each once, with what became of them, and their totals.

    Tallies add up with `+`, in any order and grouping, and adding one twice changes nothing: they are a join
    semilattice, because a tally is made of parts that are, each joined by itself. For every id the smaller claim stays
    (a minimum), the ids in dispute are united, and the later facts of every report are joined (`LaterFacts`).

    Args:
        reports: the report that counts, by its id.
        disputed: ids under which different reports have come in.
        later: what became of reports, by id and case, whether the report has come in or not.

    >>> Tally() + Tally() == Tally()
    True
    """

    reports: Mapping[str, ActionReport] = attrs.field(factory=dict, converter=_as_reports)
    disputed: frozenset[str] = frozenset()
    later: Mapping[ReportKey, LaterFacts] = attrs.field(factory=dict, converter=_as_later)

    @cached_property
    def counted(self) -> tuple[ActionReport, ...]:
        """What counts: every report as corrected, without those that were withdrawn."""
        if not self.later:
            return tuple(self.reports.values())
        pairs = ((report, self.later.get((report.id, report.case))) for report in self.reports.values())
        return tuple(
            report if facts is None else facts.corrected(report)
            for report, facts in pairs
            if facts is None or facts.withdrawal is None
        )

    @property
    def total(self) -> int:
        """The number of actions that were done."""
        return sum(map(attrgetter("count"), self.counted))

    @property
    def delivered(self) -> int:
        """The number of actions of which nothing has come back."""
        return self.total - self.returned

    @property
    def returned(self) -> int:
        """The number of actions that have come back."""
        return sum(said.count for said, facts in self._known_of() if facts.bounce)

    @property
    def replies(self) -> dict[ReplyKind, int]:
        """How many replies of each kind came to what counts; kinds without any are left out."""
        counts = Counter(reply.reply for _, facts in self._known_of() for reply in facts.replies)
        return {kind: counts[kind] for kind in ReplyKind if kind in counts}

    @property
    def impacts(self) -> dict[Impact, int]:
        """With how many replies each impact was seen."""
        counts = Counter(reply.impact for _, facts in self._known_of() for reply in facts.replies)
        return {impact: counts[impact] for impact in Impact if impact in counts}

    @property
    def supporters(self) -> int:
        """The number of distinct supporters, exactly, among the reports that have a token.

        A person has another token in every case, and is counted once in each.
        """
        return len({(said.case, said.supporter) for said in self.counted if said.supporter is not None})

    @property
    def anonymous(self) -> int:
        """The number of reports that count and have no token."""
        return sum(said.supporter is None for said in self.counted)

    @property
    def unmatched(self) -> tuple[Fact, ...]:
        """Facts whose report has not come in, or was for another case; they count nothing until it comes."""
        waiting = (facts for key, facts in sorted(self.later.items()) if not self._has(*key))
        return tuple(chain.from_iterable(waiting))

    def by(self, *facets: str) -> dict[Key, int]:
        """The number of actions by one facet or several, among case, channel, target, country, language, day and basis.

        Returns:
            A dict from the tuple of values, None for what a report does not say, to the number of actions. Its numbers
            add up to `total`. It is sorted by the values as they are written, with what is not said at the end.

        Raises:
            InvalidValue: there is no such facet.
        """
        cells: Counter[Key] = Counter()
        for key, count, reports in self._grouped(facets):
            cells[key] += count * reports
        return {key: cells[key] for key in in_order(cells)}

    def totals(self, *facets: str) -> Totals:
        """The numbers of actions and of reports by facets, without the reports: what a section may pass on.

        Raises:
            InvalidValue: there is no such facet.
        """
        cells: dict[tuple[str | None, ...], tuple[int, int]] = {}
        for values, count, reports in self._grouped(facets):
            key = tuple(None if value is None else str(value) for value in values)
            actions, before = cells.get(key, (0, 0))
            cells[key] = actions + count * reports, before + reports
        return Totals(facets, cells)

    def timeline(self, every: str = "month", *facets: str) -> dict[Key, int]:
        """The number of actions by year, month or day, and by facets.

        Args:
            every: `year`, `month` or `day`.
            facets: what they are by besides.

        Returns:
            A dict from the period, as `2020`, `2020-05` or `2020-05-25`, and the other values to the number of actions.

        Raises:
            InvalidValue: there is no such period or facet.
        """
        refuse_unknown_period(every)
        cells: Counter[Key] = Counter()
        for (day, *others), count in self.by("day", *facets).items():
            cells[str(day)[: PERIODS[every]], *others] += count
        return {key: cells[key] for key in in_order(cells)}

    def funnel(self, *facets: str) -> dict[Key, Funnel]:
        """How many actions were done, and of these delivered, and of these answered, and of these favourably.

        Raises:
            InvalidValue: there is no such facet.
        """
        refuse_unknown(facets)
        fields = [BY[facet] for facet in facets]
        found = funnels(((tuple(getattr(said, f) for f in fields), said) for said in self.counted), self.later)
        return {key: found[key] for key in in_order(found)}

    def effort_by_country(self) -> dict[Country | None, Effort]:
        """By the country of the senders the numbers of actions, of reports, and of distinct supporters with a token."""
        return effort_by_country(self.counted)

    def rows(self) -> Iterator[tuple[str, str, int]]:
        """The totals by channel, by target, by country and by day: facet, value, number of actions."""
        for facet in ("channel", "target", "country", "day"):
            for (value,), count in self.by(facet).items():
                yield facet, "not said" if value is None else str(value), count

    def __add__(self, other: "Tally") -> "Tally":
        return join_tallies((self, other)) if isinstance(other, Tally) else NotImplemented

    def __radd__(self, other: int) -> "Tally":
        return self if other == 0 else NotImplemented  # sum() starts at 0

    def __reduce__(self) -> tuple[object, ...]:
        return Tally, (dict(self.reports), self.disputed, dict(self.later))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Tally):
            return NotImplemented
        mine, theirs = dict(self.reports), dict(other.reports)
        return mine == theirs and self.disputed == other.disputed and dict(self.later) == dict(other.later)

    def __hash__(self) -> int:
        return hash((frozenset(self.reports.values()), self.disputed, frozenset(self.later.items())))

    def _repr_html_(self) -> str:
        rows: list[tuple[str, str, int]] = [*self.rows(), ("total", "", self.total), ("delivered", "", self.delivered)]
        rows += [("reply", str(kind), count) for kind, count in self.replies.items()]
        return html_table(rows, header=("By", "", "Actions"))

    def _known_of(self) -> Iterator[tuple[ActionReport, LaterFacts]]:
        """What counts and something became of, with what became of it."""
        for (identity, case), facts in self.later.items():
            if facts.withdrawal is None and self._has(identity, case):
                yield facts.corrected(self.reports[identity]), facts

    def _has(self, identity: str, case: CaseReference) -> bool:
        report = self.reports.get(identity)
        return report is not None and report.case == case

    def _grouped(self, facets: tuple[str, ...]) -> Iterator[tuple[Key, int, int]]:
        """The values of the facets, the count of a report, and how many reports say just that.

        The interpreter groups them without our code, so that millions take no longer than a `Counter` of tuples.
        """
        refuse_unknown(facets)
        fields = [BY[facet] for facet in facets]
        if len(fields) > 1 and {*map(attrgetter("count"), self.counted)} <= {1}:
            yield from ((key, 1, reports) for key, reports in Counter(map(attrgetter(*fields), self.counted)).items())
            return
        told = map(attrgetter(*fields, "count"), self.counted)
        for key, reports in Counter(told if fields else zip(told, strict=True)).items():
            yield key[:-1], key[-1], reports


@overload
def tally(records: Iterable[Record]) -> Tally: ...
@overload
def tally(records: str | PathLike[str] | Frame) -> FrameTally: ...
def tally(records: Any) -> Tally | FrameTally:
    """Count what was done, each report once however often it comes in, with all that became of it.

    Args:
        records: reports and later facts about them, of one case or of many, in any order. Or a data frame of them, with
            the columns of the table of records: of pandas, Polars, PyArrow, DuckDB, Dask, Spark or another kind that
            narwhals knows, lazy or not. Or the path of files of Parquet or CSV, such as `reports/*.parquet`, which
            DuckDB scans. Frames and files want the extra `frames`.

    Raises:
        InvalidValue: it is no collection, or has members that are no records, or there are no such files; all problems
            at once.
        InvalidData: the columns of a frame are not those of records.
        MissingExtra: the extra `frames` is not installed.
    """
    if isinstance(records, str | PathLike):
        return FrameTally(scan_record_files(fspath(records)))
    if is_frame(records):
        return FrameTally(records)
    return _tallied(records)


def _tallied(records: Iterable[Record]) -> Tally:
    if not isinstance(records, Iterable):
        refuse_wrong(records=(records, [ActionReport]))
    counting, others, begun = Counting(), [], 0
    rest = iter(records)
    while batch := list(islice(rest, _BATCH)):
        if not counting.take_all(batch):
            others += [no_record(begun + n, one) for n, one in enumerate(batch) if not counting.take(one)]
        begun += len(batch)
    refuse_if(others)
    return _made(counting)


def join_tallies(tallies: Iterable[Tally]) -> Tally:
    """The tally of all records of several tallies, in time linear in what they hold."""
    counting = Counting()
    for each in tallies:
        counting.disputed |= each.disputed
        counting.take_all(tuple(each.reports.values()))
        for key, facts in each.later.items():
            counting.take_facts(key, facts)
    return _made(counting)


def _made(counting: Counting) -> Tally:
    return Tally(MappingProxyType(counting.reports), frozenset(counting.disputed), counting.later)
