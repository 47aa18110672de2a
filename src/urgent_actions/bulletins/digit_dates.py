"""Dates in digits alone, `04/30/2012`: read only where one order of day and month is possible."""

import re
from collections.abc import Iterator

from urgent_actions.bulletins.dates import FoundDate
from urgent_actions.errors import InvalidValue, Problem
from urgent_actions.values.partial_date import PartialDate

_DIGITS = re.compile(r"(?<![\w./\-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/])", re.ASCII)


def find_digit_dates(text: str, *, signs: str = "/") -> Iterator[FoundDate]:
    """Every date of a text that is written as two numbers and a year with the same sign between, each with its place.

    A year of two digits is one of this century. Where both orders are possible, or none is, the date is None and the
    problem says so.

    Args:
        text: any text.
        signs: what may stand between the numbers: some of `/`, `.` and `-`.

    >>> [str(found.date or found.problem.what) for found in find_digit_dates("04/30/12 and 6/1/2012")]
    ['2012-04-30', "'6/1/2012' may be 2012-06-01 or 2012-01-06"]
    """
    for match in _DIGITS.finditer(text):
        if match[2] not in signs:
            continue
        first, second, year = int(match[1]), int(match[3]), int(match[4]) % 100 + _century(match[4])
        dates = list(dict.fromkeys(filter(None, (_date(year, first, second), _date(year, second, first)))))
        problem = None if len(dates) == 1 else _problem(match[0], dates)
        yield FoundDate(match.start(), match.end(), None if problem else dates[0], problem=problem)


def _century(year: str) -> int:
    return 2000 if len(year) == 2 else int(year) // 100 * 100


def _date(year: int, month: int, day: int) -> PartialDate | None:
    try:
        return PartialDate(year, month, day=day)
    except InvalidValue:
        return None


def _problem(given: str, dates: list[PartialDate]) -> Problem:
    if dates:
        what = f"{given!r} may be {' or '.join(map(str, dates))}"
        return Problem("ambiguous-date", what, way_out="look the date up in the original")
    return Problem("no-such-date", f"there is no date {given!r}", way_out="look the date up in the original")
