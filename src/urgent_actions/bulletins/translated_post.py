"""A web post in a language other than English: its heading, its date and its story stand without labels."""

import re
from collections.abc import Iterator
from functools import cache

from urgent_actions.bulletins.dates import find_dates
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.page import LONGEST_LINE, Page
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.translated_case import translated_case
from urgent_actions.bulletins.translated_fields import ROUND, Field, translated_fields
from urgent_actions.bulletins.translated_words import TRANSLATIONS, label_of, words_of
from urgent_actions.case import Case
from urgent_actions.errors import InvalidValue
from urgent_actions.values.country import Country
from urgent_actions.values.publisher import Publisher

_MARKS = r"[ \u2066-\u2069]{0,4}"
_NUMBER = re.compile(rf"[:(]{_MARKS}(?P<number>[A-Z]{{2,5}}[ ]\d{{1,4}}[./]\d{{2,4}}){_MARKS}\)\Z")
_MOST_BRACKETS = 3
"""Brackets that are tried for the one before the country: `(Myanmar (Burma): UA 1.20)` has two."""

_LINES_AT_TOP = 40


def language_of_post(page: Page) -> str | None:
    """The tag of the language in whose words a page has the heading of a web post and that of its requests."""
    spoken = [tag for tag in TRANSLATIONS if label_of(tag, "actions") in page.plain]
    if not spoken:
        return None
    lines = [line.stripped(ROUND) for line in page.lines if 0 < len(line) <= LONGEST_LINE]
    top = [line for line in lines[:_LINES_AT_TOP] if _NUMBER.search(str(line))]
    tags = [tag for tag in spoken if any(_start(tag).match(str(line)) for line in top)]
    return next((tag for tag in tags if any(_is_caption(line, tag) for line in lines)), None)


def _is_caption(line: Piece, tag: str) -> bool:
    return str(line).rstrip(" :") == label_of(tag, "actions")


@cache
def _start(tag: str) -> re.Pattern[str]:
    """How a heading begins: its label, then a colon and the title, or at once the bracket."""
    labels = "|".join(map(re.escape, words_of(tag, "headings")))
    return re.compile(rf"(?P<heading>{labels})[ ]{{0,2}}(?P<colon>:)?(?(colon)|(?=\())", re.IGNORECASE)


def translated_post(ledger: Ledger, tag: str, publisher: Publisher | None) -> Case:
    """Read a web post in the language of a tag.

    Raises:
        UnreadableBulletin: what it says cannot be a case.
    """
    before, fields = translated_fields(ledger.page, tag)
    return translated_case([*_top_fields(before, tag, ledger), *fields], ledger, tag, publisher)


def _top_fields(lines: list[Piece], tag: str, ledger: Ledger) -> Iterator[Field]:
    """What stands above the requests as fields; lines above the heading stay unread."""
    at = next(number for number, line in enumerate(lines) if _is_heading(line, tag))
    for name, piece in _heading(lines[at], tag):
        yield _field(name, [piece], ledger)
    story = lines[at + 1 :]
    number = next((number for number, line in enumerate(story) if line), None)
    if number is not None and _is_date(str(story[number]), tag):
        yield _field("issued", [story[number]], ledger)
        story = story[number + 1 :]
    if any(story):
        yield _field("summary", story, ledger)


def _is_heading(line: Piece, tag: str) -> bool:
    return bool(_start(tag).match(str(line)) and _NUMBER.search(str(line)))


def _is_date(text: str, tag: str) -> bool:
    """Whether a line is a date and nothing else, one that does not exist included."""
    found = next(find_dates(text[:60], (tag,)), None)
    return found is not None and found.start == 0 and found.end == len(text)


def _field(name: str, lines: list[Piece], ledger: Ledger) -> Field:
    return Field(name, lines[0].part(0, 0), said="", lines=lines, page=ledger.page)


def _heading(line: Piece, tag: str) -> Iterator[tuple[str, Piece]]:
    """The parts of `Urgent Action: Title (Country: UA 1.20)`."""
    start, end = _start(tag).match(str(line)), _NUMBER.search(str(line))
    if start is None or end is None:
        return
    yield "heading", line.of(start, "heading")
    yield "reference", line.of(end, "number")
    bracket, country = end.start() - start.end(), None
    if end[0].startswith(":"):
        bracket, country = _country(line.part(start.end(), end.start()))
    if country is not None:
        yield "country", country
    title = line.part(start.end(), start.end() + bracket).stripped(ROUND)
    if title:
        yield "title", title


def _country(words: Piece) -> tuple[int, Piece | None]:
    """Where the bracket opens that names the country, and the name; the end of the words where none does."""
    text, at = str(words), len(words)
    for _ in range(_MOST_BRACKETS):
        at = text.rfind("(", 0, at)
        if at < 0:
            break
        name = words.part(at + 1).stripped(ROUND)
        try:
            Country.parse(str(name))
        except InvalidValue:
            continue
        return at, name
    return len(words), None
