"""A table of cases as people write it: rows of cells between bars, among any prose."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from urgent_actions.errors import InvalidTable, Problem, did_you_mean, refuse_if

_DASHES = re.compile(":?-{3,}:?")


@attrs.frozen
class Row:
    """One row: its line in the text, counted from 1, and its cells by column; an empty cell is left out."""

    line: int
    cells: Mapping[str, str]


def read_table(text: str, columns: Sequence[str]) -> tuple[Row, ...]:
    """Read the rows of all tables in a text.

    A table is a run of lines with bars (`|`), as in Markdown, with or without bars around it: the first line names the
    columns, a line of dashes below it is passed over. Any other line is prose.

    Args:
        text: the whole text, of a file or of a string in a test.
        columns: the names of columns that may occur.

    Raises:
        InvalidTable: no row, an unknown column, one column twice, or a row with more or fewer cells than columns; all
            problems at once.
    """
    problems: list[Problem] = []
    rows: list[Row] = []
    for table in _tables_in(text):
        problems += _problems_in(table, columns)
        (_, header), *body = table
        rows += [Row(line, _filled(header, cells)) for line, cells in body]
    if not rows:
        way_out = "set cells off with bars: | a | b |"
        problems.append(Problem("empty-table", "the text has no row of a table", way_out=way_out))
    refuse_if(problems, InvalidTable)
    return tuple(rows)


Line = tuple[int, list[str]]


def _tables_in(text: str) -> Iterator[list[Line]]:
    """The runs of lines with bars, each line with its number and cells."""
    table: list[Line] = []
    framed = False
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        if "|" in line:
            framed = line.strip().startswith("|") if not table else framed
            cells = _cells_of(line.strip(), framed=framed)
            if not all(map(_DASHES.fullmatch, cells)):
                table.append((number, cells))
        elif table:
            yield table
            table = []


def _cells_of(line: str, *, framed: bool) -> list[str]:
    """The cells of a line; in a framed table the outer bars are no cells."""
    inner = line.removeprefix("|").removesuffix("|") if framed else line
    return [cell.strip() for cell in inner.split("|")]


def _filled(header: list[str], cells: list[str]) -> dict[str, str]:
    return {column: cell for column, cell in zip(header, cells, strict=False) if cell}


def _problems_in(table: list[Line], columns: Sequence[str]) -> Iterable[Problem]:
    (first, header), *body = table
    for column in dict.fromkeys(header):
        if column not in columns:
            way_out = did_you_mean(column, columns)
            yield Problem("unknown-column", f"unknown column {column!r}", way_out=way_out, line=first)
        elif header.count(column) > 1:
            yield Problem("column-twice", f"two columns {column!r}", way_out="keep one", line=first)
    for line, cells in body:
        if len(cells) != len(header):
            what = f"{len(cells)} cells under {len(header)} columns"
            yield Problem("ragged-row", what, way_out="give every column a cell, an empty one too", line=line)
