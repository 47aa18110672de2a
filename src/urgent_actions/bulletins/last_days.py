"""The last day that an instruction gives, in a sentence of any wording: an act, a limit and a date."""

import re
from collections.abc import Iterator
from functools import cache

from urgent_actions.bulletins.dates import FoundDate, find_dates
from urgent_actions.bulletins.digit_dates import find_digit_dates
from urgent_actions.bulletins.patterns import loose, one_of
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Wording
from urgent_actions.errors import Problem
from urgent_actions.values.deadline import Deadline

_LONGEST = 220
_GAP = 90
_SIGNS = "/.-"
_RIGHT_BEFORE = r"[ ]{0,3}(?:the |[a-z]{3,6}day,? )?\Z"


def last_day_in(text: str, languages: tuple[str, ...]) -> Deadline | Problem | None:
    """The last day for appeals that a sentence gives, or why it cannot be told; None for a sentence that gives none.

    A date is a last day where an act of the supporter and a limit stand before it ("write ... by"), or words by which
    the action itself runs out, which makes it firm. A date in digits that may be two days is a problem, never a guess.

    Args:
        text: one sentence.
        languages: tags of the languages whose names of months may stand in it.

    >>> str(last_day_in("Please write to them before 14 September 2021.", ("en",)))
    '2021-09-14'
    >>> last_day_in("Please write that she was freed on 14 September 2021.", ("en",))
    """
    for found in _dates(text, languages):
        before = text[max(0, found.start - _LONGEST) : found.start]
        firm = _is_firm(before, text)
        if firm is not None:
            return Deadline(found.date, firm) if found.date else found.problem
    return None


def _dates(text: str, languages: tuple[str, ...]) -> Iterator[FoundDate]:
    """Dates with the name of their month first, then those in digits alone."""
    named = list(find_dates(text, languages))
    yield from named
    for found in find_digit_dates(text, signs=_SIGNS):
        if not any(one.start <= found.start < one.end for one in named):
            yield found


def _is_firm(before: str, text: str) -> bool | None:
    """Whether nothing is sent after the date behind these words; None where they set no last day."""
    if _behind("never_after").search(before):
        return True
    if _behind("asks_after").search(before):
        return False if _sections().search(text) else None
    if _behind("expires").search(before):
        return True
    return False if _behind("named").search(before) or _act_and_limit().search(before) else None


@cache
def _phrases(purpose: str) -> tuple[str, ...]:
    return tuple(phrase for phrases in word_list("asked")[purpose].values() for phrase in phrases)


@cache
def _behind(purpose: str) -> Wording:
    """Phrases of a purpose at the end of a text."""
    return one_of(_phrases(purpose), behind=_RIGHT_BEFORE)


@cache
def _acts() -> Wording:
    return one_of(_phrases("acts"))


@cache
def _sections() -> Wording:
    return one_of(_phrases("sections"))


@cache
def _act_and_limit() -> re.Pattern[str]:
    acts, limits, others = ("|".join(map(loose, _phrases(name))) for name in ("acts", "limits", "other_requests"))
    gap = rf"(?:(?!\b(?:{others})(?!\w))[^.;\n]){{0,{_GAP}}}?"
    return re.compile(rf"(?<!\w)(?:{acts})(?!\w){gap}(?<!\w)(?:{limits}):?{_RIGHT_BEFORE}", re.IGNORECASE)
