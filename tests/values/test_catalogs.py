import ast
import re
from gettext import c2py

import pytest
import update_catalogs
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.errors import InvalidValue
from urgent_actions.values.catalog import SUPPORTED, TRANSLATED, translated, translated_plural
from urgent_actions.values.text import Message, blanks_of

SENTENCES = [message for message in update_catalogs.sentences() if message.id]
COUNTING = [message for message in SENTENCES if message.pluralizable]
TERMS = {
    "deadline": {
        "fr": "(?i:date limite)",
        "es": "(?i:fecha límite)",
        "de": "Frist",
        "ru": "[Сс]рок",
        "ar": "الموعد النهائي",
    },
    "target": {"fr": "destinataire", "es": "destinatario", "de": "Stelle", "ru": "адресат", "ar": "جهة"},
    "bulletin": {"fr": "bulletin", "es": "boletín", "de": "Aufruf", "ru": "[Бб]юллетен", "ar": "النشرة"},
    "embassy": {"fr": "ambassade", "es": "embajada", "de": "Botschaft", "ru": "посольств", "ar": "سفارة"},
    "consulate": {"fr": "consulat", "es": "consulado", "de": "Konsulat", "ru": "консульств", "ar": "قنصلية"},
    "section office": {"fr": "bureau", "es": "oficina", "de": "Büro", "ru": "офис", "ar": "مكتب فرعك"},
    "rule": {"fr": "règle", "es": "regla", "de": "Regel", "ru": "[Пп]равило", "ar": "القاعدة"},
    "letter": {"fr": "[Ll]ettre", "es": "[Cc]arta", "de": "Brief", "ru": "[Пп]исьм", "ar": "رسالة"},
}
"""What the languages call the things that the sentences speak of, as patterns."""
languages = pytest.mark.parametrize("language", TRANSLATED)


def ids_of(message):
    return [message.id] if isinstance(message.id, str) else list(message.id)


def forms_of(message):
    return [message.string] if isinstance(message.string, str) else list(message.string)


@languages
def test_every_sentence_of_ours_is_translated_and_no_other(language):
    catalog = update_catalogs.catalog_of(language)
    known = {message.id for message in catalog if message.id}
    assert known == {message.id for message in SENTENCES}, "run `just catalogs`"
    assert [message.id for message in catalog if message.id and not all(map(str.strip, forms_of(message)))] == []
    assert [message.id for message in catalog if message.fuzzy and message.id] == []


@languages
def test_a_translation_has_the_blanks_of_the_sentence(language):
    for message in update_catalogs.catalog_of(language):
        asked = frozenset().union(*map(blanks_of, ids_of(message)))
        for form in filter(None, forms_of(message)):
            said = blanks_of(form)
            # a form for just one or two may put the number in words
            assert said == asked or (message.pluralizable and said | {"count"} == asked), (message.id, form)


@languages
def test_a_sentence_that_counts_has_every_plural_form_of_the_language(language):
    catalog = update_catalogs.catalog_of(language)
    assert catalog.num_plurals == {"ar": 6, "de": 2, "es": 2, "fr": 2, "ru": 3}[language]
    assert {len(forms_of(m)) for m in catalog if m.pluralizable} <= {catalog.num_plurals}
    assert [error for _, errors in catalog.check() for error in errors] == []


@languages
def test_a_translation_ends_as_its_sentence_ends(language):
    marks = {"؟": "?", "؛": ";"}
    for message in update_catalogs.catalog_of(language):
        for form in filter(None, forms_of(message) if message.id else ()):
            said, asked = marks.get(form[-1], form[-1]), ids_of(message)[-1][-1]
            assert (said in ".:?!") == (asked in ".:?!"), form


def sayings():
    """Every translation by its language, with the English sentence."""
    return [
        (language, ids_of(message)[-1], form)
        for language in TRANSLATED
        for message in update_catalogs.catalog_of(language)
        for form in filter(None, forms_of(message) if message.id else ())
    ]


def test_apostrophes_and_quotation_marks_are_those_of_print():
    assert [form for _, _, form in sayings() if set("'\"`") & set(form)] == []


