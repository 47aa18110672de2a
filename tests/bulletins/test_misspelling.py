from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.bulletins.misspelling import Misspellings, is_one_slip

WORDS = {"correction": 1, "further": 2, "information": 3, "final": 4, "update": 5}
known = Misspellings.of(WORDS)


@given(st.sampled_from(sorted(WORDS)), st.data())
def test_a_word_is_found_with_one_letter_wrong_missing_too_many_or_swapped(word, data):
    at, letter = data.draw(st.integers(0, len(word) - 2)), data.draw(st.characters(codec="ascii", categories=["Ll"]))
    slips = [
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    ]
    assert all(known.meant_by(slip) == (word, WORDS[word]) for slip in slips)


@given(st.text("abcdefin", min_size=1, max_size=9), st.text("abcdefin", min_size=1, max_size=9))
def test_a_slip_is_one_both_ways(one, two):
    assert is_one_slip(one, two) == is_one_slip(two, one)


def test_a_word_between_two_meanings_is_neither():
    assert Misspellings.of({"niger": "NE", "nigeria": "NG"}).meant_by("nigera") is None
    assert Misspellings.of({"first": 1, "fifth": 5}).meant_by("fist") == ("first", 1)
