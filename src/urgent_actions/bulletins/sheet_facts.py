"""What single lines of a page say by themselves: number, day, place, and whether the action is over."""

import re

import attrs

from urgent_actions.bulletins.date_line import dates_in
from urgent_actions.bulletins.dates import FoundDate, find_dates, read_date
from urgent_actions.bulletins.edition_words import read_edition_words
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.patterns import caught
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.references import FoundReference, find_index_numbers, find_references
from urgent_actions.bulletins.stock import LANGUAGES, series, stock, whole
from urgent_actions.case import Choice
from urgent_actions.edition import EditionKind
from urgent_actions.errors import InvalidValue
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.case_status import CaseStatus
from urgent_actions.values.country import Country
from urgent_actions.values.country_names import find_country
from urgent_actions.values.deadline import Deadline
from urgent_actions.values.index_number import IndexNumber
from urgent_actions.values.language import Language
from urgent_actions.values.partial_date import PartialDate

_SIGNS = " \t-–—#/*:.,;|’'()"
_LONGEST_NUMBER_LINE = 200
_LONGEST_LABEL = 6
_LONGEST_COUNTRY = 40
_LONGEST_CONCERN = 120
_FEWEST_WORDS = 2
_FIRST_YEAR = 1961
_PARTS = re.compile(r"[ ][-–—:.][ ]|: ")
_DIGIT = re.compile(r"\d")
_LISTED = re.compile(r"(?:FI[ ]{1,2})?\d{1,4}/\d\d(?:-\d{1,2})?[ ]{0,2}\|[ ]{0,2}(?P<place>[^|\n]{3,40})\Z")
"""How the section in Switzerland lists its cases: `044/22 | Mali`, `FI 104/19-5 | Peru`."""
_LATER = re.compile(r"-(?P<number>[1-9]\d?)(?![\d/.])")
"""Behind the number of a case, which document after the first it is: `UA-231/2015-1`, `FI 031/22-2`."""


@attrs.define(eq=False)
class Facts:
    """What such lines said; `concern` is what stands behind the number where old forms have no other heading."""

    reference: CaseReference | None = None
    kind: EditionKind = EditionKind.FIRST
    ordinal: int | None = None
    index: IndexNumber | None = None
    issued: PartialDate | None = None
    dates: list[tuple[PartialDate, Piece]] = attrs.field(factory=list)
    deadline: Deadline | None = None
    choose: Choice | None = None
    status: CaseStatus = CaseStatus.OPEN
    languages: list[Language] = attrs.field(factory=list)
    places: list[Country] = attrs.field(factory=list)
    concern: Piece | None = None


def take_fact(facts: Facts, line: Line, ledger: Ledger, *, addressed: bool = False, above: bool = False) -> bool:
    """Read a line that is a fact and nothing more, and say whether it was one.

    Args:
        facts: what is known so far; the fact is added.
        line: the line.
        ledger: where places and remarks are noted.
        addressed: whether somebody was named above; then a country alone on its line ends an address.
        above: whether it stands above the heading of the contact data, where a country alone ends no address.
    """
    text = str(line)
    if not any(map(str.isalnum, text)) or whole("captions").match(text):
        ledger.form(line.words)
        return True
    placed = not facts.places and (above or (line.new and not addressed and facts.reference is None))
    if placed and _take_place(facts, line.words, ledger):
        return True
    return (
        _take_follow_up(facts, line.words, ledger)
        or _take_index(facts, line.words, ledger)
        or _take_number(facts, line.words, ledger)
        or _take_issued(facts, line.words, ledger)
        or _take_end(facts, line, ledger)
    )


def _take_follow_up(facts: Facts, words: Piece, ledger: Ledger) -> bool:
    """A line with the series of its publisher that says that it goes on with a case: `Follow-up of Case BGD 12`."""
    if not series().fullmatch(str(words)):
        return False
    said = [read_edition_words(part.strip(_SIGNS)).kind for part in _PARTS.split(str(words))]
    kind = next((one for one in said if one not in {None, EditionKind.FIRST}), None)
    if kind is None:
        return False
    facts.kind = kind
    ledger.claim("edition.kind", [words])
    return True


