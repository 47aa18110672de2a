"""Prices of letters at random, and tables of them."""

from datetime import date
from decimal import Decimal
from functools import cache

from hypothesis import strategies as st

from urgent_actions.testing.strategies import values
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.postage_rate import PostageRate
from urgent_actions.values.postage_rates import PostageRates
from urgent_actions.values.price import Price
from urgent_actions.values.window import Window

_DECIMALS = {"EUR": 2, "USD": 2, "JPY": 0, "TND": 3}


@cache
def prices() -> st.SearchStrategy[Price]:
    """Prices of a few currencies, with as many decimals as each has."""
    return st.sampled_from(sorted(_DECIMALS)).flatmap(
        lambda code: st.integers(0, 100_000).map(lambda sum_: Price(Decimal(sum_).scaleb(-_DECIMALS[code]), code))
    )


@cache
def postage_rates() -> st.SearchStrategy[PostageRate]:
    """Prices of letters to the own country, to some others, and to all others."""
    return st.builds(
        PostageRate,
        country=values.countries(),
        to=st.frozensets(values.countries(), max_size=3),
        price=prices(),
        carrier=st.sampled_from(["Royal Mail", "La Poste"]) | values.words(),
        stamp=st.none() | values.words(),
        grams=st.none() | st.integers(1, 500),
        during=st.tuples(values.partial_dates(), st.none() | values.partial_dates()).map(_from_the_earlier),
        source=values.sources(),
    )


@cache
def postage_tables() -> st.SearchStrategy[PostageRates]:
    """Tables of a few prices, each of them for other letters or from another day on."""
    return st.lists(postage_rates(), max_size=4, unique_by=lambda rate: (rate.country, rate.to, rate.first_day)).map(
        PostageRates
    )


def _from_the_earlier(ends: tuple[PartialDate, PartialDate | None]) -> Window:
    one, other = ends
    if other is None or other.latest == date.max:
        return Window(one)
    return Window(one, other) if one.earliest <= other.latest else Window(other, one)
