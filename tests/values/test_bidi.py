import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.values.bidi import isolated, runs_right_to_left
from urgent_actions.values.printable import printable

EMBEDDINGS = "\u202a\u202b\u202c\u202d\u202e"
ISOLATES = "\u2066\u2067\u2068"
mixed = st.text(st.sampled_from("aZ1 .(אبـ" + EMBEDDINGS + ISOLATES + "\u2069\x00\x1b\n\u2028\u200d"))


@given(mixed, st.booleans())
def test_inserted_text_cannot_turn_the_sentence_around_it(text, right_to_left):
    safe = isolated(text, right_to_left)
    inside = safe.removeprefix("\u2068").removesuffix("\u2069")
    assert not {*inside} & {*EMBEDDINGS, *ISOLATES, "\u2069"}
    assert safe.count("\u2068") == safe.count("\u2069")


def test_only_text_of_the_other_direction_is_isolated():
    assert isolated("Moscow", right_to_left=True) == "\u2068Moscow\u2069"
    assert isolated("+1 202-298-5700", right_to_left=True) == "\u2068+1 202-298-5700\u2069"
    assert isolated("وزير", right_to_left=True) == "وزير"
    assert isolated("وزير", right_to_left=False) == "\u2068وزير\u2069"
    assert isolated("Москва", right_to_left=False) == "Москва"


@given(mixed)
def test_printable_text_obeys_no_control_and_closes_what_it_opens(text):
    shown = printable(text)
    assert not {*shown} & {*EMBEDDINGS, "\x00", "\x1b", "\n", "\u2028"}
    opened = 0
    for char in shown:
        opened += (char in ISOLATES) - (char == "\u2069")
        assert opened >= 0
    assert opened == 0
    assert printable(shown) == shown


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"])))
def test_printable_text_is_left_alone(text):
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "backwards"),
    [
        ("Москва", False),
        ("الرياض", True),
        ("תל אביב", True),
        ("12 الرياض", True),
        ("(12) Riyadh الرياض", False),
        ("\u2068Riyadh\u2069 الرياض", True),
        ("\u2069Riyadh", False),
    ],
)
def test_a_line_runs_as_its_first_letter_does(text, backwards):
    assert runs_right_to_left(text) is backwards
    assert runs_right_to_left(text, otherwise=True) is backwards


def test_a_line_without_letters_runs_as_the_lines_around_it():
    assert runs_right_to_left("11564 - 7", otherwise=True)
    assert not runs_right_to_left("١١٥٦٤ - 7")
