"""Dates as bulletins print them: `May 20, 2020`, `30 June, 2017`, `20 мая 2020 года`, `December 2021`.

Only what can be read in one way is read. A month must be named (or the date be ISO 8601, or in dots where the language
writes so), a year has four digits, and nothing is put right: a day that does not exist is reported.
"""

import re
from collections.abc import Iterator
from functools import cache

import attrs

from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.errors import InvalidValue, Problem
from urgent_actions.values.cldr import locale_identifier
from urgent_actions.values.partial_date import PartialDate

_YEAR = re.compile(r"\d{4}")  # every date has one, and most lines have none
_DOTTED = frozenset({"de", "ru"})  # languages that write 20.05.2020, the day first


@attrs.frozen
class FoundDate:
    """A date in a text, from one character to another; `date` is None where the problem says that it does not exist."""

    start: int
    end: int
    date: PartialDate | None = None
    problem: Problem | None = attrs.field(default=None, kw_only=True)


def read_date(text: str, languages: tuple[str, ...] = ("en",)) -> PartialDate | None:
    """The date that a text is, or None where it is none.

    Args:
        text: a date and nothing else, the name of a weekday before it aside.
        languages: tags of the languages whose month names may stand in it.

    Raises:
        InvalidValue: the text is a date that does not exist, such as February 30.

    >>> read_date("May 20, 2020"), read_date("1er juillet 2019", ("fr",)), read_date("82.20")
    (PartialDate(year=2020, month=5, day=20), PartialDate(year=2019, month=7, day=1), None)
    """
    found = next(find_dates(text, languages), None)
    if found is None or found.end < len(text.rstrip(" .,;:")) or not _only_a_weekday(text[: found.start], languages):
        return None
    if found.problem is not None:
        raise InvalidValue(found.problem)
    return found.date


def find_dates(text: str, languages: tuple[str, ...] = ("en",)) -> Iterator[FoundDate]:
    """Every date of a text, in order, each with its place."""
    for match in _pattern(languages).finditer(text) if _YEAR.search(text) else ():
        parts = {name.rstrip("123456"): value for name, value in match.groupdict().items() if value}
        month = _months(languages).get(_folded(parts["month"])) or int(parts["month"])
        day = int(parts["day"]) if "day" in parts else None
        try:
            yield FoundDate(match.start(), match.end(), PartialDate(int(parts["year"]), month, day=day))
        except InvalidValue as error:
            what = f"there is no date {match[0]!r}"
            problem = attrs.evolve(error.problems[0], what=what, way_out="look the date up in the original")
            yield FoundDate(match.start(), match.end(), problem=problem)


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace(".", "").split())


@cache
def _months(languages: tuple[str, ...]) -> dict[str, int]:
    """Every form of every month's name: in a date and alone, whole and short (CLDR), and those of our own list."""
    from babel import Locale

    names: dict[str, int] = {}
    for language in languages:
        forms = Locale.parse(locale_identifier(language)).months
        for use in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                names |= {_folded(name): number for number, name in forms[use][width].items()}
        names |= {_folded(name): number for name, number in word_list("months").get(language, {}).items()}
    return {name: number for name, number in names.items() if not name.isdigit()}


@cache
def _weekdays(languages: tuple[str, ...]) -> frozenset[str]:
    from babel import Locale

    forms = [Locale.parse(locale_identifier(language)).days["format"] for language in languages]
    return frozenset(
        _folded(name) for days in forms for width in ("wide", "abbreviated") for name in days[width].values()
    )


def _only_a_weekday(before: str, languages: tuple[str, ...]) -> bool:
    word = _folded(before.strip(" ,"))
    return not word or word in _weekdays(languages)


@cache
def _pattern(languages: tuple[str, ...]) -> re.Pattern[str]:
    """The orders of day, month and year; each part is bounded, so that a long text costs what its length is."""
    names = sorted(_months(languages), key=len, reverse=True)
    name = "|".join(r"\s".join(map(re.escape, name.split())) for name in names)
    month = rf"(?P<month#>{name})\.?(?:/(?:{name}))?"  # Arabic bulletins give both names: May/Ayyar
    day, year = r"(?P<day#>\d{1,2})", r"(?P<year#>\d{4})(?!\d)"
    of = r"\s{1,3}(?:de\s{1,3}|del\s{1,3}|of\s{1,3})?"
    orders = [
        rf"{day}(?:st|nd|rd|th|er|º|\.)?{of}{month},?{of}{year}(?:\s?(?:года|г\.))?",
        rf"{month}\s{{1,3}}{day}(?:st|nd|rd|th)?,?\s{{1,3}}{year}",
        rf"{month},?{of}{year}(?:\s?(?:года|г\.))?",
        r"(?P<year#>\d{4})-(?P<month#>\d{2})-(?P<day#>\d{2})(?!\d)",
    ]
    if _DOTTED & set(languages):
        orders.append(rf"{day}\.(?P<month#>\d{{2}})\.{year}")
    numbered = [order.replace("#>", f"{number}>") for number, order in enumerate(orders, start=1)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(numbered)})", re.IGNORECASE)
