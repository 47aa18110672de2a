"""A text whose words are looked for as they are compared, and found where they stand."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate

import attrs

from urgent_actions.values.folding import fold

_WORD = re.compile(r"[^\W_][\w\u0300-\u036f\u0640\u064b-\u0652\u0670]*")
_MOST_BETWEEN = 5
_MOST_LONGER = 3
_SHORT = 4
_ENDING = 2

Pattern = re.Pattern[str]
Span = tuple[int, int]


@attrs.frozen(slots=False)
class FoldedText:
    """A text cut into words once, for many questions; each is answered in time in proportion to the text."""

    text: str = attrs.field(repr=False)

    @cached_property
    def spans(self) -> list[Span]:
        """Where each word begins and ends."""
        return [found.span() for found in _WORD.finditer(self.text)]

    @cached_property
    def words(self) -> list[str]:
        """The words as they are compared."""
        written = [self.text[start:end] for start, end in self.spans]
        known = {word: fold(word).replace(" ", "") for word in set(written)}
        return [known[word] for word in written]

    def find(self, pattern: Pattern | None) -> Iterator[Span]:
        """Where the phrases of a pattern stand, each from its first word to its last."""
        for found in pattern.finditer(self._joined) if pattern else ():
            first, last = bisect_right(self._starts, found.start()) - 1, bisect_left(self._starts, found.end()) - 1
            yield self.spans[first][0], self.spans[last][1]

    def has(self, phrase: str) -> bool:
        """Whether a phrase stands in the text; one in a script without spaces may stand within its words."""
        folded = " ".join(FoldedText(phrase).words)
        inside = f" {folded} " in f" {self._joined} "
        return bool(folded) and (inside or (_is_ideographic(folded) and folded in self._joined))

    def has_form_of(self, word: str) -> bool:
        """Whether a word stands in the text, or a form of it with another ending: `Котова` is one of `Котов`."""
        start = word if len(word) < _SHORT else word[: max(_SHORT - 1, len(word) - _ENDING)]
        at = bisect_left(self._sorted, start)
        while at < len(self._sorted) and self._sorted[at].startswith(start):
            if len(self._sorted[at]) <= len(word) + _MOST_LONGER * (len(word) >= _SHORT):
                return True
            at += 1
        return False

    @cached_property
    def _joined(self) -> str:
        return " ".join(self.words)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(word) + 1 for word in self.words[:-1])]

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(set(self.words))


def phrases(texts: Iterable[str]) -> Pattern | None:
    """A pattern for phrases as they are compared; None where there are none.

    In a phrase, `*` at the end of a word stands for any ending, and `...` for up to five words.
    """
    alternatives = sorted({alternative for text in texts if (alternative := _as_pattern(text))}, key=len, reverse=True)
    return re.compile(rf"(?<!\S)(?:{'|'.join(alternatives)})(?!\S)") if alternatives else None


def _as_pattern(phrase: str) -> str:
    parts = phrase.split()
    words = [_GAP if part == "..." else rf" {_word(part)}" for part in parts]
    return "".join(words).removeprefix(" ")


def _word(part: str) -> str:
    """One written word, which an apostrophe may cut into two."""
    words = " ".join(map(re.escape, FoldedText(part).words))
    return words + r"\S*+" if part.endswith("*") else words


_GAP = rf"(?: \S++){{0,{_MOST_BETWEEN}}}?"


def _is_ideographic(word: str) -> bool:
    return any("\u3040" <= sign <= "\u9fff" or "\uac00" <= sign <= "\ud7a3" for sign in word)
