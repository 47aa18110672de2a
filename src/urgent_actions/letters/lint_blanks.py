"""Blanks that nobody has filled, in a letter that is ready otherwise: the one thing that must not leave."""

import re
from collections.abc import Iterator

from urgent_actions.case import Case
from urgent_actions.letters.advice_words import AdviceWords, advice_words
from urgent_actions.letters.compiled_text import BRACKETS, printed_blanks
from urgent_actions.letters.folded_text import FoldedText
from urgent_actions.letters.letter import Letter
from urgent_actions.letters.letter_finding import LetterFinding, Span
from urgent_actions.values.text import Message

_BRACES = re.compile(r"\{\s?[^\W\d][\w ]{0,40}\}")
_LINES = re.compile(r"_{3,}+")
_CROSSES = re.compile(r"(?<![\w/.-])[Xx]{2,}+(?:[/.-][Xx\d]{2,}+){0,2}(?!\w)")
_LETTER = re.compile(r"[^\W\d_]")
_SURE_CROSSES = 4
_WORDS_OF_A_BLANK = 4

Found = tuple[str, Span]
"""A code, and where it was found."""


def blank_findings(letter: Letter, case: Case) -> Iterator[LetterFinding]:
    """The blanks in each field that the supporter may have changed.

    A bracket is a blank for sure where the model letter has it, or where it holds a word such as `date`. Any other one
    may be meant, and so may `XX`.
    """
    models = [part for text in (case.letter.texts if case.letter else ()) for part in text.parts.values()]
    printed = {found[0] for part in models for found in printed_blanks(part)}
    words = advice_words(letter.language.code)
    for field, text in fields_of(letter):
        found = (*_brackets(text, printed, words), *_marks(text), *_crosses(text, words), *_notes(text, words))
        yield from (_finding(field, text, code, span) for code, span in found)


def fields_of(letter: Letter) -> Iterator[tuple[str, str]]:
    """The names and texts of the fields that a supporter reads and changes, each line of the signature by itself."""
    yield from (("subject", letter.subject), ("opening", letter.opening))
    yield from (("body", letter.body), ("closing", letter.closing))
    yield from ((f"signature[{number}]", line) for number, line in enumerate(letter.signature))


def _finding(field: str, text: str, code: str, span: Span) -> LetterFinding:
    given = {"blank": text[slice(*span)]}
    if code == "blank-left":
        told = Message("nothing fills {blank}", given)
        return LetterFinding.at(field, code, told, Message("put in what is meant, or take it out"), span=span)
    told = Message("{blank} may be a blank that nobody filled", given)
    return LetterFinding.at(field, code, told, Message("fill it, or leave it as it is if it is meant"), span=span)


def _brackets(text: str, printed: set[str], words: AdviceWords) -> Iterator[Found]:
    for found in BRACKETS.finditer(text):
        inside = FoldedText(found[0]).words
        asks = len(inside) <= _WORDS_OF_A_BLANK and not words.blanks.isdisjoint(inside)
        if found[0] in printed or asks:
            yield "blank-left", found.span()
        elif _LETTER.search(found[0]) and not words.quoting.issuperset(inside):
            yield "blank-perhaps", found.span()


def _marks(text: str) -> Iterator[Found]:
    for pattern in (_BRACES, _LINES):
        yield from (("blank-left", found.span()) for found in pattern.finditer(text))


def _crosses(text: str, words: AdviceWords) -> Iterator[Found]:
    """`XX` stands for a blank, unless it is a number beside a word such as `siglo`."""
    for found in _CROSSES.finditer(text):
        start, end = found.span()
        if len(found[0]) >= _SURE_CROSSES:
            yield "blank-left", found.span()
        elif words.centuries.isdisjoint(FoldedText(text[max(0, start - 20) : end + 20]).words):
            yield "blank-perhaps", found.span()


def _notes(text: str, words: AdviceWords) -> Iterator[Found]:
    for start, end in FoldedText(text).find(words.unfinished):
        if " " in text[start:end] or text[start:end].isupper():
            yield "blank-left", (start, end)
