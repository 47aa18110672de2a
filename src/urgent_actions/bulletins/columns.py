"""Contact data that stand side by side, as the columns of a box that became plain text."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from urgent_actions.bulletins.labels import split_at_labels
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.read_head import read_head
from urgent_actions.bulletins.tokens import tokens_of

_GAP = re.compile(r"[ ]{3,}")
_NEAR = 2
"""Characters by which the cells of one column may begin apart from one another."""

_FEWEST = 3
"""Lines with a cell at the same place that make a column."""


def columns_of(lines: Sequence[Piece], ledger: Ledger) -> list[list[Piece]]:
    """The cells of every column, where wide gaps at the same place run through lines; one column, the lines, else."""
    cells = [_cells(line) for line in lines]
    starts = _starts([_column(cell, ledger) for row in cells for cell in row[1:]])
    if not starts:
        return [list(lines)]
    columns: list[list[Piece]] = [[] for _ in (0, *starts)]
    for row in cells:
        for cell in row:
            columns[sum(start <= _column(cell, ledger) + _NEAR for start in starts)].append(cell)
    return columns


def in_columns(lines: Sequence[Piece], ledger: Ledger) -> list[Piece]:
    """The lines column by column, where they stand in columns; else the lines as they are."""
    return [cell for column in columns_of(lines, ledger) for cell in column]


def side_by_side(lines: Sequence[Line], ledger: Ledger) -> list[Line]:
    """The lines of one addressee behind those of the other, where two or more of them stand side by side."""
    columns = columns_of([line.words for line in lines], ledger)
    if len(columns) == 1 or not all(map(_names_somebody, columns[1:])):
        return list(lines)
    starts = [line.words.start for line in lines]
    return [
        Line(cell, None, lines[bisect_right(starts, cell.start) - 1].new or cell is column[0])
        for column in columns
        for cell in column
    ]


def _names_somebody(column: Sequence[Piece]) -> bool:
    """Whether a column is an address of its own, and no list of numbers and accounts beside one."""
    first = column[0].stripped(" :")
    return len(column) >= _FEWEST and not split_at_labels(first)[1] and read_head(tokens_of([first])).found


def _cells(line: Piece) -> list[Piece]:
    gaps = [line.of(gap) for gap in _GAP.finditer(str(line))]
    return [part.stripped(" ") for part in line.without(gaps)]


def _column(cell: Piece, ledger: Ledger) -> int:
    return ledger.page.place(cell.start)[1]


def _starts(places: Sequence[int]) -> list[int]:
    """The places at which the cells of several lines begin."""
    starts: list[int] = []
    for place in sorted(places):
        if starts and place - starts[-1] <= _NEAR:
            continue
        if sum(abs(place - other) <= _NEAR for other in places) >= _FEWEST:
            starts.append(place)
    return starts
