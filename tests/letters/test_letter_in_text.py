"""Letters that supporters changed, read back part by part, and findings at their place in the text."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kotov import EMBASSY, PROSECUTOR, kotov
from letters_to_send import HOSTILE

from urgent_actions import LetterTemplate, LetterWriter, Sender, TemplateText, lint_letter
from urgent_actions.letters.letter_in_text import read_letter_text

DAY = date(2020, 5, 25)
ADA = Sender("US", name="Ada Example", address="1 Example Road\nSpringfield")
LANGUAGES = {
    "en": "I write about Konstantin Kotov.\n\nPlease free him.",
    "fr": "Je vous écris au sujet de Konstantin Kotov.\n\nVeuillez le libérer.",
    "ru": "Я пишу Вам о Константине Котове.\n\nПрошу освободить его.",
    "ar": "أكتب إليكم بشأن قسطنطين كوتوف.\n\nأرجو الإفراج عنه.",
}


def bound(language="en", target=EMBASSY, body=None):
    template = LetterTemplate(TemplateText(language, body or LANGUAGES[language]))
    return LetterWriter.of(kotov(), target, on=DAY, template=template).bound_for(ADA)


MODEL = bound()
TEXT = MODEL.text(ADA)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("target", [EMBASSY, PROSECUTOR])
def test_a_letter_that_nobody_changed_is_read_back_as_it_is(language, target):
    model = bound(language, target)
    letter = model.letter(ADA)
    assert read_letter_text(letter.text, model).letter == letter
    assert read_letter_text(letter.message.replace("\n", "\r\n"), model).letter == letter


def test_a_letter_without_a_name_ends_with_its_closing():
    model = bound("fr")
    letter = model.letter(Sender("FR"))
    assert read_letter_text(letter.text, model).letter == letter


def test_words_that_were_changed_stay_in_their_part():
    text = TEXT.replace("Dear Ambassador,", "Your Excellency,").replace("Please free him.", "Free him\n\nat once!")
    letter = read_letter_text(text.replace("Yours sincerely,", "With kind regards"), MODEL).letter
    assert (letter.opening, letter.closing) == ("Your Excellency,", "With kind regards")
    assert letter.body == "I write about Konstantin Kotov.\n\nFree him\n\nat once!"
    assert letter.signature == MODEL.letter(ADA).signature


def test_a_text_without_greeting_and_closing_is_all_body():
    letter = read_letter_text("I write to you about him, who is\nin prison.\n\nPlease free him.", MODEL).letter
    assert (letter.opening, letter.closing, letter.signature) == ("", "", ())
    assert letter.body == "I write to you about him, who is\nin prison.\n\nPlease free him."


def test_an_empty_text_has_no_parts():
    read = read_letter_text(" \n\n", MODEL)
    assert (read.letter.body, dict(read.starts)) == ("", {})


def placed(text, sender=ADA, **more):
    read = read_letter_text(text, MODEL)
    return [read.placed(each) for each in lint_letter(read.letter, kotov(), sender=sender, **more)]


def test_a_finding_has_the_line_and_column_of_its_words():
    text = TEXT.replace("Please free him.", "Please free [name].\nYou bastard, act.")
    found = {each.code: (each.line, each.column) for each in placed(text)}
    lines = text.splitlines()
    assert found["blank-left"] == (lines.index("Please free [name].") + 1, 13)
    assert all(line for line, _ in found.values())


def test_a_finding_in_the_signature_has_its_line():
    at_risk = attrs.evolve(ADA, ties={"RU"})
    found = {each.where: each.line for each in placed(TEXT, at_risk) if each.code.endswith("at-risk")}
    lines = TEXT.splitlines()
    assert found["signature[0]"] == lines.index("Ada Example") + 1
    assert found["signature[1]"] == lines.index("1 Example Road") + 1


def test_what_is_missing_has_no_place():
    (found,) = [each for each in placed("Please free him.") if each.code == "greeting-missing"]
    assert (found.line, found.column) == (None, None)


PIECES = st.sampled_from(
    ["[name]", "Dear you,", "Regards,\nAda", "XX", "\n\n", "\r\n", " ", "Please act.", *TEXT.split()]
)


@given(st.lists(PIECES | HOSTILE, max_size=12).map("".join))
def test_every_finding_points_at_its_words_whatever_the_text_is(text):
    read = read_letter_text(text, MODEL)
    lines = read.text.split("\n")
    fields = {f"signature[{number}]": line for number, line in enumerate(read.letter.signature)}
    fields |= {name: getattr(read.letter, name) for name in ("opening", "body", "closing")}
    for each in map(read.placed, lint_letter(read.letter, kotov(), sender=ADA)):
        if each.span and each.line:
            words = fields[each.where][slice(*each.span)]
            assert "\n".join(lines[each.line - 1 :])[each.column - 1 :].startswith(words)
