"""What is kept of a letter where little fits: whole sentences, the asks first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.letters.shortening import sentences_of, shortened

LETTER = "One is in prison. She is ill.\n\nIt is far away. It is cold.\n\nYour law forbids it. Please free her."


def within(limit):
    return lambda text: len(text) <= limit


@pytest.mark.parametrize(
    ("limit", "kept"),
    [
        (len(LETTER), LETTER),
        (len(LETTER) - 1, "One is in prison. She is ill.\n\nIt is far away.\n\nYour law forbids it. Please free her."),
        (75, "One is in prison. She is ill.\n\nYour law forbids it. Please free her."),
        (60, "One is in prison.\n\nYour law forbids it. Please free her."),
        (40, "One is in prison.\n\nPlease free her."),
        (34, "Please free her."),
        (20, "Please free her."),
    ],
)
def test_who_it_is_about_and_what_is_asked_go_before_the_rest(limit, kept):
    assert shortened(LETTER, within(limit)).text == kept


@pytest.mark.parametrize("end", ["🕯", "👩🏽‍⚖️ 🕯", "!", "* * *"])
def test_what_says_nothing_is_no_sentence(end):
    assert sentences_of(f"请释放他。{end}") == [f"请释放他。{end}"]
    assert sentences_of(f"Please free him. {end}")[-1].startswith("Please")


def test_where_the_asking_has_no_room_at_all_something_is_still_said():
    assert shortened("It is so.\n\nPlease see that she is free again.", within(12)).text == "It is so."


def test_a_sentence_that_leans_on_another_never_stands_alone():
    assert shortened("One is in prison today. It is so.\n\nPlease see that she is free again.", within(12)) is None


def test_where_not_one_sentence_fits_nothing_is_made():
    assert shortened(LETTER, within(10)) is None


@given(st.text(alphabet="ab .!?。\n", max_size=120), st.integers(0, 120))
def test_what_is_kept_fits_and_what_is_not_is_told(text, limit):
    made = shortened(text, within(limit))
    if made is None:
        assert limit < len(text)
        return
    assert len(made.text) <= limit
    sentences = sorted(sentence for part in text.split("\n\n") for sentence in sentences_of(part))
    kept = sorted(sentence for part in made.text.split("\n\n") for sentence in sentences_of(part))
    assert made.text == text or sorted([*kept, *made.left_out]) == sentences


def test_a_long_letter_is_shortened_in_few_looks():
    looks = []
    long = "\n\n".join(["It is cold. It is dark."] * 4_000)
    made = shortened(long, lambda text: looks.append(1) or len(text) < 40_000)
    assert len(looks) < 60
    assert 39_900 < len(made.text) < 40_000


@pytest.mark.parametrize(
    ("paragraph", "sentences"),
    [
        ("He asked: “Why?” She left.", ["He asked: “Why?”", "She left."]),
        ("释放她。请立即行动！", ["释放她。", "请立即行动！"]),
        ("لماذا؟ أطلقوا سراحها.", ["لماذا؟", "أطلقوا سراحها."]),
        ("A fee of 3.50 is asked.", ["A fee of 3.50 is asked."]),
        ("", []),
    ],
)
def test_a_paragraph_is_cut_between_its_sentences(paragraph, sentences):
    assert sentences_of(paragraph) == sentences


def test_sentences_of_chinese_are_not_set_apart():
    body = "我为甲某写信。她在狱中。\n\n请立即释放她。谢谢。"
    assert shortened(body, lambda text: len(text) <= 21).text == "我为甲某写信。\n\n请立即释放她。谢谢。"
