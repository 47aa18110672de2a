"""The words and phrases without which a pattern finds nothing: what lets most lines be done with at once."""

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

_OPEN = re.compile(r"\((?:\?P<\w+>|\?[a-zA-Z-]*:|(?!\?))")
_OTHER = re.compile(r"\(\?")
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_TIMES = re.compile(r"[?*]\??|\{0?,\d*\}|\{0\}")
_AGAIN = re.compile(r"\+\??|\{\d+(?:,\d*)?\}")
_BLANK = re.compile(r"(?:\(\?:\\s\{1,3\}\)|\\s|\[ \]| )(?:\+|\{[1-9],?\d*\})?(?![?*{])")
_SIGNS = frozenset("/-':,;&@!")
_FEWEST = 2
"""Letters of a word that is worth looking for."""

OneOf = frozenset[str]
"""One of these words or phrases stands in what matches."""

AllOf = tuple[OneOf, ...]
"""Each of these has one in what matches, the one that tells most first; where there is none, nothing is known."""


def needed_words(source: str) -> tuple[AllOf, ...]:
    r"""Folded words, by the ways in which a pattern may be found: in every text where it is, all of one way stand.

    >>> needed_words(r"circulate this (?:word|call)\b") == (({"circulate this "}, {"word", "call"}),)
    True
    >>> needed_words("(?:e-?mails?|sign it)"), needed_words("a?")
    (((frozenset({'mail'}),), (frozenset({'sign it'}),)), ((),))
    """
    return tuple(_Source(source).alternatives())


def fold_text(text: str) -> str:
    """A text as needed words are looked for in it: letters that a pattern takes for one another are one."""
    return text.casefold() if text.isascii() else text.replace("İ", "i").replace("ı", "i").casefold()


def with_plain_blanks(words: Iterable[str]) -> str:
    """Words as needed phrases are looked for in them: a blank before each and behind it, whatever stood there."""
    return f" {' '.join(words)} "


@attrs.define(eq=False)
class _Source:
    """The source of a pattern, read from left to right; what is not known to be needed parts words."""

    text: str
    at: int = 0

    def alternatives(self) -> list[AllOf]:
        """To the end of a group: what each of its branches needs."""
        branches = self._branch()
        while self._takes("|"):
            branches += self._branch()
        return branches

    def _branch(self) -> list[AllOf]:
        """What a branch needs; one that is a group and nothing else needs what the branches of the group do."""
        found: list[list[AllOf]] = []
        run = ""
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            letter, needs = self._item()
            if self._passes(_TIMES):
                letter, needs = "", []
            elif self._passes(_AGAIN) and letter:
                found.append(_word(run + letter))
                letter = ""
            if letter:
                run = run.rstrip() + letter if letter == " " else run + letter
                continue
            found += [_word(run), needs]
            run = ""
        found.append(_word(run))
        known = [ways for ways in found if all(ways) and ways]
        return known[0] if len(known) == 1 else [_sorted(need for ways in known for need in _of_all(ways))]

    def _item(self) -> tuple[str, list[AllOf]]:
        """One part: a letter that stands for itself, a blank for any run of blanks, or what a group needs."""
        if self._passes(_BLANK):
            return " ", []
        group = self._passes(_OPEN)
        if group or self._passes(_OTHER):
            needs = self.alternatives()
            self._takes(")")
            return "", needs if group else []  # what is looked for around a place is no part of it
        if self._passes(_CLASS) or self._passes(_ESCAPE):
            return "", []
        sign = self.text[self.at]
        self.at += 1
        return (fold_text(sign) if sign.isalpha() or sign in _SIGNS else ""), []

    def _takes(self, sign: str) -> bool:
        taken = self.text.startswith(sign, self.at)
        self.at += taken
        return taken

    def _passes(self, pattern: re.Pattern[str]) -> bool:
        found = pattern.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return found is not None


def _word(run: str) -> list[AllOf]:
    return [(frozenset({run}),)] if sum(map(str.isalpha, run)) >= _FEWEST else []


def _of_all(ways: Sequence[AllOf]) -> AllOf:
    """What is needed whichever way is taken: all of the only one, or one of what tells most of each."""
    return ways[0] if len(ways) == 1 else (_shortest(word for way in ways for word in way[0]),)


def _shortest(words: Iterable[str]) -> OneOf:
    """The words without those that hold another one of them."""
    given = frozenset(words)
    return frozenset(word for word in given if not any(other != word and other in word for other in given))


def _sorted(needs: Iterator[OneOf]) -> AllOf:
    """Needs in order: first those whose shortest word is the longest, and of these the fewest."""
    return tuple(sorted(dict.fromkeys(needs), key=lambda words: (-min(map(len, words)), len(words))))
