"""What an ordinary letter costs from one country, from a day on, and who says so."""

from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from urgent_actions.errors import Problem, refuse_if
from urgent_actions.values.country import Country
from urgent_actions.values.field_types import wrong_types
from urgent_actions.values.plain_forms import as_countries, as_country
from urgent_actions.values.price import Price
from urgent_actions.values.source import Source
from urgent_actions.values.window import Window

_TRUSTED_FOR = timedelta(days=365)


def _as_price(value: Price | str) -> Price:
    return Price.of(value)


@attrs.frozen(kw_only=True)
class PostageRate:
    """The price of an ordinary letter of the lowest step of weight.

    Args:
        country: where it is posted.
        to: the countries that it goes to: the country of posting for a letter within it; none for every other country.
        price: what it costs.
        carrier: who takes it, by the name that stands on the post office.
        stamp: what the carrier calls it, where people ask for it by a name.
        grams: the most that it may weigh, with its envelope; None where the source does not tell.
        during: the days on which it holds, with the first one; without a last one nobody said until when.
        source: who says so.

    Raises:
        InvalidValue: a field holds something else, no first day is given, or no weight is left; all problems at once.

    Prices go up about once a year, so one without a last day is trusted for a year:

    >>> year = Window("2025-01-01")
    >>> rate = PostageRate(country="DE", price="1.25 EUR", carrier="A post", during=year, source=Source("A list"))
    >>> rate.is_trusted(date(2025, 12, 31)), rate.is_trusted(date(2026, 3, 1))
    (True, False)
    """

    country: Country = attrs.field(converter=as_country)
    to: frozenset[Country] = attrs.field(default=frozenset(), converter=as_countries, repr=lambda to: str(sorted(to)))
    price: Price = attrs.field(converter=_as_price)
    carrier: str
    stamp: str | None = None
    grams: int | None = None
    during: Window
    source: Source

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems_in(self))

    @property
    def first_day(self) -> date:
        """The day from which it is the price."""
        return self.during.first.earliest if self.during.first else date.min

    def is_for(self, country: Country, to: Country) -> bool:
        """Whether it is about letters from a country to a country."""
        return country == self.country and (to in self.to if self.to else to != country)

    def is_trusted(self, on: date) -> bool:
        """Whether it is the price on a day: until its last day, and within a year where none is known."""
        if self.during.last is not None:
            return on in self.during
        return self.first_day <= on and on - self.first_day < _TRUSTED_FOR


def _problems_in(rate: PostageRate) -> Iterator[Problem]:
    given_or_none = {"stamp": (str, type(None)), "grams": (int, type(None))}
    yield from wrong_types(rate, {"carrier": str, **given_or_none, "during": Window, "source": Source})
    if isinstance(rate.carrier, str) and not rate.carrier.strip():
        yield Problem("no-carrier", "a price has no carrier", where="carrier", way_out="name who takes the letter")
    if isinstance(rate.grams, int) and rate.grams < 1:
        what = f"a letter cannot weigh {rate.grams} g"
        yield Problem("bad-weight", what, where="grams", way_out="give the most that it may weigh, in grams")
    if isinstance(rate.during, Window) and rate.during.first is None:
        what = "a price has no first day"
        yield Problem("no-first-day", what, where="during", way_out="give the day from which it holds")
