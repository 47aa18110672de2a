"""A table of what letters cost, and the one that comes with the library (`data/postage.toml`)."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any

import attrs

from urgent_actions.errors import Problem, refuse_if
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.country import Country
from urgent_actions.values.data_table import data_text
from urgent_actions.values.field_types import wrong_members
from urgent_actions.values.plain_forms import as_tuple
from urgent_actions.values.postage_rate import PostageRate
from urgent_actions.values.region import countries_of
from urgent_actions.values.source import Source
from urgent_actions.values.window import Window

_REGION = "region:"
_Key = tuple[Country, frozenset[Country], date]


def _as_rates(rates: Iterable[PostageRate]) -> tuple[PostageRate, ...]:
    given = as_tuple(rates)
    refuse_if(wrong_members("rates", given, PostageRate))
    return given


@attrs.frozen
class PostageRates:
    """The prices that are known, of any number of countries and days.

    Args:
        rates: in any order; of the prices of one country for one destination, each has another first day.

    Raises:
        InvalidValue: two prices are for the same letters from the same day on.
    """

    rates: tuple[PostageRate, ...] = attrs.field(default=(), converter=_as_rates)

    def __attrs_post_init__(self) -> None:
        refuse_if(_standing_twice(self.rates))

    def find(self, country: Country | str, to: Country | str, on: date) -> PostageRate | None:
        """The price of a letter on a day, or the last one before that is known; None where none is.

        A price that holds on the day comes before one whose last day has passed, one that names the destination before
        one for all other countries, and then the latest one.

        Args:
            country: where the letter is posted.
            to: where it goes; the same country for a letter within it.
            on: the day.
        """
        refuse_wrong(on=(on, date))
        start, end = Country.of(country), Country.of(to)
        known = [rate for rate in self.rates if rate.is_for(start, end) and rate.first_day <= on]
        return max(known, key=lambda rate: (on in rate.during, bool(rate.to), rate.first_day), default=None)

    def __or__(self, other: "PostageRates") -> "PostageRates":
        """Both tables as one; where both have a price for the same letters from the same day on, it is the left one."""
        if not isinstance(other, PostageRates):
            return NotImplemented
        known = {_key(rate) for rate in self.rates}
        return PostageRates((*self.rates, *(rate for rate in other.rates if _key(rate) not in known)))

    def __iter__(self) -> Iterator[PostageRate]:
        return iter(self.rates)

    def __len__(self) -> int:
        return len(self.rates)


@cache
def postage_rates() -> PostageRates:
    """The prices that come with the library, each found at a public source that it names.

    >>> rate = postage_rates().find("FR", "RU", date(2026, 3, 1))
    >>> print(rate.price, rate.carrier, rate.source.publisher)
    2.25 EUR La Poste MoneyVox
    """
    import tomllib  # most programs ask for no postage

    return PostageRates(map(_read, tomllib.loads(data_text("postage.toml"))["postage"]))


def _read(table: dict[str, Any]) -> PostageRate:
    during = Window(table["during"].get("from"), table["during"].get("until"))
    to = frozenset[Country]().union(*map(_countries, table.get("to", ())))
    return PostageRate(**table | {"to": to, "during": during, "source": Source(**table["source"])})


def _countries(named: str) -> frozenset[Country]:
    """The country of a code, or all those of `region:Europe`."""
    region = named.removeprefix(_REGION)
    return frozenset({Country(named)}) if region == named else countries_of(region)


def _key(rate: PostageRate) -> _Key:
    return rate.country, rate.to, rate.first_day


def _standing_twice(rates: tuple[PostageRate, ...]) -> Iterator[Problem]:
    first: dict[_Key, int] = {}
    for number, rate in enumerate(rates):
        one = first.setdefault(_key(rate), number)
        if one != number:
            what = f"rates[{one}] is a price for the same letters from {rate.first_day} on, too"
            yield Problem("duplicate-price", what, where=f"rates[{number}]", way_out="keep one")
