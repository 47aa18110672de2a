"""A text that is longer than any bulletin: its beginning is read, and the rest is kept as it stands."""

import pytest
from bulletins.test_read_bulletin import SAMPLE, codes, refusal

from urgent_actions.bulletins.page import LONGEST_TEXT, MOST_LINES
from urgent_actions.bulletins.read_bulletin import read_bulletin

LINES = SAMPLE.count("\n")
FILL = "\n" * (MOST_LINES - LINES)


@pytest.mark.parametrize(
    "rest", ["One more line.", "Two \u00a0more\tlines,\r\none unlike the other.\n", "--\n", "Email: a@b.example"]
)
def test_what_stands_behind_the_last_line_that_is_looked_at_is_kept_word_for_word(rest):
    reading = read_bulletin(SAMPLE + FILL + rest)
    assert reading.case == read_bulletin(SAMPLE).case
    assert codes(reading, "warning")[-1] == "too-long"
    assert (reading.unread[-1].line, reading.unread[-1].column, reading.unread[-1].text) == (MOST_LINES + 1, 1, rest)


def test_what_stands_behind_the_last_character_in_which_a_line_may_begin_is_kept():
    words = "word " * 3_000 + "\n"
    text = SAMPLE + words * (LONGEST_TEXT // len(words) + 2)
    reading = read_bulletin(text)
    kept = reading.unread[-1]
    assert text.endswith(kept.text)
    assert text.split("\n")[kept.line - 1] == words.strip("\n")
    assert LONGEST_TEXT < len(text) - len(kept.text) <= LONGEST_TEXT + len(words)


def test_strict_reading_refuses_it():
    assert [problem.code for problem in refusal(SAMPLE + FILL + "More.", strict=True)] == ["too-long"]


@pytest.mark.parametrize("blanks", ["", "\n", " \n\t\n\u00a0"])
def test_blank_lines_behind_a_bulletin_are_nothing_to_tell_of(blanks):
    reading = read_bulletin(SAMPLE + FILL + blanks * 3)
    assert reading.diagnostics == read_bulletin(SAMPLE).diagnostics


def test_the_rest_of_a_text_that_is_no_bulletin_is_no_second_try():
    assert refusal("a\n" * MOST_LINES + SAMPLE)[0].code == "too-long"
