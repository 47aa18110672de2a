"""Postage as TOML: what is written is read back, and what is wrong is told with its line."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from urgent_actions.errors import InvalidData
from urgent_actions.formats.postage_toml import read_postage, write_postage
from urgent_actions.testing.strategies.postage import postage_tables
from urgent_actions.values.country import Country
from urgent_actions.values.data_table import data_text
from urgent_actions.values.postage_rates import PostageRates, postage_rates

STAMP = """\
[[postage]]
country = "DE"
to = ["FR"]
price = "1.25 EUR"
carrier = "Deutsche Post"
grams = 20
during = { from = 2025-01-01 }
source = { title = "our list" }
"""


@given(postage_tables())
def test_what_is_written_is_read_back(table):
    assert read_postage(write_postage(table)) == table


def test_the_table_that_comes_with_the_library_is_such_a_file():
    assert read_postage(data_text("postage.toml")) == postage_rates()


def test_a_price_is_written_as_people_write_it():
    assert write_postage(read_postage(STAMP)) == STAMP


def test_a_region_stands_for_its_countries():
    (rate,) = read_postage(STAMP.replace('"FR"', '"region:Europe"'))
    assert rate.is_for(Country("DE"), Country("FR"))
    assert not rate.is_for(Country("DE"), Country("US"))


@pytest.mark.parametrize("text", ["", "# none yet\n", "postage = []", "\ufeff"])
def test_a_text_without_prices_is_an_empty_table(text):
    assert read_postage(text) == PostageRates()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("carrier", "carier", "line 5: unknown key 'carier' at postage[0]; did you mean 'carrier'?"),
        ('"1.25 EUR"', "1.25", "line 4: expected a string, got a fraction at postage[0].price"),
        ("1.25 EUR", "1.2 EUR", "line 4: 1.2 is no sum of EUR at postage[0].price; give it with 2 decimals"),
        ("1.25 EUR", "1.25 EUX", "line 4: unknown currency 'EUX' at postage[0].price"),
        ('["FR"]', '"FR"', "line 3: expected a list, got a string at postage[0].to; put it in brackets"),
        ("grams = 20", "grams = 0", "line 6: a letter cannot weigh 0 g at postage[0].grams"),
        ("from", "until", "line 7: a price has no first day at postage[0].during"),
        ("[[postage]]", "[[postages]]", "line 1: unknown key 'postages'"),
    ],
)
def test_a_wrong_file_is_refused_with_the_line_of_what_is_wrong(old, new, told):
    assert old in STAMP
    with pytest.raises(InvalidData) as caught:
        read_postage(STAMP.replace(old, new, 1))
    assert told in str(caught.value)


def test_a_price_that_stands_twice_is_named_where_it_stands_again():
    with pytest.raises(InvalidData, match=r"line 9: postage\[0\] is a price for the same letters .* at postage\[1\]"):
        read_postage(STAMP + STAMP)


@settings(max_examples=50)
@given(st.text("[]{}=\"'\n postagecountry0123", max_size=200))
def test_any_text_is_read_or_refused(text):
    with suppress(InvalidData):
        assert read_postage(text) == PostageRates()
