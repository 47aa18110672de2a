"""Law: every character of a page but its blanks stands in a span, in the structure, or in what was left unread."""

import re
from contextlib import suppress
from pathlib import Path

import pytest
from bulletins.test_expected import BULLETINS, FIXTURES
from hypothesis import example, given
from hypothesis import strategies as st

from urgent_actions.bulletins.read_bulletin import read_bulletin
from urgent_actions.errors import UnreadableBulletin
from urgent_actions.values.case_reference import CaseReference

INVENTED = Path(__file__).parent / "invented"
PATHS = [*sorted(FIXTURES.glob("h-*.txt")), *sorted(INVENTED.glob("*.txt"))]
OF_ALL_FAMILIES = [path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.rglob("*.txt"))]
TEXTS, NAMES = [path.read_text(encoding="utf-8") for path in PATHS], [path.stem for path in PATHS]
CHUNKS = [
    "Email:",
    "Phone: 202 555 0100",
    "@a",
    "[email protected]",
    "Dear Minister,",
    "\n\n",
    " ",
    "(UA 1.20)",
    "Embassy of",
]
CHUNKS += [
    "• ",
    "1. ",
    "Salutation:",
    "May 20, 2020",
    "February 30, 2020",
    "Mai 20, 2020",
    "@a-b.c\u0308",
    "c/o ",
    ",",
    "And Mr. X Y",
    "SAMPLE LETTER",
    "{",
    "\u202e",
]


def uncovered(text, reading):
    """The characters that stand in no span, no structure and no unread text."""
    lines = re.split(r"\r\n|[\n\r\v\f\x85\u2028\u2029]", text)
    seen = [[char.isspace() for char in line] for line in lines]
    spans = [span for _, span in reading.spans] + list(reading.structure)
    for span in spans:
        for number in range(span.line, span.end_line + 1):
            first = span.column - 1 if number == span.line else 0
            last = span.end_column - 1 if number == span.end_line else len(lines[number - 1])
            seen[number - 1][first:last] = [True] * (last - first)
    for words in reading.unread:
        first = words.column - 1
        assert lines[words.line - 1][first : first + len(words.text)] == words.text
        seen[words.line - 1][first : first + len(words.text)] = [True] * len(words.text)
    return [
        (number, column, char)
        for number, line in enumerate(lines, start=1)
        for column, char in enumerate(line, start=1)
        if not seen[number - 1][column - 1]
    ]


def read_or_none(text):
    """What was read, or None where the text is refused; any other exception fails the test."""
    with suppress(UnreadableBulletin):
        return read_bulletin(text, reference=CaseReference("UA", 1, year=2020))
    return None


@pytest.mark.parametrize("text", TEXTS, ids=NAMES)
def test_no_character_of_a_bulletin_is_lost(text):
    assert uncovered(text, read_bulletin(text)) == []


@pytest.mark.parametrize("name", BULLETINS)
def test_of_the_published_bulletins_nothing_is_left_unread(name):
    assert read_bulletin((FIXTURES / f"{name}.txt").read_text(encoding="utf-8")).unread == ()


@st.composite
def mutations(draw):
    """A bulletin with lines taken out, put twice, joined or cut, or with strange pieces put in."""
    lines = draw(st.sampled_from(OF_ALL_FAMILIES)).split("\n")
    chance = draw(st.randoms(use_true_random=False))
    for _ in range(draw(st.integers(1, 6))):
        at = chance.randrange(len(lines))
        change = chance.randrange(6)
        if change == 0 and len(lines) > 1:
            del lines[at]
        elif change == 1:
            lines.insert(chance.randrange(len(lines)), lines[at])
        elif change == 2:
            lines[at : at + 2] = [" ".join(lines[at : at + 2])]
        elif change == 3:
            lines[at : at + 2] = ["".join(lines[at : at + 2])]
        elif change == 4:
            cut = chance.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:cut] + chance.choice(CHUNKS) + lines[at][cut:]
        else:
            cut = chance.randrange(len(lines[at]) + 1)
            lines[at : at + 1] = [lines[at][:cut], lines[at][cut:]]
    return "\n".join(lines) + "\n"


@given(mutations())
def test_no_character_of_a_damaged_bulletin_is_lost(text):
    reading = read_or_none(text)
    if reading is not None:
        assert uncovered(text, reading) == []


@given(st.text())
@example("")
@example("\ufeff")
@example("(UA 0.20)")
@example("let us know the actions you took")
@example("let us know the actions you took on Urgent Action 0.20")
@example(
    "URGENT ACTION\nUA: 1/07 Index: EUR 46/2345/1010 Iran\nlet us know the actions you took\nPLEASE WRITE IMMEDIATELY"
)
def test_any_text_is_read_or_refused_in_so_many_words(text):
    read_or_none(text)


@given(st.lists(st.sampled_from([*CHUNKS, "let us know the actions you took on Urgent Action 1.20. "]), max_size=40))
def test_any_heap_of_the_words_of_bulletins_is_read_or_refused(chunks):
    text = "".join(chunks)
    reading = read_or_none(text)
    if reading is not None:
        assert uncovered(text, reading) == []


@pytest.mark.parametrize("text", TEXTS, ids=NAMES)
def test_reading_twice_gives_the_same(text):
    assert read_bulletin(text) == read_bulletin(text)


@pytest.mark.parametrize("text", TEXTS, ids=NAMES)
def test_line_breaks_of_other_systems_make_no_difference(text):
    assert read_bulletin(text.replace("\n", "\r\n")).case == read_bulletin(text).case
