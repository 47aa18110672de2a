"""The top of a form: number, index, country and date in its header, its title, and its summary."""

import re
from collections.abc import Sequence
from functools import cache

import attrs

from urgent_actions.bulletins.date_line import date_on, dates_in, leave_date
from urgent_actions.bulletins.edition_words import read_edition_words
from urgent_actions.bulletins.heading import read_top
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.line_breaks import heading_label
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.page_title import (
    Top,
    names_several,
    read_prefix,
    read_title,
    repeats_title,
    tell_several,
)
from urgent_actions.bulletins.patterns import one_of
from urgent_actions.bulletins.piece import Piece, hull
from urgent_actions.bulletins.places import read_places
from urgent_actions.bulletins.postal import country_of
from urgent_actions.bulletins.references import FoundReference, find_index_numbers, find_references
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.edition import ENDINGS
from urgent_actions.errors import InvalidValue
from urgent_actions.values.case_status import CaseStatus
from urgent_actions.values.index_number import IndexNumber
from urgent_actions.values.publisher import Publisher

_SIGNS = " \t,;:.()[]-–—|/"
_LONGEST_TITLE = 200


@attrs.define(eq=False)
class FormTop(Top):
    """What the top of a form says, with its places."""

    index: IndexNumber | None = None
    index_at: Piece | None = None
    publisher: Publisher | None = None
    publisher_at: Piece | None = None


def read_form_top(lines: Sequence[Line], ledger: Ledger) -> FormTop:
    """Read the lines before the first section."""
    top = FormTop()
    start = _heading_at(lines)
    for line in lines[:start]:
        read_header(top, line.words, ledger)
    for line in lines[start:]:
        if not (read_header(top, line.words, ledger) or _read_heading(top, line, ledger)):
            add_to_summary(top, line)
    return top


def _heading_at(lines: Sequence[Line]) -> int:
    """Where the heading begins: what a group's own page says above a title with its label is no part of the form."""
    for number, line in enumerate(lines):
        label = heading_label().match(str(line))
        if label and str(line)[label.end() :].strip():
            return number
        if next(find_references(str(line)), None) or next(find_index_numbers(str(line)), None):
            return 0
    return 0


def read_web_top(lines: Sequence[Line], ledger: Ledger) -> FormTop:
    """Read the lines before the first section of a page that the section in the USA put on the web."""
    return FormTop(**attrs.asdict(read_top(lines, ledger), recurse=False))


def add_to_summary(top: Top, line: Line) -> None:
    """Add a line to the summary; a blank line before it, or a bullet, begins a paragraph."""
    if line.new or not top.summary:
        top.summary.append([line.words])
    else:
        top.summary[-1].append(line.words)


def read_header(top: FormTop, words: Piece, ledger: Ledger) -> bool:
    """Read a line with the number, the index number, the country and the date, or with some of them.

    The line stands at the top and again at the end of the form; what it says first counts.
    """
    text = str(words)
    index = next(find_index_numbers(text), None) if len(text) <= _LONGEST_TITLE else None
    labels = [words.of(found) for found in _labels().finditer(text)] if len(text) <= _LONGEST_TITLE else []
    number = next(find_references(text), None) if index or labels or _number_line().match(text) else None
    if not (index or labels or number):
        return False
    taken = list(labels)
    if number is not None and number.reference is not None:
        taken.append(_read_number(top, words, number, ledger))
    if index is not None:
        top.index, top.index_at = top.index or index.index, words.part(index.start, index.end)
        ledger.claim("edition.index", [top.index_at])
        taken.append(top.index_at)
    taken += read_issued(top, words, ledger)
    ledger.form(*labels)
    for part in words.without(taken):
        read_country(top, part.stripped(_SIGNS), ledger)
    return True


@cache
def _labels() -> re.Pattern[str]:
    lists = word_list("form")["header"]
    forms = one_of((*lists["index"], *lists["issued"]), behind="")
    return re.compile(rf"{forms.pattern}(?=[ ]{{0,3}}(?:[A-Z]{{3}}[ ]?\d|\d|[A-Z][a-z]{{2,8}}[ ]\d|\Z))", re.IGNORECASE)


