"""Every instruction that bulletins were seen to give has its place: a rule that holds, a field, or a kind of note."""

import csv
import re
from pathlib import Path

import attrs
import pytest

import urgent_actions
from urgent_actions.formats.rules_toml import read_rules
from urgent_actions.note import NoteKind
from urgent_actions.testing.check_table import check_table

OBSERVED = Path(__file__).parent / "observed"
SECTION = re.compile(r"^## (\w+) .*?$(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
SECTIONS = dict(SECTION.findall((OBSERVED / "rules.md").read_text(encoding="utf-8")))
COUNTS = list(csv.DictReader((OBSERVED / "counts.tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t"))


def carried(how):
    return [row for row in COUNTS if row["carried"] == how]


@pytest.mark.parametrize("name", SECTIONS)
def test_an_instruction_that_is_a_rule_answers_as_its_table_says(name):
    _, toml, table = re.split(r"```(?:toml)?\n", SECTIONS[name])
    report = check_table(table, rules=read_rules(toml), alike={"case": "UA 82/20"})
    assert report.untried == ()


def test_every_instruction_that_counts_as_a_rule_is_written_as_one():
    assert list(SECTIONS) == [row["id"] for row in carried("rule")]


@pytest.mark.parametrize("row", carried("field"), ids=lambda row: row["id"])
def test_every_instruction_that_counts_as_a_field_has_that_field(row):
    noun, field = row["by"].split(".")
    assert field in {one.name for one in attrs.fields(getattr(urgent_actions, noun))}


@pytest.mark.parametrize("row", carried("note"), ids=lambda row: row["id"])
def test_every_instruction_that_counts_as_a_note_has_its_kind(row):
    assert str(NoteKind.of(row["by"])) == row["by"]


def test_all_instructions_that_were_seen_can_be_carried():
    assert len(COUNTS) == len({row["id"] for row in COUNTS}) == 84
    assert {row["carried"] for row in COUNTS} == {"rule", "field", "note"}
