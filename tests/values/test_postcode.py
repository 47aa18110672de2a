"""Where the postcode of an address stands."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions import Country
from urgent_actions.values.country_codes import COUNTRY_CODES
from urgent_actions.values.data_table import data_rows
from urgent_actions.values.postcode import with_postcode_in_place


@pytest.mark.parametrize(
    ("country", "printed", "written"),
    [
        ("DE", "Berlin 10117", ["10117 Berlin"]),
        ("DE", "10117 Berlin", ["10117 Berlin"]),
        ("RU", "125993 Moscow", ["Moscow", "125993"]),
        ("RU", "Moscow, 125993", ["Moscow", "125993"]),
        ("GB", "London SW1A 2AA", ["London", "SW1A 2AA"]),
        ("US", "Washington DC 20007", ["Washington DC 20007"]),
        ("US", "Washington, DC 20007", ["Washington, DC 20007"]),
        ("IN", "110001 New Delhi", ["New Delhi 110001"]),
        ("KZ", "Astana 010000", ["Astana 010000"]),
        ("HN", "Tegucigalpa", ["Tegucigalpa"]),
    ],
)
def test_a_town_and_its_postcode_stand_as_the_country_writes_them(country, printed, written):
    assert with_postcode_in_place(["Example Street 1", printed], country) == ("Example Street 1", *written)


@pytest.mark.parametrize(
    ("country", "line"),
    [
        ("DE", "Postfach 10117"),
        ("DZ", "B.P. 16000"),
        ("SA", "PO Box 11564"),
        ("RU", "а/я 125993"),
        ("MX", "México C.P. 06067"),
        ("FR", "Bureau de poste Suite 75001"),
        ("NO", "Oslo 0030"),
        ("CO", "Carrera 8 No. 7-26 Bogotá"),
    ],
)
def test_a_number_that_may_be_anything_else_stays_where_it_is(country, line):
    assert with_postcode_in_place([line], country) == (line,)


def test_a_line_longer_than_any_town_is_left_alone():
    line = "a " * 100_000 + "10117"
    assert with_postcode_in_place([line], "DE") == (line,)


@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=4), st.sampled_from(sorted(COUNTRY_CODES)))
def test_no_word_is_lost_or_made_up(lines, country):
    letters = sorted(re.sub(r"[\s,-]", "", "".join(lines)))
    assert sorted(re.sub(r"[\s,-]", "", "".join(with_postcode_in_place(lines, country)))) == letters


@pytest.mark.parametrize("row", data_rows("postcodes.tsv"), ids=lambda row: row[0])
def test_every_row_names_a_country_a_pattern_and_a_place(row):
    code, pattern, place = row
    assert Country(code)
    assert re.compile(pattern)
    assert place in {"before", "after", "below", "above"}
