"""The last line of an address that goes abroad: the country, in capitals, in a language of the country of posting.

It is read by those who sort the post where the letter is posted, so the Universal Postal Union asks for their language
and for capitals, on a line of its own (https://pe.usps.com/text/pub28/28apa_004.htm says the same).
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache

from urgent_actions.values.cldr import official_languages
from urgent_actions.values.country import Country
from urgent_actions.values.country_names import find_country
from urgent_actions.values.country_spellings import country_code_of
from urgent_actions.values.data_table import data_text
from urgent_actions.values.language import Language, best_language

_AFTER_A_COMMA = re.compile(r"(?P<rest>.*[^,\s])\s*,\s*(?P<name>[^,]+)")
_AFTER_A_CODE = re.compile(r"(?P<rest>.*\d)\s+(?P<name>\D+)")
_LONGEST_LINE = 160
_DOTTED_I = {ord("i"): "İ"}


def country_line(country: Country | str, language: Language | str) -> str:
    """The name of a country as it closes an address.

    >>> country_line("RU", "en"), country_line("RU", "de"), country_line("US", "tr")
    ('RUSSIA', 'RUSSLAND', 'AMERİKA BİRLEŞİK DEVLETLERİ')
    """
    wanted = Language.of(language)
    name = Country.of(country).name(wanted)
    return (name.translate(_DOTTED_I) if wanted.code in {"tr", "az"} else name).upper()


def language_of_posting(country: Country | str, writes: Iterable[Language] = ()) -> Language:
    """The official language of the country of posting that the sender writes, or else its first one.

    >>> language_of_posting("CH", [Language("en"), Language("fr")]), language_of_posting("DE", [Language("en")])
    (Language(tag='fr'), Language(tag='de'))
    """
    official = tuple(map(Language, official_languages(Country.of(country).code)))
    return best_language(writes, official) or next(iter(official), Language("en"))


def without_country(lines: Sequence[str], expected: Country | None = None) -> tuple[tuple[str, ...], Country | None]:
    """An address without the country that closes it, and that country, in whatever language it is printed.

    Args:
        lines: the lines of the address.
        expected: where the address should be. A name behind a postcode is only taken for this country, and one behind a
            comma for this one or for another whose English name it is, since it may be a state or a town; a line of its
            own is any country's.

    >>> without_country(["Lesnaya 5, Moscow, Russia"], Country("RU"))
    (('Lesnaya 5, Moscow',), Country(code='RU'))
    >>> without_country(["Example Road 1", "Atlanta, Georgia"], Country("US"))
    (('Example Road 1', 'Atlanta, Georgia'), None)
    """
    *rest, last = lines
    if len(last) > _LONGEST_LINE:
        return tuple(lines), None
    alone = _named(last)
    if alone is not None and rest and not _is_a_place_in(expected, alone):
        return tuple(rest), alone
    for pattern in (_AFTER_A_COMMA, _AFTER_A_CODE):
        found = pattern.fullmatch(last)
        if found and expected is not None and _named(found["name"]) == expected:
            return (*rest, found["rest"]), expected
    found = _AFTER_A_COMMA.fullmatch(last)
    elsewhere = find_country(found["name"].strip(" ."), languages=("en",)) if found else None
    if found and elsewhere is not None and elsewhere.code not in _also_places():
        return (*rest, found["rest"]), elsewhere
    return tuple(lines), None


def _named(line: str) -> Country | None:
    """The country that a line names, once or in several languages: `Россия / Russia`."""
    codes = {country_code_of(name.strip(" .,")) for name in re.split(r"[/()|]", line) if name.strip(" .,")}
    (code,) = codes if len(codes) == 1 else (None,)
    return None if code is None else Country(code)


def _is_a_place_in(country: Country | None, named: Country) -> bool:
    return country is not None and country.code in _also_places().get(named.code, ())


@cache
def _also_places() -> dict[str, list[str]]:
    return dict(tomllib.loads(data_text("postal_addresses.toml"))["also_a_place_in"])