def _take_number(facts: Facts, words: Piece, ledger: Ledger) -> bool:
    """The line with the number of the case, and the index number and day that stand with it."""
    text = str(words)
    found = _number_in(text[:_LONGEST_NUMBER_LINE]) if facts.reference is None and _DIGIT.search(text) else None
    if found is None or found.reference is None:
        return False
    said = read_edition_words(text, found.start)
    before = text[said.end : found.start].strip(_SIGNS)
    if before and not _is_before_number(before):
        return False
    later = _LATER.match(text, found.end)
    facts.reference, facts.ordinal = found.reference, int(later["number"]) + 1 if later else said.ordinal
    facts.kind = EditionKind.UPDATE if later else said.kind or EditionKind.FIRST
    end = later.end() if later else found.end
    ledger.claim("reference", [words.part(found.start, found.end)])
    ledger.claim("edition.ordinal", [words.part(found.end, end)])
    ledger.claim("edition.kind", [words.part(0, found.start).stripped(_SIGNS)])
    _take_marks(facts, _behind_earlier(facts, words.part(end), ledger), ledger)
    return True


def _behind_earlier(facts: Facts, rest: Piece, ledger: Ledger) -> Piece:
    """What follows the number of the case; the brackets right behind it tell of the document before this one."""
    close = str(rest).find(")")
    if facts.kind is EditionKind.FIRST or close < 0 or not str(rest).lstrip().startswith("("):
        return rest
    ledger.form(rest.part(0, close + 1))
    return rest.part(close + 1)


def _number_in(text: str) -> FoundReference | None:
    """The first number of a case; behind "Action urgente", or in a list before the country, its series may lack."""
    listed = _LISTED.match(text)
    said = read_edition_words(text)
    named = said.series == "UA" and text[said.end :].lstrip(" :n°ºro.")[:1].isdigit()
    series = "UA" if named or (listed and find_country(listed["place"], LANGUAGES)) else None
    return next(find_references(text, series), None)


def _is_before_number(before: str) -> bool:
    """Whether words before the number of a case give form, or say that it comes."""
    return any(whole("number", ends="").match(said) for said in (before, f"{before}:")) or _is_caption(before)


def _is_caption(words: str) -> bool:
    """Whether words are captions and nothing else: `Action urgente - Document public`."""
    return not stock("captions").sub("", words).strip(_SIGNS)


def _take_marks(facts: Facts, rest: Piece, ledger: Ledger) -> None:
    text = str(rest)
    for mark in find_index_numbers(text):
        if facts.index is None:
            facts.index = mark.index
            ledger.claim("edition.index", [rest.part(mark.start, mark.end)])
    for date in dates_in(rest, ledger, LANGUAGES):
        if facts.issued is None:
            _set_issued(facts, rest.part(date.start, date.end), date, ledger)
    ledger.form(*(rest.of(label) for label in stock("marks").finditer(text)))
    claimed = [piece for _, piece in ledger.claims] + ledger.forms
    left = rest.without(piece for piece in claimed if rest.start <= piece.start and piece.end <= rest.end)
    for piece in (piece.stripped(_SIGNS) for piece in left):
        country = find_country(str(piece), LANGUAGES) if piece else None
        if country:
            facts.places.append(country)
            ledger.claim("country", [piece])
        elif facts.concern is None and _is_concern(str(piece)):
            facts.concern = piece


def _is_concern(text: str) -> bool:
    """Whether words on the line of the number are what the case is about, and no remark of two letters."""
    fits = len(text.split()) >= _FEWEST_WORDS and len(text) <= _LONGEST_CONCERN
    return fits and not any(map(str.isdigit, text)) and not _is_caption(text)


