import attrs
import pytest
from bulletins.test_expected import BULLETINS, FIXTURES
from bulletins.web_posts import PUBLISHER, cases
from hypothesis import given

from urgent_actions.bulletins.read_bulletin import read_bulletin
from urgent_actions.bulletins.write_bulletin import write_bulletin
from urgent_actions.case import Case
from urgent_actions.errors import InvalidValue
from urgent_actions.note import Note
from urgent_actions.values.publisher import Publisher


@given(cases())
def test_reading_what_was_written_gives_the_same_case(case):
    assert read_bulletin(write_bulletin(case)).case == case


@given(cases())
def test_nothing_of_a_written_page_is_left_unread(case):
    assert read_bulletin(write_bulletin(case)).unread == ()


@pytest.mark.parametrize("name", [name for name in BULLETINS if name[:2] == "h-" and name != "h-cuba-33-20"])
def test_a_published_case_can_be_written_and_read_back(name):
    case = read_bulletin((FIXTURES / f"{name}.txt").read_text(encoding="utf-8")).case
    assert read_bulletin(write_bulletin(case)).case == case


def test_a_shared_block_cannot_be_written_and_that_is_said():
    case = read_bulletin((FIXTURES / "h-cuba-33-20.txt").read_text(encoding="utf-8")).case
    with pytest.raises(InvalidValue) as refusal:
        write_bulletin(case)
    assert [problem.where for problem in refusal.value.problems] == ["notes[3].kind"]


@given(cases())
def test_every_field_that_would_be_lost_is_named(case):
    more = attrs.evolve(case, demands=("Free them",), publisher=Publisher("A Section", "FR"))
    with pytest.raises(InvalidValue) as refusal:
        write_bulletin(more)
    assert {problem.where for problem in refusal.value.problems} >= {
        "demands",
        "publisher.name",
        "publisher.country.code",
    }


def test_a_line_break_in_a_title_is_not_smuggled_in():
    case = Case(
        "UA 1/20", publisher=PUBLISHER, title="A\nUrgent Action: B (Cuba: UA 2.20)", notes=[Note("report", "x")]
    )
    with pytest.raises(InvalidValue):
        write_bulletin(case)


def test_an_unknown_family_is_named_with_the_one_meant():
    with pytest.raises(InvalidValue, match="did you mean 'web post'"):
        write_bulletin(Case("UA 1/20"), family="web pots")


def test_a_refusal_says_what_would_be_read_back():
    case = read_bulletin((FIXTURES / "h-russia-82-20.txt").read_text(encoding="utf-8")).case
    official, embassy = case.targets
    with pytest.raises(InvalidValue, match="'minister' would be read back as 'prosecutor-general"):
        write_bulletin(attrs.evolve(case, targets=(attrs.evolve(official, id="minister"), embassy)))


def test_a_refusal_of_a_whole_sequence_names_the_items_that_differ():
    case = read_bulletin((FIXTURES / "h-russia-82-20.txt").read_text(encoding="utf-8")).case
    with pytest.raises(InvalidValue, match=r"2 would be read back as 0: demands\[0\], demands\[1\] would be lost"):
        write_bulletin(attrs.evolve(case, demands=("Free them", "Look into it")))
