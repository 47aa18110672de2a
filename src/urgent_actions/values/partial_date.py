"""A date as precise as it was given: a day, or only a month (ISO 8601, reduced precision)."""

import calendar
import re
from datetime import date

import attrs

from urgent_actions.errors import InvalidValue, Problem
from urgent_actions.values.cldr import date_in_words, month_in_words
from urgent_actions.values.language import Language

_WRITTEN = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)


@attrs.frozen
class PartialDate:
    """A day, or a month of which no day is known.

    It has no order of its own, for `2020-05` is neither before nor after `2020-05-20`; compare `earliest` or `latest`.

    >>> PartialDate.parse("2021-12").latest
    datetime.date(2021, 12, 31)
    >>> str(PartialDate(2020, 5, day=20))
    '2020-05-20'
    """

    year: int
    month: int
    day: int | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        try:
            date(self.year, self.month, self.day or 1)
            exists = self.day != 0
        except (TypeError, ValueError):
            exists = False
        if not exists:
            given = "-".join(str(part) for part in attrs.astuple(self) if part is not None)
            raise InvalidValue(Problem("no-such-date", f"there is no date {given}", way_out="write it as 2020-05-20"))

    @classmethod
    def of(cls, value: "PartialDate | date | str") -> "PartialDate":
        """Take a date as what it is: a `PartialDate`, a `datetime.date`, or ISO 8601 text."""
        if isinstance(value, cls):
            return value
        if isinstance(value, date):
            return cls(value.year, value.month, day=value.day)
        return cls.parse(str(value))

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read `2020-05-20` or `2020-05`.

        Raises:
            InvalidValue: the text has another form, or names a day that does not exist.
        """
        found = _WRITTEN.fullmatch(text)
        if not found:
            what = f"cannot read {text!r} as a date"
            raise InvalidValue(Problem("bad-date", what, way_out="write it as 2020-05-20, or 2020-05 for a month"))
        return cls(int(found[1]), int(found[2]), day=int(found[3]) if found[3] else None)

    @property
    def earliest(self) -> date:
        """The first day that it can mean."""
        return date(self.year, self.month, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that it can mean: of a month, its last."""
        return date(self.year, self.month, self.day or calendar.monthrange(self.year, self.month)[1])

    @property
    def is_month(self) -> bool:
        """Whether only the month is known."""
        return self.day is None

    def say(self, locale: Language | str = "en") -> str:
        """The date in words of a language (CLDR long form): `20 mai 2020`, `May 2020`."""
        tag = Language.of(locale).tag
        return month_in_words(self.year, self.month, tag) if self.is_month else date_in_words(self.earliest, tag)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}" + ("" if self.day is None else f"-{self.day:02d}")
