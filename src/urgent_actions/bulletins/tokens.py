"""The words of a few lines, with the commas and the line ends between them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice

import attrs

from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.values.folding import fold

_TOKEN = re.compile(r"[,;]|[^\s,;]+")
_LONGEST_KEPT = 300


@attrs.define(eq=False)  # never changed; not frozen, as pieces are not
class Token:
    """A word, a comma, or the end of a line.

    `key` is the word as it is compared, without letter case, accents and full stops. A comma has the key `,`, and the
    end of a line has an empty piece and the key `/`.
    """

    piece: Piece
    text: str
    key: str

    is_capitalised: bool = False
    has_digit: bool = False

    @property
    def is_break(self) -> bool:
        """Whether it parts what stands on its two sides."""
        return self.key in {",", "/"}


@lru_cache(maxsize=8192)
def _looks(word: str) -> tuple[str, bool, bool]:
    """The key of a word, whether it begins as names do, and whether it has a digit.

    A name begins with a capital ("al-Sisi" too), or is in a script that has none.
    """
    if word in ",;":
        return ",", False, False
    firsts = (next(filter(str.isalpha, part), "") for part in word.split("-")[:2])
    capitalised = any(first and not first.islower() for first in firsts)
    return fold(word) or word, capitalised, any(map(str.isdigit, word))


def tokens_of(lines: Iterable[Piece], most: int | None = None) -> list[Token]:
    """The words of lines in order, with the end of each line but the last; no more of them than asked for."""
    return list(islice(_tokens(lines), most))


def _tokens(lines: Iterable[Piece]) -> Iterator[Token]:
    """The words; a line that ends with a word such as "of" goes on with the next one."""
    before: Token | None = None
    for line in lines:
        if before is not None and before.text not in _joining():
            yield Token(line.part(0, 0), "", "/")
        for before in _words_of(line):
            yield before


def _words_of(line: Piece) -> Iterable[Token]:
    words = _words if len(line) > _LONGEST_KEPT else _kept_words
    return words(line.page, line.start, line.end)


@cache
def _joining() -> frozenset[str]:
    """Small words with which no line of an address ends, unless the page was too narrow for it."""
    return frozenset(word_list("offices")["joining"])


def _words(page: str, start: int, end: int) -> Iterator[Token]:
    for found in _TOKEN.finditer(page[start:end]):
        word = found[0]
        at = start + found.start()
        yield Token(Piece(page, at, at + len(word)), word, *_looks(word))


@lru_cache(maxsize=256)
def _kept_words(page: str, start: int, end: int) -> tuple[Token, ...]:
    """The words of a line; kept, for several readers ask what one line begins with."""
    return tuple(_words(page, start, end))
