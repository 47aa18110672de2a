"""The postcode of an address: before the town, after it, or on a line of its own, as the country writes it.

The patterns and places of `data/postcodes.tsv` are those of the address formats that Google publishes for every country
(libaddressinput), for addresses in Latin letters.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache

from urgent_actions.values.country import Country
from urgent_actions.values.data_table import data_rows, data_text

_SHORTEST = 5
_LONGEST_LINE = 60
_TOWN = re.compile(r"[^\W\d_]+(?:[ .'’-]+[^\W\d_]+){0,3}\.?")


def with_postcode_in_place(lines: Sequence[str], country: Country | str) -> tuple[str, ...]:
    """The address with the postcode of its last line where the country writes it.

    Only a last line that is a town and a postcode and nothing else is changed. Codes of less than five characters stay
    where they are, since they may be anything else: a box, a house.

    >>> with_postcode_in_place(["ulitsa Lesnaya 5", "Moscow 125993"], "RU")
    ('ulitsa Lesnaya 5', 'Moscow', '125993')
    >>> with_postcode_in_place(["Beispielweg 1", "Berlin 10117"], "DE")
    ('Beispielweg 1', '10117 Berlin')
    """
    known = _places().get(Country.of(country).code)
    found = _town_and_code(lines[-1], known[0]) if known and lines else None
    if known is None or found is None:
        return tuple(lines)
    return (*lines[:-1], *_in_order(*found, place=known[1], printed=lines[-1]))


def _in_order(town: str, code: str, *, place: str, printed: str) -> tuple[str, ...]:
    """The town and its postcode in the order of the country; a line that has that order stays as it is printed."""
    if place in {"below", "above"}:
        return (town, code) if place == "below" else (code, town)
    if place == "before":
        return (printed if printed.startswith(code) else f"{code} {town}",)
    return (printed if printed.endswith(code) else f"{town} {code}",)


def _town_and_code(line: str, pattern: re.Pattern[str]) -> tuple[str, str] | None:
    found = pattern.fullmatch(line) if len(line) <= _LONGEST_LINE else None
    if found is None:
        return None
    code = found["first"] or found["last"]
    town = (found["after"] or found["before"]).strip(" ,-")
    words = {word.strip(".").casefold() for word in re.split(r"[\s.'’-]+", town)}
    if len(code) < _SHORTEST or not _TOWN.fullmatch(town) or words & _no_towns():
        return None
    return town, code


@cache
def _places() -> dict[str, tuple[re.Pattern[str], str]]:
    return {code: (_either_way(pattern), place) for code, pattern, place in data_rows("postcodes.tsv")}


def _either_way(code: str) -> re.Pattern[str]:
    """A line that begins or ends with the code."""
    return re.compile(rf"(?P<first>{code})[ ,-]+(?P<after>\D+)|(?P<before>\D+?)[ ,-]+(?P<last>{code})")


@cache
def _no_towns() -> frozenset[str]:
    return frozenset(tomllib.loads(data_text("postal_addresses.toml"))["not_beside_a_postcode"])
