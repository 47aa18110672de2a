"""The country at the end of an address: found in any language, written in the one of the country of posting."""

import pytest

from urgent_actions import Country, Language
from urgent_actions.values.country_line import country_line, language_of_posting, without_country

RUSSIA, UNITED_STATES = Country("RU"), Country("US")


@pytest.mark.parametrize(
    "last",
    ["Russia", "Russian Federation", "RUSSIA.", "Россия", "Rusia", "Russie", "روسيا", "俄罗斯", "Россия / Russia"],
)
def test_a_country_on_a_line_of_its_own_is_found_in_any_language(last):
    assert without_country(["Lesnaya 5", "Moscow", last]) == (("Lesnaya 5", "Moscow"), RUSSIA)


@pytest.mark.parametrize("last", ["Moscow 125993, Russia", "Moscow 125993 Russia", "Moscow 125993 , Россия"])
def test_a_country_behind_the_town_is_found_where_it_is_expected(last):
    assert without_country(["Lesnaya 5", last], RUSSIA) == (("Lesnaya 5", "Moscow 125993"), RUSSIA)


@pytest.mark.parametrize("last", ["Atlanta, Georgia", "Georgia", "Lebanon, Pennsylvania", "Washington DC 20007"])
def test_a_state_or_town_is_not_taken_for_a_country(last):
    assert without_country(["Example Road 1", last], UNITED_STATES) == (("Example Road 1", last), None)


def test_georgia_is_a_country_where_the_address_is_not_american():
    assert without_country(["Rustaveli 1", "Tbilisi", "Georgia"], Country("GE"))[1] == Country("GE")


def test_an_address_says_itself_where_it_lies():
    assert without_country(["Rue de Lausanne 1", "1201 Geneva", "Switzerland"], RUSSIA)[1] == Country("CH")


@pytest.mark.parametrize("expected", [RUSSIA, None])
def test_another_country_behind_the_town_is_found_by_its_english_name(expected):
    brussels = ["Rue de l’Exemple 1", "1000 Brussels, Belgium"]
    assert without_country(brussels, expected) == (("Rue de l’Exemple 1", "1000 Brussels"), Country("BE"))


@pytest.mark.parametrize("last", ["Calle Mayor 1, Granada", "Atlanta, Georgia"])
@pytest.mark.parametrize("expected", [Country("ES"), UNITED_STATES, None])
def test_what_may_be_a_town_or_a_state_is_no_country_elsewhere(last, expected):
    assert without_country(["Somewhere", last], expected)[1] is None


def test_an_address_of_one_line_keeps_it():
    assert without_country(["Russia"]) == (("Russia",), None)


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "GERMANY"), ("fr", "ALLEMAGNE"), ("ru", "ГЕРМАНИЯ"), ("ar", "ألمانيا"), ("zh", "德国"), ("tr", "ALMANYA")],
)
def test_the_country_is_written_in_capitals_where_the_script_has_them(language, line):
    assert country_line("DE", language) == line


def test_a_turkish_i_keeps_its_dot():
    assert country_line("CL", "tr") == "ŞİLİ"


@pytest.mark.parametrize(
    ("posted_in", "writes", "language"),
    [
        ("DE", ["en"], "de"),
        ("CH", ["en", "it"], "it"),
        ("CA", ["fr-CA"], "fr"),
        ("US", ["es"], "en"),
        ("AQ", ["es"], "en"),
    ],
)
def test_the_language_is_one_of_the_country_of_posting_and_the_senders_own_where_it_can_be(posted_in, writes, language):
    assert str(language_of_posting(posted_in, map(Language, writes))) == language
