"""A table as CSV (RFC 4180): rows with their lines, and cells that no spreadsheet takes for a formula.

A cell that begins as a formula would (=, +, -, @, a tab) is written with an apostrophe before it, and read without.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

import attrs

from urgent_actions.errors import InvalidData, Problem, did_you_mean
from urgent_actions.formats.json_text import is_unicode
from urgent_actions.values.arguments import refuse_wrong

NOT_CSV = "not-csv"
"""The code of the problem that a row cannot be told from the next."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@attrs.frozen
class CsvRow:
    """One row: the line of the text on which it begins, and its cells that are not empty, by their columns."""

    line: int
    cells: Mapping[str, str]


@attrs.frozen
class BrokenRow:
    """One row of the wrong form, and how many lines are passed over, where it cannot be told from those behind it."""

    problem: Problem
    lines: int = 0


@attrs.frozen
class CsvTable:
    """A table that was read, with all that is wrong with its form."""

    rows: tuple[CsvRow, ...]
    problems: tuple[Problem, ...]


def read_csv_table(text: str, columns: Sequence[str], needed: Iterable[str]) -> CsvTable:
    """Read a table whose first row names the columns, in any order; commas or semicolons set the cells apart.

    Args:
        text: the table.
        columns: the columns that it may have.
        needed: those that it must have.

    Raises:
        InvalidData: it is no CSV, or has no heading that could be understood; every wrong column is named.
    """
    refuse_wrong(text=(text, str))
    if not is_unicode(text):
        raise InvalidData(Problem("half-a-character", "the text holds half of a surrogate pair"))
    rows, crowded = [], []
    for found in csv_rows(io.StringIO(text.removeprefix("\ufeff"), newline=""), columns, needed):
        if isinstance(found, CsvRow):
            rows.append(found)
        elif found.problem.code == NOT_CSV:
            raise InvalidData(found.problem)
        else:
            crowded.append(found.problem)
    return CsvTable(tuple(rows), tuple(crowded))


def csv_rows(lines: Iterable[str], columns: Sequence[str], needed: Iterable[str]) -> Iterator[CsvRow | BrokenRow]:
    """Read a table row by row, as its lines come; a row of the wrong form is told in its place.

    Args:
        lines: the lines, each with its line break; the first names the columns.
        columns: the columns that it may have.
        needed: those that it must have.

    Raises:
        InvalidData: it has no heading that could be understood; every wrong column is named.
    """
    given = iter(lines)
    heading = next(given, "")
    found = _cells(chain([heading], given), heading)
    number, header = next(found, (1, []))
    if isinstance(header, BrokenRow):
        raise InvalidData(header.problem)
    names = [name.strip() for name in header]
    problems = list(_wrong_columns(names, columns, needed))
    if problems:
        raise InvalidData(*(attrs.evolve(problem, line=number) for problem in problems))
    for number, cells in found:
        if isinstance(cells, BrokenRow):
            yield cells
        elif any(cell.strip() for cell in cells):
            yield _row(number, names, cells)


def _row(number: int, names: Sequence[str], cells: Sequence[str]) -> CsvRow | BrokenRow:
    if any(cell.strip() for cell in cells[len(names) :]):
        what = f"the row has {len(cells)} cells, and the table {len(names)} columns"
        return BrokenRow(Problem("too-many-cells", what, line=number, way_out="put cells with commas in quotes"))
    return CsvRow(number, {name: unguarded(cell) for name, cell in zip(names, cells, strict=False) if cell.strip()})


def write_csv_table(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Write a table with commas; a cell that a row does not have is empty.

    Raises:
        InvalidData: a cell holds half of a surrogate pair.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([guarded(row.get(column, "")) for column in columns])
    text = written.getvalue()
    if not is_unicode(text):
        raise InvalidData(Problem("half-a-character", "a cell holds half of a surrogate pair"))
    return text


def csv_lines(lines: Iterable[str], heading: str) -> Iterator[tuple[int, list[str]]]:
    """Every row as a list of its cells, with the line on which it begins, one by one.

    Args:
        lines: the lines of the table with their line breaks.
        heading: the first of them, which tells whether commas or semicolons set the cells apart.

    Raises:
        InvalidData: it is no CSV.
    """
    for number, cells in _cells(lines, heading):
        if isinstance(cells, BrokenRow):
            raise InvalidData(cells.problem)
        yield number, cells


def _cells(lines: Iterable[str], heading: str) -> Iterator[tuple[int, list[str] | BrokenRow]]:
    """Every row as its cells, or as one that cannot be told from the next, with its line."""
    delimiter = ";" if heading.count(";") > heading.count(",") else ","
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        begun = reader.line_num + 1
        try:
            yield begun, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield begun, _not_told_apart(error, begun, reader.line_num)


def _not_told_apart(error: csv.Error, begun: int, last: int) -> BrokenRow:
    """A quotation mark that is not closed takes the lines behind it with it, thousands of them."""
    lines = last - begun + 1
    several = f", so that {lines} lines, up to line {last}, were not read" if lines > 1 else ""
    way_out = "close the quotation mark, or leave it out" if several else ""
    return BrokenRow(Problem(NOT_CSV, f"the text is no CSV: {error}{several}", line=begun, way_out=way_out), lines)


def _wrong_columns(names: Sequence[str], columns: Sequence[str], needed: Iterable[str]) -> Iterator[Problem]:
    for number, name in enumerate(names):
        if name not in columns:
            yield Problem("unknown-column", f"unknown column {name!r}", way_out=did_you_mean(name, columns))
        elif name in names[:number]:
            yield Problem("column-twice", f"the column {name!r} stands there twice", way_out="keep one")
    for name in needed:
        if name not in names:
            yield Problem("missing-column", f"missing column {name!r}", way_out="name the columns in the first row")


def guarded(cell: str) -> str:
    """The cell, behind an apostrophe where a spreadsheet would reckon with it."""
    bare = cell.lstrip("'")
    return f"'{cell}" if bare.startswith(_FORMULA) else cell


def unguarded(cell: str) -> str:
    """Without the one apostrophe that keeps a spreadsheet from reckoning; any other is part of the words."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA) else cell
