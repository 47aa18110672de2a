"""The lines of a form, without their bullets, and cut where several had been run together."""

import re
from collections.abc import Iterable, Iterator

from urgent_actions.bulletins.form_labels import sections_within
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.page import LONGEST_LINE
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.site_head import lines_of_page

_BULLET = re.compile(
    r"[ ]{0,40}(?:[•◼■▪●·‣\uf06e\uf0a7\uf0b7*–—-]|\(?\d{1,2}[.)])[ ]{0,9}(?=[^\W\d_]|[“\"(])"
    r"|n[ ](?=[A-Z][a-z]{2,14}ing[ ])"
)
_INLINE_BULLET = re.compile(
    r"(?<=[:;.,])[ ]{1,5}(?=[•◼■▪●‣\uf06e\uf0a7\uf0b7][ ]{0,3}\S)|(?<=[:;.!])[ ]{1,5}(?=\d\)[ ]\S)"
    r"|[ ]{1,5}(?=\d\)[ ][A-Z]{3}[A-Z ])|(?<=LET US KNOW YOU TOOK ACTION)[ ]"
    r"|(?<=[:;])[ ]{1,5}(?=[A-Z][a-z]{2,14}ing[ ](?:the|them|that|for|on|him|her|an?)\b)|[ ]{1,3}(?=And copies to:)"
    r"|[ ]{1,3}(?=(?:Gender m/f|(?<=[.!?][ ])Names?):)"
    r"|(?<![ ]on)(?<![snrt][tdh])[ ](?=(?:UA|EXTRA|MA):[ ]?\d{1,4}/\d{2}[ ]Index:)"
)
_HEADING = re.compile(r"(?<=\d)[ ]{1,9}(?=URGENT ACTION\b)|(?<=\d[ ]URGENT ACTION)[ ]{1,9}(?=[A-Z][A-Z’']{2})")
_LOUD_START = re.compile(r"[^a-z\n]{8,240}?(?=\b[A-Z][a-z]|\bA[ ][a-z]|\b(?:On|In|At)[ ])")


def form_lines(ledger: Ledger) -> Iterator[Line]:
    """The lines with words; one longer than any line of a bulletin is told of and left unread."""
    new = True
    for piece in lines_of_page(ledger):
        if len(piece) > LONGEST_LINE:
            what = f"a line of {len(piece)} characters is kept unread"
            ledger.warn("long-line", what, piece, f"break it into lines of at most {LONGEST_LINE} characters")
            continue
        for part in _parts(piece):
            bullet = _BULLET.match(str(part))
            words = part.part(bullet.end() if bullet else 0).stripped(" ")
            if any(map(str.isalnum, str(words))):
                yield Line(words, part.of(bullet).stripped(" ") if bullet else None, new)
            new = False
        if not piece.stripped(" "):
            new = True


def _parts(piece: Piece) -> list[Piece]:
    """A line, cut at headings of sections and bullets that stand in it, and behind a title in capitals."""
    text = str(piece)
    cuts = {*sections_within(text), *(found.end() for found in _INLINE_BULLET.finditer(text))}
    cuts |= {found.end() for found in _HEADING.finditer(text)}
    cuts |= {end for start in cuts if (end := _title_end(text, start)) > start}
    return [part for part in piece.cut(_behind_words(text, cuts)) if any(map(str.isalnum, str(part)))]


def _behind_words(text: str, cuts: Iterable[int]) -> Iterator[int]:
    """The cuts that have a word before them since the last one: a bullet stays with what it stands before."""
    last = 0
    for cut in sorted(set(cuts)):
        if any(map(str.isalpha, text[last:cut])):
            yield cut
            last = cut


def _title_end(text: str, start: int) -> int:
    """Where a title in capitals ends that a sentence follows on its line; `start` where none begins here."""
    found = _LOUD_START.match(text, start) if text[:start].rstrip().endswith("URGENT ACTION") else None
    return found.end() if found else start
