import pickle
import subprocess
import sys
from importlib import resources

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.errors import InvalidValue
from urgent_actions.values.country import Country
from urgent_actions.values.country_codes import COUNTRY_CODES
from urgent_actions.values.country_names import find_country
from urgent_actions.values.data_table import data_rows

countries = st.sampled_from(sorted(COUNTRY_CODES)).map(Country)
EVERY_COUNTRY = [Country(code) for code in sorted(COUNTRY_CODES)]


def test_the_codes_are_those_of_iso_3166_and_kosovo():
    table = resources.files("tzdata").joinpath("zoneinfo/iso3166.tab").read_text(encoding="utf-8")
    listed = {line.split("\t")[0] for line in table.splitlines() if line and not line.startswith("#")}
    assert listed | {"XK"} == COUNTRY_CODES


@given(countries)
def test_a_country_reads_back_what_it_writes(country):
    assert Country.parse(str(country)) == country
    assert Country.of(str(country).lower()) == country
    assert Country.of(country) is country


@given(countries)
def test_a_country_survives_pickle_and_hash_and_evolve(country):
    assert pickle.loads(pickle.dumps(country)) == country
    assert len({country, Country(country.code), attrs.evolve(country)}) == 1


@given(countries, countries)
def test_countries_are_equal_and_ordered_as_their_codes_are(one, other):
    assert (one == other) == (one.code == other.code)
    assert (one < other) == (one.code < other.code)


def test_a_country_cannot_be_changed():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Country("RU").code = "US"


@pytest.mark.parametrize("locale", ["en", "fr", "es", "de", "pt", "it", "ru", "ar", "tr", "fa", "zh", "uk"])
def test_every_name_that_we_write_is_read_back(locale):
    lost = [(country.code, country.name(locale)) for country in EVERY_COUNTRY]
    assert [(code, name) for code, name in lost if find_country(name) != Country(code)] == []


def test_every_name_inside_an_english_sentence_is_read_back():
    assert [c for c in EVERY_COUNTRY if find_country(c.name_in_sentence()) != c] == []


def test_every_country_has_a_name_of_its_own_in_every_language_of_the_messages():
    for locale in ("en", "fr", "es", "de", "ru", "ar"):
        names = [country.name(locale) for country in EVERY_COUNTRY]
        assert len({*names}) == len(names)
        assert not [name for name in names if name in COUNTRY_CODES]


@pytest.mark.parametrize(
    ("code", "locale", "name"),
    [
        ("HK", "en", "Hong Kong"),
        ("PS", "en", "Palestine"),
        ("CD", "en", "Democratic Republic of the Congo"),
        ("MO", "fr-CA", "Macao"),
        ("RU", "ru", "Россия"),
        ("RU", "ar", "روسيا"),
        ("US", "es-MX", "Estados Unidos"),
        ("RU", "tlh", "Russia"),
        ("MK", "en", "North Macedonia"),
    ],
)
def test_a_country_is_named_in_the_language_of_the_reader(code, locale, name):
    assert Country(code).name(locale) == name


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("US", "the United States"),
        ("GM", "the Gambia"),
        ("RU", "Russia"),
        ("CD", "the Democratic Republic of the Congo"),
    ],
)
def test_a_country_takes_its_article_in_an_english_sentence(code, said):
    assert Country(code).name_in_sentence() == said
    assert Country(code).name_in_sentence("es") == Country(code).name("es")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("UK", "unknown country 'UK'; did you mean 'GB'?"),
        ("Russia", "unknown country 'RUSSIA'; did you mean 'RU'?"),
        ("ZZ", "unknown country 'ZZ'; expected two letters of ISO 3166-1, such as 'RU'"),
        ("", "unknown country ''; expected two letters of ISO 3166-1, such as 'RU'"),
        (" RU", "unknown country ' RU'; expected"),
        (7, "unknown country '7'; expected"),
        (None, "unknown country 'NONE'; expected"),
    ],
)
def test_an_unknown_code_is_refused_and_the_way_out_told(given, told):
    with pytest.raises(InvalidValue) as caught:
        Country(given)
    assert str(caught.value).startswith(told)


def test_a_misspelt_name_is_refused_with_the_name_it_may_mean():
    with pytest.raises(InvalidValue, match="did you mean 'AR', Argentina"):
        Country.parse("Argentinia")


@pytest.mark.parametrize("table", ["country_names.tsv", "country_adjectives.tsv", "country_labels.tsv"])
def test_the_tables_speak_of_countries_that_exist_and_hold_no_row_twice(table):
    rows = data_rows(table)
    assert {row[0] for row in rows} <= COUNTRY_CODES | {"-"}
    assert len({*rows}) == len(rows)
    assert all(cell == cell.strip() for row in rows for cell in row)


def test_making_countries_and_languages_imports_no_babel():
    program = """
import sys
from urgent_actions.values.country import Country
from urgent_actions.values.language import Language
from urgent_actions.values.text import Message, Text
Country("ru"), Language("pt-BR"), Text.of("x"), str(Message("until further notice"))
assert "babel" not in sys.modules, sorted(m for m in sys.modules if "babel" in m)
"""
    subprocess.run([sys.executable, "-c", program], check=True)
