"""What is made of texts that come again is made once; of what comes once, nothing is kept."""

from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.letters.recurring import LONG_TEXT, MOST_KEPT, Recurring

PARAGRAPH = "She was taken from her home at night."


@given(st.lists(st.sampled_from("abc"), max_size=20))
def test_the_answer_is_the_same_whether_kept_or_made(texts):
    known = Recurring(str.upper)
    assert [known[text] for text in texts] == [text.upper() for text in texts]


def test_names_among_paragraphs_that_recur_are_not_kept():
    made = []
    known = Recurring(lambda text: made.append(text) or text)
    for number in range(3 * MOST_KEPT):
        assert known[f"I am Ada Example {number}."] == f"I am Ada Example {number}."
        assert known[PARAGRAPH] == PARAGRAPH
    assert PARAGRAPH in known
    assert not any("Ada" in text for text in known)
    assert made.count(PARAGRAPH) < MOST_KEPT / 100


def test_what_is_kept_has_a_bound():
    known = Recurring(len)
    for number in range(2 * MOST_KEPT):
        assert known[str(number)] == known[str(number)] == len(str(number))
    assert 0 < len(known) <= MOST_KEPT


def test_nothing_is_kept_of_a_very_long_text():
    known = Recurring(len)
    assert [known["a" * LONG_TEXT] for _ in range(3)] == [LONG_TEXT] * 3
    assert not known
