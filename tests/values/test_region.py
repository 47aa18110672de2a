import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.errors import InvalidValue
from urgent_actions.values.country import Country
from urgent_actions.values.country_codes import COUNTRY_CODES
from urgent_actions.values.data_table import data_rows, data_text
from urgent_actions.values.region import continent_of, countries_of, region_names

CONTINENTS = ("Africa", "Americas", "Asia", "Europe", "Oceania")

# The numbers of countries and areas in UN M49; Kosovo and Taiwan are not among them.
IN_M49 = {
    "Northern Africa": 7,
    "Eastern Africa": 22,
    "Middle Africa": 9,
    "Southern Africa": 5,
    "Western Africa": 17,
    "Sub-Saharan Africa": 53,
    "Caribbean": 28,
    "Central America": 8,
    "South America": 16,
    "Latin America and the Caribbean": 52,
    "Northern America": 5,
    "Central Asia": 5,
    "Eastern Asia": 7 + 1,
    "South-eastern Asia": 11,
    "Southern Asia": 9,
    "Western Asia": 18,
    "Eastern Europe": 10,
    "Northern Europe": 16,
    "Channel Islands": 2,
    "Southern Europe": 16 + 1,
    "Western Europe": 9,
    "Australia and New Zealand": 6,
    "Melanesia": 5,
    "Micronesia": 8,
    "Polynesia": 10,
}


def test_every_region_has_as_many_countries_as_the_united_nations_count():
    assert {name: len(countries_of(name)) for name in IN_M49} == IN_M49
    assert set(region_names()) == {*IN_M49, *CONTINENTS, "EU", "EEA", "European Union", "European Economic Area"}


def test_every_country_but_antarctica_lies_on_one_continent():
    everywhere = [country for name in CONTINENTS for country in countries_of(name)]
    assert sorted(country.code for country in everywhere) == sorted(COUNTRY_CODES - {"AQ"})
    assert continent_of("AQ") is None
    assert all(country in countries_of(continent_of(country)) for country in everywhere)


def test_the_rows_of_the_table_name_each_country_once():
    assert [code for code, *_ in data_rows("regions.tsv")] == sorted(COUNTRY_CODES)


def test_a_group_says_since_when_it_is_as_listed_and_where_that_is_said():
    for group in tomllib.loads(data_text("country_groups.toml")).values():
        assert group["as_of"] <= date(2026, 11, 24)
        assert group["source"]["url"].startswith("https://")


def test_the_economic_area_is_the_union_and_three_more():
    assert countries_of("EEA") - countries_of("EU") == {Country("IS"), Country("LI"), Country("NO")}
    assert len(countries_of("European Union")) == 27
    assert Country("GB") not in countries_of("EEA")


@given(st.sampled_from(region_names()))
def test_letter_case_and_hyphens_make_no_difference_to_a_region(name):
    assert countries_of(name) == countries_of(name.upper()) == countries_of(name.lower().replace(" ", "-"))


@pytest.mark.parametrize(("misspelt", "nearest"), [("Urope", "Europe"), ("Western Azia", "Western Asia")])
def test_a_misspelt_region_is_refused_with_the_nearest_that_exists(misspelt, nearest):
    with pytest.raises(InvalidValue) as refused:
        countries_of(misspelt)
    assert refused.value.problems[0].way_out == f"did you mean {nearest!r}?"


@pytest.mark.parametrize("odd", ["", "RU", "Atlantis", None, 150])
def test_what_is_no_region_is_refused(odd):
    with pytest.raises(InvalidValue, match="unknown region"):
        countries_of(odd)
