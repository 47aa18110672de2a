"""Records as CSV: the columns of the table of records, and no cell that a spreadsheet takes for a formula."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

import attrs

from urgent_actions.errors import InvalidData, Problem, refuse_if
from urgent_actions.formats.csv_table import csv_lines, unguarded, write_csv_table
from urgent_actions.formats.json_lines import read_one_by_one
from urgent_actions.formats.json_text import is_unicode
from urgent_actions.formats.record_rows import read_row, unknown_columns, write_row
from urgent_actions.record import Record
from urgent_actions.record_columns import COLUMN_NAMES, COLUMNS

_NEEDED = tuple(column.name for column in COLUMNS if len(column.needed) == len(COLUMNS[0].of))
_NUMBERS = frozenset(column.name for column in COLUMNS if column.kind == "number")


def write_records_csv(records: Iterable[Record]) -> Iterator[str]:
    """Write records as lines of CSV with all columns, always in the same order; the first line names them.

    Yields:
        Lines with their line breaks.
    """
    yield write_csv_table(COLUMN_NAMES, ())
    for record in records:
        cells = {name: str(cell) for name, cell in write_row(record).items()}
        yield write_csv_table(COLUMN_NAMES, [cells]).partition("\n")[2]


def read_records_csv(lines: Iterable[str], problems: Callable[[Problem], None] | None = None) -> Iterator[Record]:
    """Read records one by one, as the lines come; the first line names the columns, in any order.

    Args:
        lines: an open file, or anything else that gives lines with their line breaks.
        problems: is called with each problem of a row, and the reading goes on; without it they are raised at the end.

    Yields:
        The records of the good rows.

    Raises:
        InvalidData: it is no CSV, the columns are not those of records, or some rows are no records; every problem of
            the first 100 bad rows has its line and its column.
    """
    numbered = _rows(lines)
    names = next(numbered, (1, []))[1]
    refuse_if((attrs.evolve(problem, line=1) for problem in _wrong_columns(names)), InvalidData)
    filled = ((number, (names, cells)) for number, cells in numbered if any(cell.strip() for cell in cells))
    yield from read_one_by_one(filled, lambda row: _record(*row), "records", problems)


def _rows(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    rest = iter(lines)
    heading = next(rest, "").removeprefix("\ufeff")
    for number, cells in csv_lines(chain([heading], rest), heading):
        yield number, [cell.strip() for cell in cells] if number == 1 else cells


def _wrong_columns(names: list[str]) -> Iterator[Problem]:
    yield from unknown_columns(dict.fromkeys(names))
    for name in COLUMN_NAMES:
        if names.count(name) > 1:
            yield Problem("column-twice", f"the column {name!r} stands there twice", way_out="keep one")
        elif name in _NEEDED and name not in names:
            way_out = "name the columns in the first row"
            yield Problem("missing-column", f"missing column {name!r}", way_out=way_out)


def _record(names: list[str], cells: list[str]) -> Record:
    if any(cell.strip() for cell in cells[len(names) :]):
        what = f"the row has {len(cells)} cells, and the table {len(names)} columns"
        raise InvalidData(Problem("too-many-cells", what))
    pairs = ((name, unguarded(cell).strip()) for name, cell in zip(names, cells, strict=False))
    row: dict[str, object] = {name: _cell(name, cell) for name, cell in pairs if cell}
    if not all(map(is_unicode, cells)):
        raise InvalidData(Problem("half-a-character", "a cell holds half of a surrogate pair"))
    return read_row(row)


def _cell(name: str, cell: str) -> object:
    return int(cell) if name in _NUMBERS and cell.isascii() and cell.isdecimal() and len(cell) < 19 else cell
