"""A letter on paper is right, or it is not made."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed import printed

from urgent_actions import InvalidValue, Language
from urgent_actions.letters.printed_letter import LONGEST_BODY, LONGEST_LINE, MOST_LINES, directions_of


@pytest.mark.parametrize(
    ("part", "value", "code"),
    [
        ("body", "a\x00b", "unprintable"),
        ("body", "a\u202eb", "unprintable"),
        ("body", "a\ufffeb", "unprintable"),
        ("body", "a\U0010ffffb", "unprintable"),
        ("name", "a\nb", "unprintable"),
        ("day", "a\u2028b", "unprintable"),
        ("subject", "\ud800", "unprintable"),
        ("opening", "a\u2067b", "unprintable"),
        ("addressee", ("a\rb",), "unprintable"),
        ("name", "a" * (LONGEST_LINE + 1), "too-long"),
        ("body", "a" * (LONGEST_BODY + 1), "too-long"),
        ("sender", ("a",) * (MOST_LINES + 1), "too-many-lines"),
        ("addressee", (), "missing-part"),
        ("body", " \n ", "missing-part"),
        ("closing", "", "missing-part"),
        ("closing", "\u200d", "missing-part"),
        ("addressee", ("\u200d", "\u00a0"), "missing-part"),
        ("addressee", (1,), "wrong-type"),
        ("body", None, "wrong-type"),
    ],
)
def test_what_cannot_be_printed_is_refused_with_its_place(part, value, code):
    with pytest.raises(InvalidValue) as refused:
        attrs.evolve(printed(), **{part: value})
    (problem,) = refused.value.problems
    assert problem.code == code
    assert problem.where.startswith(part)


def test_all_problems_come_at_once():
    with pytest.raises(InvalidValue) as refused:
        attrs.evolve(printed(), name="\x00", body="", sender=("\x1b", "b" * 1000))
    assert [problem.where for problem in refused.value.problems] == ["sender[0]", "sender[1]", "name", "body"]


def test_one_bare_line_does_not_become_its_letters():
    with pytest.raises(InvalidValue, match="expected a collection"):
        attrs.evolve(printed(), addressee="Pat Example")


def test_paragraphs_are_set_off_by_blank_lines_and_keep_their_own():
    letter = attrs.evolve(printed(), body="one\ntwo\n\n \n\nthree\n")
    assert letter.paragraphs == (("one", "two"), ("three",))


@given(st.text(st.characters(categories=["L", "M", "N", "P", "Zs"], include_characters="\n")))
def test_no_word_of_the_body_is_lost(body):
    if body.strip():
        letter = attrs.evolve(printed(), body=body)
        assert " ".join(" ".join(lines) for lines in letter.paragraphs).split() == body.split()


def test_the_sender_does_not_show():
    shown = repr(printed())
    assert "Ada" not in shown
    assert "Springfield" not in shown


def test_a_line_without_letters_runs_as_the_first_line_does():
    assert directions_of(("Moscow", "125993", "روسيا"), Language("ar")) == (False, False, True)
    assert directions_of(("الرياض", "11564", "SAUDI ARABIA"), Language("en")) == (True, True, False)
    assert directions_of((), Language("ar")) == ()
