"""How many days are left to the deadline, from one number to another."""

import re
from collections.abc import Iterator

import attrs

from urgent_actions.errors import InvalidValue, Problem

_WRITTEN = re.compile(r"(\.\.|-?\d{1,5})/(\.\.|-?\d{1,5})", re.ASCII)
_MOST = 99_999


@attrs.frozen
class Lead:
    """At least and at most so many days before the last day of a deadline; negative after it; None leaves an end open.

    >>> 10 in Lead(7)
    True
    >>> str(Lead(None, 6))
    '../6'
    """

    least: int | None = None
    most: int | None = None

    def __attrs_post_init__(self) -> None:
        ends = [end for end in (self.least, self.most) if end is not None]
        if any(type(end) is not int or abs(end) > _MOST for end in ends):
            what = f"days left must be whole numbers of at most five digits, not {self.least!r} and {self.most!r}"
            raise InvalidValue(Problem("bad-lead", what))
        if len(ends) == 2 and ends[1] < ends[0]:
            what = f"lead asks for at least {ends[0]} and at most {ends[1]} days"
            raise InvalidValue(Problem("lead-ends-before-start", what, way_out="exchange the two ends"))

    @classmethod
    def parse(cls, text: str) -> "Lead":
        """Read `7/..`, `../6` or `7/30`.

        Raises:
            InvalidValue: the text has another form, or its ends are the wrong way round.
        """
        found = _WRITTEN.fullmatch(text)
        if not found:
            what = f"cannot read {text!r} as days left"
            raise InvalidValue(Problem("bad-lead", what, way_out="write it as 7/.., ../6 or 7/30"))
        least, most = (None if end == ".." else int(end) for end in found.groups())
        return cls(least, most)

    @property
    def boundaries(self) -> Iterator[int]:
        """The days left at which the answer to `days in lead` changes as days go by: the most, and below the least."""
        if self.most is not None:
            yield self.most
        if self.least is not None:
            yield self.least - 1

    def __contains__(self, days: int) -> bool:
        return (self.least is None or days >= self.least) and (self.most is None or days <= self.most)

    def __str__(self) -> str:
        return "/".join(".." if end is None else str(end) for end in (self.least, self.most))
