"""What was done, counted by channel, target, country and day; every report counts once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import attrs

from urgent_actions.action_report import ActionReport
from urgent_actions.errors import InvalidValue, Problem, did_you_mean
from urgent_actions.values.arguments import Asked, refuse_wrong
from urgent_actions.values.html_table import html_table

BY = {
    "case": "case",
    "channel": "channel",
    "target": "target",
    "country": "country",
    "language": "language",
    "day": "on",
    "basis": "basis",
}
"""What totals can be taken by, and the field of a report that says it."""

Key = tuple[object, ...]


def _as_read_only(reports: Mapping[str, ActionReport]) -> Mapping[str, ActionReport]:
    return MappingProxyType(dict(reports))


@attrs.frozen(eq=False)
class Tally:
    """Reports, each once, and their totals.

    Tallies add up with `+`, in any order and grouping, and adding one twice changes nothing, because a report is known
    by its id. Of two different reports with one id the one that claims less counts, and `disputed` names the id.

    Args:
        reports: the report that counts, by its id.
        disputed: ids under which different reports have come in.

    >>> Tally() + Tally() == Tally()
    True
    """

    reports: Mapping[str, ActionReport] = attrs.field(factory=dict, converter=_as_read_only)
    disputed: frozenset[str] = frozenset()

    @property
    def total(self) -> int:
        """The number of actions."""
        return sum(report.count for report in self.reports.values())

    def by(self, *facets: str) -> dict[Key, int]:
        """The number of actions by one facet or several, among case, channel, target, country, day and basis.

        Returns:
            A dict from the tuple of values, None for what a report does not say, to the number of actions. Its numbers
            add up to `total`. It is sorted by the values as they are written, with what is not said at the end.

        Raises:
            InvalidValue: there is no such facet.
        """
        unknown = [facet for facet in facets if facet not in BY]
        if unknown:
            raise InvalidValue(*map(_unknown_facet, unknown))
        fields = tuple(BY[facet] for facet in facets)
        counted: Counter[Key] = Counter()
        for report in self.reports.values():
            counted[tuple(getattr(report, field) for field in fields)] += report.count
        return dict(sorted(counted.items(), key=lambda item: [(value is None, str(value)) for value in item[0]]))

    def rows(self) -> Iterator[tuple[str, str, int]]:
        """The totals by channel, by target, by country and by day: facet, value, number of actions."""
        for facet in ("channel", "target", "country", "day"):
            for (value,), count in self.by(facet).items():
                yield facet, "not said" if value is None else str(value), count

    def __add__(self, other: "Tally") -> "Tally":
        if not isinstance(other, Tally):
            return NotImplemented
        merged, disputed = dict(self.reports), set(self.disputed | other.disputed)
        for report in other.reports.values():
            _count_in(report, merged, disputed)
        return Tally(merged, frozenset(disputed))

    def __radd__(self, other: int) -> "Tally":
        return self if other == 0 else NotImplemented  # sum() starts at 0

    def __reduce__(self) -> tuple[object, ...]:
        return Tally, (dict(self.reports), self.disputed)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Tally):
            return NotImplemented
        return dict(self.reports) == dict(other.reports) and self.disputed == other.disputed

    def __hash__(self) -> int:
        return hash((frozenset(self.reports.values()), self.disputed))

    def _repr_html_(self) -> str:
        rows = [*self.rows(), ("total", "", self.total)]
        return html_table(rows, header=("By", "", "Actions"))


def tally(reports: Iterable[ActionReport]) -> Tally:
    """Count reports, each once however often it comes in.

    Args:
        reports: reports of one case or of many, in any order.

    Raises:
        InvalidValue: it is no collection, or has members that are no reports; all of them are named.
    """
    counted: dict[str, ActionReport] = {}
    disputed: set[str] = set()
    others: dict[str, tuple[object, Asked]] = {}
    if not isinstance(reports, Iterable):
        refuse_wrong(reports=(reports, [ActionReport]))
    for number, report in enumerate(reports):
        if isinstance(report, ActionReport):
            _count_in(report, counted, disputed)
        else:
            others[f"reports[{number}]"] = report, ActionReport
    refuse_wrong(**others)
    return Tally(counted, frozenset(disputed))


def _count_in(report: ActionReport, counted: dict[str, ActionReport], disputed: set[str]) -> None:
    known = counted.setdefault(report.id, report)
    if known is not report and known != report:
        disputed.add(report.id)
        counted[report.id] = min(known, report, key=_claim)


def _unknown_facet(facet: str) -> Problem:
    return Problem("unknown-facet", f"cannot total by {facet!r}", way_out=did_you_mean(facet, list(BY)))


def _claim(report: ActionReport) -> tuple[int, tuple[str, ...]]:
    """What a report claims: the smaller one counts, and between equals the text decides, so that order does not."""
    told = (report.case, report.on, report.channel, report.target, report.country, report.language, report.basis)
    return report.count, tuple("" if value is None else str(value) for value in (*told, report.supporter))
