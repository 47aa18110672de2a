"""Rule files: TOML that a campaigner can read and write, one `[[rule]]` for each statement that somebody made.

Law: `read_rules(write_rules(book)) == book`.
"""

from collections.abc import Iterator

import attrs

from urgent_actions.errors import InvalidRules, Problem
from urgent_actions.formats.faults import Fault
from urgent_actions.formats.toml_file import TomlFile
from urgent_actions.formats.toml_lines import line_of, lines_of
from urgent_actions.formats.toml_manners import toml_converter
from urgent_actions.formats.toml_text import toml_pairs
from urgent_actions.guidance.implied import IMPLIED
from urgent_actions.rules.rule import Rule
from urgent_actions.rules.rulebook import RuleBook
from urgent_actions.values.arguments import refuse_wrong

_FILE = TomlFile("rule", InvalidRules)
_FIRST = 1
_ORDER = [field.name for field in attrs.fields(Rule)]


def read_rules(text: str) -> RuleBook:
    """Read the rules of a TOML text; one without rules is an empty book.

    Raises:
        InvalidRules: it is no TOML, or says what no rule can mean; every problem, in the order of the lines.

    >>> book = read_rules('''
    ... [[rule]]
    ... id = "by-post-2022"
    ... effect = "close"
    ... when = { countries = ["BY"], channels = ["post"] }
    ... during = { from = 2022-03-08 }
    ... reason = "The post office takes no letters to Belarus."
    ... source = { title = "Notice of the post office", stated = 2022-03-07 }
    ... ''')
    >>> print(*book)
    by-post-2022 (close, 2022-03-08/..)
    """
    data = _FILE.parse(text)
    return RuleBook(
        _FILE.read_each(text, data, lambda table: toml_converter().read(table, Rule), faults=_bad_ids(data))
    )


def write_rules(book: RuleBook) -> str:
    """Write a book as TOML, rule by rule in all their editions, each key on a line of its own.

    Raises:
        InvalidRules: a string holds half of a surrogate pair.
    """
    refuse_wrong(book=(book, RuleBook))
    return _FILE.write([toml_converter().write(rule) for rule in book.rules], _written)


def lines_of_rules(text: str) -> dict[tuple[str, int], int]:
    r"""The line on which each rule of a text that `read_rules` reads begins, by its id and edition.

    >>> lines_of_rules('\n[[rule]]\nid = "by-post-2022"\neffect = "close"')
    {('by-post-2022', 1): 2}
    """
    lines = lines_of(text.removeprefix("\ufeff"))
    tables = (table for table in _tables_in(_FILE.parse(text)) if isinstance(table, dict))
    names = ((table["id"], table.get("edition", _FIRST)) for table in tables)
    return {name: line_of(f"rule[{number}]", lines) or 1 for number, name in enumerate(names)}


def _written(table: dict[str, object]) -> str:
    if table["edition"] == _FIRST:
        del table["edition"]
    pairs = toml_pairs({name: table[name] for name in _ORDER if name in table})
    return "\n".join(["[[rule]]", *pairs, ""])


def _bad_ids(data: dict[str, object]) -> Iterator[Fault]:
    first: dict[tuple[str, str], int] = {}
    for number, table in enumerate(_tables_in(data)):
        name = table.get("id") if isinstance(table, dict) else None
        edition = table.get("edition", _FIRST) if isinstance(table, dict) else None
        one = first.setdefault((name, str(edition)), number) if isinstance(name, str) else number
        if one != number:
            what, path = f"rule[{one}] has the id {name!r} too", f"rule[{number}].id"
            way_out = "give one of them another id, or the next edition"
            yield Fault(Problem("duplicate-id", what, where=path, way_out=way_out), path)
        if isinstance(name, str) and name.startswith(IMPLIED):
            what, path = f"the id {name!r} is kept for rules that follow from a case", f"rule[{number}].id"
            yield Fault(Problem("reserved-id", what, where=path, way_out="give it another beginning"), path)


def _tables_in(data: dict[str, object]) -> list[object]:
    tables = data.get("rule")
    return tables if isinstance(tables, list) else []
