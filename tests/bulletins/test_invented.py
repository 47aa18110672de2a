"""Pages of invented people in states that no fixture speaks of, with other labels, orders and line breaks."""

import json
from pathlib import Path

import pytest
from bulletins.expected import as_expected, comparable

from urgent_actions.bulletins.read_bulletin import read_bulletin

INVENTED = Path(__file__).parent / "invented"
PAGES = sorted(path.stem for path in INVENTED.glob("*.txt"))


def text_of(name):
    return (INVENTED / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_an_invented_page_is_read_as_it_was_meant(name):
    expected = comparable(json.loads((INVENTED / f"{name}.expected.json").read_text(encoding="utf-8")))
    assert as_expected(read_bulletin(text_of(name))) == expected


def contacts(text):
    """Who is written to, and how, without the places of line breaks in addresses."""
    targets = as_expected(read_bulletin(text))["targets"]
    return [{**target, "salutation": None} for target in targets]


def test_a_flattened_page_says_the_same_as_the_page_with_its_lines():
    assert contacts(text_of("egypt-flat")) == contacts(text_of("egypt"))


def test_a_page_on_one_line_says_the_same_as_the_glued_one():
    one_line, glued = read_bulletin(text_of("vietnam-one-line")).case, read_bulletin(text_of("vietnam-glued")).case
    assert [target.id for target in one_line.targets] == [target.id for target in glued.targets]
    assert one_line.letter == glued.letter


@pytest.mark.parametrize("name", [name for name in PAGES if not name.startswith("vietnam")])
def test_blank_lines_between_all_lines_change_no_target(name):
    before, mark, after = text_of(name).partition("officials.\n")
    spaced = before + mark + after.replace("\n\n", "\n").replace("\n", "\n\n")
    assert contacts(spaced) == contacts(text_of(name))
