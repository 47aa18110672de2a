import pickle
from datetime import date, datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.errors import InvalidValue
from urgent_actions.values.catalog import SUPPORTED
from urgent_actions.values.country import Country
from urgent_actions.values.country_codes import COUNTRY_CODES
from urgent_actions.values.language import Language
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.text import Message, Text, blanks_of

LOCALES = st.sampled_from([*SUPPORTED, "fr-CA", "ru_RU", "ar-EG", "de-AT", "pt", "zh-Hant"])
SAMPLE = {
    "name": "Igor Krasnov",
    "count": 1234,
    "day": date(2020, 5, 20),
    "country": Country("RU"),
    "language": Language("es"),
    "text": Text({"en": "by post", "es": "por correo"}),
    "month": PartialDate.of("2020-05"),
}
ASKED = ("day", "country", "language")
names = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)
plain = st.text(st.characters(exclude_characters="{}", exclude_categories=["Cs"]))
values = st.one_of(
    st.text(),
    st.integers(),
    st.dates(),
    st.sampled_from(sorted(COUNTRY_CODES)).map(Country),
    plain.filter(str.strip).map(Text.of),
)


@st.composite
def messages(draw):
    filled = draw(st.dictionaries(names, values, max_size=4))
    sentence = draw(plain.filter(str.strip)) + "".join(f"{{{name}}}{draw(plain)}" for name in filled)
    return Message(sentence, filled)


@given(messages())
def test_a_message_survives_pickle_and_hash_and_evolve(message):
    assert pickle.loads(pickle.dumps(message)) == message
    assert hash(attrs.evolve(message)) == hash(message)
    assert Message(message.msgid, dict(reversed(message.values))) == message


@given(messages(), LOCALES)
def test_a_message_says_all_its_words_and_leaves_no_blank(message, locale):
    said = message.say(locale)
    ours = "".join(
        part for part in message.msgid.replace("{", "\0{").replace("}", "}\0").split("\0") if part[:1] != "{"
    )
    left = iter(said)
    assert all(char in left for char in ours)
    if not any("{" in str(value) for _, value in message.values):
        assert "{" not in said


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_value_that_looks_like_a_blank_is_not_filled_again(value):
    assert str(Message("<{name}>", {"name": "{other}" + value})).lstrip("<\u2068").startswith("{other}")


def test_values_are_written_as_english_writes_them():
    message = Message("{name}: {count} {day} {country} {language} {text} {month}", SAMPLE)
    assert str(message) == "Igor Krasnov: 1,234 May 20, 2020 Russia Spanish by post May 2020"


def test_a_number_beyond_counting_is_written_all_the_same():
    assert str(Message("{n}", {"n": -(10**30)})) == "-1" + "0" * 30


def test_a_language_without_a_catalog_is_answered_in_english_throughout():
    message = Message("{name}: {count} {day} {country} {language} {text} {month}", SAMPLE)
    assert message.say("pt") == message.say("en-GB").replace("20 May 2020", "May 20, 2020") == str(message)


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en", "20 days: May 20, 2020, Russia, Spanish"),
        ("fr", "20 days: 20 mai 2020, Russie, espagnol"),
        ("es", "20 days: 20 de mayo de 2020, Rusia, español"),
        ("de", "20 days: 20. Mai 2020, Russland, Spanisch"),
        ("ru", "20 days: 20 мая 2020 г., Россия, испанский"),
        ("ar", "20 days: 20 مايو 2020, روسيا, الإسبانية"),
    ],
)
def test_days_and_names_are_written_in_the_language_of_the_reader(locale, said):
    message = Message("{n} days: {day}, {country}, {language}", {"n": "20"} | {name: SAMPLE[name] for name in ASKED})
    assert message.say(locale).translate({0x2068: None, 0x2069: None}).split() == said.split()


def test_a_message_inside_a_message_speaks_the_same_language():
    inner = Message("until further notice")
    assert str(Message("closed {when}", {"when": inner})) == "closed until further notice"
    assert inner.say("fr") in Message("closed {when}", {"when": inner}).say("fr")


def test_latin_words_stand_isolated_in_an_arabic_sentence_and_bare_in_an_english_one():
    message = Message("{name} ({country})", {"name": "RusEmbUSA", "country": Country("RU")})
    assert message.say("ar") == "\u2068RusEmbUSA\u2069 (روسيا)"
    assert message.say("en") == "RusEmbUSA (Russia)"


def test_arabic_words_stand_isolated_in_an_english_sentence():
    assert str(Message("to {name}", {"name": "وزير العدل"})) == "to \u2068وزير العدل\u2069"


@pytest.mark.parametrize("count", [0, 1, 2, 5, 11, 21, 100])
def test_english_counts_one_and_many(count):
    message = Message.plural("{count} day left", "{count} days left", count)
    assert str(message) == f"{count} day{'' if count == 1 else 's'} left"


def test_a_sentence_that_counts_may_have_other_blanks_and_need_not_show_the_count():
    message = Message.plural("one reply from {name}", "{count} replies from {name}", 1, {"name": "Krasnov"})
    assert str(message) == "one reply from Krasnov"
    assert str(attrs.evolve(message, count=3)) == "3 replies from Krasnov"


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: Message("to {name}"), "no value for the blank {name} at to {name}"),
        (lambda: Message("to all", {"name": "x"}), "no blank for the value 'name' at to all"),
        (lambda: Message(" "), "the sentence is blank"),
        (lambda: Message("{0}"), "a brace that is no blank at {0}; write blanks as {name}"),
        (lambda: Message("{name.__class__}", {"name": "x"}), "a brace that is no blank"),
        (lambda: Message("{name!r}", {"name": "x"}), "a brace that is no blank"),
        (lambda: Message("{name}", {"name": 1.5}), "float cannot be said at {name}"),
        (lambda: Message("{name}", {"name": None}), "NoneType cannot be said at {name}"),
        (lambda: Message("{name}", {"name": True}), "bool cannot be said at {name}"),
        (lambda: Message("{name}", {"name": datetime(2020, 5, 20)}), "datetime cannot be said at {name}"),
        (lambda: Message("a day", (), plural_msgid="days"), "a sentence that counts needs its plural and its count"),
        (lambda: Message("a day", (), count=2), "a sentence that counts needs its plural and its count"),
        (lambda: Message.plural("a day", "days of {name}", 2), "no value for the blank {name}"),
    ],
)
def test_a_message_that_could_not_be_said_is_refused_when_it_is_made(make, told):
    with pytest.raises(InvalidValue) as caught:
        make()
    assert str(caught.value).startswith(told)


def test_all_faults_of_a_message_are_told_at_once():
    with pytest.raises(InvalidValue) as caught:
        Message("{one} {two}", {"three": 3.0})
    assert [problem.code for problem in caught.value.problems] == [
        "blank-without-value",
        "blank-without-value",
        "value-without-blank",
        "unsayable-value",
    ]


def test_a_plain_string_is_not_taken_for_pairs():
    with pytest.raises(ValueError):
        Message("to {name}", "name")


@given(messages())
def test_the_blanks_of_a_sentence_are_the_names_of_its_values(message):
    assert blanks_of(message.msgid) == {name for name, _ in message.values}
