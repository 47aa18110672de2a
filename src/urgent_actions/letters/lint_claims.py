"""What a letter says about whoever signs it, and what is not known to be so."""

import re
from collections.abc import Iterator

from urgent_actions.letters.advice_words import advice_words
from urgent_actions.letters.folded_text import FoldedText
from urgent_actions.letters.letter import Letter
from urgent_actions.letters.letter_finding import LetterFinding, Span
from urgent_actions.sender import Sender
from urgent_actions.values.country_names import countries_named_in
from urgent_actions.values.country_spellings import NAMING_LANGUAGES
from urgent_actions.values.text import Message

_AFTER = 60
_CLAUSE = re.compile(r"[^,.;:!?،؛؟\n]*")
_WAY_OUT = Message("make sure that it is true of you, or take it out")


def claim_findings(letter: Letter, sender: Sender, body: FoldedText) -> Iterator[LetterFinding]:
    """Claims to be a citizen, of a profession or an acquaintance, for which the sender has no tie or affiliation."""
    words = advice_words(letter.language.code)
    for key, pattern in words.affiliations.items():
        for span in () if key in sender.affiliations else body.find(pattern):
            yield _finding(Message("the letter says this about you: {words}", _said(letter, span)), span)
    for span in body.find(words.citizen):
        if not _is_from_there(letter, sender, span):
            yield _finding(Message("the letter says of which country you are a citizen"), span)
    for span in body.find(words.acquaintance):
        yield _finding(Message("the letter says that you know somebody"), span)


def _finding(told: Message, span: Span) -> LetterFinding:
    return LetterFinding.at("body", "claim-about-sender", told, _WAY_OUT, span=span)


def _said(letter: Letter, span: Span) -> dict[str, str]:
    return {"words": letter.body[slice(*span)]}


def _is_from_there(letter: Letter, sender: Sender, span: Span) -> bool:
    """Whether the country named behind a claim is one of the sender's."""
    code = letter.language.code
    clause = _CLAUSE.match(letter.body[span[1] : span[1] + _AFTER])
    named = countries_named_in(clause[0] if clause else "", (code,) if code in NAMING_LANGUAGES else ("en",))
    return not {sender.country, *sender.ties}.isdisjoint(named[:1])
