"""The words that carry the meaning of a text, and what a sentence asks for."""

import pytest

from urgent_actions.values.content_words import after_asking, stems


@pytest.mark.parametrize(
    ("language", "sentence", "asked"),
    [
        ("en", "I urge you to free her.", "to free her"),
        ("fr", "Je vous demande de la libérer.", "de la liberer"),
        ("es", "Le pido que la libere.", "que la libere"),
        ("de", "Ich bitte Sie, sie freizulassen.", "sie freizulassen"),
        ("ru", "Пожалуйста, освободите её.", "освободите ее"),
        ("ar", "أرجو الإفراج عنها.", "الإفراج عنها"),
        ("en", "She is in prison.", ""),
        ("tr", "Please free her.", ""),
    ],
)
def test_a_sentence_asks_in_the_manner_of_its_language(language, sentence, asked):
    assert after_asking(sentence, language).strip() == asked


def test_words_with_another_ending_or_an_article_begin_alike():
    assert stems("освободить") == stems("освободите")
    assert stems("الإفراج") == stems("والإفراج") == stems("إفراج")
    assert stems("release") != stems("remain")


def test_short_words_carry_no_meaning():
    assert stems("let her go", None, "") == set()
