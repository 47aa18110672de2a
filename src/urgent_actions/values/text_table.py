"""A table in plain text, its columns straight on a terminal whatever script the cells are in."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from unicodedata import category, east_asian_width

from urgent_actions.values.printable import printable

_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


def text_table(rows: Iterable[Sequence[object]], *, header: Sequence[object] = (), gap: str = "  ") -> str:
    """A table as lines of text, each column as wide as its widest cell.

    Args:
        rows: cells by row; `str()` of each is shown, None as an empty cell, a line break as a further line.
        header: the headings of the columns, underlined, or none.
        gap: what stands between two columns.

    Returns:
        Lines without trailing spaces, and no line break at the end.

    >>> print(text_table([["post", 2], ["e-mail", 10]], header=["channel", "count"]))
    channel  count
    -------  -----
    post     2
    e-mail   10
    """
    cells = [[_lines(cell) for cell in row] for row in ([header] if header else [])]
    cells += [[_lines(cell) for cell in row] for row in rows]
    widths = [max(map(display_width, column_lines)) for column_lines in _columns(cells)]
    if header:
        cells.insert(1, [["-" * width] for width in widths])
    return "\n".join(line for row in cells for line in _drawn(row, widths, gap))


def display_width(text: str) -> int:
    """How many columns of a terminal the text takes: two for a wide character, none for a mark on another one.

    Widths are those of Unicode Standard Annex 11; an ambiguous character counts as one.

    >>> display_width("Москва"), display_width("東京"), display_width("e\u0301")
    (6, 4, 1)
    """
    if text.isascii():
        return len(text)
    return sum(0 if category(c) in _NO_WIDTH else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def _lines(cell: object) -> list[str]:
    return ["" if cell is None else printable(line) for line in str(cell).splitlines()] or [""]


def _columns(cells: list[list[list[str]]]) -> list[list[str]]:
    """The lines of all cells of each column."""
    columns = zip_longest(*cells, fillvalue=[""])
    return [[line for cell in column for line in cell] for column in columns]


def _drawn(row: list[list[str]], widths: list[int], gap: str) -> Iterable[str]:
    """The lines of one row: as many as its tallest cell has."""
    for parts in zip_longest(*row, fillvalue=""):
        padded = (part + " " * (width - display_width(part)) for part, width in zip(parts, widths, strict=False))
        yield gap.join(padded).rstrip()
