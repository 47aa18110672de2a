"""Which installed typefaces draw a text, and what none of them draws."""

import sys

import pytest

from urgent_actions import InvalidValue, Language, MissingExtra
from urgent_actions.letters import typefaces
from urgent_actions.letters.typefaces import typefaces_for


def names(text, language="en"):
    return [typeface.name for typeface in typefaces_for(text, Language(language))]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Ada Example, Łódź", "en", ["Noto Sans"]),
        ("Прокурор, Ґанок", "ru", ["Noto Sans"]),
        ("Αθήνα", "el", ["Noto Sans"]),
        ("وزير العدل", "ar", ["Amiri"]),
        ("وزیر دادگستری، گچپژ", "fa", ["Amiri"]),
        ("ڕۆژی 12", "ckb", ["Amiri"]),
        ("وزير Кotov", "ar", ["Amiri", "Noto Sans"]),
        ("Minister وزير 部长", "en", ["Noto Sans", "Amiri", "Noto Sans CJK SC"]),
        ("部长先生", "zh", ["Noto Sans CJK SC"]),
        ("部長先生", "zh-Hant", ["Noto Sans CJK TC"]),
        ("部長先生", "zh-TW", ["Noto Sans CJK TC"]),
        ("部長先生", "zh-MO", ["Noto Sans CJK TC"]),
        ("大臣", "ja", ["Noto Sans CJK JP"]),
        ("장관", "ko", ["Noto Sans CJK KR"]),
    ],
)
def test_a_text_is_drawn_with_the_typefaces_of_its_language_and_no_more_than_it_takes(text, language, wanted):
    assert names(text, language) == wanted


def test_all_that_no_typeface_draws_is_told_at_once():
    with pytest.raises(InvalidValue) as refused:
        names("Ada 🕊 ნინო \ue000")
    (problem,) = refused.value.problems
    assert "🕊 (U+1F54A DOVE OF PEACE)" in problem.what
    assert "ნ (U+10DC GEORGIAN LETTER NAR)" in problem.what
    assert "(U+E000)" in problem.what
    assert "Ada" not in problem.what


def test_a_long_list_is_cut_and_says_how_long_it_was():
    with pytest.raises(InvalidValue, match="and 10 more"):
        names("".join(map(chr, range(0xE000, 0xE000 + 30))))


@pytest.mark.parametrize("mark", "\u200c\u200d\u200e\u2068\u2069\u00ad\u00a0\n\ufe0f")
def test_marks_that_are_never_drawn_want_no_typeface(mark):
    assert names(f"a{mark}b") == ["Noto Sans"]


def test_a_letter_and_its_marks_are_drawn_by_one_typeface():
    assert names("e\u0301 й и\u0306") == ["Noto Sans"]
    with pytest.raises(InvalidValue, match=r"U\+4E2D CJK UNIFIED IDEOGRAPH-4E2D U\+064E ARABIC FATHA"):
        names("中\u064e")


def test_without_the_extra_the_way_out_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "noto_cjk_sans_otc", None)
    typefaces._installed.cache_clear()
    with pytest.raises(MissingExtra, match=r"urgent-actions\[pdf\]"):
        names("a")
    typefaces._installed.cache_clear()
