"""A span of days, both ends included, either end open: the time in which something holds."""

from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from urgent_actions.errors import InvalidValue, Problem
from urgent_actions.values.language import Language
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.plain_forms import as_partial_date_or_none
from urgent_actions.values.text import Message


@attrs.frozen
class Window:
    """From a day (or month) to a day (or month), both included; a missing end is open.

    A window without a last day holds "until further notice". A month as an end is kept as a month, and counts from its
    first day or to its last. Windows meet with `&`; days are asked with `in`. As text it is an ISO 8601-2 interval.

    >>> from datetime import date
    >>> date(2020, 5, 25) in Window.parse("2020-05-20/..")
    True
    >>> str(Window("2020-03", "2020-05-20") & Window("2020-05-01"))
    '2020-05-01/2020-05-20'
    """

    first: PartialDate | None = attrs.field(default=None, converter=as_partial_date_or_none)
    last: PartialDate | None = attrs.field(default=None, converter=as_partial_date_or_none)

    def __attrs_post_init__(self) -> None:
        if self.first and self.last and self.last.latest < self.first.earliest:
            what = f"window ends on {self.last}, before it starts on {self.first}"
            raise InvalidValue(Problem("window-ends-before-start", what, way_out="exchange the two ends"))

    @classmethod
    def parse(cls, text: str) -> "Window":
        """Read `2020-05-20/..`, `../2020-12`, `2020-05-20/2020-06-30` or `../..` (ISO 8601-2, 4.4).

        Raises:
            InvalidValue: the text has another form, or ends before it starts.
        """
        ends = text.split("/")
        if len(ends) != 2:
            what = f"cannot read {text!r} as a window"
            way_out = "write it as 2020-05-20/2020-06-30, with .. for an open end"
            raise InvalidValue(Problem("bad-window", what, way_out=way_out))
        first, last = (None if end == ".." else end for end in ends)
        return cls(first, last)

    @property
    def until_further_notice(self) -> bool:
        """Whether it has no last day."""
        return self.last is None

    @property
    def boundaries(self) -> Iterator[date]:
        """The days on which the answer to `day in window` changes: its first day, and the day after its last."""
        if self.first:
            yield self.first.earliest
        if self.last and self.last.latest < date.max:
            yield self.last.latest + timedelta(days=1)

    def __contains__(self, day: date) -> bool:
        if self.first and day < self.first.earliest:
            return False
        return not (self.last and day > self.last.latest)

    def __and__(self, other: "Window") -> "Window | None":
        """The days in both, or None where there are none; of two equal ends the more precise one is kept."""
        first = _inner(self.first, other.first, later=True)
        last = _inner(self.last, other.last, later=False)
        if first and last and last.latest < first.earliest:
            return None
        return Window(first, last)

    def say(self, locale: Language | str = "en") -> str:
        """The span in words: `from May 20, 2020 until further notice`."""
        return _in_words(self).say(locale)

    def __str__(self) -> str:
        return f"{self.first or '..'}/{self.last or '..'}"


def _in_words(window: Window) -> Message:
    first, last = window.first, window.last
    if first and first == last:
        return Message("on {day}", {"day": first}) if not first.is_month else Message("in {month}", {"month": first})
    if first and last:
        return Message("from {first} to {last}", {"first": first, "last": last})
    if first:
        return Message("from {first} until further notice", {"first": first})
    return Message("until {last}", {"last": last}) if last else Message("until further notice")


def _inner(one: PartialDate | None, other: PartialDate | None, *, later: bool) -> PartialDate | None:
    """The end that lies further inside; of two that mean the same day, the one that names the day."""
    ends = [end for end in (one, other) if end is not None]
    if later:
        return max(ends, key=lambda end: (end.earliest, not end.is_month), default=None)
    return min(ends, key=lambda end: (end.latest, end.is_month), default=None)


ALWAYS = Window()
