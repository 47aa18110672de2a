"""What an appeal says before its requests: heading, names, what happened, and a note to the reader."""

from collections.abc import Sequence
from functools import cache

import attrs

from urgent_actions.bulletins.appeal_heading import (
    Heading,
    country_line,
    heading_length,
    is_header,
    read_document_title,
    read_heading,
)
from urgent_actions.bulletins.appeal_subjects import NamedLine, is_story, label_of, named_lines, named_mark, tells
from urgent_actions.bulletins.date_line import is_like_date, leave_date
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.page_title import names_several, tell_several
from urgent_actions.bulletins.patterns import one_of
from urgent_actions.bulletins.piece import Piece, hull
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Wording

_LONGEST_CONCERN = 120


@attrs.define(eq=False)
class Opening:
    """The parts; the story is the heading's summary.

    `headed` says that names may follow, `telling` that the story has begun.
    """

    heading: Heading = attrs.field(factory=Heading)
    named: list[NamedLine] = attrs.field(factory=list)
    notes: list[Piece] = attrs.field(factory=list)
    headed: bool = False
    telling: bool = False


def read_opening(lines: Sequence[Line], ledger: Ledger) -> Opening:
    """Read the lines before the first request."""
    opening = Opening()
    at = 0
    while at < len(lines):
        at += _read_heading(opening, lines, at, ledger) or _read_paragraph(opening, lines, at)
    return opening


def _read_heading(opening: Opening, lines: Sequence[Line], at: int, ledger: Ledger) -> int:
    """Read the lines that make the heading from here on, and say how many they are."""
    line, heading = lines[at], opening.heading
    if opening.telling:
        return 0
    if _note().match(str(line)):
        end = _paragraph_end(lines, at)
        opening.notes.append(hull(part.words for part in lines[at:end]))
        return end - at
    length = heading_length(lines, at)
    if length:
        read_heading(heading, hull(part.words for part in lines[at : at + length]), ledger)
        opening.headed = True
        return length
    header = not label_of(line) and is_header(heading, line.words, ledger)
    if header or (heading.issued is None and leave_date(line.words, ledger)):
        return 1
    if read_document_title(heading, line.words, ledger):
        return 1
    return _read_country(opening, lines, at, ledger) or _read_concern(opening, lines[at])


def _read_concern(opening: Opening, line: Line) -> int:
    """Read a line of its own that says what is feared, below the number and above the names."""
    text, heading = str(line), opening.heading
    known = heading.title is not None or heading.country is not None or opening.named
    if not opening.headed or known or len(text) > _LONGEST_CONCERN or is_story([line]) or named_mark(text):
        return 0
    heading.title = line.words
    return 1


@cache
def _note() -> Wording:
    return one_of(tuple(word_list("appeals")["header"]["note"]), behind="")


def _paragraph_end(lines: Sequence[Line], at: int) -> int:
    end = at + 1
    while end < len(lines) and not lines[end].new:
        end += 1
    return end


def _read_country(opening: Opening, lines: Sequence[Line], at: int, ledger: Ledger) -> int:
    """Read the line that begins with the country, and the names behind and below it."""
    heading, words = opening.heading, lines[at].words
    country, end = country_line(str(words))
    if not end or opening.named or (not opening.headed and country is None):
        return 0
    if heading.country is not None and country not in {heading.country, None}:
        return 0
    place = words.part(0, end).stripped(" :-–—(),")
    if country is not None:
        heading.country, heading.country_at = country, place
    else:
        heading.countries_named = True
        if names_several(place):
            tell_several(place, ledger)
        else:
            ledger.warn("unclear-country", f"{str(place)!r} is no one country", place, "set the country by hand")
        ledger.form(place)
    rest = Line(words.part(end).stripped(" :,;–—-"), new=True)
    below = _names_end(lines, at + 1)
    opening.headed = True
    opening.named += named_lines([*([rest] if rest.words else []), *lines[at + 1 : below]])
    return below - at


def _names_end(lines: Sequence[Line], at: int) -> int:
    """Where the names end that stand under the country without a blank line: at the story, or at a blank line."""
    end = at
    while end < len(lines) and not lines[end].new and not tells(lines[end]) and not is_like_date(str(lines[end])):
        end += 1
    return end


def _read_paragraph(opening: Opening, lines: Sequence[Line], at: int) -> int:
    """Read a paragraph as names, where it can be that, or as a part of the story; before the heading it is unread."""
    end = _paragraph_end(lines, at)
    paragraph = lines[at:end]
    if label_of(lines[at]) and not str(lines[at]).partition(":")[2].strip() and end < len(lines):
        end = _paragraph_end(lines, end)  # a label alone: the names stand below it
        paragraph = lines[at:end]
    if opening.headed and not opening.telling and not is_story(paragraph):
        opening.named += named_lines(paragraph)
    elif opening.headed:
        opening.telling = True
        opening.heading.summary.append([line.words for line in paragraph])
    return end - at
