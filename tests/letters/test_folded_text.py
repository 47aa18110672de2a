"""Words found where they stand, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.letters.folded_text import FoldedText, phrases


def marked(text, *sought):
    return [text[start:end] for start, end in FoldedText(text).find(phrases(sought))]


@pytest.mark.parametrize(
    ("text", "sought", "words"),
    [
        ("Say: “SHAME on  you”!", "shame on you", ["SHAME on  you"]),
        ("Shameful on you.", "shame on you", []),
        ("Qu’un infirmier vienne.", "qu'un infirmier", ["Qu’un infirmier"]),
        ("أعرفه شخصيًّا.", "أعرفه شخصيا", ["أعرفه شخصيًّا"]),
        ("Two idiots, an idiot and idiocy.", "idiot*", ["idiots", "idiot"]),
        ("I know him and her personally.", "i know ... personally", ["I know him and her personally"]),
        ("I know personally.", "i know ... personally", ["I know personally"]),
        ("I know one two three four five six personally.", "i know ... personally", []),
        ("d’idiot", "idiot", ["idiot"]),
    ],
)
def test_a_phrase_is_found_whatever_its_case_accents_and_punctuation(text, sought, words):
    assert marked(text, sought) == words


def test_the_longest_of_several_phrases_is_found():
    assert marked("your name here", "your", "your name here", "name") == ["your name here"]


def test_no_phrases_find_nothing():
    assert phrases([]) is None
    assert marked("anything") == []


@pytest.mark.parametrize(
    ("word", "text", "there"),
    [
        ("kotov", "Котов Kotova", True),
        ("kotov", "Kotovskaya", False),
        ("анна", "об Анне", True),
        ("ana", "analysis", False),
        ("ana", "for Ana.", True),
        ("kotov", "", False),
    ],
)
def test_a_word_is_known_by_its_beginning_when_it_has_another_ending(word, text, there):
    assert FoldedText(text).has_form_of(word) is there


def test_a_name_without_spaces_is_found_within_its_sentence():
    assert FoldedText("我为张展写信。").has("张展")
    assert not FoldedText("kotovs").has("kotov")
    assert not FoldedText("anything").has("!")


@given(st.text(), st.text())
def test_what_is_found_is_what_was_sought(before, after):
    text = f"{before} shame on you {after}"
    assert "shame on you" in [text[start:end] for start, end in FoldedText(text).find(phrases(["shame on you"]))]
