"""The heading of a page without a layout, and the country that it names."""

import re
from collections.abc import Sequence
from functools import cache

import attrs

from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.page_title import names_several, tell_several
from urgent_actions.bulletins.patterns import loose
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.sheet import Group, Part, is_sentence
from urgent_actions.bulletins.stock import LANGUAGES, series, stock
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.values.country import Country
from urgent_actions.values.country_names import countries_named_in, find_country

_LONGEST = 200
_SEX = re.compile(r"\((?:[mfhw]|h/f)\)")
"""How old forms say who somebody at risk is: `Jean Kalala (h), 37 ans`."""


@attrs.define(eq=False)
class SheetTitle:
    """The heading without its labels, the line that it stood on, and its country; `several` says that it names more."""

    text: str = ""
    words: Piece | None = None
    country: Country | None = None
    several: bool = False


def read_title(groups: Sequence[Group], ledger: Ledger, concern: Piece | None = None) -> SheetTitle:
    """The first short line of the top; the first line of all may be long, if it is no sentence.

    Args:
        groups: what is no contact data.
        ledger: where the place is noted.
        concern: what the line of the number says besides: the heading of old forms, where none stands above it.
    """
    words = _title_line(groups)
    if concern is not None and (words is None or words.start > concern.start):
        words = concern
    if words is None:
        return SheetTitle()
    found = _label_of(words)
    rest = words.part(found.end() if found else 0).stripped(" ")
    end = _labels()[1].search(str(rest))
    title = rest.part(0, end.start() if end else None).stripped(" -–—:")
    ledger.claim("title", [title])
    ledger.form(*words.without([title]))
    if not title:
        return SheetTitle("", words)
    place = found["place"] if found and found["place"] else None
    named = countries_named_in(place or str(title), LANGUAGES)
    if place and named and found is not None:
        ledger.claim("country", [words.of(found, "place")])
    prefix = title.part(0, max(0, str(title).find(":")))
    several = names_several(prefix)
    if several:
        tell_several(prefix, ledger)
    country = named[0] if len(named) == 1 else _country_above(groups, words, ledger)
    return SheetTitle(" ".join(str(title).split()), words, country, several)


def _label_of(words: Piece) -> re.Match[str] | None:
    """The last of the labels with which a heading begins."""
    before = _labels()[0]
    found = before.match(str(words))
    while found and (again := before.match(str(words), found.end())):
        found = again
    return found


def _place_in(words: Piece) -> Piece | None:
    """The country of a line that is nothing but a label and its name: `ACTION ALERT - GAMBIA`."""
    found = _label_of(words)
    place = words.part(found.end()).stripped(" ") if found else None
    return place if place and find_country(str(place), LANGUAGES) else None


def _country_above(groups: Sequence[Group], words: Piece, ledger: Ledger) -> Country | None:
    """The country that a line above the heading names behind a label."""
    lines = [line.words for group in groups for line in group.lines if line.words.end <= words.start]
    for line, place in ((line, _place_in(line)) for line in lines):
        if place is not None:
            ledger.claim("country", [place])
            ledger.form(*line.without([place]))
            return find_country(str(place), LANGUAGES)
    return None


def _title_line(groups: Sequence[Group]) -> Piece | None:
    """The line of the heading; a later one that begins with its country goes before one that names none."""
    top = [group for group in groups if group.part is Part.TOP and group.lines]
    first = _first_heading(top)
    if first is None or countries_named_in(str(first), LANGUAGES):
        return first
    lines = (line.words for group in top for line in group.lines[:1])
    return next((words for words in lines if _is_of_country(words) and _is_short(str(words))), first)


def _is_of_country(words: Piece) -> bool:
    """Whether a line, behind its label, begins with its country."""
    label = _label_of(words)
    return _begins_with_country(str(words.part(label.end() if label else 0)))


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST and text[-1] not in ".!?:"


def _first_heading(top: Sequence[Group]) -> Piece | None:
    for number, group in enumerate(top):
        may_head = [line for line in group.lines if _may_head(str(line))]
        first = next((line for line in may_head if not _is_above(line.words)), next(iter(may_head), None))
        text = str(first or "")
        if first is not None and number + 1 < len(top) and _is_above(first.words):
            continue
        heads = number == 0 or _begins_with_country(text)
        short = not is_sentence(text) or (heads and _is_short(text))
        if first is not None and short:
            return first.words
    return None


def _is_above(words: Piece) -> bool:
    """Whether a line stands above headings, and is none: the name of a series, or a label and a country."""
    return series().fullmatch(str(words)) is not None or _place_in(words) is not None


def _begins_with_country(text: str) -> bool:
    """Whether a line is a heading with its country: `SRI LANKA: Fisherman beaten by the police`."""
    country, colon, _ = text.partition(":")
    return bool(colon) and find_country(country.strip(), LANGUAGES) is not None


def _may_head(text: str) -> bool:
    """Whether a line is words, and none that say until when to write or of what age somebody is."""
    letters, digits = sum(map(str.isalpha, text)), sum(map(str.isdigit, text))
    other = text[0] in '(["“' or stock("deadline").search(text) or _SEX.search(text)
    return letters > digits and not other


@cache
def _labels() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = word_list("stock")["title"]
    before, behind = ("|".join(map(loose, lists[name])) for name in ("before", "behind"))
    return re.compile(rf"(?:{before})[ ]*", re.IGNORECASE), re.compile(rf"[ ]*(?:{behind})[ ]*\Z", re.IGNORECASE)
