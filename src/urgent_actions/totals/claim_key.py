"""A claim as one line of text that sorts as claims do: the least line of an id is the smaller claim.

Data frames of every kind know the least of texts, group by group, in one pass and in any order; the smallest of several
columns together they do not. Each cell has its place in the line, so that it can be read back.
"""

from typing import Any

import attrs

_WIDTHS = {
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

FIELDS = tuple(_WIDTHS)
ABOVE_COUNTS = 10_000_000
"""Added to a count, so that all have eight digits."""

_BEFORE_TARGET, _AFTER_TARGET = FIELDS[: FIELDS.index("target")], FIELDS[FIELDS.index("target") + 1 :]
_TARGET_AT = sum(_WIDTHS[field] for field in _BEFORE_TARGET)
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

    def places(self, nw: Any) -> dict[str, Any]:
        """The cells, which are texts and nowhere null, each filled up or cut to its width, that none moves another."""
        return {field: _place(nw, field) for field in self.fields}

    def line(self, nw: Any) -> Any:
        """The line of a row whose cells stand in their places."""
        return nw.concat_str(*self.fields)

    def cell(self, line: Any, field: str) -> Any:
        """One cell of a line, in its place still; `plain` makes it what was written."""
        width = _WIDTHS[field]
        if field in _BEFORE_TARGET:
            return line.str.slice(_width_before(field, _BEFORE_TARGET), width)
        after = tuple(name for name in _AFTER_TARGET if name in self.fields)
        if field == "target":
            rest = line.str.slice(_TARGET_AT)
            return rest.str.replace_all(f"{_END}.*$", _END) if after else rest
        tail = sum(_WIDTHS[name] for name in after) - _width_before(field, after)
        return line.str.tail(tail) if tail == width else line.str.tail(tail).str.slice(0, width)


def plain(nw: Any, field: str) -> Any:
    """A column of cells in their places as what was written, null where the claim does not say it."""
    text = nw.col(field).str.strip_chars(_BLANK + _END)
    return nw.when(text != "").then(text)


def is_empty(nw: Any, field: str) -> Any:
    """Whether nothing stands in a place."""
    return nw.col(field) == _BLANK * _WIDTHS[field]


def _width_before(field: str, fields: tuple[str, ...]) -> int:
    return sum(_WIDTHS[name] for name in fields[: fields.index(field)])


def _place(nw: Any, field: str) -> Any:
    if field == "target":
        return nw.concat_str(nw.col(field), nw.lit(_END))
    if field in {"count", "on"}:
        return nw.col(field)
    filled = nw.concat_str(nw.col(field), nw.lit(_BLANK * _WIDTHS[field]))
    return filled.str.slice(0, _WIDTHS[field]).cast(nw.String)  # Dask takes what it has cut for another type
