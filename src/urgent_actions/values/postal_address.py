"""A postal address, line by line as it stands on the envelope."""

from collections.abc import Iterable

import attrs

from urgent_actions.errors import InvalidValue, Problem
from urgent_actions.values.plain_forms import as_tuple


def _as_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines in order; one bare string becomes a line of its own, never its letters."""
    return (lines,) if isinstance(lines, str) else as_tuple(lines)


@attrs.frozen
class PostalAddress:
    r"""The lines below the name and office, from the street to the country.

    As text it is written as on the envelope, one line under the other; `in_one_line` is for lists and sentences.

    >>> PostalAddress.parse("2650 Wisconsin Ave. NW\nWashington DC 20007").in_one_line
    '2650 Wisconsin Ave. NW, Washington DC 20007'
    """

    lines: tuple[str, ...] = attrs.field(converter=_as_lines)

    def __attrs_post_init__(self) -> None:
        if not self.lines or not all(map(_is_line, self.lines)):
            what = f"{self.lines!r} is no postal address"
            raise InvalidValue(Problem("bad-address", what, way_out="give each line by itself, none empty"))

    @classmethod
    def parse(cls, text: str) -> "PostalAddress":
        """Read an address from its lines, without blank ones.

        Raises:
            InvalidValue: there is no part that is not blank.
        """
        return cls(tuple(line.strip() for line in text.splitlines() if line.strip()))

    @property
    def in_one_line(self) -> str:
        """The lines set off by commas."""
        return ", ".join(line.rstrip(",") for line in self.lines)

    def __str__(self) -> str:
        return "\n".join(self.lines)


def _is_line(line: object) -> bool:
    return isinstance(line, str) and bool(line) and line == line.strip() and len(line.splitlines()) == 1
