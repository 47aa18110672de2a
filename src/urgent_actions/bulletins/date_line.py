"""A line of the heading that is a date, and one that was meant as a date and cannot be read as one."""

import re
from collections.abc import Iterator

from urgent_actions.bulletins.dates import FoundDate, find_dates, read_date
from urgent_actions.bulletins.digit_dates import find_digit_dates
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.references import find_index_numbers
from urgent_actions.errors import InvalidValue
from urgent_actions.values.partial_date import PartialDate

_LONGEST = 60
_SIGNS = "/.-"
_DIGITS = re.compile(r"\d{1,5}[ ]?[/.–-][ ]?\d{1,5}[ ]?[/.–-][ ]?\d{1,5}")
_WORD, _NUMBER = r"[^\W\d_]{1,12}[.,]?", r"\d{1,5}(?::\d\d)?(?:st|nd|rd|th|er|º|\.)?,?"
_NAMED = re.compile(
    rf"(?:{_WORD}[ ]{{1,3}}{_NUMBER}|{_NUMBER}[ ]{{1,3}}{_WORD}"
    rf"|(?=\D{{0,40}}\d{{1,5}}\D{{1,40}}\d)(?:(?:{_WORD}|{_NUMBER})(?:[ ]{{1,3}}|\Z)){{3,6}})",
    re.IGNORECASE,
)
_AROUND = " ,;:()[]"


def date_on(words: Piece, ledger: Ledger) -> PartialDate | None:
    """The date that a line is and nothing else: with the name of its month, or in digits where one order is possible.

    Raises:
        InvalidValue: it is a date in no calendar.
    """
    if len(words) > _LONGEST:
        return None
    text = str(words)
    return read_date(text) or _in_digits(text, words, ledger)


def dates_in(words: Piece, ledger: Ledger, languages: tuple[str, ...] = ("en",)) -> Iterator[FoundDate]:
    """Every date of a line, in order: with the name of its month, or in digits where one order is possible.

    One in digits that may be of either order is told of and left out.
    """
    text = str(words)
    found = list(find_dates(text, languages))
    taken = [(date.start, date.end) for date in found]
    taken += [(index.start, index.end) for index in find_index_numbers(text)]
    for date in find_digit_dates(text, signs=_SIGNS):
        if any(start < date.end and date.start < end for start, end in taken):
            continue
        if date.problem is not None and date.problem.code == "ambiguous-date":
            ledger.warn(date.problem.code, date.problem.what, words.part(date.start, date.end), date.problem.way_out)
        else:
            found.append(date)
    yield from sorted(found, key=lambda one: one.start)


def _in_digits(text: str, words: Piece, ledger: Ledger) -> PartialDate | None:
    bare = text.strip(_AROUND)
    found = next(find_digit_dates(bare, signs=_SIGNS), None)
    if found is None or (found.start, found.end) != (0, len(bare)):
        return None
    if found.problem is None:
        return found.date
    if found.problem.code == "ambiguous-date":
        ledger.warn(found.problem.code, found.problem.what, words, found.problem.way_out)
        return None
    raise InvalidValue(found.problem)


def is_like_date(text: str) -> bool:
    """Whether a line can have been meant as a date: numbers with no more than a few words, and no sentence.

    >>> is_like_date("Mai 20, 2020"), is_like_date("20/05/20200"), is_like_date("Two of the 20 were freed in 2020.")
    (True, True, False)
    """
    bare = text.strip(_AROUND)
    return len(bare) <= _LONGEST and bool(_DIGITS.fullmatch(bare) or _NAMED.fullmatch(bare))


def leave_date(words: Piece, ledger: Ledger) -> bool:
    """Leave a line unread that was meant as a date, and tell of it where nothing was told yet."""
    if not is_like_date(str(words)):
        return False
    if not any(remark.code == "ambiguous-date" for remark in ledger.remarks):
        what = f"{str(words)!r} looks like a date, and cannot be read as one"
        ledger.warn("unreadable-date", what, words, "look the date up in the original, and write its month as a word")
    return True
