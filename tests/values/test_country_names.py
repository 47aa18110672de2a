import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.values.country import Country
from urgent_actions.values.country_codes import COUNTRY_CODES
from urgent_actions.values.country_names import countries_named_in, country_of_adjective, find_country
from urgent_actions.values.country_spellings import NAMING_LANGUAGES, first_words, spellings
from urgent_actions.values.data_table import data_rows
from urgent_actions.values.folding import fold

ALIASES = data_rows("country_names.tsv")


def codes_in(text, **options):
    return [country.code for country in countries_named_in(text, **options)]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Viet Nam", "VN"),
        ("Việt Nam", "VN"),
        ("VIETNAM", "VN"),
        ("Russian Federation", "RU"),
        ("the Russian Federation", "RU"),
        ("Россия", "RU"),
        ("USA", "US"),
        ("U.S.", "US"),
        ("u.s.a.", "US"),
        ("United States of America", "US"),
        ("The United States", "US"),
        ("DRC", "CD"),
        ("Democratic Republic of Congo", "CD"),
        ("Republic of the Congo", "CG"),
        ("Burma", "MM"),
        ("Myanmar", "MM"),
        ("Ivory Coast", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("Cote d'Ivoire", "CI"),
        ("People’s Republic of China", "CN"),
        ("PRC", "CN"),
        ("Republic of China", "TW"),
        ("Taiwan", "TW"),
        ("the Republic of Korea", "KR"),
        ("Democratic People's Republic of Korea", "KP"),
        ("Holy See", "VA"),
        ("Brasil", "BR"),
        ("Turquie", "TR"),
        ("Turkey", "TR"),
        ("México", "MX"),
        ("Deutschland", "DE"),
        ("Georgia", "GE"),
        ("Jersey", "JE"),
        ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("Guinea", "GN"),
        ("Guinea-Bissau", "GW"),
        ("Equatorial Guinea", "GQ"),
        ("Papua New Guinea", "PG"),
        ("Dominica", "DM"),
        ("Dominican Republic", "DO"),
        ("Republic of Guatemala", "GT"),
        ("The Gambia", "GM"),
        ("Islamic Republic of Iran", "IR"),
        ("Macedonia", "MK"),
        ("Swaziland", "SZ"),
        ("Czech Republic", "CZ"),
        ("Cabo Verde", "CV"),
        ("East Timor", "TL"),
        ("Occupied Palestinian Territories", "PS"),
        ("Hong Kong", "HK"),
        ("مصر", "EG"),
        ("ایران", "IR"),
        ("中国", "CN"),
        ("Україна", "UA"),
        ("  great   BRITAIN ", "GB"),
    ],
)
def test_a_country_is_found_by_the_names_that_people_write(name, code):
    assert find_country(name) == Country(code)


@pytest.mark.parametrize(
    "name",
    [
        "Korea",
        "Congo",
        "the Congo",
        "Virgin Islands",
        "Nigera",
        "Rusia Federation",
        "Guineas",
        "New Mexico",
        "",
        "  ",
        "Atlantis",
        "Republic of",
        "the",
        "Corea",
        "Kongo",
        "x" * 100_000,
        "The The Gambia Gambia",
        "Moscow",
        "English",
    ],
)
def test_what_is_no_name_of_one_country_finds_none(name):
    assert find_country(name) is None


def test_the_table_has_the_forms_of_the_united_nations_and_of_everyday():
    assert len(ALIASES) >= 250
    assert [(code, name) for code, name in ALIASES if code != "-" and find_country(name) != Country(code)] == []
    assert [name for code, name in ALIASES if code == "-" and find_country(name) is not None] == []


@given(st.sampled_from(ALIASES), st.sampled_from([str.upper, str.lower, str.title, " {} ".format, "the {}".format]))
def test_letter_case_and_space_and_article_make_no_difference(alias, rewritten):
    code, name = alias
    found = find_country(rewritten(name))
    assert found == (None if code == "-" else Country(code))


def test_an_english_name_is_found_without_reading_another_language():
    assert find_country("Guatemala", languages=("en",)) == Country("GT")
    assert find_country("Turquie", languages=("en",)) is None
    assert find_country("Turquie", languages=("en", "fr")) == Country("TR")
    assert find_country("República de China", languages=("es",)) is None


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Mexican", "MX"),
        ("Russian", "RU"),
        ("Cuban", "CU"),
        ("Colombian", "CO"),
        ("Chinese", "CN"),
        ("american", "US"),
        ("U.S.", "US"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("South Sudanese", "SS"),
        ("Burkinabé", "BF"),
    ],
)
def test_an_adjective_tells_its_country(word, code):
    assert country_of_adjective(word) == Country(code)


@pytest.mark.parametrize("word", ["Korean", "Congolese", "Dominican", "Embassy", "Mexicans", ""])
def test_an_adjective_of_several_countries_or_of_none_tells_nothing(word):
    assert country_of_adjective(word) is None


def test_no_adjective_stands_for_two_countries():
    words = [adjective.casefold() for _, adjective in data_rows("country_adjectives.tsv")]
    assert len({*words}) == len(words) >= 200
    assert {code for code, _ in data_rows("country_adjectives.tsv")} <= COUNTRY_CODES


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Embassy of the Republic of Cuba", ["CU"]),
        ("Government of the Islamic Republic of Iran", ["IR"]),
        ("La Habana, Cuba", ["CU"]),
        ("Embassy of the Russian Federation, Washington DC 20007, USA", ["RU", "US"]),
        ("Nigeria and Niger", ["NG", "NE"]),
        ("Nigerian officials", []),
        ("Papua New Guinea", ["PG"]),
        ("Santa Fe, New Mexico, U.S.", ["US"]),
        ("Democratic Republic of the Congo", ["CD"]),
        ("Brazzaville, Congo", []),
        ("Seoul, Republic of Korea.", ["KR"]),
        ("Pyongyang (D.P.R.K.)", ["KP"]),
        ("contact us today", []),
        ("roast turkey on fine china", []),
        ("Mexico, Cuba, Mexico", ["MX", "CU"]),
        ("Embassy of Côte d’Ivoire", ["CI"]),
        ("United\nKingdom", ["GB"]),
        ("20 Massachusetts Ave., Trinidad & Tobago", ["TT"]),
        ("Bank of Latin America", []),
        ("", []),
    ],
)
def test_a_text_names_its_countries_in_order(text, codes):
    assert codes_in(text) == codes


def test_a_text_in_another_language_is_read_in_that_language():
    assert codes_in("Ambassade de la Turquie", languages=("en", "fr")) == ["TR"]
    assert codes_in("Ambassade de la Turquie") == []


@given(st.lists(st.sampled_from([name for code, name in ALIASES if code != "-"]), min_size=1, max_size=4))
def test_names_apart_are_each_found(names):
    text = " ... qwert ... ".join(names)
    codes = list(dict.fromkeys(find_country(name).code for name in names))
    assert codes_in(text) == codes


@given(st.text())
def test_no_text_is_too_odd_to_search(text):
    assert isinstance(countries_named_in(text), tuple)


@given(st.sampled_from(["", "the ", "Republic of ", "The Republic of the "]), st.data())
def test_every_name_that_is_found_begins_with_one_of_the_first_words(before, data):
    language = data.draw(st.sampled_from(NAMING_LANGUAGES))
    name = before + data.draw(st.sampled_from(sorted(spellings(language))))
    assert find_country(name, (language,)) is None or fold(name).split()[0] in first_words((language,))
