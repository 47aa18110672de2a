"""Names and lines of strangers: what nobody sees is no name, and what spelling needs stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.values.printable import in_one_line, seen

UNSEEN = {
    "filler of Hangul": "\u3164",
    "filler of half width": "\uffa0",
    "filler of a consonant": "\u115f",
    "filler of a vowel": "\u1160",
    "blank of Braille": "\u2800",
    "soft hyphen": "\u00ad",
    "joiner of graphemes": "\u034f",
    "joiner": "\u200d",
    "mark of direction": "\u200f",
    "isolate": "\u2067\u2069",
    "vowel of Khmer that is inherent": "\u17b4",
    "variation of Mongolian": "\u180b",
    "variation of an emoji": "\ufe0f",
    "variation of an ideograph": "\U000e0100",
    "blanks": " \u00a0\u3000\u2003",
}


@pytest.mark.parametrize("letters", UNSEEN.values(), ids=UNSEEN)
def test_a_line_of_letters_that_nobody_sees_is_empty(letters):
    assert not seen(letters * 3)
    assert in_one_line(letters) == in_one_line(f" {letters}\n{letters}") == ""


@given(st.lists(st.sampled_from([*UNSEEN.values()])))
def test_nor_is_anything_seen_of_several_of_them(letters):
    assert in_one_line("".join(letters)) == ""


@pytest.mark.parametrize(
    "name",
    [
        "می\u200cخواهم",  # Persian
        "ක්\u200dරිස්ටිනා",  # Sinhala
        "שרה\u200f (Sarah)",
        "\u115f\u1161\u11a8 \u1112\u1160\u11ab",  # syllables of Old Korean that lack a consonant or a vowel
        "葛\U000e0100城",  # the form of the ideograph that the family writes
        "ᠮᠣᠩᠭᠣᠯ\u180b",
        "⠠⠁⠙⠁",
    ],
)
def test_what_spelling_needs_stays(name):
    assert in_one_line(name) == name


def test_what_looks_like_a_blank_is_one_and_a_soft_hyphen_is_left_out():
    assert in_one_line("\u3164Ada\u3164\u3164Exam\u00adple\uffa0") == "Ada Example"
    assert in_one_line("⠁⠙⠁\u2800⠃") == "⠁⠙⠁ ⠃"


@given(st.text())
def test_a_line_is_the_same_when_it_is_made_again(text):
    line = in_one_line(text)
    assert in_one_line(line) == line
    assert line.splitlines() == ([line] if line else [])
