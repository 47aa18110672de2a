"""The heading of an appeal: for whom it is, its index number and date, the number of the case, what is feared."""

import re
from collections.abc import Sequence
from functools import cache

import attrs

from urgent_actions.bulletins.date_line import dates_in, is_like_date
from urgent_actions.bulletins.dates import FoundDate, find_dates
from urgent_actions.bulletins.edition_words import read_edition_words
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.page_title import Top, names_several, tell_several
from urgent_actions.bulletins.patterns import either, one_of
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.places import read_places
from urgent_actions.bulletins.references import FoundReference, find_index_numbers, find_references
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Wording
from urgent_actions.edition import ENDINGS
from urgent_actions.values.case_status import CaseStatus
from urgent_actions.values.country import Country
from urgent_actions.values.country_names import find_country
from urgent_actions.values.folding import fold
from urgent_actions.values.index_number import IndexNumber

_SIGNS = " \t,.;:*–—-()[]|/•"
_LONGEST_NAME = 60
_MOST_LINES = 8
"""Lines of a heading with all the documents before it."""


@attrs.define(eq=False)
class Heading(Top):
    """What the heading says, with its places."""

    index: IndexNumber | None = None
    index_at: list[Piece] = attrs.field(factory=list)


def is_header(heading: Heading, words: Piece, ledger: Ledger) -> bool:
    """Read a line that has only marks, captions, an index number or the date of the document."""
    text = str(words)
    if len(text) > 400:
        return False
    if one_of(tuple(word_list("appeals")["header"]["mail"]), behind="").fullmatch(text):
        ledger.form(words)
        return True
    marks = [words.of(match) for match in _marks().finditer(text)]
    numbers = [(words.part(found.start, found.end), found.index) for found in find_index_numbers(text)]
    dates = [(words.part(found.start, found.end), found) for found in dates_in(words, ledger)]
    pieces = [*marks, *(piece for piece, _ in numbers), *(piece for piece, _ in dates)]
    left = words.without(pieces)
    if not pieces or any(char.isalnum() for piece in left for char in str(piece)):
        return False
    ledger.form(*marks)
    for piece, index in numbers:
        heading.index = heading.index or index
        heading.index_at.append(piece)
    for piece, found in dates:
        _take_date(heading, piece, found, ledger)
    return True


def _take_date(heading: Heading, piece: Piece, found: FoundDate, ledger: Ledger) -> None:
    if found.problem is not None:
        ledger.error(found.problem.code, found.problem.what, piece, found.problem.way_out)
        ledger.form(piece)
    elif heading.issued is None:
        heading.issued, heading.issued_at = found.date, piece
    elif heading.issued == found.date:
        ledger.form(piece)


@cache
def _marks() -> Wording:
    lists = word_list("appeals")["header"]
    # what is glued to the index number counts too: `AI Index:AMR 23/65/91`
    return one_of((*lists["captions"], *lists["marks"], *lists["index"], *lists["issued"]), behind=r"(?![a-z])")


def heading_length(lines: Sequence[Line], at: int) -> int:
    """How many lines from here on are the heading with the number of the case; 0 for none."""
    if _number(str(lines[at])) is None:
        return 0
    end = at + 1
    while end < len(lines) and end - at < _MOST_LINES and not lines[end].new and not _is_over(lines, at, end):
        end += 1
    return end - at


def _is_over(lines: Sequence[Line], at: int, end: int) -> bool:
    """Whether the line cannot belong to the heading: it names a country or a person, or is a heading of its own."""
    text = str(lines[end])
    before = " ".join(str(line) for line in lines[at:end])
    if before.count("(") > before.count(")"):
        return False
    return country_line(text)[1] > 0 or bool(re.search(r"\([mf]\)", text)) or _is_date(text) or is_like_date(text)


def _is_date(text: str) -> bool:
    found = next(find_dates(text[:60]), None)
    return found is not None and not text[: found.start].strip(_SIGNS) and not text[found.end :].strip(_SIGNS)


def _number(text: str) -> FoundReference | None:
    """The number of the case, where nothing but words of the edition stands before it."""
    found = next(find_references(text[:300], series="UA"), None)
    if found is None or found.reference is None:
        return None
    words = read_edition_words(text, found.start)
    between = text[words.end : found.start].strip(_SIGNS + "#").casefold()
    if between not in {"", "no", "ua", "on", "to"} or (not found.named and not words.end):
        return None
    return found


def read_heading(heading: Heading, words: Piece, ledger: Ledger) -> None:
    """Read the number with what the document is, the documents before it, and the line of concern.

    A page may have the heading twice, first as its title in an archive; the first line of concern is the title.
    """
    text = _on_one_line(words)
    found = _number(text)
    if found is None or found.reference is None:
        return
    said = read_edition_words(text, found.start)
    _take_number(heading, words, found, ledger)
    heading.ordinal = heading.ordinal or said.ordinal
    if said.kind is not None and (heading.kind is None or said.end):
        heading.kind = said.kind
        heading.kind_at = words.part(0, said.end) if said.end else heading.kind_at
        heading.status = CaseStatus.ENDED if said.kind in ENDINGS else heading.status
    ledger.form(words.part(0, found.start))
    start, end = _concern(heading, words, found.end, ledger)
    ledger.form(words.part(found.end, start))
    concern = words.part(start, end).stripped(_SIGNS.replace("(", "").replace(")", ""))
    if any(map(str.isalpha, str(concern))):
        _take_concern(heading, concern, ledger)


