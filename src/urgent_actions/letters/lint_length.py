"""Whether a letter fits on one page."""

import unicodedata
from collections.abc import Iterator

from urgent_actions.letters.folded_text import FoldedText
from urgent_actions.letters.letter import Letter
from urgent_actions.letters.letter_finding import LetterFinding
from urgent_actions.values.text import Message

WORDS_ON_A_PAGE = 400
SIGNS_ON_A_PAGE = 2_500
"""About the most that a printed sheet of ours holds: more, in paragraphs of a usual size, takes a second one."""


def length_findings(letter: Letter, body: FoldedText) -> Iterator[LetterFinding]:
    """That the body has more words or characters than a page holds below the address; wide characters count twice."""
    words, signs = len(body.spans), _width(letter.body)
    if words <= WORDS_ON_A_PAGE and signs <= SIGNS_ON_A_PAGE:
        return
    given = {"words": words, "signs": signs}
    told = Message("the letter is longer than one page: words: {words}, characters: {signs}", given)
    limits = {"words": WORDS_ON_A_PAGE, "signs": SIGNS_ON_A_PAGE}
    way_out = Message("shorten it to the length of a page: words: {words}, characters: {signs}", limits)
    yield LetterFinding.at("body", "too-long", told, way_out)


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return len(text) + sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
