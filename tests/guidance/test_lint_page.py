"""Every code that lint can give stands on its page, with its severity, an example and what to do."""

import re
from pathlib import Path

from urgent_actions.guidance.case_findings import CASE_FINDINGS
from urgent_actions.letters.letter_finding import LETTER_FINDINGS
from urgent_actions.rules.lint_rules import RULE_FINDINGS

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "lint.md"
ENTRY = re.compile(r"^### `([a-z-]+)`\n\n(\w+)\. (.*?)(?=^#|\Z)", re.MULTILINE | re.DOTALL)


def test_the_page_tells_of_the_codes_that_there_are_and_how_much_each_matters():
    told = {code: severity.lower() for code, severity, _ in ENTRY.findall(PAGE.read_text(encoding="utf-8"))}
    found = {**RULE_FINDINGS, **CASE_FINDINGS, **LETTER_FINDINGS}
    assert told == {code: str(severity) for code, severity in found.items()}


def test_every_code_is_told_with_an_example_and_a_way_out():
    for _, _, words in ENTRY.findall(PAGE.read_text(encoding="utf-8")):
        assert "\nExample: " in words
        assert "\nWhat to do: " in words
