"""Numbers and addresses behind a label, where they are printed in short."""

import pytest

from urgent_actions.bulletins.channel_values import channels_in
from urgent_actions.bulletins.piece import Piece
from urgent_actions.values.country import Country

USA = Country("US")


def piece_of(text):
    return Piece(text, 0, len(text))


def numbers_in(text, region=USA):
    return [one.channel.address.value for one in channels_in(("phone",), piece_of(text), region)]


@pytest.mark.parametrize("text", ["202 332 9636 | 9637", "202 332 9636 / 9637", "202 332 9636, 9637"])
def test_a_second_number_of_which_the_ending_is_printed_is_given_whole(text):
    assert numbers_in(text) == ["+12023329636", "+12023329637"]


@pytest.mark.parametrize("text", ["202 332 9636 (9637)", "202 332 9636 - 9637", "202 332 9636 / 9637-22"])
def test_other_digits_behind_a_number_never_make_another_one(text):
    assert "+12023329637" not in numbers_in(text)


def test_an_ending_of_a_number_of_an_uncertain_country_stays_as_printed():
    assert numbers_in("011 55 91 248 1205 / 0133", None) == ["011 55 91 248 1205", "011 55 91 248 0133"]


def test_that_a_number_was_completed_is_told():
    second = channels_in(("fax",), piece_of("202 332 9636 | 9637"), USA)[1]
    assert second.doubt == "'9637' is taken for another ending of '202 332 9636'"


def test_the_address_of_a_telegram_goes_on_with_the_lines_below():
    page = "Presidente Arevalo, Palacio\nNacional, Guatemala City,\nGuatemala"
    first, *more = (piece_of(page).part(start, end) for start, end in ((0, 27), (28, 53), (54, 63)))
    (found,) = channels_in(("cable",), first, None, tuple(more))
    assert str(found.channel.address) == "Presidente Arevalo\nPalacio Nacional\nGuatemala City\nGuatemala"


def test_two_telexes_on_a_line_are_two():
    found = channels_in(("telex",), piece_of("5361 COMGUA GU or 5362 ESMAYO GU"), None)
    assert [(one.channel.address.value, one.channel.note) for one in found] == [
        ("5361", "COMGUA GU"),
        ("5362", "ESMAYO GU"),
    ]