def test_french_sets_off_its_double_marks_with_a_blank_that_does_not_break():
    french = [form for language, _, form in sayings() if language == "fr"]
    assert [form for form in french if re.search(r"[^\u00a0][:;?!»]|«[^\u00a0]", form)] == []


def test_arabic_has_its_own_marks_and_puts_the_tanwin_before_the_alef():
    arabic = [form for language, _, form in sayings() if language == "ar"]
    assert [form for form in arabic if set(",;?") & set(form) or "\u0627\u064b" in form] == []


def test_arabic_asks_without_taking_the_reader_for_a_man_or_a_woman():
    commands = {
        "اكتب",
        "اسأل",
        "تأكد",
        "افتح",
        "احفظ",
        "انسخ",
        "أضف",
        "اطلب",
        "ابدأ",
        "قارن",
        "اختم",
        "اذكر",
        "ضع",
        "وقّع",
        "احذفه",
    }
    assert [
        form for language, _, form in sayings() if language == "ar" and commands & set(re.findall(r"\w+", form))
    ] == []


@pytest.mark.parametrize("english", TERMS)
def test_a_term_is_said_by_one_word_throughout_a_language(english):
    said = [(language, re.sub(r"\{[a-z_]+\}", "", sentence), form) for language, sentence, form in sayings()]
    spoken_of = [one for one in said if re.search(rf"\b{english}\b", one[1], re.IGNORECASE)]
    assert spoken_of
    assert [one for one in spoken_of if not re.search(TERMS[english][one[0]], one[2])] == []


def test_every_message_is_made_of_words_that_stand_in_the_source():
    unreadable = []
    for path in sorted(update_catalogs.SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"Message", "Message.plural"}:
                words = node.args[: 2 if ast.unparse(node.func) == "Message.plural" else 1]
                if not words or not all(isinstance(word, ast.Constant) for word in words):
                    unreadable.append(f"{path.name}:{node.lineno}")
    assert unreadable == []


def test_there_are_sentences_to_translate():
    assert len(SENTENCES) > 10
    assert {message.id for message in SENTENCES} >= {"until further notice"}


@pytest.mark.parametrize("locale", ["fr", "fr_CA", "fr-CA", "FR"])
def test_a_locale_is_known_however_it_is_spelt(locale):
    assert Message("until further notice").say(locale) == translated("until further notice", "fr")
    assert translated("until further notice", "fr") != "until further notice"


def test_a_language_without_a_catalog_is_answered_in_english():
    assert Message("until further notice").say("pt") == "until further notice"
    with pytest.raises(InvalidValue):
        Message("until further notice").say("no such language")


def test_the_sentences_of_the_languages_differ():
    assert len({Message("until further notice").say(locale) for locale in SUPPORTED}) == len(SUPPORTED)


@given(st.sampled_from(TRANSLATED), st.text(min_size=1))
def test_words_that_are_in_no_catalog_stay_as_they_are(language, words):
    assert translated(words + "\x00", language) == words + "\x00"


@pytest.mark.parametrize(
    ("language", "counts"),
    [("de", (1, 2)), ("es", (1, 2)), ("fr", (1, 2)), ("ru", (1, 2, 5)), ("ar", (0, 1, 2, 3, 11, 100))],
)
def test_counts_that_a_language_tells_apart_have_forms_of_their_own(language, counts):
    form_for = c2py(update_catalogs.catalog_of(language).plural_expr)
    assert sorted(map(form_for, counts)) == list(range(len(counts)))


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ru", 1, 21),
        ("ru", 2, 104),
        ("ru", 5, 11),
        ("ar", 3, 110),
        ("ar", 11, 99),
        ("fr", 0, 1),
        ("es", 0, 2),
        ("de", 0, 2),
    ],
)
def test_counts_that_a_language_does_not_tell_apart_have_one_form(language, one, other):
    form_for = c2py(update_catalogs.catalog_of(language).plural_expr)
    assert form_for(one) == form_for(other)
    for message in COUNTING:
        assert translated_plural(*message.id, one, language) == translated_plural(*message.id, other, language)
