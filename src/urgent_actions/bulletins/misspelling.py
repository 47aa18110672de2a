"""The one known word that a misspelt word can be: with one letter wrong, missing or too many, or two letters swapped.

Which letters are doubled does not count: `phillipines` is one slip from `philippines`.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

import attrs

T = TypeVar("T")

SHORTEST = 5
"""Letters of the shortest known word; shorter ones are one letter away from too many others."""

LONGEST = 60
"""Letters of the longest word that is looked at."""

_DOUBLED = re.compile(r"([^\W\d_])\1")


@attrs.frozen(eq=False)
class Misspellings(Generic[T]):
    """Known words, to be found again where they are misspelt.

    Each is filed under itself and under what is left of it without one of its letters, so a search costs what the
    length of the word is, whatever the number of known words.

    >>> words = Misspellings.of({"update": 1, "third": 3, "thirty": 30})
    >>> words.meant_by("upadte"), words.meant_by("thirt"), words.meant_by("thrd")
    (('update', 1), None, ('third', 3))
    """

    meanings: Mapping[str, T]
    near: Mapping[str, list[str]]

    @classmethod
    def of(cls, meanings: Mapping[str, T]) -> "Misspellings[T]":
        """The words of a table, as they are compared, without those that are too short to be told apart."""
        near: dict[str, list[str]] = {}
        for word in meanings:
            if len(word) >= SHORTEST:
                for form in _forms(word):
                    near.setdefault(form, []).append(word)
        return cls(meanings, near)

    def meant_by(self, word: str) -> tuple[str, T] | None:
        """The known word and what it means, or None where there is no such word, or words of several meanings."""
        if not SHORTEST - 1 <= len(word) <= LONGEST:
            return None
        found = [known for known in self._candidates(word) if _is_misspelt(word, known)]
        if len({self.meanings[known] for known in found}) != 1:
            return None
        return found[0], self.meanings[found[0]]

    def _candidates(self, word: str) -> Iterable[str]:
        return dict.fromkeys(known for form in _forms(word) for known in self.near.get(form, ()))


def is_one_slip(given: str, known: str) -> bool:
    """Whether two words differ by one letter at most, or by two neighbours that changed places.

    >>> is_one_slip("sauid", "saudi"), is_one_slip("malysia", "malaysia"), is_one_slip("suaid", "saudi")
    (True, True, False)
    """
    start = next(
        (at for at, (a, b) in enumerate(zip(given, known, strict=False)) if a != b), min(len(given), len(known))
    )
    a, b = given[start:], known[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
    return a[1:] == b or a == b[1:]


def _is_misspelt(given: str, known: str) -> bool:
    return is_one_slip(given, known) or is_one_slip(_single(given), _single(known))


def _single(word: str) -> str:
    """The word with its doubled letters single."""
    return _DOUBLED.sub(r"\1", word)


def _forms(word: str) -> set[str]:
    """The word with doubled letters and without, and either of them without each of its letters."""
    words = {word, _single(word)}
    return words | {each[:at] + each[at + 1 :] for each in words for at in range(len(each))}
