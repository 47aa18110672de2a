"""Several things said in a row."""

from urgent_actions.values.country import Country
from urgent_actions.values.listing import Listing
from urgent_actions.values.text import Message


def test_each_name_of_the_other_direction_is_isolated_by_itself():
    assert Listing(["Rosa Quispe", "Ana Torres"]).say("ar") == "\u2068Rosa Quispe\u2069 و\u2068Ana Torres\u2069"
    assert Listing(["Rosa Quispe", "Ana Torres"]).say("fr") == "Rosa Quispe et Ana Torres"


def test_a_name_in_a_row_turns_nothing_around():
    assert "\u202e" not in Listing(["Rosa\u202e Quispe"]).say("ar")


def test_sentences_and_countries_stand_in_a_row_as_the_reader_says_them():
    assert Listing([Message("target"), Country("PE")], "or").say("de") == "Stelle oder Peru"
