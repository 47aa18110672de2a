"""The stock phrases of appeals in English, French, Spanish and German, found in the lines of a page."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from urgent_actions.bulletins.patterns import loose, one_of
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Wording

LANGUAGES = ("en", "fr", "es", "de")
"""The languages whose phrases and months are known."""

_WORD = re.compile(r"[^\W\d_]{1,24}")
_LABEL = r"\A[ ]{0,3}(?:[*#]{1,3}[ ]?)?"
_LABEL_END = r"[ ]{0,3}(?:[:.][ ]{0,3})?(?:\*{1,3})?[ ]{0,3}"


@cache
def phrases_of(purpose: str) -> tuple[str, ...]:
    """Every phrase of a purpose, such as `deadline`, in whatever language."""
    lists = word_list("stock")[purpose]
    return tuple(phrase for phrases in lists.values() for phrase in phrases)


@cache
def stock(purpose: str) -> Wording:
    """A pattern that finds any phrase of a purpose, as whole words."""
    behind = "" if any("{date}" in phrase for phrase in phrases_of(purpose)) else r"(?!\w)"
    return one_of(phrases_of(purpose), behind=behind)


@cache
def heading(purpose: str) -> Wording:
    """A line that begins with a phrase of a purpose and its colon, or is nothing but the phrase."""
    forms = "|".join(loose(phrase) for phrase in phrases_of(purpose))
    return Wording.of(rf"{_LABEL}(?:{forms})(?:{_LABEL_END}\Z|[ ]{{0,3}}:[ ]{{0,3}})", re.IGNORECASE)


@cache
def shouted(purpose: str) -> Wording:
    """A line that begins with a phrase of a purpose, of two words or more, before words of its own.

    In capitals, it is a heading of a text that was run together: `APPELLE AN PRÄSIDENT Adoum Kellemi`.
    """
    forms = "|".join(loose(phrase) for phrase in phrases_of(purpose) if " " in phrase)
    return Wording.of(rf"{_LABEL}(?:{forms})(?=[ ]+[\w(])", re.IGNORECASE)


@cache
def whole(purpose: str, ends: str = r"[ ]{0,3}[,.:!;]{0,2}") -> Wording:
    """A line that is nothing but phrases of a purpose."""
    forms = "|".join(loose(phrase) for phrase in phrases_of(purpose))
    return Wording.of(rf"\A(?:{forms}){ends}\Z", re.IGNORECASE)


@cache
def series() -> Wording:
    """A line that names the series of a publisher, above the heading proper or below everything."""
    return one_of(tuple(word_list("stock")["title"]["series"]), behind="")


def language_of(lines: Iterable[str]) -> str:
    """The language whose small words a page has most; English where none has any."""
    return known_language_of("\n".join(lines)) or LANGUAGES[0]


def known_language_of(text: str) -> str | None:
    """The language whose small words a text has most; None where it has none of any that is known."""
    words = Counter(filter(_any_small_words().__contains__, _WORD.findall(text.casefold())))
    counts = {language: sum(map(words.__getitem__, words.keys() & _small_words(language))) for language in LANGUAGES}
    return max(LANGUAGES, key=counts.__getitem__) if words else None


@cache
def _any_small_words() -> frozenset[str]:
    return frozenset().union(*map(_small_words, LANGUAGES))


@cache
def _small_words(language: str) -> frozenset[str]:
    return frozenset(word_list("stock")["common"][language])
