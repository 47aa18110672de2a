"""The entries of an online form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letters_to_send import ANY_TEXT, BODIES, letter_in

from urgent_actions import Sender, WebLink
from urgent_actions.letters.form_entry import FormEntry, FormField, submitted_length

FORM = WebLink("https://example.org/form")
ADA = Sender("US", name="Ada Example", address="1 Example Road\nSpringfield")


def test_every_field_has_its_words_in_the_language_of_the_letter():
    entry = FormEntry.of(letter_in("fr"), FORM, sender=ADA)
    assert dict(entry.fields) == {
        FormField.NAME: "Ada Example",
        FormField.ADDRESS: "1 Example Road\nSpringfield",
        FormField.COUNTRY: "États-Unis",
        FormField.SUBJECT: "A. Example",
        FormField.MESSAGE: letter_in("fr").message,
    }
    assert entry.left_out == ()
    assert [field.told.say("de") for field, _ in entry.fields] == ["Name", "Anschrift", "Land", "Betreff", "Nachricht"]


def test_a_sender_without_a_name_gives_none():
    assert {field for field, _ in FormEntry.of(letter_in(), FORM, sender=Sender("US")).fields} == {
        FormField.COUNTRY,
        FormField.SUBJECT,
        FormField.MESSAGE,
    }


@given(st.sampled_from([*BODIES]), st.integers(1, 9), st.integers(0, 1500))
def test_the_message_is_within_the_limit_and_keeps_greeting_and_signature(language, times, limit):
    letter = letter_in(language, body="\n\n".join([BODIES[language]] * times))
    entry = FormEntry.of(letter, FORM, sender=ADA, limit=limit)
    if entry is not None:
        assert submitted_length(entry.message) <= limit
        assert entry.message.startswith("Dear Minister,\n\n")
        assert entry.message.endswith("Yours sincerely,\nAda Example\n1 Example Road")
        assert bool(entry.left_out) == (entry.message != letter.message)


@pytest.mark.parametrize("limit", [0, 1, 60])
def test_a_form_with_no_room_for_a_sentence_gets_nothing(limit):
    assert FormEntry.of(letter_in(), FORM, sender=ADA, limit=limit) is None


def test_a_browser_counts_a_line_break_twice_and_a_candle_twice():
    assert submitted_length("a\nb🕯") == 6


@given(ANY_TEXT)
def test_no_entry_holds_what_a_reader_cannot_see(name):
    entry = FormEntry.of(letter_in(), FORM, sender=Sender("US", name=name or "Ada"))
    words = dict(entry.fields)
    assert not any(ord(char) < 32 or char in "\u202e\u200b\ud800" for char in words.get(FormField.NAME, ""))
