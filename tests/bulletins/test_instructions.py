"""Instructions to the supporter, in every layout: each becomes a rule, a field or a note, and none is lost."""

import csv
from pathlib import Path

import pytest
from bulletins.instruction_pages import NEWS, PAGES, outcome, tried

from urgent_actions.bulletins.note_kinds import is_instruction, kind_of_note
from urgent_actions.bulletins.read_bulletin import read_bulletin

STORY = "X1"
"""The id of sentences that ask nothing: they may be left unread, and must settle nothing."""
SOME_PAGES = {"web request", "form contacts", "appeal closing", "French", "Spanish", "German"}
"""The layouts in which the second table is tried, which the measure tries in all."""
TABLES = Path(__file__).parent / "tables"


def rows(name="instructions"):
    with (TABLES / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def entries():
    tables = (("instructions", set(PAGES)), ("instructions_held_out", SOME_PAGES), ("instructions_fresh", set(PAGES)))
    for name, pages in tables:
        for row in rows(name):
            for page in tried(row):
                if page in pages:
                    yield pytest.param(row, page, id=f"{row['id']} {page}: {row['sentence'][:40]}")


@pytest.mark.parametrize(("row", "page"), list(entries()))
def test_no_instruction_is_lost_or_read_as_what_it_does_not_say(row, page):
    found = outcome(row["sentence"], page, news=row["id"] in NEWS, meant=row["meant"].split(" & "))

    assert found.became != "wrong", found.facts
    assert found.became != "lost" or row["id"] == STORY, found.parts


@pytest.mark.parametrize("row", [row for row in rows() if row["kind"]], ids=lambda row: row["sentence"][:50])
def test_the_kind_of_a_note_is_told_by_its_words(row):
    assert str(kind_of_note(row["sentence"])) == row["kind"]


@pytest.mark.parametrize(
    "text",
    [
        "Ministry of Justice",
        "Calle Scipion Llona 350, Lima 18, Peru",
        "Rosa Quispe was detained in Cusco.",
        "The police beat her with their fists.",
        "Please send copies to:",
        "Email: please@write.example.",
    ],
)
def test_addresses_headings_and_stories_are_no_instructions(text):
    assert not is_instruction(text)


@pytest.mark.parametrize("row", rows("stories"), ids=lambda row: row["sentence"][:40])
def test_what_happened_asks_nothing_wherever_it_stands(row):
    read_as_more = {page: outcome(row["sentence"], page).asked for page in tried({**row, "id": STORY})}

    assert not {page: asked for page, asked in read_as_more.items() if asked}


def test_care_with_ties_to_the_country_is_a_rule_for_those_who_have_them():
    sentence = "If you have ties to Peru or plan to travel there, please think twice."

    _, text, place = PAGES["web request"]
    rules = read_bulletin(text.replace(place, sentence)).case.rules

    assert [str(rule.effect) for rule in rules] == ["caution"]
    assert [country.code for country in rules[0].when.ties] == ["PE"]
