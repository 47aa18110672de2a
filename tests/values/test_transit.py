import tomllib
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.errors import InvalidValue
from urgent_actions.values.country import Country
from urgent_actions.values.country_codes import COUNTRY_CODES
from urgent_actions.values.data_table import data_text
from urgent_actions.values.source import Source
from urgent_actions.values.transit import Distance, Transit, senders_by_transit, transit_days

A_CARRIER = Source("A carrier")
countries = st.sampled_from(sorted(COUNTRY_CODES)).map(Country)


def between(sender, destination):
    transit = transit_days(sender, destination)
    return transit.least, transit.most


@pytest.mark.parametrize(
    ("sender", "destination", "least", "most"),
    [
        ("CA", "CA", 2, 6),
        ("CA", "US", 4, 11),
        ("CA", "RU", 4, 11),
        ("DE", "DE", 1, 6),
        ("DE", "FR", 3, 9),
        ("IE", "CY", 3, 9),
        ("DE", "RU", 3, 11),
        ("GB", "GB", 1, 9),
        ("GB", "CN", 4, 10),
        ("FR", "FR", 2, 5),
        ("US", "US", 1, 11),
        ("US", "RU", 4, 11),
        ("RU", "BY", 3, 11),
        ("FR", "AQ", 4, 11),
    ],
)
def test_a_letter_takes_as_many_days_as_the_carrier_states(sender, destination, least, most):
    assert between(sender, destination) == (least, most)


@given(countries, countries)
def test_every_letter_takes_some_time_and_somebody_says_so(sender, destination):
    transit = transit_days(sender, destination)
    assert 1 <= transit.least <= transit.most <= 31
    assert transit.source.title


def test_every_stated_time_names_its_source_and_when_it_was_checked():
    for stated in tomllib.loads(data_text("transit.toml"))["transit"]:
        source = Source(**stated["source"])
        assert source.publisher, source
        assert source.url, source
        assert source.checked, source


@given(countries)
def test_every_country_is_in_one_group_of_senders(destination):
    groups = senders_by_transit(destination)
    everywhere = [country for senders in groups.values() for country in senders]
    assert sorted(country.code for country in everywhere) == sorted(COUNTRY_CODES)
    assert all(transit_days(country, destination) == transit for transit in groups for country in groups[transit])


def delivered(posted: date, working_days: int) -> date:
    """Walk the calendar: a letter posted on a weekend counts as posted on Monday."""
    day = posted
    while day.weekday() > 4:
        day += timedelta(days=1)
    while working_days:
        day += timedelta(days=1)
        working_days -= day.weekday() < 5
    return day


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(1, 30))
def test_working_days_are_never_fewer_than_the_least_nor_more_than_the_most(posted, days):
    transit = Transit.of_working_days(days, days, A_CARRIER)
    took = (delivered(posted, days) - posted).days
    assert transit.least <= took <= transit.most


@given(st.integers(1, 30))
def test_some_day_of_posting_takes_the_most(days):
    week = [date(2026, 11, 23) + timedelta(days=more) for more in range(7)]
    most = Transit.of_working_days(days, days, A_CARRIER).most
    assert max((delivered(posted, days) - posted).days for posted in week) == most


@pytest.mark.parametrize(("least", "most"), [(5, 4), (-1, 3), (1.0, 2), ("1", "2"), (True, 2)])
def test_days_that_cannot_be_are_refused(least, most):
    with pytest.raises(InvalidValue, match="a letter cannot take"):
        Transit(least, most, source=A_CARRIER)


def test_near_is_the_same_continent():
    assert Distance.between(Country("DE"), Country("RU")) is Distance.NEAR
    assert Distance.between(Country("DE"), Country("TR")) is Distance.FAR
    assert Distance.between(Country("AQ"), Country("AQ")) is Distance.SAME
    assert Distance.between(Country("AR"), Country("AQ")) is Distance.FAR
