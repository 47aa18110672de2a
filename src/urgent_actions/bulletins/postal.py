"""A postal address as it stands in a block: its lines, its country, the body in whose care it is."""

import re
from collections.abc import Sequence
from functools import cache

from urgent_actions.bulletins.boundaries import line_end
from urgent_actions.bulletins.lexicon import LONGEST_COUNTRY, country_at, us_state_at
from urgent_actions.bulletins.noun_phrases import body_end, office_end
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.tokens import Token, tokens_of
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.values.country import Country

_COMMA = re.compile(r",(?![ ]{0,3}(?:NW|NE|SW|SE)\b)")
_CARE = re.compile(r"(?:c/o|\(?care of\)?)[ ]{1,3}", re.IGNORECASE)


@cache
def _us_line() -> re.Pattern[str]:
    """A city, a state and a ZIP code at the end of a line; without a comma before it, a city is one of our list."""
    states, known = word_list("addresses")["us_states"], "|".join(word_list("addresses")["us_cities"])
    names = "|".join([*states, *states.values(), r"D\.C\.?"])
    city = rf"(?:(?P<known>{known}),?|(?<=,)[ ]{{0,3}}(?P<city>[A-Z][^,\d]{{1,40}}),)?"
    return re.compile(rf"{city}[ ]{{1,3}}(?:{names}),?[ ]{{1,3}}\d{{5}}(?:-\d{{4}})?\.?\Z")


def is_in_usa(line: str) -> bool:
    """Whether a line ends with a state of the USA and a ZIP code."""
    return bool(_us_line().search(line))


def address_lines(pieces: Sequence[Piece], *, run_together: bool) -> list[Piece]:
    """The lines of an address as they go on an envelope.

    Args:
        pieces: the lines as printed.
        run_together: whether the text lost its line breaks; then commas part the lines.
    """
    lines: list[Piece] = []
    for piece in pieces:
        for line in _without_usa(piece):
            lines += _at_commas(line) if run_together and not is_in_usa(str(line)) else [line]
    kept = [*lines[:-1], *(part for line in lines[-1:] for part in _without_country(line))]
    if kept and country_of(kept[-1]):
        kept[-1] = kept[-1].stripped(" .,")
    return [line for line in (line.stripped() for line in kept) if any(map(str.isalnum, str(line)))]


def _without_usa(line: Piece) -> list[Piece]:
    """Street and city apart, where the line ends with a known form of the city's."""
    found = _us_line().search(str(line))
    if not found or found.start() == 0 or not (found["known"] or found["city"]):
        return [line]
    return line.cut([found.start()])


def _at_commas(line: Piece) -> list[Piece]:
    care = line.cut([care_end(line)])
    return [part for piece in care for part in piece.cut(match.end() for match in _COMMA.finditer(str(piece)))]


def _without_country(line: Piece) -> list[Piece]:
    """The country apart, where it ends the line behind a comma or a postal code, or has a name of several words."""
    if country_of(line):
        return [line]
    comma = str(line).rfind(",")
    if comma > 0 and country_of(line.part(comma + 1).stripped(" .")):
        return line.cut([comma + 1])
    tokens = tokens_of([line])
    for at in range(max(1, len(tokens) - LONGEST_COUNTRY), len(tokens)):
        country, length = country_at(tokens, at)
        coded = tokens[at - 1].has_digit or (length > 1 and tokens[at - 1].is_capitalised)
        if country and at + length == len(tokens) and coded:
            return line.cut([tokens[at].start - line.start])
    return [line]


def care_end(line: Piece) -> int:
    """Where the body ends in whose care the address is, on the line that begins with `c/o`; 0 where none does."""
    found = _CARE.match(str(line))
    if not found:
        return 0
    tokens = tokens_of([line.part(found.end())])
    end = max(office_end(tokens, 0), body_end(tokens, 0)) if tokens else 0
    end = end or line_end(tokens, 0)
    return tokens[end].start - line.start if end < len(tokens) else len(line)


def country_of(line: Piece) -> Country | None:
    """The country whose name a line is."""
    tokens = [token for token in tokens_of([line.stripped(" .,")]) if not token.is_break]
    if not tokens or len(tokens) > 12:
        return None
    start = 1 if tokens[0].key == "the" else 0
    country, length = country_at(tokens, start)
    return country if start + length == len(tokens) else None


@cache
def _postal_codes() -> dict[str, re.Pattern[str]]:
    """Postal codes of a form that only one country has, at the end of a line."""
    return {code: re.compile(rf"\b{form}\Z") for code, form in word_list("addresses")["postal_codes"].items()}


def country_of_address(lines: Sequence[Piece]) -> Country | None:
    """The country in which an address is: what its last line names, or the USA where it has a ZIP code."""
    if not lines:
        return None
    if is_in_usa(str(lines[-1])):
        return Country("US")
    coded = next((code for code, form in _postal_codes().items() if form.search(str(lines[-1]))), None)
    if coded:
        return Country(coded)
    return country_of(lines[-1]) or _country_at_an_end(tokens_of([lines[-1]]))


def _country_at_an_end(tokens: list[Token]) -> Country | None:
    """A country at the start or the end of the last line, with a postal code beside it."""
    for start in range(len(tokens)):
        country, length = country_at(tokens, start)
        if us_state_at(tokens, max(0, start - 1)) > 1:
            continue  # New Mexico is no Mexico
        beside = tokens[start + length :]
        if country and (not beside or (start == 0 and any(token.has_digit for token in beside))):
            return country
    return None


def care_of(lines: Sequence[Piece]) -> str | None:
    """The body in whose care the address is, as its `c/o` line names it."""
    for line in lines:
        found = _CARE.match(str(line))
        if found:
            return str(line.part(found.end(), care_end(line)).stripped())
    return None
