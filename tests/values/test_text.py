import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.errors import InvalidValue
from urgent_actions.values.language import Language
from urgent_actions.values.text import Text

tags = st.sampled_from(["ar", "de", "en", "en-GB", "es", "fr", "pt", "pt-BR", "ru", "zh-Hant"])
words = st.text(min_size=1).filter(str.strip)
texts = st.dictionaries(tags, words, min_size=1).map(Text)


@given(st.dictionaries(tags, words, min_size=1), st.randoms())
def test_a_text_is_the_same_in_whatever_order_its_languages_come(by_tag, random):
    pairs = list(by_tag.items())
    random.shuffle(pairs)
    assert Text(pairs) == Text(by_tag) == Text.of(by_tag)
    assert hash(Text(pairs)) == hash(Text(by_tag))
    assert [language.tag for language in Text(by_tag).languages] == sorted(by_tag)


@given(texts)
def test_a_text_survives_pickle_and_evolve_and_its_own_converter(text):
    assert pickle.loads(pickle.dumps(text)) == text
    assert attrs.evolve(text) == text
    assert Text(text.words) == text
    assert Text.of(text) is text


@given(texts)
def test_a_text_says_itself_in_each_of_its_languages(text):
    assert {language: text.say(language) for language in text.languages} == dict(text.words)


@given(words)
def test_plain_words_are_english_and_read_back(said):
    assert str(Text.of(said)) == said
    assert Text.of(str(Text.of(said))) == Text.of(said)
    assert Text.of(said).languages == (Language("en"),)


def test_a_text_says_itself_in_the_nearest_language_else_in_english_else_in_its_first():
    text = Text({"en": "closed", "fr": "fermé", "pt-BR": "fechado"})
    assert [text.say(locale) for locale in ("fr-CA", "pt", "ru", Language("en"))] == [
        "fermé",
        "fechado",
        "closed",
        "closed",
    ]
    assert Text({"ru": "закрыто", "es": "cerrado"}).say("de") == "cerrado"


def test_plain_words_may_be_in_another_language():
    assert Text.of("закрыто", language="ru") == Text({"ru": "закрыто"})


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "a text needs words in at least one language"),
        ("", "the text is blank at en"),
        ({"es": " \n"}, "the text is blank at es"),
        ({"es": 3}, "expected a string, got int at es"),
        ([("es", "uno"), ("es", "dos")], "two texts in the language 'es'; keep one"),
        ({"xx": "?"}, "unknown language 'xx'"),
    ],
)
def test_words_that_say_nothing_are_refused(given, told):
    with pytest.raises(InvalidValue) as caught:
        Text.of(given)
    assert str(caught.value).startswith(told)
