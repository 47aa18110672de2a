"""How long a letter takes from one country to another, as carriers state it (`data/transit.toml`)."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import attrs

from urgent_actions.errors import InvalidValue, Problem
from urgent_actions.values.country import Country
from urgent_actions.values.country_codes import COUNTRY_CODES
from urgent_actions.values.data_table import data_text
from urgent_actions.values.region import continent_of, countries_of
from urgent_actions.values.source import Source
from urgent_actions.values.word import Word

_WORKING_WEEK = 5


class Distance(Word):
    """How far a letter goes; what carriers call their zones."""

    SAME = "same country"
    NEAR = "near"
    FAR = "far"

    @classmethod
    def between(cls, sender: Country, destination: Country) -> "Distance":
        """Near is what lies on the same continent (UN M49)."""
        if sender == destination:
            return cls.SAME
        continent = continent_of(destination)
        return cls.NEAR if continent is not None and continent_of(sender) == continent else cls.FAR


@attrs.frozen
class Transit:
    """The days from the posting of a letter to its delivery, weekends included.

    Args:
        least: the fewest days.
        most: the days within which nearly every letter has arrived, on whatever day of the week it is posted.
        source: who says so.
        elsewhere: whether it says so of the letters of other countries, for nothing is known of those of this one.

    Raises:
        InvalidValue: the days are no whole numbers from 0 up, or the least are more than the most.
    """

    least: int
    most: int
    source: Source = attrs.field(kw_only=True)
    elsewhere: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if type(self.least) is not int or type(self.most) is not int or not 0 <= self.least <= self.most:
            what = f"a letter cannot take from {self.least!r} to {self.most!r} days"
            raise InvalidValue(Problem("bad-transit", what, where="least", way_out="give two whole numbers in order"))

    @classmethod
    def of_working_days(cls, least: int, most: int, source: Source) -> "Transit":
        """Days of delivery as carriers count them: Saturdays, Sundays and the day of posting are none.

        The least are taken as they stand, for a week without a weekend in between; the most as from a letter posted on
        a Saturday. Public holidays are not known.

        >>> days = Transit.of_working_days(4, 7, Source("A carrier"))
        >>> days.least, days.most
        (4, 11)
        """
        return cls(least, most + 2 + 2 * (most // _WORKING_WEEK), source=source)


def transit_days(sender: Country | str, destination: Country | str) -> Transit:
    """How long a letter takes.

    Where nothing is known of the carriers of the sender's country, from the least to the most that any known carrier
    states for that distance; the source then names the one of the least, and the one of the most.

    Args:
        sender: the country in which it is posted.
        destination: the country that it is addressed to.

    >>> print(transit_days("CA", "RU").most, transit_days("CA", "RU").source)
    11 How long does it take for a letter to reach its destination?, Canada Post
    >>> transit_days("FR", "DE").least, transit_days("US", "US").most
    (3, 11)
    """
    start, end = Country.of(sender), Country.of(destination)
    distance = Distance.between(start, end)
    stated = next((stated for stated in _statements() if stated.is_about(start, end, distance)), None)
    return stated.transit if stated else _any_carrier(distance)


@cache
def senders_by_transit(destination: Country) -> Mapping[Transit, frozenset[Country]]:
    """The countries from which a letter takes equally long, for all the world."""
    groups: dict[Transit, set[Country]] = {}
    for code in sorted(COUNTRY_CODES):
        groups.setdefault(transit_days(code, destination), set()).add(Country(code))
    return {transit: frozenset(senders) for transit, senders in groups.items()}


@attrs.frozen(kw_only=True)
class _Statement:
    """What one source says of the letters of some countries: to others that it names, or at some distances."""

    senders: frozenset[Country]
    destinations: frozenset[Country] | None
    distances: frozenset[Distance]
    transit: Transit

    def is_about(self, sender: Country, destination: Country, distance: Distance) -> bool:
        if sender not in self.senders:
            return False
        if self.destinations is None:
            return distance in self.distances
        return destination in self.destinations and sender != destination


@cache
def _any_carrier(distance: Distance) -> Transit:
    known = [stated.transit for stated in _statements() if distance in stated.distances]
    quickest, slowest = min(known, key=lambda each: each.least), max(known, key=lambda each: each.most)
    names = dict.fromkeys(each.source.publisher or each.source.title for each in (quickest, slowest))
    return Transit(quickest.least, slowest.most, source=Source(", ".join(names)), elsewhere=True)


@cache
def _statements() -> tuple[_Statement, ...]:
    import tomllib  # most programs ask for no transit

    return tuple(_read(tomllib.loads(data_text("transit.toml"))["transit"]))


def _read(tables: list[dict[str, Any]]) -> Iterator[_Statement]:
    for table in tables:
        least, most = table["working_days"]
        yield _Statement(
            senders=_countries(table["from"]),
            destinations=_countries(table["to"]) if "to" in table else None,
            distances=frozenset(map(Distance.of, table["distances"])),
            transit=Transit.of_working_days(least, most, Source(**table["source"])),
        )


def _countries(named: str | list[str]) -> frozenset[Country]:
    return countries_of(named) if isinstance(named, str) else frozenset(map(Country.of, named))
