"""Words that a reader may take as an insult, a threat or shouting."""

import re
from collections.abc import Iterator
from itertools import groupby

from urgent_actions.case import Case
from urgent_actions.letters.advice_words import advice_words
from urgent_actions.letters.folded_text import FoldedText
from urgent_actions.letters.letter import Letter
from urgent_actions.letters.letter_finding import LetterFinding, Span
from urgent_actions.values.text import Message

_MARKS = re.compile(r"[!！][!！?？؟]++")
_MARK = re.compile(r"[!！]")
_LOUD_WORDS = 3
_LOUD_LETTERS = 12
_MANY_MARKS = 4


def courtesy_findings(letter: Letter, case: Case, body: FoldedText) -> Iterator[LetterFinding]:
    """The words of the body that harm more than they help."""
    words = advice_words(letter.language.code)
    for span in body.find(words.insults):
        told = Message("this may insult the reader: {words}", {"words": letter.body[slice(*span)]})
        way_out = Message("say what happened and what you ask for; a polite letter is read to its end")
        yield LetterFinding.at("body", "insult", told, way_out, span=span)
    for span in body.find(words.threats):
        told = Message("this may be read as a threat")
        way_out = Message("take it out; a threat can harm the person at risk")
        yield LetterFinding.at("body", "threat", told, way_out, span=span)
    for span in _loud(body, _names_in(case)):
        told, way_out = Message("words in capital letters are read as shouting"), Message("write them in small letters")
        yield LetterFinding.at("body", "shouting", told, way_out, span=span)
    for span in _exclaimed(letter.body):
        told, way_out = Message("exclamation marks are read as shouting"), Message("end the sentence with a full stop")
        yield LetterFinding.at("body", "shouting", told, way_out, span=span)


def _loud(body: FoldedText, names: frozenset[str]) -> Iterator[Span]:
    """Runs of words in capitals; bulletins print names so, and an abbreviation or two is no shouting."""
    words = [(body.text[start:end], start, end) for start, end in body.spans]
    loud = (word[0].isupper() and not names.issuperset(FoldedText(word[0]).words) for word in words)
    for is_loud, run in groupby(zip(loud, words, strict=True), key=lambda pair: pair[0]):
        spoken = [word for _, word in run] if is_loud else []
        if len(spoken) >= _LOUD_WORDS and sum(len(word) for word, *_ in spoken) >= _LOUD_LETTERS:
            yield spoken[0][1], spoken[-1][2]


def _exclaimed(text: str) -> Iterator[Span]:
    """Several exclamation marks at once, or else the first of those that a letter has too many of."""
    several = [found.span() for found in _MARKS.finditer(text)]
    yield from several
    if not several and len(single := list(_MARK.finditer(text))) >= _MANY_MARKS:
        yield single[_MANY_MARKS - 1].span()


def _names_in(case: Case) -> frozenset[str]:
    """The words of everybody whom the case names."""
    named = (case.title, case.publisher, *(subject.name for subject in case.subjects), *case.targets)
    return frozenset(word for name in named if name for word in FoldedText(str(name)).words)
