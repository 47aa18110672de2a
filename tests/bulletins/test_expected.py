"""Every field of every published bulletin of the family, as a careful person reads it."""

import json
from pathlib import Path

import pytest
from bulletins.expected import as_expected, comparable

from urgent_actions.bulletins.read_bulletin import read_bulletin

FIXTURES = Path(__file__).parent / "fixtures"
BULLETINS = sorted(path.name.removesuffix(".txt") for path in FIXTURES.glob("h-*.txt"))

# Where we read otherwise, and why.
OTHERWISE: dict[tuple[str, str], str] = {}


@pytest.mark.parametrize("name", BULLETINS)
def test_every_field_is_read_as_a_careful_person_reads_it(name):
    expected = comparable(json.loads((FIXTURES / f"{name}.expected.json").read_text(encoding="utf-8")))
    reading = as_expected(read_bulletin((FIXTURES / f"{name}.txt").read_text(encoding="utf-8")))
    differing = {field for field in expected if reading[field] != expected[field]}
    assert {field: (reading[field], expected[field]) for field in differing if (name, field) not in OTHERWISE} == {}


def test_no_exception_is_listed_in_vain():
    assert {name for name, _ in OTHERWISE} <= set(BULLETINS)
