"""What stands in a cell, read as the value that its column asks for."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from urgent_actions.errors import InvalidValue, Problem
from urgent_actions.rules.effect import Status
from urgent_actions.testing.table import Row
from urgent_actions.values.address_state import AddressState
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.case_status import CaseStatus
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country
from urgent_actions.values.language import Language
from urgent_actions.values.target_kind import TargetKind

NOTHING = "-"
"""A cell that says that there is none; an empty one says nothing."""


def read_cells(row: Row) -> tuple[dict[str, object], list[Problem]]:
    """The values in a row by column, and what could not be read."""
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for column, cell in row.cells.items():
        try:
            values[column] = _READERS[column](cell)
        except ValueError as error:
            problems += _problems_of(error, column, row.line)
    return values, problems


def _problems_of(error: ValueError, column: str, line: int) -> Iterator[Problem]:
    """The problems of one cell, told with the line and the column of the table."""
    found = error.problems if isinstance(error, InvalidValue) else (Problem("bad-cell", str(error)),)
    for problem in found:
        yield Problem(problem.code, problem.what, way_out=problem.way_out, where=column, line=line)


def _status(cell: str) -> Status:
    words = {str(status): status for status in Status}
    if cell not in words:
        raise InvalidValue(Problem("unknown-word", f"unknown status {cell!r}", way_out="write " + ", ".join(words)))
    return words[cell]


def _day(cell: str) -> date:
    try:
        return date.fromisoformat(cell)
    except ValueError:
        what = f"cannot read {cell!r} as a day"
        raise InvalidValue(Problem("bad-date", what, way_out="write it as 2020-05-20")) from None


def _number(cell: str) -> int | None:
    try:
        return None if cell == NOTHING else int(cell)
    except ValueError:
        raise InvalidValue(Problem("bad-number", f"cannot read {cell!r} as a number of days")) from None


def _parts(cell: str, sign: str) -> list[str]:
    return [] if cell == NOTHING else [part.strip() for part in cell.split(sign)]


_READERS: dict[str, Callable[[str], object]] = {
    "case": CaseReference.parse,
    "on": _day,
    "target": str,
    "kind": TargetKind.of,
    "country": lambda cell: None if cell == NOTHING else Country.parse(cell),
    "channel": ChannelKind.of,
    "address": AddressState.of,
    "from": lambda cell: None if cell == NOTHING else Country.parse(cell),
    "ties": lambda cell: frozenset(map(Country.parse, _parts(cell, ","))),
    "languages": lambda cell: tuple(map(Language.parse, _parts(cell, ","))),
    "affiliations": lambda cell: frozenset(_parts(cell, ",")),
    "failed": lambda cell: frozenset(map(ChannelKind.of, _parts(cell, ","))),
    "case status": CaseStatus.of,
    "at": datetime.fromisoformat,
    "days left": _number,
    "status": _status,
    "because": lambda cell: frozenset(_parts(cell, ";")),
    "also": lambda cell: frozenset(_parts(cell, ";")),
    "reopens": lambda cell: None if cell == NOTHING else _day(cell),
}
COLUMNS = tuple(_READERS)
EXPECTED = ("status", "because", "also", "reopens")
