"""Tables of supporters: CSV with a heading, or JSON lines, read row by row as the lines come."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

import attrs

from urgent_actions.errors import InvalidData, Problem, UrgentActionsError
from urgent_actions.formats.csv_table import BrokenRow, CsvRow, csv_rows
from urgent_actions.formats.json_text import is_unicode, parse_json
from urgent_actions.letters.sender_cells import SENDER_COLUMNS, refuse_columns, sender_of
from urgent_actions.letters.sender_row import SenderRow


def read_senders(lines: Iterable[str | bytes]) -> Iterator[SenderRow]:
    """Read supporters row by row; a row that is wrong is told in its place, with its line and all that is wrong.

    The columns of a CSV table, or the keys of a line of JSON, are those of `Sender`, and `id` for a key of the caller's
    own; only `country` must be there. Of languages, ties and affiliations several stand in one cell, with `|`, `;` or
    `,` between them. A cell that is guarded with an apostrophe, lest a spreadsheet take it for a formula, is read
    without.

    Args:
        lines: the lines of a file in UTF-8, each with its line break.

    Yields:
        The rows in their order; blank ones are passed over.

    Raises:
        InvalidData: the heading of a CSV table names a column that no supporter has, or lacks one; all of them.
    """
    given = iter(lines)
    first = _text(next(given, b"")).removeprefix("\ufeff")
    every = chain([first], map(_text, given))
    return _numbered(_json_rows(every) if first.lstrip().startswith("{") else _csv_rows(every))


Cells = tuple[int, Mapping[str, object] | tuple[Problem, ...] | BrokenRow]


def _numbered(rows: Iterable[Cells]) -> Iterator[SenderRow]:
    for number, (line, found) in enumerate(rows, start=1):
        yield _row(number, line, found)


def _row(number: int, line: int, found: Mapping[str, object] | tuple[Problem, ...] | BrokenRow) -> SenderRow:
    if isinstance(found, BrokenRow):
        return SenderRow(number, line, problems=_on(line, [found.problem]), unread=found.lines)
    if isinstance(found, tuple):
        return SenderRow(number, line, problems=_on(line, found))
    key = None if found.get("id") is None else str(found["id"])
    try:
        return SenderRow(number, line, id=key, sender=sender_of(found))
    except UrgentActionsError as error:
        return SenderRow(number, line, id=key, problems=_on(line, error.problems))


def _on(line: int, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(attrs.evolve(problem, line=line, column=None) for problem in problems)


def _csv_rows(lines: Iterable[str]) -> Iterator[Cells]:
    for found in csv_rows(lines, SENDER_COLUMNS, needed=("country",)):
        if isinstance(found, CsvRow):
            yield found.line, _unless_broken(found.cells)
        else:
            yield found.problem.line or 1, found


def _unless_broken(cells: Mapping[str, str]) -> Mapping[str, object] | tuple[Problem, ...]:
    broken = [name for name, cell in cells.items() if not is_unicode(cell)]
    return tuple(map(_not_utf8, broken)) or cells


def _not_utf8(column: str = "") -> Problem:
    return Problem("not-utf8", "bytes that are not UTF-8", where=column, way_out="save the file as text in UTF-8")


def _json_rows(lines: Iterable[str]) -> Iterator[Cells]:
    for line, text in enumerate(lines, start=1):
        if text.strip():
            yield line, _object_in(text)


def _object_in(text: str) -> Mapping[str, object] | tuple[Problem, ...]:
    if not is_unicode(text):
        return (_not_utf8(),)
    try:
        found = parse_json(text.strip())
        if isinstance(found, dict):
            refuse_columns(found)
            return found
    except InvalidData as error:
        return error.problems
    return (Problem("wrong-type", "the line is no object of JSON"),)


def _text(line: str | bytes) -> str:
    """The line as text; bytes that are not UTF-8 stay recognisable, so that their row can be told."""
    return line if isinstance(line, str) else line.decode("utf-8", "surrogateescape")
