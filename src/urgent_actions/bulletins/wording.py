"""A pattern made of phrases, tried only on texts that hold the words without which it finds nothing."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import attrs

from urgent_actions.bulletins.needed_words import AllOf, OneOf, fold_text, needed_words, with_plain_blanks

_LONGEST_KEPT = 20_000
"""Characters of a text whose folded form is kept for the next wording that is asked of it."""

_LONGEST_WORD = 40
"""Characters of a word whose marks are kept."""

_MARK = 4
"""Letters of the stretches of a word that are its marks."""


@attrs.frozen(eq=False)
class Folded:
    """A text as needed words are looked for in it, with the marks of every word that may stand in it."""

    text: str
    marks: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "Folded":
        """A text folded."""
        words = fold_text(text).split()
        marks_of = _marks if max(map(len, words), default=0) > _LONGEST_WORD else _kept_marks
        return cls(with_plain_blanks(words), _NO_MARK.union(*map(marks_of, {*words})))

    @classmethod
    def joined(cls, texts: Iterable["Folded"]) -> "Folded":
        """Texts as one."""
        known = list(texts)
        return cls(
            with_plain_blanks(text.text.strip() for text in known), _NO_MARK.union(*(text.marks for text in known))
        )

    def has(self, needs: Iterable[OneOf]) -> bool:
        """Whether one word of each of them stands here."""
        for words in needs:
            for word in words:
                if word in self.text:
                    break
            else:
                return False
        return True


_NO_MARK = frozenset(("",))
"""The mark of what stands in any text."""


def _marks(word: str) -> frozenset[str]:
    """Every stretch of a word that is as long as marks are, or a shorter word as a whole."""
    return frozenset(word[at : at + _MARK] for at in range(max(1, len(word) - _MARK + 1)))


_kept_marks = lru_cache(maxsize=8192)(_marks)


def folded(text: str) -> Folded:
    """A text folded; that of a line is kept, for many wordings are asked of one line in turn."""
    return _kept(text) if len(text) <= _LONGEST_KEPT else Folded.of(text)


_kept = lru_cache(maxsize=64)(Folded.of)


def _mark_of(phrase: str) -> str:
    """The mark of every text in which a phrase stands: the beginning of its longest word, if that is long enough.

    Else it is a word with blanks around it, which is a whole one in any text; where there is none, all texts have it.
    """
    long = max(phrase.split(), key=len, default="")
    whole = max(phrase.split(" ")[1:-1], key=len, default="")
    return long[:_MARK] if len(long) >= _MARK else whole


@attrs.frozen(eq=False)
class _Needed:
    """What the members of a row need: by marks, each word that tells most of one of them, and what else it needs.

    Of hundreds of words few have a mark that stands in a line at all.
    """

    by_mark: Mapping[str, Sequence[tuple[str, int, AllOf]]]
    marks: frozenset[str]

    @classmethod
    def of(cls, row: Iterable[Iterable[AllOf]]) -> "_Needed":
        """What each member of a row needs, in any of its ways."""
        by_mark: dict[str, list[tuple[str, int, AllOf]]] = {}
        for number, ways in enumerate(row):
            for way in ways:
                for word in sorted(way[0]) if way else ("",):
                    by_mark.setdefault(_mark_of(word), []).append((word, number, way[1:]))
        return cls(by_mark, frozenset(by_mark))

    def standing_in(self, text: Folded) -> set[int]:
        """The members that may stand in a text."""
        return set(self._each_in(text))

    def any_in(self, text: Folded) -> bool:
        """Whether any member may stand in a text."""
        return not self.marks.isdisjoint(text.marks) and any(True for _ in self._each_in(text))

    def _each_in(self, text: Folded) -> Iterator[int]:
        for mark in self.marks & text.marks:
            for word, number, others in self.by_mark[mark]:
                if word in text.text and (not others or text.has(others)):
                    yield number


@attrs.frozen(eq=False)
class Wording:
    """What `re.Pattern` can do, at a fraction of its cost where nothing is found, as in most lines.

    `ways` are the words that stand wherever the pattern is found, by the ways in which it may be.
    """

    compiled: re.Pattern[str]
    ways: tuple[AllOf, ...]
    _needed: _Needed

    @classmethod
    def of(cls, source: str, flags: re.RegexFlag = re.NOFLAG) -> "Wording":
        """The wording of a pattern's source."""
        ways = needed_words(source)
        return cls(re.compile(source, flags), ways, _Needed.of([ways]))

    @property
    def pattern(self) -> str:
        """The source."""
        return self.compiled.pattern

    def may_be_in(self, text: str) -> bool:
        """Whether a text has the words that the pattern needs."""
        return self._needed.any_in(folded(text))

    def may_stand_in(self, text: Folded) -> bool:
        """Whether a folded text has the words that the pattern needs."""
        return self._needed.any_in(text)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place in a text where it is found."""
        return self.compiled.search(text) if self.may_be_in(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place in a text where it is found."""
        return self.compiled.finditer(text) if self.may_be_in(text) else iter(())

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """It at the start of a text, or of what begins with one of its characters."""
        return self.compiled.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """It as the whole of a text."""
        return self.compiled.fullmatch(text)

    def sub(self, replacement: str, text: str) -> str:
        """The text with something else wherever it is found."""
        return self.compiled.sub(replacement, text) if self.may_be_in(text) else text


@attrs.frozen(eq=False)
class Vocabulary:
    """Several wordings in order, each asked of a text only if the words that it needs are there."""

    wordings: tuple[Wording, ...]
    _needed: _Needed

    @classmethod
    def of(cls, wordings: Iterable[Wording]) -> "Vocabulary":
        """The vocabulary of wordings."""
        listed = tuple(wordings)
        return cls(listed, _Needed.of(wording.ways for wording in listed))

    def standing_in(self, text: str | Folded) -> list[tuple[int, Wording]]:
        """The wordings that may stand in a text, each with its number, in order."""
        known = folded(text) if isinstance(text, str) else text
        return [(number, self.wordings[number]) for number in sorted(self._needed.standing_in(known))]

    def stands_in(self, text: str) -> bool:
        """Whether a text has any of the wordings."""
        return self.first_in(text) is not None

    def first_in(self, text: str) -> int | None:
        """The number of the first wording that a text has; None where it has none."""
        found = (number for number, wording in self.standing_in(text) if wording.compiled.search(text))
        return next(found, None)
