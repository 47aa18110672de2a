"""The labelled template and the web post in French, Spanish, German, Russian and Arabic: written, and read back."""

import attrs
import pytest
from bulletins.test_expected import BULLETINS, FIXTURES
from bulletins.translated_cases import SAID, translated_cases
from bulletins.web_posts import cases
from hypothesis import given, settings
from hypothesis import strategies as st

from urgent_actions.bulletins.labelled_template import likeness
from urgent_actions.bulletins.page import Page
from urgent_actions.bulletins.read_bulletin import read_bulletin
from urgent_actions.bulletins.translated_post import language_of_post
from urgent_actions.bulletins.translated_words import TRANSLATIONS
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.write_bulletin import write_bulletin
from urgent_actions.case import Case
from urgent_actions.edition import Edition, EditionKind
from urgent_actions.errors import InvalidValue, UnreadableBulletin
from urgent_actions.letter_template import LetterTemplate, TemplateText
from urgent_actions.values.case_reference import CaseReference

TEMPLATE, POST = "labelled template", "web post"
LAYOUTS = pytest.mark.parametrize("family", [TEMPLATE, POST])
STAND_IN = CaseReference("UA", 1, year=2000)
LETTER = LetterTemplate(TemplateText("en", "Free her.", opening="Dear Minister,"))
ISOLATES = set("\u2066\u2067\u2068\u2069")


def in_language(case, tag):
    return attrs.evolve(case, edition=attrs.evolve(case.edition, language=tag))


def written(case, family=TEMPLATE):
    return write_bulletin(case, family=family)


@LAYOUTS
@given(translated_cases())
@settings(deadline=None)
def test_reading_what_was_written_gives_the_same_case(family, case):
    reading = read_bulletin(written(case, family))
    assert (reading.case, reading.family, reading.unread) == (case, family, ())
    assert {remark.code for remark in reading.diagnostics} <= {"deadline-before-issue", "no-issue-date", "no-subject"}


@LAYOUTS
@given(cases(), st.sampled_from(TRANSLATIONS))
@settings(deadline=None)
def test_english_words_and_a_postal_instruction_stand_in_a_page_of_any_language(family, case, tag):
    translated = in_language(case, tag)
    assert read_bulletin(written(translated, family)).case == translated


@LAYOUTS
@pytest.mark.parametrize("tag", TRANSLATIONS)
@pytest.mark.parametrize("name", BULLETINS)
def test_a_published_case_can_be_written_in_every_language(name, tag, family):
    text = (FIXTURES / f"{name}.txt").read_text(encoding="utf-8")
    case = in_language(read_bulletin(text, reference=STAND_IN).case, tag)
    assert read_bulletin(written(case, family)).case == case


@LAYOUTS
@given(translated_cases(languages=("ar",)))
@settings(deadline=None)
def test_latin_words_of_an_arabic_page_are_isolated_and_the_isolates_are_in_no_value(family, case):
    page = written(case, family)
    assert "\u2068https://www.example.org/a?b=1\u2069" in page
    assert not ISOLATES & set(repr(read_bulletin(page).case))


@pytest.mark.parametrize("tag", TRANSLATIONS)
def test_no_two_labels_and_no_two_words_of_a_table_are_alike(tag):
    lists = word_list(f"bulletin.{tag}")
    tables = [
        {**lists["labels"], **lists["channels"], **lists["captions"]},
        *(lists[name] for name in lists if isinstance(lists[name], dict)),
    ]
    for table in tables:
        assert len({word.casefold() for word in table.values()}) == len(table)


@pytest.mark.parametrize("tag", TRANSLATIONS)
def test_every_language_says_the_same_fields_and_words(tag):
    lists, french = word_list(f"bulletin.{tag}"), word_list("bulletin.fr")
    assert {name: set(lists[name]) for name in lists if name not in {"heading", "colon"}} == {
        name: set(french[name]) for name in french if name not in {"heading", "colon"}
    }


