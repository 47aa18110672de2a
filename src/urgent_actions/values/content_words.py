"""The words of a text that carry its meaning, by how they begin, and what a sentence asks for."""

import re
import tomllib
from functools import cache

from urgent_actions.values.data_table import data_text
from urgent_actions.values.folding import fold

_LEAST_LETTERS = 5
_STEM = 5
_ARTICLE = re.compile("^[وفبك]?ال|^لل")
"""The Arabic article, which is written in one with its noun and with the small words before it."""


def stems(*texts: str | None) -> set[str]:
    """How the longer words of some texts begin: enough to compare what two texts speak of, and no more.

    >>> sorted(stems("Free her without delay", None))
    ['delay', 'witho']
    """
    words = (_ARTICLE.sub("", word) for text in texts for word in fold(text or "").split())
    return {word[:_STEM] for word in words if len(word) >= _LEAST_LETTERS}


def after_asking(sentence: str, code: str) -> str:
    """What a sentence in the language of that ISO 639 code asks for, folded; nothing where it does not ask.

    >>> after_asking("I urge you to free her.", "en")
    'to free her '
    """
    folded = f" {fold(sentence)} "
    asked = (folded.partition(f" {words} ")[2] for words in _asking().get(code, ()))
    return next(filter(None, asked), "")


@cache
def _asking() -> dict[str, list[str]]:
    tables: dict[str, list[str]] = tomllib.loads(data_text("asking_words.toml"))
    return {code: [fold(phrase) for phrase in phrases] for code, phrases in tables.items()}
