"""A tally in the making: records go in, one by one or many at once, and nothing that came in is forgotten."""

from collections.abc import Sequence
from operator import attrgetter
from os import PathLike
from typing import Any

import attrs

from urgent_actions.action_report import ActionReport
from urgent_actions.bounce import Bounce
from urgent_actions.correction import Correction
from urgent_actions.errors import Problem
from urgent_actions.record import Record
from urgent_actions.reply import Reply
from urgent_actions.totals.claim import claim
from urgent_actions.totals.later_facts import LaterFacts
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.printable import printable
from urgent_actions.withdrawal import Withdrawal

ReportKey = tuple[str, CaseReference]
"""The id of a report and its case: what later facts name it by."""

_ID = attrgetter("id")


@attrs.define
class Counting:
    """A tally in the making."""

    reports: dict[str, ActionReport] = attrs.field(factory=dict)
    disputed: set[str] = attrs.field(factory=set)
    later: dict[ReportKey, LaterFacts] = attrs.field(factory=dict)

    def take_all(self, records: Sequence[Record]) -> bool:
        """Take reports, where nothing else is among them, in the interpreter's own loops; else take none."""
        if not {*map(type, records)} <= {ActionReport}:
            return False
        reports: Any = records
        known = map(self.reports.setdefault, map(_ID, reports), reports)
        for first, again in [(old, new) for old, new in zip(known, reports, strict=True) if old is not new]:
            self._join(first, again)
        return True

    def take(self, record: object) -> bool:
        """Take one record; False where it is none."""
        if isinstance(record, ActionReport):
            known = self.reports.setdefault(record.id, record)
            if known is not record:
                self._join(known, record)
        elif isinstance(record, Correction | Withdrawal | Bounce | Reply):
            self.take_facts((record.id, record.case), LaterFacts.of(record))
        else:
            return False
        return True

    def take_facts(self, key: ReportKey, facts: LaterFacts) -> None:
        """Join facts with what is known of the same report."""
        self.later[key] = self.later[key] | facts if key in self.later else facts

    def _join(self, known: ActionReport, again: ActionReport) -> None:
        """Of different reports with one id keep the smaller claim, whichever was there before."""
        if known != again:
            self.disputed.add(again.id)
            self.reports[again.id] = min(self.reports[again.id], again, key=claim)


def no_record(number: int, given: object) -> Problem:
    """That something is no record, and where records come from."""
    shown = printable(repr(given))
    what = f"{shown if len(shown) <= 60 else type(given).__name__} is no record"
    way_out = "read_records(lines) gives them"
    if isinstance(given, str | PathLike):
        way_out += "; for several files give one path with a pattern, such as 'reports/*.parquet'"
    return Problem("wrong-type", what, where=f"records[{number}]", way_out=way_out)
