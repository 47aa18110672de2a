"""The languages to write in, as sentences and headings of a page without a layout name them."""

import re
from collections.abc import Iterator

from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.sheet_facts import Facts
from urgent_actions.bulletins.stock import stock
from urgent_actions.values.language import Language, find_language

_LONGEST_LANGUAGES = 160
_WORD = re.compile(r"[^\W\d_]{4,20}")


def read_languages(facts: Facts, sentence: Piece, ledger: Ledger) -> bool:
    """The languages to write in that a sentence names."""
    start = _start_of_languages(str(sentence))
    if start is None:
        return False
    rest = sentence.part(start, min(len(sentence), start + _LONGEST_LANGUAGES))
    stop = str(rest).find(".")
    rest = rest.part(0, stop if stop >= 0 else None)
    known = list(_languages_in(rest))
    for language, piece in known:
        if language not in facts.languages:
            ledger.claim(f"languages[{len(facts.languages)}]", [piece])
            facts.languages.append(language)
    return bool(known)


def _start_of_languages(text: str) -> int | None:
    """Where languages are named: behind a phrase that says so, or behind an "in" where a sentence speaks of writing."""
    found = stock("languages").search(text)
    if found and _WORD.search(text, found.end()):
        return found.end()
    if not stock("writing").search(text):
        return None
    joints = (joint.end() for joint in stock("in_language").finditer(text))
    return next((end for end in joints if _begins_with_language(text[end:])), None)


def _begins_with_language(text: str) -> bool:
    word = _WORD.match(text.lstrip(" "))
    return word is not None and find_language(word[0]) is not None


def _languages_in(rest: Piece) -> Iterator[tuple[Language, Piece]]:
    for found in _WORD.finditer(str(rest)):
        language = find_language(found[0])
        if language is not None:
            yield language, rest.of(found)
