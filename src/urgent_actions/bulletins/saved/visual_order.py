"""Lines of Arabic, Persian or Hebrew, put back from the order in which they are seen into the one in which one reads.

A PDF file places letters on paper; it does not say in which order they are read. Seen from left to right, a line of
a right-to-left script is backwards, but not the numbers and the Latin words in it (Unicode Standard Annex 9, rule L2,
undone).
"""

import re
from collections.abc import Iterator
from unicodedata import bidirectional

_LETTER = "A-Za-z\u00c0-\u024f\u0370-\u052f"  # Latin, Greek, Cyrillic
_WORD = rf"[@#]?[{_LETTER}\d](?:[{_LETTER}\d@._/:+'’&?=%#~-]*[{_LETTER}\d])?"
_WORDS = re.compile(rf"{_WORD}(?: {_WORD})*")
_HAS_LETTER = re.compile(rf"[{_LETTER}]")
_NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*")
_OPENING, _CLOSING = "([{<«", ")]}>»"
_PAIRS = dict(zip(_OPENING + _CLOSING, _CLOSING + _OPENING, strict=True))


def is_right_to_left(text: str) -> bool:
    """Whether any letter of the text belongs to a right-to-left script."""
    return not text.isascii() and any(bidirectional(char) in {"R", "AL"} for char in text)


def reading_order(line: str) -> str:
    """A line as it is read, from one as it is seen, left to right.

    >>> reading_order("2020 رايأ 20 :دعوم")
    'موعد: 20 أيار 2020'
    >>> reading_order("Embassy, 20 May")
    'Embassy, 20 May'
    """
    if not _is_mostly_right_to_left(line):
        return line
    turned = _PAIRS if _shows_brackets(line) else {}
    parts: list[str] = []
    at = 0
    for start, end in _kept(line):
        parts += [turned.get(char, char) for char in line[at:start]]
        parts.append(line[start:end])
        at = end
    return "".join(reversed([*parts, *(turned.get(char, char) for char in line[at:])]))


def _shows_brackets(line: str) -> bool:
    """Whether brackets stand as they are seen; some files give them as they are read, so that the first one closes."""
    first = next((char for char in line if char in _PAIRS), "")
    return first in _OPENING


def _kept(line: str) -> Iterator[tuple[int, int]]:
    """Where words of the other direction stand, each run of them as one, and numbers, each alone."""
    for found in _WORDS.finditer(line):
        if _HAS_LETTER.search(found[0]):
            yield found.span()
        else:
            yield from (number.span() for number in _NUMBER.finditer(line, *found.span()))


def _is_mostly_right_to_left(line: str) -> bool:
    """Whether at least as many words run from right to left as run the other way; numbers run with their neighbours."""
    words = [word for word in line.split() if any(map(str.isalpha, word))]
    against = sum(map(is_right_to_left, words))
    return against > 0 and 2 * against >= len(words)
