"""What stands in a heading besides words: index numbers and dates, each with what is said of it."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

import attrs

from urgent_actions.bulletins.dates import FoundDate, find_dates, read_date
from urgent_actions.bulletins.digit_dates import find_digit_dates
from urgent_actions.bulletins.misspelling import Misspellings
from urgent_actions.bulletins.references import FoundIndex, find_index_numbers
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.errors import InvalidValue
from urgent_actions.values.folding import fold
from urgent_actions.values.partial_date import PartialDate

LANGUAGES = ("en", "fr", "es", "de")
"""The languages whose months are known."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SIGNED = re.compile(r"[()\[\]#;]")
_LONGEST_LABEL = 40


@attrs.frozen
class Mark:
    """An index number or a date, from one character to another, its label included.

    Args:
        found: what it is.
        label: what is said of it: `own`, `earlier`, or nothing.
    """

    start: int
    end: int
    found: FoundIndex | FoundDate
    label: str = ""


def marks_in(line: str, taken: Sequence[tuple[int, int]]) -> list[Mark]:
    """Every index number of a line, and every date that has a year, in order.

    Args:
        line: a heading or a subject line.
        taken: the stretches that are known to be something else, such as references.
    """
    indexes = list(find_index_numbers(line))
    taken = [*taken, *((index.start, index.end) for index in indexes)]
    dates = [date for date in _dates(line) if all(date.end <= start or end <= date.start for start, end in taken)]
    marks: list[FoundIndex | FoundDate] = [*indexes, *dates]
    return [_labelled(line, found) for found in sorted(marks, key=lambda found: found.start)]


@attrs.frozen
class MendedDate:
    """A date behind a label, read with something put right.

    Args:
        month: the misspelt name of its month, as it should be; empty where it is right.
        has_year: whether the year is printed.
    """

    start: int
    end: int
    date: PartialDate
    month: str = attrs.field(default="", kw_only=True)
    has_year: bool = attrs.field(kw_only=True)


def find_mended_date(line: str, after: int, year: int) -> MendedDate | None:
    """A date behind a label such as "issued" that lacks its year, or has one letter of its month wrong.

    Args:
        line: a heading or a subject line.
        after: the character from which on labels count.
        year: the year of a day that names none.

    >>> str(find_mended_date("ua 26/13 on peru (issued 7 february)", 8, 2013).date)
    '2013-02-07'
    >>> str(find_mended_date("ua 26/13 on peru (issued 7 feburary 2013)", 8, 2013).month)
    'february'
    """
    for match in _own_label().finditer(line, after):
        tail = _SIGNED.split(line[match.end() : match.end() + _LONGEST_LABEL].lstrip(" :("))[0].rstrip(" .,")
        has_year = bool(_YEAR.search(tail))
        text, month = _with_month_mended(tail)
        date = _read(text if has_year else f"{text} {year}")
        if date is not None and date.day:
            end = line.find(tail, match.end()) + len(tail)
            return MendedDate(match.start(), end, date, month=month, has_year=has_year)
    return None


def _read(text: str) -> PartialDate | None:
    try:
        return read_date(text, LANGUAGES)
    except InvalidValue:
        return None


def _with_month_mended(text: str) -> tuple[str, str]:
    """The text with its one misspelt month put right, and that month."""
    for word in re.findall(r"[^\W\d_]{4,12}", text):
        known = _misspelt_months().meant_by(fold(word))
        if known and known[0] != fold(word):
            return text.replace(word, known[0]), known[0]
    return text, ""


@cache
def _misspelt_months() -> Misspellings[int]:
    """The English months; their names are short and near to one another, so other languages are left alone."""
    return Misspellings.of({name: number for number, name in enumerate(word_list("editions")["months"]["en"], start=1)})


def _dates(line: str) -> Iterable[FoundDate]:
    """Reading dates costs more than all else, so lines that cannot have any are passed over."""
    named = find_dates(line, LANGUAGES) if _YEAR.search(line) else ()
    return [*named, *(find_digit_dates(line) if line.count("/") > 1 else ())]


def _labelled(line: str, found: FoundIndex | FoundDate) -> Mark:
    """The mark with the longest label that stands before it."""
    start = max(0, found.start - _LONGEST_LABEL)
    words = [(match.start(), fold(match[0])) for match in re.finditer(r"[^\W\d_]+", line[start : found.start])]
    for length in range(min(4, len(words)), 0, -1):
        label = _labels().get(" ".join(word for _, word in words[-length:]))
        if label:
            return Mark(start + words[-length][0], found.end, found, label)
    return Mark(found.start, found.end, found)


@cache
def _labels() -> dict[str, str]:
    lists = word_list("editions")
    labels = {fold(phrase): kind for kind, phrases in lists["indexes"].items() for phrase in phrases}
    return labels | {fold(phrase): kind for kind, phrases in lists["dates"].items() for phrase in phrases}


@cache
def _own_label() -> re.Pattern[str]:
    phrases = sorted(word_list("editions")["dates"]["own"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)", re.IGNORECASE)
