"""The lines of an appeal of the Secretariat, sorted into its sections: heading, story, requests, addresses, closing."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import attrs

from urgent_actions.bulletins.appeal_heading import country_line
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.lines import Line, single_spaced
from urgent_actions.bulletins.page import LONGEST_LINE
from urgent_actions.bulletins.patterns import loose
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.references import find_references
from urgent_actions.bulletins.sheet_contacts import is_contact
from urgent_actions.bulletins.site_head import lines_of_page
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Wording

_BULLET = re.compile(r"[ ]{0,40}(?:[•◼▪●·‣–—*-]{1,3}[ ]{0,9}(?=[\w\"“(])|\(?\d{1,2}[.)][ ]{1,9}(?=\S))")
_INLINE_BULLET = re.compile(r"(?<=[:;.])[ ]{1,5}(?=[-–—•*][ ]{0,3}[a-z])")
_HEADING = re.compile(
    r"(?:(?<=/\d\d )|(?<=\d{4} )|(?<=UA/SC ))[ ]{0,40}"
    r"(?=(?:EXTRA|UA|(?i:further information on(?: UA| EXTRA)?)) \d{1,4}/\d{2,4}\b)"
)
_SHOUTED = re.compile(r"(?<= )[A-Z][A-Z]{3}(?=[A-Z:' (])")
_NEAR = 400
_LONGEST_BLOCK = 9
"""Lines in which a block of contact data must show itself as one."""

_DEMAND_END = re.compile(r"[.;:!?][)”\"]?\Z")
SECTIONS = ("background", "requests", "contacts", "copies", "closing", "network")


@attrs.define(eq=False)
class AppealLines:
    """The lines of each section without its heading; `opening` is all that goes before the first of them."""

    opening: list[Line] = attrs.field(factory=list)
    background: list[Line] = attrs.field(factory=list)
    requests: list[Line] = attrs.field(factory=list)
    contacts: list[Line] = attrs.field(factory=list)
    copies: list[Line] = attrs.field(factory=list)
    closing: list[Line] = attrs.field(factory=list)
    network: list[Line] = attrs.field(factory=list)


def appeal_lines(ledger: Ledger) -> AppealLines:
    """Sort the lines of a page."""
    found, current = AppealLines(), "opening"
    lines = single_spaced(list(_lines(ledger)))
    for number, line in enumerate(lines):
        name, end = _section_at(str(line), current)
        if not name and current == "requests" and _names_first(lines[number:], found.requests):
            name = "contacts"
        if name in {"closing", "network"}:
            end = 0  # the heading is part of what it says
        current = name or current
        if end:
            ledger.form(line.words.part(0, end))
        rest = line.words.part(end).stripped(" ,;:*") if end else line.words
        if line.bullet is not None:
            ledger.form(line.bullet)
        if rest:
            getattr(found, current).append(Line(rest, None if end else line.bullet, line.new or bool(end)))
    return found


def _names_first(lines: Sequence[Line], requests: Sequence[Line]) -> bool:
    """Whether the addresses begin here without a heading: behind the last demand, a block of contact data."""
    first = lines[0]
    numbered = first.bullet is None or str(first.bullet)[-1:] in {")", "."}
    asked = len(requests) > 1 or any(line.bullet is not None for line in requests)
    if not (asked and numbered):
        return False
    if not (first.new or _DEMAND_END.search(str(requests[-1]))):
        return False
    block = [first.words]
    for line in lines[1:_LONGEST_BLOCK]:
        if line.new or line.bullet is not None or _section_at(str(line), "requests")[0]:
            break
        block.append(line.words)
    return is_contact(block)


def _lines(ledger: Ledger) -> Iterator[Line]:
    """The lines with words, cut where a section or a demand begins within one; a longer one is told of and unread."""
    new = True
    for piece in lines_of_page(ledger):
        if len(piece) > LONGEST_LINE:
            what = f"a line of {len(piece)} characters is kept unread"
            ledger.warn("long-line", what, piece, f"break it into lines of at most {LONGEST_LINE} characters")
        elif any(map(str.isalnum, str(piece))):
            for part in _parts(piece):
                bullet = _BULLET.match(str(part))
                words = part.part(bullet.end() if bullet else 0).stripped(" ")
                yield Line(words, part.of(bullet).stripped(" ") if bullet else None, new)
                new = False
        else:
            new = True


def _parts(piece: Piece) -> list[Piece]:
    text = str(piece)
    cuts = [match.start() for match in _loud().finditer(text)]
    cuts += [match.end() for match in _INLINE_BULLET.finditer(text)]
    cuts += [match.end() for match in _HEADING.finditer(text[:_NEAR])]
    cuts += _at_country(text[:_NEAR])
    return [part for part in piece.cut(cuts) if any(map(str.isalnum, str(part)))]


def _at_country(text: str) -> list[int]:
    """Before the country in capitals, where a heading was run together with the names."""
    number = next(find_references(text), None)
    if number is None:
        return []
    starts = (match.start() for match in _SHOUTED.finditer(text, number.end))
    return [at for at in starts if country_line(text[at:])[1]][:1]


def _section_at(text: str, current: str) -> tuple[str, int]:
    """The section that a line opens, and the end of its heading; no section is opened again before itself."""
    for name in SECTIONS:
        found = _heading(name).match(text)
        if found and _may_follow(name, current):
            return name, found.end()
    return "", 0


def _may_follow(name: str, current: str) -> bool:
    if name == "network":
        return current in {"contacts", "copies", "closing", "requests"}
    if name == "closing":
        return current not in {"opening", "network"}
    return current != "network" and not (name == "background" and current in {"contacts", "copies", "closing"})


@cache
def _heading(name: str) -> re.Pattern[str]:
    """A heading at the start of a line: with a colon or alone; in capitals, or before the closing, with more behind."""
    forms = "|".join(map(loose, word_list("appeals")["sections"][name]))
    if name in {"closing", "network"}:
        return re.compile(rf"[ *]{{0,5}}(?:{forms})(?!\w)", re.IGNORECASE)
    return re.compile(rf"[ *]{{0,5}}(?:(?i:{forms})[ *]{{0,3}}(?::|\Z)|(?:{_in_capitals(name)})(?!\w):?)")


def _in_capitals(name: str) -> str:
    """The headings in capitals: each letter outside of brackets and escapes."""
    forms = word_list("appeals")["sections"][name]
    return "|".join(loose(re.sub(r"(?<!\\)[a-z]", lambda letter: letter[0].upper(), form)) for form in forms)


@cache
def _loud() -> Wording:
    """A heading of several words in capitals within a line, and its request to write at once."""
    names = "|".join(_in_capitals(name) for name in ("background", "requests", "contacts", "copies"))
    closing = r"PLEASE SEND APPEALS IMMEDIATELY"
    return Wording.of(rf"(?<=[.;:,)\w\"”][ ])(?<![A-Z][ ])(?:(?:{names}):|{closing})")