def _on_one_line(words: Piece) -> str:
    """The words with a blank for each line break, so that every character keeps its place."""
    return str(words).replace("\n", " ").replace("\r", " ")


def _take_number(heading: Heading, words: Piece, found: FoundReference, ledger: Ledger) -> None:
    piece = words.part(found.start, found.end)
    if heading.reference is None:
        heading.reference, heading.reference_at = found.reference, piece
    elif heading.reference == found.reference or not found.named:
        ledger.claim("reference", [piece])
    else:
        what = f"the heading says {heading.reference}, and then {found.reference}; the first is taken"
        ledger.warn("two-references", what, piece, "ask the publisher which one is right")


def _concern(heading: Heading, words: Piece, start: int, ledger: Ledger) -> tuple[int, int]:
    """Where the line of concern begins, behind all that is said of documents before, and ends, before the date."""
    text = _on_one_line(words)
    marks = [(found.start, found.end, None) for found in find_index_numbers(text)]
    dates = [(found.start, found.end, found) for found in dates_in(words, ledger) if found.start >= start]
    end = len(text)
    if (
        dates
        and not text[dates[-1][1] :].strip(_SIGNS)
        and not _is_joint(text[_before(dates, marks, start) : dates[-1][0]])
    ):
        begin, stop, found = dates.pop()
        _take_date(heading, words.part(begin, stop), found, ledger)
        end = begin
    reached = start
    for begin, stop, _ in sorted([*marks, *dates], key=lambda mark: mark[0]):
        if begin >= reached and _is_joint(text[reached:begin]):
            reached = stop
    behind = _brackets_end(text[reached:end]) if reached > start else 0
    return reached + behind, end


def _before(dates: Sequence[tuple[int, int, FoundDate]], marks: Sequence[tuple[int, int, None]], start: int) -> int:
    """The end of the last mark before the last date."""
    return max([start, *(stop for begin, stop, _ in [*marks, *dates[:-1]] if begin >= start)])


def _is_joint(text: str) -> bool:
    """Whether only words that join the documents of a case stand here: `and follow-up`, `, 2 October and`."""
    left = re.sub(r"\d{1,2} ?(?:st|nd|rd|th)?\b", "", text)
    left = one_of(tuple(word_list("appeals")["header"]["joints"])).sub("", left)
    left = re.sub(rf"\b(?:{_months()})\b", "", left, flags=re.IGNORECASE)
    return not any(map(str.isalpha, left))


@cache
def _months() -> str:
    return either(word_list("editions")["months"]["en"])


def _brackets_end(text: str) -> int:
    """The end of the brackets that opened before this text; 0 where they are closed."""
    closing, opening = text.find(")"), text.find("(")
    return closing + 1 if closing >= 0 and (opening < 0 or closing < opening) else 0


def _take_concern(heading: Heading, concern: Piece, ledger: Ledger) -> None:
    if heading.title is not None:
        if _words(concern) <= _words(heading.title):
            ledger.form(concern)
        else:
            heading.summary.append([concern])
        return
    heading.title = concern
    before, colon, _ = str(concern).partition(":")
    if colon and heading.country is None and (country := find_country(before.strip())):
        heading.country, heading.country_at = country, concern


def _words(piece: Piece) -> set[str]:
    return {fold(word) for word in re.findall(r"\w+", str(piece))}


def read_document_title(heading: Heading, words: Piece, ledger: Ledger) -> bool:
    """The line that an archive puts above a document: `Document - Nepal: ...`, or with the country alone."""
    if heading.title is not None:
        return False
    found = one_of(tuple(word_list("appeals")["header"]["title"]), behind="").match(str(words))
    before, colon, _ = str(words).partition(":")
    country = find_country(before.strip()) if colon and len(before) <= _LONGEST_NAME else None
    place = words.part(0, len(before))
    several = country is None and bool(colon) and len(before) <= _LONGEST_NAME and names_several(place)
    if found is None and (not (country or several) or before.isupper()):
        return False
    if several:
        heading.countries_named = True
        tell_several(place, ledger)
    if found is not None:
        ledger.form(words.of(found))
    heading.title = words.part(found.end() if found else 0).stripped(" -–—")
    if country is not None:
        heading.country, heading.country_at = country, heading.title
    return True


def country_line(text: str) -> tuple[Country | None, int]:
    """The country with which a line begins in capitals, and where its name ends; no country where that is unclear."""
    places = read_places(text[:160], hints=False)
    ends = 0
    for start, end in places.spans:
        bracketed = ends > 0 and text[ends:start].strip() == "("  # USA (Texas)
        if not (bracketed or text[start:end].isupper()) or (ends == 0 and text[:start].strip(_SIGNS)):
            break
        ends = end
    if not ends:
        return None, 0
    rest = text[ends:]
    ends += len(rest) - len(rest.lstrip(" )]"))
    return places.country if len(places.countries) == 1 else None, ends
