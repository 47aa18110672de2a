"""Records as JSON lines (NDJSON): each line is one row of the table of records, `{"record": "report", "id": ...}`.

Lines that hold a report as a document of its own, `{"urgent_actions": 1, "action_report": {...}}`, are read too.
"""

from collections.abc import Callable, Iterable, Iterator

from urgent_actions.action_report import ActionReport
from urgent_actions.errors import Problem
from urgent_actions.formats.json import from_json
from urgent_actions.formats.json_lines import read_one_by_one
from urgent_actions.formats.json_text import dump_json, parse_json
from urgent_actions.formats.record_rows import read_row, write_row
from urgent_actions.record import Record


def write_record(record: Record) -> str:
    """Write a record as one line of JSON, without the line break.

    >>> from datetime import date
    >>> from urgent_actions.withdrawal import Withdrawal
    >>> write_record(Withdrawal("r-1", "UA 82/20", on=date(2020, 6, 2)))
    '{"record":"withdrawal","id":"r-1","case":"UA 82/20","on":"2020-06-02"}'
    """
    return dump_json(write_row(record))


def read_records(lines: Iterable[str | bytes], problems: Callable[[Problem], None] | None = None) -> Iterator[Record]:
    """Read records one by one, as the lines come; blank lines are passed over.

    Args:
        lines: an open file, or anything else that gives lines.
        problems: is called with each problem as it is met, and the reading goes on. Without it, nothing bad passes:
            when the lines are at their end, all that was wrong is raised.

    Yields:
        The records of the good lines.

    Raises:
        InvalidData: some lines were no records. The problems of the first 100 of them are told, each with its line and
            its column, and how many more there were.
    """
    filled = ((number, text) for number, line in enumerate(lines, start=1) if (text := line.strip()))
    return read_one_by_one(filled, _record, "records", problems)


def _record(text: str | bytes) -> Record:
    row = parse_json(text)
    if isinstance(row, dict) and "urgent_actions" in row:
        return from_json(text, ActionReport)
    return read_row(row)
