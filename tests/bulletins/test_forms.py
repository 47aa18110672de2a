"""The form of 2009 to 2018, and web pages made of it: read field by field; the template is written too."""

import json
from pathlib import Path

import attrs
import pytest
from bulletins.expected import as_expected, comparable
from bulletins.test_nothing_is_lost import uncovered
from bulletins.web_posts import cases
from hypothesis import given, settings
from hypothesis import strategies as st

from urgent_actions.bulletins.families import FAMILIES
from urgent_actions.bulletins.page import Page
from urgent_actions.bulletins.read_bulletin import read_bulletin
from urgent_actions.bulletins.write_bulletin import write_bulletin
from urgent_actions.errors import InvalidValue, UnreadableBulletin
from urgent_actions.note import Note
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.index_number import IndexNumber

HERE = Path(__file__).parent
PATHS = [*sorted((HERE / "fixtures").glob("[defg]-*.txt")), *sorted((HERE / "invented" / "forms").glob("*.txt"))]
STAND_IN = CaseReference("UA", 1, year=2000)
TEMPLATE = "labelled template"
INDEX = IndexNumber.parse("EUR 46/2345/2020")


def reading_of(path):
    return read_bulletin(path.read_text(encoding="utf-8"), reference=STAND_IN)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_field_is_read_as_a_careful_person_reads_it(path):
    expected = comparable(json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8")))
    reading = as_expected(reading_of(path))
    assert {field: reading[field] for field in expected if reading[field] != expected[field]} == {}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_nothing_is_lost_and_nothing_is_left_unread(path):
    reading = reading_of(path)
    assert uncovered(path.read_text(encoding="utf-8").replace("\f", "\n"), reading) == []
    assert reading.unread == ()


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_case_can_be_written_as_a_template_and_read_back(path):
    case = reading_of(path).case
    assert read_bulletin(write_bulletin(case, family=TEMPLATE)).case == case


def test_a_text_without_a_number_is_read_only_for_a_caller_who_knows_the_case():
    text = (HERE / "fixtures" / "d-colombia-rios-vivos.txt").read_text(encoding="utf-8")
    with pytest.raises(UnreadableBulletin, match="reference="):
        read_bulletin(text)
    reading = read_bulletin(text, reference=STAND_IN)
    assert reading.case.reference == STAND_IN
    assert "reference-by-caller" in {remark.code for remark in reading.diagnostics}


def test_demands_are_read_without_bullets_and_over_several_lines():
    case = reading_of(HERE / "invented" / "forms" / "iran-two-documents.txt").case
    assert case.demands[0].endswith("unless he is charged with a recognizable offence")
    assert len(case.demands) == 3


def test_a_check_with_the_section_office_leaves_the_last_day_soft():
    case = reading_of(HERE / "invented" / "forms" / "iran-two-documents.txt").case
    assert case.deadline is not None
    assert not case.deadline.firm
    assert any("section office" in note.text for note in case.notes)


EMPTY = """URGENT ACTION
URGENT ACTION TITLE:
PUBLICATION DATE:
URGENT ACTION TYPE AND NUMBER:
TARGET’S CONTACT DETAILS & “COPIES TO”
ALSO SEND COPIES TO DIPLOMATIC REPRESENTATIVES ACCREDITED TO YOUR COUNTRY
"""
RECIPE = "Onion soup\n\nPlease write to us if you liked it.\n1. Cut 3 onions.\n2. Fry them by 18 June 2013.\n"


@pytest.mark.parametrize("text", [EMPTY, RECIPE], ids=["an empty form", "a recipe"])
def test_a_page_that_is_no_bulletin_is_like_none_of_them(text):
    names = {TEMPLATE, "write immediately", "web page 2016", "web page 2017"}
    assert {family.name for family in FAMILIES if family.likeness(Page(text))} & names == set()


@pytest.mark.parametrize("name", ["write immediately", "web page 2016", "web page 2017"])
def test_old_layouts_are_only_read(name):
    case = reading_of(PATHS[0]).case
    with pytest.raises(InvalidValue, match="only read"):
        write_bulletin(case, family=name)


@st.composite
def template_cases(draw):
    """A case whose every part the template can say; besides a web post it says demands, index and any publisher."""
    case = draw(cases())
    edition = attrs.evolve(case.edition, index=draw(st.sampled_from([None, INDEX])))
    demands = draw(
        st.lists(st.sampled_from(["Free her at once", "Let him see a doctor", "Try those behind it"]), max_size=3)
    )
    more = [Note("copy to embassy", "Also send copies to diplomatic representatives accredited to your country.")]
    return attrs.evolve(case, edition=edition, demands=demands, notes=[*case.notes, *draw(st.sampled_from([[], more]))])


@given(template_cases())
@settings(deadline=None)
def test_reading_what_was_written_gives_the_same_case(case):
    reading = read_bulletin(write_bulletin(case, family=TEMPLATE))
    assert reading.case == case
    assert reading.unread == ()


def test_what_the_template_cannot_say_is_named():
    case = reading_of(PATHS[0]).case
    with pytest.raises(InvalidValue) as refusal:
        write_bulletin(attrs.evolve(case, title="One\nTwo", demands=("A\n\nTITLE: B",)), family=TEMPLATE)
    assert {problem.where for problem in refusal.value.problems} >= {"title", "demands[0]"}
