"""How X counts; the vectors are ours, made by the rules of its open counter (configuration 3)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.letters.post_length import length_in_units, weighted_length

VECTORS = [
    ("", 0),
    ("Free him", 8),
    ("Свободу", 7),
    ("أطلقوا سراحه", 12),
    ("é", 1),
    ("e\u0301", 1),  # composed first
    ("释放她", 6),
    ("カ", 2),
    ("자유", 4),
    ("…", 2),
    ("—", 1),
    ("“Free”", 6),
    ("€", 2),
    ("™", 2),
    ("🕯", 2),
    ("🕯️", 2),
    ("👍🏽", 2),
    ("👩‍👩‍👧‍👦", 2),
    ("🏳️‍🌈", 2),
    ("🇷🇺", 2),
    ("🇷🇺🇺🇸", 4),
    ("1️⃣", 2),
    ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 2),
    ("👩🏾‍⚖️", 2),
    ("1 # *", 5),
    ("https://example.org", 23),
    ("http://example.org/" + "a" * 200, 23),
    ("See https://example.org now", 31),
    ("https://example.org https://example.org", 47),
    ("example.org", 23),
    ("@RusEmbUSA", 10),
]


@pytest.mark.parametrize(("text", "length"), VECTORS)
def test_a_post_is_as_long_as_x_says(text, length):
    assert weighted_length(text) == length


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_longer_post_is_never_shorter_by_more_than_what_joins(one, two):
    assert weighted_length(f"{one} {two}") <= weighted_length(one) + 1 + weighted_length(two) + 23


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_other_networks_count_as_browsers_do(text):
    assert length_in_units(text) == sum(2 if ord(char) > 0xFFFF else 1 for char in text)
