"""A claim as one line of text that sorts as claims do: the least line of an id is the smaller claim.

Data frames of every kind know the least of texts, group by group, in one pass and in any order; the smallest of several
columns together they do not. Each cell has its place in the line, so that it can be read back.
"""

from typing import Any

import attrs

_WIDTHS = {
    "count": 7,
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
_BEFORE_TARGET, _AFTER_TARGET = FIELDS[: FIELDS.index("target")], FIELDS[FIELDS.index("target") + 1 :]
_END = "\t"
_TARGET_AT = sum(_WIDTHS[field] for field in _BEFORE_TARGET)


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

    def line(self, nw: Any) -> Any:
        """The line of a row whose cells are texts and nowhere null."""
        return nw.concat_str(*(part for field in self.fields for part in _parts(nw, field)))

    def cell(self, line: Any, field: str) -> Any:
        """One cell of a line, as text; empty where the claim does not say it."""
        if field == "count":
            return line.str.slice(0, _WIDTHS["count"])
        if field == "target":
            return line.str.slice(_TARGET_AT).str.replace_all(f"{_END}.*$", "")
        width = _WIDTHS[field]
        if field in _BEFORE_TARGET:
            return line.str.slice(_width_before(field, _BEFORE_TARGET), width).str.strip_chars(" ")
        after = tuple(name for name in _AFTER_TARGET if name in self.fields)
        tail = sum(_WIDTHS[name] for name in after) - _width_before(field, after)
        return line.str.tail(tail).str.slice(0, width).str.strip_chars(" ")


def _width_before(field: str, fields: tuple[str, ...]) -> int:
    return sum(_WIDTHS[name] for name in fields[: fields.index(field)])


def _parts(nw: Any, field: str) -> tuple[Any, ...]:
    """A cell in its place: of just its width, whatever stands in it, so that no other one is moved."""
    cell, width = nw.col(field), _WIDTHS[field]
    if field == "target":
        return cell, nw.lit(_END)
    if field in {"count", "on"}:
        return (cell,)
    return (nw.concat_str(cell, nw.lit(" " * width)).str.slice(0, width),)
