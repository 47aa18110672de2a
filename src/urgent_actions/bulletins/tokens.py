"""The words of a few lines, with the commas and the line ends between them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice
from sys import maxsize

import attrs

from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.values.folding import fold

_TOKEN = re.compile(r"[,;]|[^\s,;]+")
_LONGEST_KEPT = 300


@attrs.define(eq=False, repr=False)  # never changed; not frozen, as pieces are not
class Token(Piece):
    """A word, a comma, or the end of a line, where it stands.

    `key` is the word as it is compared, without letter case, accents and full stops. A comma has the key `,`, and the
    end of a line has no length and the key `/`; both part what stands on their two sides.
    """

    text: str
    key: str
    is_capitalised: bool = False
    has_digit: bool = False
    is_break: bool = False


@lru_cache(maxsize=8192)
def _looks(word: str) -> tuple[str, bool, bool, bool]:
    """The key of a word, whether it begins as names do, whether it has a digit, and whether it parts what is around it.

    A name begins with a capital ("al-Sisi" too), or is in a script that has none. A lone stroke is the end of a line.
    """
    if word in ",;":
        return ",", False, False, True
    firsts = (next(filter(str.isalpha, part), "") for part in word.split("-")[:2])
    capitalised = any(first and not first.islower() for first in firsts)
    key = fold(word) or word
    return key, capitalised, any(map(str.isdigit, word)), key == "/"


def tokens_of(lines: Iterable[Piece], most: int = maxsize) -> list[Token]:
    """The words of lines in order, no more of them than asked for, with the end of each line but the last.

    A line that ends with a word such as "of" goes on with the next one.
    """
    found: list[Token] = []
    for line in lines:
        if found and not _joins(found):
            found.append(Token(line.page, line.start, line.start, "", "/", is_break=True))
        if len(line) > _LONGEST_KEPT:
            found += islice(_words(line.page, line.start, line.end), most)
        else:
            found += _kept_words(line.page, line.start, line.end)
        if len(found) >= most:
            return found[:most]
    return found


def _joins(words: list[Token]) -> bool:
    """Whether the last word is a small one with which no line of an address ends, unless the page was too narrow."""
    foreign = len(words) > 1 and words[-2].key in _small("not_joining_behind")
    return words[-1].text in _small("joining") and not foreign


@cache
def _small(name: str) -> frozenset[str]:
    return frozenset(word_list("offices")[name])


def _words(page: str, start: int, end: int) -> Iterator[Token]:
    for found in _TOKEN.finditer(page[start:end]):
        word = found[0]
        at = start + found.start()
        yield Token(page, at, at + len(word), word, *_looks(word))


@lru_cache(maxsize=256)
def _kept_words(page: str, start: int, end: int) -> tuple[Token, ...]:
    """The words of a line; kept, for several readers ask what one line begins with."""
    return tuple(_words(page, start, end))
