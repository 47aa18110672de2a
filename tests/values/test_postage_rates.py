"""What a letter costs is what somebody said, from the day on from which it holds, and never a guess."""

import tomllib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from urgent_actions.errors import InvalidValue
from urgent_actions.testing.strategies.postage import postage_tables
from urgent_actions.testing.strategies.values import countries, days
from urgent_actions.values.data_table import data_text
from urgent_actions.values.postage_rate import PostageRate
from urgent_actions.values.postage_rates import PostageRates, postage_rates
from urgent_actions.values.source import Source
from urgent_actions.values.window import Window

A_LIST = Source("A list")


def rate(price="1.00 EUR", *, country="DE", to=(), first="2026-01-01", last=None, **more):
    window = Window(first, last)
    return PostageRate(country=country, to=to, price=price, carrier="A post", during=window, source=A_LIST, **more)


def price_on(table, to, day):
    found = table.find("DE", to, day)
    return found and str(found.price)


@pytest.mark.parametrize(
    ("way", "day", "price", "trusted"),
    [
        ("US US", date(2025, 7, 12), "0.73 USD", True),
        ("US RU", date(2025, 7, 12), "1.65 USD", True),
        ("US US", date(2025, 7, 13), "0.78 USD", True),
        ("US RU", date(2026, 7, 12), "1.70 USD", True),
        ("US RU", date(2026, 7, 13), "1.70 USD", False),
        ("DE DE", date(2026, 12, 31), "0.95 EUR", True),
        ("DE DE", date(2027, 1, 1), "0.95 EUR", False),
        ("FR RU", date(2026, 3, 1), "2.25 EUR", True),
        ("GB GB", date(2026, 4, 7), "0.91 GBP", True),
        ("IE GB", date(2026, 2, 2), "2.65 EUR", True),
        ("IE GB", date(2026, 2, 3), "3.50 EUR", True),
        ("IE US", date(2026, 2, 3), "3.95 EUR", True),
        ("ES RU", date(2026, 2, 3), "2.65 EUR", True),
        ("ES UA", date(2026, 2, 3), "2.00 EUR", True),
        ("ES CN", date(2026, 2, 3), "2.10 EUR", True),
    ],
)
def test_a_letter_costs_what_was_stated_for_that_day(way, day, price, trusted):
    found = postage_rates().find(*way.split(), day)
    assert (str(found.price), found.is_trusted(day)) == (price, trusted)


@pytest.mark.parametrize(("country", "to", "day"), [("RU", "RU", 2026), ("GB", "US", 2026), ("US", "RU", 2020)])
def test_what_nobody_stated_is_not_known(country, to, day):
    assert postage_rates().find(country, to, date(day, 5, 25)) is None


def test_every_price_that_comes_with_the_library_names_a_public_page_and_when_it_was_read():
    assert len(postage_rates()) >= 20
    for one in postage_rates():
        assert one.source.url, one
        assert one.source.publisher, one
        assert one.source.checked, one


def test_the_shipped_table_has_no_key_that_is_not_read():
    known = {"country", "to", "price", "carrier", "stamp", "grams", "during", "source"}
    for table in tomllib.loads(data_text("postage.toml"))["postage"]:
        assert table.keys() <= known
        assert table["during"].keys() <= {"from", "until"}


def test_a_price_that_names_the_destination_comes_before_the_one_for_all_others():
    table = PostageRates([rate("2.00 EUR"), rate("3.00 EUR", to=["RU"]), rate("1.00 EUR", to=["DE"])])
    assert [price_on(table, to, date(2026, 5, 1)) for to in ("US", "RU", "DE")] == ["2.00 EUR", "3.00 EUR", "1.00 EUR"]


def test_a_price_for_all_others_is_not_for_a_letter_within_the_country():
    assert price_on(PostageRates([rate()]), "DE", date(2026, 5, 1)) is None


def test_the_latest_price_that_has_begun_is_the_one():
    table = PostageRates([rate("1.00 EUR"), rate("1.10 EUR", first="2026-07"), rate("1.20 EUR", first="2027-01")])
    days_and_prices = {date(2025, 12, 31): None, date(2026, 6, 30): "1.00 EUR", date(2026, 7, 1): "1.10 EUR"}
    assert {day: price_on(table, "FR", day) for day in days_and_prices} == days_and_prices


def test_a_price_whose_last_day_has_passed_gives_way_to_one_that_holds_and_is_else_told_as_doubtful():
    ended = rate("3.00 EUR", to=["FR"], last="2026-06-30")
    assert price_on(PostageRates([ended, rate("2.00 EUR")]), "FR", date(2026, 7, 1)) == "2.00 EUR"
    alone = PostageRates([ended]).find("DE", "FR", date(2026, 7, 1))
    assert (alone, alone.is_trusted(date(2026, 6, 30)), alone.is_trusted(date(2026, 7, 1))) == (ended, True, False)


def test_prices_of_a_section_come_before_those_of_the_same_day_that_it_is_merged_with():
    own, other = rate("1.05 EUR"), rate("1.00 EUR")
    later = rate("1.50 EUR", first="2026-02-01")
    assert PostageRates([own]) | PostageRates([other, later]) == PostageRates([own, later])


@settings(max_examples=50)
@given(postage_tables(), postage_tables(), st.tuples(countries(), countries(), days()))
def test_merging_keeps_every_letter_that_had_a_price(one, other, letter):
    start, end, day = letter
    assert (one | one) == one
    found = (one | other).find(start, end, day)
    assert (found is None) is (one.find(start, end, day) is None and other.find(start, end, day) is None)
    if found is not None:
        assert found.is_for(start, end)
        assert found.first_day <= day


def test_two_prices_for_the_same_letters_from_the_same_day_on_are_refused():
    with pytest.raises(InvalidValue, match=r"rates\[0\] is a price for the same letters .* at rates\[1\]; keep one"):
        PostageRates([rate("1.00 EUR"), rate("1.10 EUR")])


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"first": None}, "a price has no first day at during"),
        ({"grams": 0}, "a letter cannot weigh 0 g at grams"),
        ({"price": "1.0 EUR"}, "1.0 is no sum of EUR"),
        ({"country": "XX"}, "unknown country"),
        ({"to": "RU"}, "countries"),
    ],
)
def test_what_no_price_can_be_is_refused(wrong, told):
    with pytest.raises(InvalidValue) as caught:
        rate(**wrong)
    assert told in str(caught.value)


def test_all_that_is_wrong_is_told_at_once():
    with pytest.raises(InvalidValue) as caught:
        PostageRate(country="DE", price="1.00 EUR", carrier=" ", grams=0, during=Window(), source="A list")
    assert {problem.where for problem in caught.value.problems} == {"carrier", "grams", "during", "source"}
