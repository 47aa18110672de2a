"""A region of the world, which stands for the countries in it: Europe, Eastern Africa, the European Union.

The geographic regions are those of the United Nations (UN M49, https://unstats.un.org/unsd/methodology/m49/), by their
English names, at all three depths: Americas, Latin America and the Caribbean, South America. M49 has no place for
Taiwan and Kosovo, which stand where CLDR puts them; Antarctica is in none. The European Union (EU) and the European
Economic Area (EEA) are as of the day that `data/country_groups.toml` names.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from urgent_actions.errors import InvalidValue, Problem, did_you_mean
from urgent_actions.values.country import Country
from urgent_actions.values.data_table import data_rows, data_text
from urgent_actions.values.folding import fold


def countries_of(region: str) -> frozenset[Country]:
    """The countries of a region, by its English name or, for a group, its abbreviation.

    Letter case and punctuation make no difference: `Eastern Europe`, `eastern-europe`.

    Raises:
        InvalidValue: no region has that name; the nearest one that exists is named.

    >>> Country("RU") in countries_of("Eastern Europe"), Country("NO") in countries_of("EU")
    (True, False)
    >>> countries_of("Urope")
    Traceback (most recent call last):
    ...
    urgent_actions.errors.InvalidValue: unknown region 'Urope'; did you mean 'Europe'?
    """
    codes = _members().get(fold(region)) if isinstance(region, str) else None
    if codes is None:
        way_out = did_you_mean(str(region), region_names())
        raise InvalidValue(Problem("unknown-region", f"unknown region {region!r}", way_out=way_out))
    return frozenset(Country(code) for code in codes)


def continent_of(country: Country | str) -> str | None:
    """The largest region that a country lies in, such as `Europe`; None for Antarctica, which lies in none.

    >>> continent_of("TR"), continent_of("MX")
    ('Asia', 'Americas')
    """
    return next(iter(_places()[Country.of(country).code]), None)


@cache
def region_names() -> tuple[str, ...]:
    """Every name that `countries_of` knows, sorted.

    >>> region_names()[:3]
    ('Africa', 'Americas', 'Asia')
    """
    geographic = {name for names in _places().values() for name in names}
    groups = {name for short, group in _groups().items() for name in (short, group["name"])}
    return tuple(sorted(geographic | groups))


@cache
def _members() -> Mapping[str, list[str]]:
    """The codes of the countries of each region, by its folded name."""
    members: dict[str, list[str]] = {}
    for code, names in _places().items():
        for name in names:
            members.setdefault(fold(name), []).append(code)
    for short, group in _groups().items():
        members[fold(short)] = members[fold(group["name"])] = group["countries"]
    return members


@cache
def _places() -> Mapping[str, tuple[str, ...]]:
    """The regions that each country lies in, the largest first."""
    return {code: tuple(filter(None, names)) for code, *names in data_rows("regions.tsv")}


@cache
def _groups() -> dict[str, dict[str, Any]]:
    import tomllib  # most programs name no group

    return tomllib.loads(data_text("country_groups.toml"))