@LAYOUTS
@pytest.mark.parametrize("tag", TRANSLATIONS)
@pytest.mark.parametrize("country", [None, "RU", "MM", "CD", "PS"])
@pytest.mark.parametrize("titled", [True, False])
def test_the_language_of_the_page_is_that_of_its_labels(family, tag, country, titled):
    title = f"{SAID[tag][0]} (Cuba)" if titled else None
    case = in_language(Case("UA 82/20", title=title, country=country), tag)
    assert read_bulletin(written(case, family)).case == case


@LAYOUTS
@pytest.mark.parametrize("kind", list(EditionKind))
@pytest.mark.parametrize("tag", TRANSLATIONS)
def test_every_kind_of_document_is_said(family, tag, kind):
    case = Case("UA 82/20", Edition(kind, "2020-05-20", language=tag, ordinal=3), country="RU", status="ended")
    assert read_bulletin(written(case, family)).case == case


def test_a_page_in_another_language_than_the_case_is_refused():
    with pytest.raises(InvalidValue, match="edition is in English, and a page in French") as refusal:
        write_bulletin(Case("UA 82/20"), family=TEMPLATE, locale="fr")
    assert refusal.value.problems[0].where == "edition.language"


@LAYOUTS
def test_a_language_without_labels_is_told_of(family):
    case = in_language(Case("UA 82/20", title="A", country="RU", letter=LETTER), "pt")
    with pytest.raises(InvalidValue, match=r"edition\.language"):
        written(case, family)


@LAYOUTS
@pytest.mark.parametrize("tag", TRANSLATIONS)
def test_a_label_within_a_value_is_not_smuggled_in(family, tag):
    label = word_list(f"bulletin.{tag}")["labels"]["country"]
    with pytest.raises(InvalidValue, match="summary"):
        written(in_language(Case("UA 82/20", summary=f"A\n{label}: Cuba"), tag), family)


PAGE = """ACTION URGENTE

NUMÉRO DE L'ACTION : UA 82/20
DATE DE PUBLICATION : 31 février 2020
PAYS : Atlantide
Pronoms : elle
DESTINATAIRE : ministre
Courriel : minister@
TITRE DE L'ACTION : Un titre
"""


def test_what_cannot_be_read_stays_unread_and_is_told_of():
    reading = read_bulletin(PAGE)
    assert (reading.case.title, reading.case.country, reading.case.issued) == ("Un titre", None, None)
    assert len(reading.unread) == 5
    with pytest.raises(UnreadableBulletin):
        read_bulletin(PAGE, strict=True)


def test_a_line_that_belongs_to_no_field_stays_unread():
    page = "ACTION URGENTE\nNUMÉRO DE L'ACTION : UA 82/20\nPartager\nTITRE DE L'ACTION : Un titre\n\nImprimer\n"
    reading = read_bulletin(page)
    assert reading.case.title == "Un titre"
    assert [left.text for left in reading.unread] == ["Partager", "Imprimer"]


def test_a_heading_without_a_number_is_no_page_of_this_family():
    assert likeness(Page("ACTION URGENTE\n\nPAYS : Cuba\n")) == 0
    assert language_of_post(Page("Action urgente : Un titre (Cuba : UA 82.20)\n\nÉcrivez !\n")) is None


@LAYOUTS
@given(translated_cases(), st.data())
@settings(deadline=None)
def test_lines_taken_out_doubled_or_moved_never_break_the_reader(family, case, data):
    lines = written(case, family).split("\n")
    captions = word_list(f"bulletin.{case.edition.language}")["captions"]
    known = [*lines[:3], *(line for line in lines if line.rstrip(" :") == captions["actions"])]
    picked = data.draw(st.lists(st.sampled_from([*lines, "", "Nom :", "الاسم:", "a (b"]), max_size=40))
    try:
        reading = read_bulletin("\n".join([*known, *picked]))
    except UnreadableBulletin:
        return
    assert reading.case.edition.language == case.edition.language
