"""A claim as one line of text that sorts as claims do: the least line of an id is the smaller claim.

Data frames of every kind know the least of texts, group by group, in one pass and in any order; the smallest of several
columns together they do not. Each cell has its place in the line, so that it can be read back.
"""

from collections.abc import Callable
from typing import Any

import attrs

WIDTHS = {
    "count": 8,
    "case": 22,
    "on": 10,
    "channel": 9,
    "target": 0,  # of any length, closed by a tab, which no key holds
    "country": 2,
    "language": 12,
    "basis": 13,
    "supporter": 64,
}
"""The longest that each cell can be, in the order of `claim`."""

FIELDS = tuple(WIDTHS)
ABOVE_COUNTS = 50_000_000
"""Added to a count, so that all have eight digits."""
FARTHEST_COUNT = 40_000_000
"""What is farther from nought cannot be told in eight digits; no record has a number anywhere near it."""

_BEFORE_TARGET, _AFTER_TARGET = FIELDS[: FIELDS.index("target")], FIELDS[FIELDS.index("target") + 1 :]
_TARGET_AT = sum(WIDTHS[field] for field in _BEFORE_TARGET)
_END = "\t"
_BLANK = " "


@attrs.frozen
class ClaimKey:
    """What a line holds: all cells in order up to the last that is asked for, for what follows decides nothing then.

    Args:
        fields: the cells, a beginning of `FIELDS`.
    """

    fields: tuple[str, ...]

    @classmethod
    def up_to(cls, *asked: str) -> "ClaimKey":
        """The shortest one that has these fields, the count and the case."""
        last = max(FIELDS.index(field) for field in ("case", *asked))
        return cls(FIELDS[: last + 1])

    @property
    def width(self) -> int:
        """How long a line is without its target."""
        return sum(WIDTHS[field] for field in self.fields)

    def line(self, nw: Any, text: Callable[[str], Any]) -> Any:
        """The line of a row.

        Args:
            nw: narwhals.
            text: gives a cell as text, nowhere null.
        """
        return nw.concat_str(*(place(nw, field, text(field)) for field in self.fields), ignore_nulls=True)

    def cell(self, line: Any, field: str) -> Any:
        """One cell of a line, in its place still; `tidy` makes it what was written."""
        width = WIDTHS[field]
        if field in _BEFORE_TARGET:
            return line.str.slice(_width_before(field, _BEFORE_TARGET), width)
        after = tuple(name for name in _AFTER_TARGET if name in self.fields)
        if field == "target":
            rest = line.str.slice(_TARGET_AT)
            return rest.str.replace_all(f"{_END}.*$", _END) if after else rest
        tail = sum(WIDTHS[name] for name in after) - _width_before(field, after)
        return line.str.tail(tail) if tail == width else line.str.tail(tail).str.slice(0, width)


def tidy(cell: Any) -> Any:
    """A cell in its place, or as it came in, as what was written, empty where the claim does not say it."""
    return cell.str.strip_chars(_BLANK + _END)


def fitting(nw: Any, field: str, cell: Any) -> Any:
    """A cell as it came in, or question marks where it has no room in its place.

    No record has such a cell, and cut to its place it could mean another thing: of AUT, which is no country here,
    there would be left AU, which is Australia.
    """
    width = WIDTHS.get(field)
    return nw.when(cell.str.len_chars() > width).then(nw.lit("?" * width)).otherwise(cell) if width else cell


def _width_before(field: str, fields: tuple[str, ...]) -> int:
    return sum(WIDTHS[name] for name in fields[: fields.index(field)])


def place(nw: Any, field: str, cell: Any) -> Any:
    """A cell that fits filled up to its width, so that none moves another."""
    if field == "target":
        return nw.concat_str(cell, nw.lit(_END), ignore_nulls=True)
    if field in {"count", "on"}:
        return cell
    filled = nw.concat_str(cell, nw.lit(_BLANK * WIDTHS[field]), ignore_nulls=True)
    return filled.str.slice(0, WIDTHS[field]).cast(nw.String)  # Dask takes what it has cut for another type
