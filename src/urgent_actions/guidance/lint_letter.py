"""A model letter that asks for something of which the demands of the case have no word: a hint, and no more."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache

from urgent_actions.case import Case
from urgent_actions.guidance.case_findings import finding_at
from urgent_actions.values.data_table import data_text
from urgent_actions.values.finding import Finding
from urgent_actions.values.folding import fold

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_LEAST_LETTERS = 5
_STEM = 5
_LEAST_WORDS = 3


def letter_findings(case: Case) -> Iterator[Finding]:
    """The sentences of the letter that ask for something and share no longer word with any demand of the case.

    Only the letter in the language of the bulletin is compared, for the demands are in that one; words are compared by
    how they begin. A sentence with fewer than three longer words says too little to be compared.
    """
    texts = case.letter.texts if case.letter and case.demands else ()
    demanded = _stems(" ".join(case.demands))
    for number, text in enumerate(texts):
        if text.language.code == case.edition.language.code:
            for sentence in _SENTENCE.split(text.body):
                stems = _stems(_after_asking(sentence, text.language.code))
                if len(stems) >= _LEAST_WORDS and stems.isdisjoint(demanded):
                    what = f"the letter asks what no demand of the case asks: {sentence.strip()!r}"
                    way_out = "compare the letter with the demands; one of them may be of another case"
                    yield finding_at(f"letter.texts[{number}]", "letter-asks-other", what, way_out)


def _after_asking(sentence: str, code: str) -> str:
    """What a sentence asks for; nothing where it does not ask."""
    folded = f" {fold(sentence)} "
    asked = (folded.partition(f" {words} ")[2] for words in _asking().get(code, ()))
    return next(filter(None, asked), "")


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in fold(text).split() if len(word) >= _LEAST_LETTERS}


@cache
def _asking() -> dict[str, list[str]]:
    return tomllib.loads(data_text("asking_words.toml"))