def _take_place(facts: Facts, words: Piece, ledger: Ledger) -> bool:
    """A line that is the name of a country, where a block of lines begins."""
    country = find_country(str(words).strip(" :"), LANGUAGES) if len(words) <= _LONGEST_COUNTRY else None
    if country is None:
        return False
    facts.places.append(country)
    ledger.claim("country", [words])
    return True


def _take_index(facts: Facts, words: Piece, ledger: Ledger) -> bool:
    """A line that is an index number behind its label."""
    text = str(words)
    found = next(find_index_numbers(text[:_LONGEST_NUMBER_LINE]), None)
    if found is None or facts.index is not None:
        return False
    before = stock("marks").sub("", text[: found.start]).strip(_SIGNS)
    if before and not _is_caption(before):
        return False
    ledger.form(words.part(0, found.start))
    _take_marks(facts, words, ledger)
    return True


def _set_issued(facts: Facts, piece: Piece, date: FoundDate, ledger: Ledger) -> None:
    if date.problem is not None:
        ledger.error(date.problem.code, date.problem.what, piece, date.problem.way_out)
        ledger.form(piece)
    elif date.date is not None:
        facts.issued = date.date
        ledger.claim("edition.issued", [piece])


def _take_issued(facts: Facts, words: Piece, ledger: Ledger) -> bool:
    """A line that is a date, or gives the day of the document behind a label."""
    text = str(words)
    labelled = stock("issued").match(text)
    if labelled and facts.issued is None:
        name = caught(labelled, "date")
        date = next(dates_in(words.of(labelled, name), ledger, LANGUAGES), None)
        if date is not None and date.start <= _LONGEST_LABEL and len(labelled[name]) - date.end < 4:
            _set_issued(facts, words, date, ledger)
            return True
    try:
        alone = read_date(text, LANGUAGES) if len(text) <= 60 else None
    except InvalidValue as error:
        problem = error.problems[0]
        ledger.error(problem.code, problem.what, words, problem.way_out)
        ledger.form(words)
        return True
    if alone is not None and alone.year < _FIRST_YEAR:
        return False  # a street and its number: `11 de Septiembre 1382`
    if alone is not None:
        facts.dates.append((alone, words))
    return alone is not None or _take_dateline(facts, words)


def _take_dateline(facts: Facts, words: Piece) -> bool:
    """A line that is a place and the day on which the document was written there."""
    found = stock("dateline").match(str(words))
    name = caught(found, "date") if found else ""
    date = next(find_dates(found[name], LANGUAGES), None) if found else None
    if found is None or date is None or date.date is None or date.start or found[name][date.end :].strip(" ."):
        return False
    facts.dates.append((date.date, words))
    return True


def _take_end(facts: Facts, line: Line, ledger: Ledger) -> bool:
    if not whole("ended").match(str(line)):
        return False
    facts.status = CaseStatus.ENDED
    ledger.claim("status", [line.words])
    return True


def settle_issued(facts: Facts, ledger: Ledger) -> None:
    """A date line is the day of the document where the document says no other; else it is a messenger's."""
    for date, piece in facts.dates:
        if facts.issued in {None, date}:
            facts.issued = date
            ledger.claim("edition.issued", [piece])
        else:
            ledger.form(piece)


def read_later(facts: Facts, sentence: Piece, ledger: Ledger) -> bool:
    """A sentence that says which document of its case this is: `Esta es la segunda actualización de AU 123/14`."""
    text = str(sentence)
    found = stock("later").match(text)
    number = next(find_references(text[:_LONGEST_NUMBER_LINE]), None) if found else None
    if found is None or number is None or number.reference != facts.reference:
        return False
    words = text[found.end() : number.start]
    said = read_edition_words(f"{words}{text[number.start :]}".lstrip(), len(words.lstrip()))
    if said.kind in {None, EditionKind.FIRST} and said.ordinal is None:
        return False
    facts.kind, facts.ordinal = said.kind or EditionKind.UPDATE, facts.ordinal or said.ordinal
    ledger.claim("edition.ordinal", [sentence])
    return True
