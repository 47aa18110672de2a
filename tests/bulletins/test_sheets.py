"""Pages without a layout of their own: every field, as a careful person reads it."""

import json
from pathlib import Path

import pytest
from bulletins.expected import as_expected, comparable
from bulletins.test_nothing_is_lost import uncovered

from urgent_actions.bulletins.families import family_of
from urgent_actions.bulletins.page import Page
from urgent_actions.bulletins.read_bulletin import read_bulletin
from urgent_actions.errors import UnreadableBulletin
from urgent_actions.values.case_reference import CaseReference

FOLDER = Path(__file__).parent
PATHS = sorted(path for letter in "ijkmn" for path in (FOLDER / "fixtures").glob(f"{letter}-*.txt"))
INVENTED = sorted((FOLDER / "invented" / "sheets").glob("*.txt"))
STAND_IN = CaseReference("UA", 1, year=2000)
WORDED_ELSEWHERE = {"notes"}
"""How many notes there are is a matter of how sentences are put together; they are read, not compared."""

NO_BULLETINS = {
    "a recipe": "Pancakes\n\nMix two eggs and some flour.\n\nServe before May 3, 2020.\n",
    "an empty form": "Name:\nAddress:\nPhone:\nEmail:\n\nDear ____,\n\n",
    "news": "Amnesty International said on May 3, 2020 that police in Cuba arrested two men.\n\nNobody answered.\n",
    "a shop": "Contact us\n\nAcme Ltd\n12 Long Street\nLondon\nPhone: +44 20 7946 0000\n\nOur news comes monthly.\n",
    "French cooking": "Recette\n\nMélangez le beurre et la farine. Envoyez vos photos avant le 3 mai 2020.\n",
}


def read(path):
    return read_bulletin(path.read_text(encoding="utf-8"), reference=STAND_IN)


def fields(path):
    expected = comparable(json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8")))
    return expected, as_expected(read(path))


@pytest.mark.parametrize("path", [*PATHS, *INVENTED], ids=lambda path: path.stem)
def test_every_field_is_read_as_a_careful_person_reads_it(path):
    expected, reading = fields(path)
    differing = {field for field in expected if reading[field] != expected[field]} - WORDED_ELSEWHERE - {"family"}
    assert {field: (reading[field], expected[field]) for field in differing} == {}
    assert expected["family"] in reading["family"]


@pytest.mark.parametrize("path", [*PATHS, *INVENTED], ids=lambda path: path.stem)
def test_no_character_is_lost(path):
    assert uncovered(path.read_text(encoding="utf-8"), read(path)) == []


def test_points_of_a_list_are_what_the_letters_ask_for():
    case = read(FOLDER / "invented" / "sheets" / "german-egypt.txt").case
    assert [demand[:22] for demand in case.demands] == ["Bitte lassen Sie Maha ", "Sorgen Sie bitte dafür"]


@pytest.mark.parametrize("text", NO_BULLETINS.values(), ids=NO_BULLETINS)
def test_what_is_no_bulletin_is_of_no_family(text):
    assert family_of(Page(text)) is None


def test_a_letter_without_a_number_is_refused_where_the_caller_names_no_case():
    text = PATHS[0].read_text(encoding="utf-8")
    with pytest.raises(UnreadableBulletin, match="names no case"):
        read_bulletin(text)


def test_what_the_sender_is_to_fill_stays_a_blank():
    letter = read(FOLDER / "fixtures" / "n-cuba-writers.txt").case.letter
    assert letter.extra == {"author_journalist_publisher"}
    assert "{author_journalist_publisher}" in letter.texts[0].body


def test_the_address_of_the_publisher_is_nobodys_to_write_to():
    reading = read(FOLDER / "fixtures" / "k-guatemala-258-09.txt")
    assert reading.case.targets == ()
    assert reading.where("publisher")
