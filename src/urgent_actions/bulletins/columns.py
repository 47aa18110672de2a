"""Contact data that stand side by side, as the columns of a box that became plain text."""

import re
from collections.abc import Sequence

from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.piece import Piece

_GAP = re.compile(r"[ ]{3,}")
_NEAR = 2
"""Characters by which the cells of one column may begin apart from one another."""

_FEWEST = 3
"""Lines with a cell at the same place that make a column."""


def in_columns(lines: Sequence[Piece], ledger: Ledger) -> list[Piece]:
    """The lines column by column, where wide gaps at the same place run through them; else the lines as they are."""
    cells = [_cells(line) for line in lines]
    starts = _starts([_column(cell, ledger) for row in cells for cell in row[1:]])
    if not starts:
        return list(lines)
    columns: list[list[Piece]] = [[] for _ in (0, *starts)]
    for row in cells:
        for cell in row:
            columns[sum(start <= _column(cell, ledger) + _NEAR for start in starts)].append(cell)
    return [cell for column in columns for cell in column]


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
