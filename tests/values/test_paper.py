"""The paper of a country, by the data of CLDR."""

import pytest

from urgent_actions import InvalidValue, Paper


@pytest.mark.parametrize("code", ["US", "CA", "MX", "PH", "CL"])
def test_letters_from_these_countries_are_on_us_letter(code):
    assert Paper.of_country(code) is Paper.US_LETTER


@pytest.mark.parametrize("code", ["DE", "RU", "EG", "CN", "GB", "BR", "AR"])
def test_letters_from_all_other_countries_are_on_a4(code):
    assert Paper.of_country(code) is Paper.A4


def test_sizes_are_in_millimetres():
    assert (Paper.A4.width, Paper.A4.height) == (210.0, 297.0)
    assert (Paper.US_LETTER.width, Paper.US_LETTER.height) == pytest.approx((8.5 * 25.4, 11 * 25.4))


@pytest.mark.parametrize("paper", Paper)
def test_the_address_stands_inside_the_window_and_the_window_on_the_sheet(paper):
    left, top, width, height = paper.measures["address"]
    window_left, window_top, window_width, window_height = paper.measures["window"]
    assert window_left <= left
    assert left + width <= window_left + window_width <= paper.width
    assert window_top <= top
    assert top + height <= window_top + window_height <= min(paper.measures["folds"])


@pytest.mark.parametrize("paper", Paper)
def test_the_letter_begins_below_the_window(paper):
    assert paper.measures["text"] >= sum(paper.measures["window"][1::2])


def test_the_measures_that_one_asks_for_are_ones_own():
    Paper.A4.measures["width"] = 1
    assert Paper.A4.width == 210.0


def test_a_paper_is_known_by_its_word_and_no_other():
    assert Paper.of("US Letter") is Paper.US_LETTER
    with pytest.raises(InvalidValue, match="unknown paper 'A5'"):
        Paper.of("A5")
    with pytest.raises(InvalidValue, match="unknown country"):
        Paper.of_country("ZQ")
