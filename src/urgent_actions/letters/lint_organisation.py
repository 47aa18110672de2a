"""Whether a letter names the organisation behind it, against or without the wish of the supporter's section."""

from collections.abc import Iterator

from urgent_actions.case import Case
from urgent_actions.letters.advice_words import organisations
from urgent_actions.letters.folded_text import FoldedText, phrases
from urgent_actions.letters.letter import Letter
from urgent_actions.letters.letter_finding import LetterFinding
from urgent_actions.letters.lint_blanks import fields_of
from urgent_actions.values.folding import fold
from urgent_actions.values.text import Message


def organisation_findings(letter: Letter, case: Case, *, named: bool | None) -> Iterator[LetterFinding]:
    """Where the organisation or the number of the case stands, or that neither does; nothing where no wish is known."""
    if named is None:
        return
    pattern = phrases((*_names(case), *_numbers(case)))
    found = [(field, span) for field, text in fields_of(letter) for span in FoldedText(text).find(pattern)]
    if not named:
        told = Message("your section asks you not to name the organisation or the number of the case")
        for field, span in found:
            yield LetterFinding.at(field, "organisation-named", told, Message("take it out"), span=span)
    elif not found:
        told = Message("your section asks you to name the organisation or the number of the case")
        way_out = Message("name it: {name}", {"name": next(iter(_names(case)), str(case.reference))})
        yield LetterFinding.at("body", "organisation-missing", told, way_out)


def _names(case: Case) -> tuple[str, ...]:
    """The publisher, and what its organisation is called in other languages."""
    if case.publisher is None:
        return ()
    publisher = f" {fold(case.publisher.name)} "
    known = (names for names in organisations() if any(f" {fold(name)} " in publisher for name in names))
    return (case.publisher.name, *(name for names in known for name in names))


def _numbers(case: Case) -> tuple[str, ...]:
    index = case.edition.index
    return (str(case.reference), str(index)) if index else (str(case.reference),)
