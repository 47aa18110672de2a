"""What advice on a letter costs: twice the letter, twice the time, on letters made to hurt too."""

import attrs
import pytest
from benchmarks.doubled import doubled
from kotov import kotov
from letters_to_send import letter_in

from urgent_actions import Sender, lint_letter

CASE = kotov()
SENDER = Sender("US", ["en"], name="Ada Example", address="1 Example Road\nSpringfield", ties={"RU"})
LETTER = letter_in("en", opening="")
PIECES = [
    "word ",
    "[",
    "[a",
    "{a ",
    "_",
    "X",
    "XX/",
    "i know ",
    "a",
    "! ",
    "!",
    "as a citizen of ",
    "AAA ",
    "Please ask. ",
    "you will pay ",
    "شخصيا ",
    "字",
    "\n",
    "kotova ",
    " ",
    ", ",
    "i know a b c d ",
]


def advise(letter):
    lint_letter(letter, CASE, sender=SENDER, names_organisation=False)


@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_letter_takes_twice_the_time(piece, side_by_side, sizes):
    of_letters = sizes(smoke=[1_000, 2_000], full=[50_000, 100_000, 200_000])
    letters = {size: attrs.evolve(LETTER, body=piece * (size // len(piece))) for size in of_letters}
    side_by_side(doubled(lambda size: advise(letters[size]), of_letters), rounds=3, processor=True)
