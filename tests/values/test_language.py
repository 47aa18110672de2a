import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.errors import InvalidValue
from urgent_actions.values.country_codes import COUNTRY_CODES
from urgent_actions.values.language import Language, best_language, find_language
from urgent_actions.values.language_codes import LANGUAGE_CODES, SCRIPT_CODES

bases = st.sampled_from(sorted(LANGUAGE_CODES))
scripts = st.sampled_from(["", *sorted(SCRIPT_CODES)])
regions = st.sampled_from(["", "419", *sorted(COUNTRY_CODES)])
languages = st.builds(lambda *parts: Language("-".join(filter(None, parts))), bases, scripts, regions)


@given(languages)
def test_a_language_reads_back_what_it_writes(language):
    assert Language.parse(str(language)) == language
    assert Language.of(str(language).upper()) == language
    assert Language.of(str(language).lower().replace("-", "_")) == language
    assert Language.of(language) is language


@given(languages)
def test_a_language_survives_pickle_and_hash_and_evolve(language):
    assert pickle.loads(pickle.dumps(language)) == language
    assert len({language, attrs.evolve(language)}) == 1
    assert Language(language.code).code == language.code


@given(languages, st.sampled_from(["en", "fr", "es", "ru", "ar", "tlh", "en-AQ"]))
def test_every_language_has_a_name_and_a_direction(language, locale):
    assert language.name(locale).strip()
    assert language.right_to_left in {True, False}


@pytest.mark.parametrize(
    ("tag", "normal"), [("PT_br", "pt-BR"), ("zh-hant-tw", "zh-Hant-TW"), ("SR-LATN", "sr-Latn"), ("es-419", "es-419")]
)
def test_the_letter_case_of_a_tag_is_put_right(tag, normal):
    assert str(Language(tag)) == normal


@pytest.mark.parametrize(
    ("tag", "what"),
    [
        ("xx", "unknown language 'xx'"),
        ("english", "unknown language 'english'"),
        ("en-QQ", "unknown region 'QQ'"),
        ("en-Abcd", "unknown script 'Abcd'"),
        ("en-US-x", "nothing may follow the region, got 'X'"),
        ("", "unknown language ''"),
        (None, "unknown language 'none'"),
        ("en ", "unknown language 'en '"),
    ],
)
def test_a_subtag_that_nobody_knows_is_refused(tag, what):
    with pytest.raises(InvalidValue) as caught:
        Language(tag)
    assert caught.value.problems[0].what == what


def test_all_faults_of_a_tag_are_told_at_once():
    with pytest.raises(InvalidValue) as caught:
        Language("xx-Abcd-QQ")
    assert [problem.what.split()[1] for problem in caught.value.problems] == ["language", "script", "region"]


def test_the_way_out_of_a_name_is_its_tag():
    with pytest.raises(InvalidValue, match="did you mean 'es'"):
        Language("spanish")


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("Spanish", "es"),
        ("español", "es"),
        ("ESPANOL", "es"),
        ("Russian", "ru"),
        ("русский", "ru"),
        ("французский", "fr"),
        ("Brazilian Portuguese", "pt-BR"),
        ("العربية", "ar"),
        ("Persian", "fa"),
        ("Farsi", "fa"),
        ("shqip", "sq"),
        ("中文", "zh"),
        ("Mandarin", "zh"),
        ("Castilian", "es"),
        ("en-GB", "en-GB"),
    ],
)
def test_a_language_is_found_by_the_names_that_people_write(name, tag):
    assert find_language(name) == Language(tag) == Language.parse(name)


@pytest.mark.parametrize("name", ["Rusian", "", "Klingonese", "x" * 10_000])
def test_what_is_no_name_of_a_language_finds_none(name):
    assert find_language(name) is None
    with pytest.raises(InvalidValue):
        Language.parse(name)


@pytest.mark.parametrize(
    ("tag", "right_to_left"),
    [("ar", True), ("fa", True), ("he", True), ("ur-PK", True), ("en", False), ("ru", False), ("az-Arab", True)],
)
def test_a_language_knows_its_direction(tag, right_to_left):
    assert Language(tag).right_to_left is right_to_left


@pytest.mark.parametrize(
    ("wanted", "available", "best"),
    [
        (["fr-CA", "en"], ["en", "fr"], "fr"),
        (["pt-BR"], ["pt", "pt-BR"], "pt-BR"),
        (["pt-AO"], ["pt-BR", "pt"], "pt"),
        (["pt"], ["pt-PT", "pt-BR"], "pt-PT"),
        (["ru", "en"], ["en"], "en"),
        (["ru"], ["en"], None),
        ([], ["en"], None),
        (["ru"], [], None),
    ],
)
def test_the_best_language_is_the_first_wanted_that_is_there(wanted, available, best):
    found = best_language(map(Language, wanted), map(Language, available))
    assert found == (None if best is None else Language(best))


@given(st.lists(languages, max_size=4), st.lists(languages, max_size=4))
def test_the_best_language_is_one_that_is_there_and_wanted(wanted, available):
    best = best_language(wanted, available)
    if best is None:
        assert not {one.code for one in wanted} & {one.code for one in available}
    else:
        assert best in available
        assert best.code in {one.code for one in wanted}


@given(languages, st.lists(languages, max_size=4))
def test_a_language_that_is_there_is_its_own_best(language, others):
    assert best_language([language], [*others, language]) == language