@cache
def _number_line() -> re.Pattern[str]:
    """A line that is the number, with what the document is called before it."""
    return re.compile(r"(?:[A-Za-z-]{2,12}[ ]){0,5}(?:UA|AU|EXTRA|MA)[ ]?:?[ ]{0,3}\d{1,4}/\d{2,4}[^\n]{0,60}\Z")


def _read_number(top: FormTop, words: Piece, number: FoundReference, ledger: Ledger) -> Piece:
    said, whole = read_edition_words(str(words), number.start), words.part(0, number.end)
    if top.reference is None:
        top.reference, top.reference_at = number.reference, words.part(number.start, number.end)
        if said.end or top.kind is None:
            top.kind, top.ordinal = said.kind, said.ordinal
            top.kind_at = words.part(0, said.end).stripped(_SIGNS) if said.end else None
        if said.kind in ENDINGS:
            top.status, top.status_at = CaseStatus.ENDED, top.kind_at
    else:
        ledger.claim("reference", [whole])
    return whole


def read_issued(top: FormTop, words: Piece, ledger: Ledger) -> list[Piece]:
    """Read the first date of a line as the day of the document, and say where it stood."""
    found = next(dates_in(words, ledger), None)
    if found is None:
        return []
    piece = words.part(found.start, found.end)
    if found.problem is not None:
        ledger.error(found.problem.code, found.problem.what, piece, found.problem.way_out)
        ledger.form(piece)
    elif top.issued is None:
        top.issued, top.issued_at = found.date, piece
    else:
        ledger.form(piece)
    return [piece]


def read_country(top: Top, name: Piece, ledger: Ledger) -> None:
    """The name of a country, or of several; what is none is left unread."""
    if not any(map(str.isalpha, str(name))):
        return
    country = country_of(name)
    places = read_places(str(name), alone=True, hints=False)
    if country is None and names_several(name):
        top.countries_named = True
        tell_several(name, ledger)
        ledger.form(name)
        return
    country = country or places.country
    if country is not None and top.country in {None, country} and not top.countries_named:
        top.country = country
        ledger.claim("country", [name])
    elif country is not None:
        ledger.form(name)


def _read_heading(top: FormTop, line: Line, ledger: Ledger) -> bool:
    """A date, a country or the title on a line of its own; the title may go on in capitals."""
    words, text = line.words, str(line)
    if top.summary or len(text) > _LONGEST_TITLE:
        return False
    if top.issued is None and _is_date(words, ledger):
        return bool(read_issued(top, words, ledger))
    if top.issued is None and leave_date(words, ledger):
        return True
    if top.title is None and top.country is None and country_of(words):
        read_country(top, words, ledger)
        return True
    if top.title is not None:
        return _goes_on(top, words) or repeats_title(top, words, ledger)
    return _read_first_title(top, words, ledger)


def _read_first_title(top: FormTop, words: Piece, ledger: Ledger) -> bool:
    """The first line that is no part of the header is the title, but for a sentence."""
    text = str(words)
    if heading_label().match(text):
        return read_title(top, words, ledger, alone=False)
    is_title = text.isupper() or not text.endswith((".", "!", "?"))
    if is_title:
        top.title = words
        read_prefix(top, ledger)
    return is_title


def _is_date(words: Piece, ledger: Ledger) -> bool:
    """Whether a line is a date, one that does not exist included."""
    try:
        return date_on(words, ledger) is not None
    except InvalidValue:
        return True


def _goes_on(top: Top, words: Piece) -> bool:
    """Whether a line in capitals goes on with a title in capitals."""
    if top.title is None or not (str(words).isupper() and str(top.title).isupper()):
        return False
    if str(words).casefold() in str(top.title).casefold():
        return False
    top.title = hull([top.title, words])
    return True
