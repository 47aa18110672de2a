"""A fax with its cover sheet, and a message to a telephone."""

from urllib.parse import unquote

import pytest
from kotov import kotov
from letters_to_send import BODIES, asking_letter

from urgent_actions import ContactChannel, InvalidValue, PhoneNumber, Sender, Target
from urgent_actions.letters.fax import Fax
from urgent_actions.letters.text_message import TextMessage

NUMBER = PhoneNumber("+74959876543")


MINISTER = Target("minister", "official", country="RU", name="Ivan Example", office="Minister of Justice")


def fax_of(letter):
    return Fax.of(letter, NUMBER, target=MINISTER, sender=Sender("US"))


def message(letter=None, kind="sms", number=NUMBER):
    return TextMessage.of(letter or asking_letter(), ContactChannel(kind, number), case=kotov())


def test_the_cover_says_to_whom_from_whom_when_and_about_what():
    fax = fax_of(asking_letter())
    assert fax.cover == (
        "To: Ivan Example, Minister of Justice",
        "Fax: +7 495 987-65-43",
        "From: Ada Example",
        "Date: May 25, 2020",
        "About: A. Example",
    )
    assert fax.dialled == "011 7 495 987-65-43"
    assert fax.text == "\n".join(fax.cover) + "\n\f" + asking_letter().text


@pytest.mark.parametrize(("language", "last"), [("ru", "Касается: A. Example"), ("de", "Betreff: A. Example")])
def test_the_cover_is_in_the_language_of_the_letter(language, last):
    letter = asking_letter(language, body="x")
    assert fax_of(letter).cover[-1] == last


def test_a_letter_that_is_not_signed_names_nobody_on_the_cover():
    assert not any(line.startswith("From") for line in fax_of(asking_letter(signature=())).cover)


def test_a_message_asks_what_the_letter_asks_and_opens_from_a_link():
    made = message()
    assert made.text == "Dear Minister, A. Example: Please see that she is free again."
    assert made.link.startswith("sms:+74959876543?body=")
    assert unquote(made.link.partition("body=")[2]) == made.text
    assert message(kind="whatsapp").link.startswith("https://wa.me/74959876543?text=")
    assert message(number=PhoneNumber("298 5700")).link.startswith("sms:2985700?body=")


@pytest.mark.parametrize(
    ("language", "body", "segments"),
    [
        ("en", "x" * 133, 1),
        ("en", "x" * 134, 2),
        ("en", "x" * 279, 2),
        ("en", "x" * 280, 3),
        ("ru", "я" * 43, 1),
        ("ru", "я" * 44, 2),
        ("zh", BODIES["zh"], 1),
    ],
)
def test_it_is_charged_by_160_letters_of_the_basic_alphabet_or_70_of_any_other(language, body, segments):
    made = message(asking_letter(language, body=body))
    assert len("Dear Minister, A. Example: ") == 27
    assert made.segments == segments


def test_a_hidden_number_gets_no_message():
    with pytest.raises(InvalidValue, match="has no such address"):
        TextMessage.of(asking_letter(), ContactChannel.withheld("sms"), case=kotov())
