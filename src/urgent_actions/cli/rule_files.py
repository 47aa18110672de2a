"""The rules that a command is given: packs of the library, files, and public holidays."""

import argparse
from collections.abc import Iterator
from functools import reduce
from operator import or_

from urgent_actions.case import Case
from urgent_actions.cli.input_file import problems_in, read_file
from urgent_actions.formats.rules_toml import lines_of_rules, read_rules
from urgent_actions.guidance.holiday_rules import holiday_rules
from urgent_actions.rules.lint_rules import place_of
from urgent_actions.rules.rulebook import RuleBook


def rules_for(case: Case, options: argparse.Namespace) -> RuleBook:
    """The rules of all files and packs that the words name, and of the holidays if they are asked for, as one book.

    Raises:
        UnreadableFile: a file is no rule file; every problem in it is named.
        InvalidValue: two of them give one id to different rules.
    """
    book = reduce(or_, options.packs, RuleBook())
    book = reduce(or_, map(read_rule_file, options.rules), book)
    return reduce(or_, _holidays(case, options.on.year), book) if options.holidays else book


def read_rule_file(name: str) -> RuleBook:
    """The rules of one file.

    Raises:
        UnreadableFile: it is no rule file; every problem in it is named.
    """
    return read_rule_lines(name)[0]


def read_rule_lines(name: str) -> tuple[RuleBook, dict[str, int]]:
    """The rules of one file, and the line of each by the name that findings have for it.

    Raises:
        UnreadableFile: it is no rule file; every problem in it is named.
    """
    with problems_in(name):
        text = read_file(name)
        book, lines = read_rules(text), lines_of_rules(text)
        return book, {place_of(rule): lines[rule.id, rule.edition] for rule in book.rules}


def _holidays(case: Case, year: int) -> Iterator[RuleBook]:
    """The public holidays of the targets' states."""
    for state in {target.country for target in case.targets if target.country is not None}:
        yield holiday_rules(state, [year])
