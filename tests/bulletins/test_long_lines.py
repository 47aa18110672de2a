"""A line that is too long to be looked at is named, with the way out."""

import pytest
from bulletins.test_read_bulletin import EXAMPLE, refusal

from urgent_actions.bulletins.page import LONGEST_LINE
from urgent_actions.bulletins.read_bulletin import read_bulletin


def test_a_bulletin_on_one_line_that_is_too_long_is_refused_for_that_line():
    flat = " ".join(EXAMPLE.split())
    text = f"\n{flat} {'More words. ' * 2000}"
    (problem,) = refusal(text)
    assert (problem.code, problem.line) == ("long-line", 2)
    assert f"at most {LONGEST_LINE} characters" in problem.way_out


@pytest.mark.parametrize("length", [10, LONGEST_LINE])
def test_a_text_without_such_a_line_is_refused_for_its_layout(length):
    (problem,) = refusal("x" * length)
    assert problem.code == "no-bulletin"


def test_a_bulletin_with_such_a_line_is_read_without_it():
    reading = read_bulletin(EXAMPLE + "word " * LONGEST_LINE)
    assert [one.code for one in reading.diagnostics if one.refused_when_strict] == ["long-line", "unread-text"]
