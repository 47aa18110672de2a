import pytest

from urgent_actions.bulletins.read_bulletin import read_bulletin
from urgent_actions.values.case_reference import CaseReference

PAGE = """Urgent Action: Teacher Jailed (Mexico: UA 12.23)

March 3, 2023

Rosa Maya Cruz was jailed in Oaxaca.

  1. Write a letter in your own words or using the sample below as a guide to one or both government officials listed.
  2. Click here to let us know the actions you took on Urgent Action 12.23.

CONTACT INFORMATION
Governor Luis Prado
Palacio de Gobierno, Oaxaca, Mexico
Email: governor@example.org

SAMPLE LETTER

Dear Governor,

I ask you to free Rosa Maya Cruz, who was jailed on 3 February.

Yours sincerely,

{heading}

{opening}

{body}

{closing}
"""
SPANISH = {
    "heading": "SAMPLE LETTER IN SPANISH",
    "opening": "Señor Gobernador:",
    "body": "Le pido que ponga en libertad a Rosa Maya Cruz, que fue encarcelada el 3 de febrero.",
    "closing": "Atentamente,",
}

SHEET = """Eilaktion: Lehrerin in Haft

Bitte schreiben Sie höflich formulierte Briefe an:

Gouverneur
Luis Prado
Palacio de Gobierno
Oaxaca, MEXIKO

Musterbrief

Sehr geehrter Herr Gouverneur,

ich bitte Sie, Rosa Maya Cruz freizulassen, die seit dem 3. Februar in Haft ist.

Hochachtungsvoll

Señor Gobernador:

Le pido que ponga en libertad a Rosa Maya Cruz, que está encarcelada desde el 3 de febrero.

Atentamente
"""


def read(text):
    return read_bulletin(text, reference=CaseReference("UA", 12, year=2023))


def said(reading):
    return {str(text.language): (text.opening, text.closing) for text in reading.case.letter.texts}


def told(reading):
    return "several-letters" in {remark.code for remark in reading.diagnostics}


def test_a_letter_and_its_translation_are_one_letter_in_two_languages():
    reading = read(PAGE.format(**SPANISH))
    assert said(reading) == {
        "en": ("Dear Governor,", "Yours sincerely,"),
        "es": ("Señor Gobernador:", "Atentamente,"),
    }
    assert not told(reading)
    assert reading.unread == ()


def test_the_letter_of_a_page_without_a_layout_is_held_in_both_its_languages():
    reading = read(SHEET)
    assert list(said(reading)) == ["de", "es"]
    assert not told(reading)
    assert reading.where("letter.texts[1].body")


@pytest.mark.parametrize(
    "other",
    [
        {"opening": "Señora Embajadora:"},
        {"body": "Le pido que transmita a su gobierno lo que pensamos de la detención del 3 de febrero."},
        {"body": "Le pido que ponga en libertad a Rosa Maya Cruz, que fue encarcelada el 13 de marzo."},
        {"body": SPANISH["body"] + " " + 3 * "Es una maestra que no ha hecho daño a nadie. "},
        {"body": SPANISH["body"] + "\n\nEs una maestra."},
        {"opening": "Dear Governor,", "body": "I ask you again to free Rosa Maya Cruz, who was jailed on 3 February."},
    ],
)
def test_a_letter_to_somebody_else_or_with_other_words_is_left_unread_and_told_of(other):
    reading = read(PAGE.format(**{**SPANISH, **other}))
    assert list(said(reading)) == ["en"]
    assert told(reading)
    assert other.get("body", SPANISH["body"]).split(",")[0].split("\n")[0][:40] in "\n".join(map(str, reading.unread))
