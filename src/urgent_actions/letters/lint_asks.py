"""What a letter does not ask for though the case does, and what it asks for beyond: a comparison of words."""

import re
from collections.abc import Iterator

from urgent_actions.case import Case
from urgent_actions.letter_template import TemplateText, split_blanks
from urgent_actions.letters.asks import asks_of
from urgent_actions.letters.letter import Letter
from urgent_actions.letters.letter_finding import LetterFinding
from urgent_actions.values.content_words import after_asking, stems
from urgent_actions.values.text import Message

_SENTENCE = re.compile(r"[^.!?。！？؟۔\n]+")
_LEAST_ASKED = 2
_LEAST_ADDED = 3
_ENOUGH = 4
"""One word in so many is enough to tell that an ask is there in other words."""


def ask_findings(letter: Letter, case: Case) -> Iterator[LetterFinding]:
    """The asks that the letter leaves out, then the sentences that ask for something else.

    Only words of one language are compared, and names of those at risk are left out: every sentence has them.
    """
    names = stems(*(subject.name for subject in case.subjects))
    said = stems(letter.body)
    for ask in asks_of(case, letter):
        asked = stems(ask) - names
        if len(asked) >= _LEAST_ASKED and _ENOUGH * len(asked & said) < len(asked):
            told = Message("the letter does not seem to ask for this: {ask}", {"ask": ask})
            way_out = Message("compare the letter with what the case asks for; other words are fine")
            yield LetterFinding.at("body", "ask-missing", told, way_out)
    yield from _added(letter, _known(letter, case), names)


def _known(letter: Letter, case: Case) -> set[str]:
    """The words of all that the case asks and tells in the language of the letter."""
    model = _model(letter, case)
    asked = stems(*(map(_words_of, model.parts.values()) if model else ()))
    if not _is_in(letter, case):
        return asked
    asked |= stems(*case.demands)
    told = stems(case.title, case.summary, *(subject.description for subject in case.subjects))
    return asked | told if asked else set()


def _added(letter: Letter, known: set[str], names: set[str]) -> Iterator[LetterFinding]:
    for found in _SENTENCE.finditer(letter.body) if known else ():
        asked = stems(after_asking(found[0], letter.language.code)) - names
        if len(asked) >= _LEAST_ADDED and asked.isdisjoint(known):
            told = Message("nothing in the case speaks of what this sentence asks for")
            way_out = Message("ask for what the case asks for, so that all letters want the same")
            span = found.end() - len(found[0].lstrip()), found.start() + len(found[0].rstrip())
            yield LetterFinding.at("body", "ask-added", told, way_out, span=span)


def _model(letter: Letter, case: Case) -> TemplateText | None:
    texts = case.letter.texts if case.letter else ()
    return next((text for text in texts if text.language.code == letter.language.code), None)


def _is_in(letter: Letter, case: Case) -> bool:
    return case.edition.language.code == letter.language.code


def _words_of(part: str) -> str:
    """A part of a model letter without its blanks."""
    return " ".join(words for words, is_blank in split_blanks(part) if not is_blank)
