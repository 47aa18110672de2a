"""`lint`: what is doubtful in bulletins and in files of rules, although they can be read."""

import argparse
from collections.abc import Iterator

import attrs

from urgent_actions.bulletins.reading import Reading
from urgent_actions.cli.arguments import add_day, add_encoding, add_missions, value_of
from urgent_actions.cli.bulletin_file import read_reading
from urgent_actions.cli.mission_files import read_mission_files
from urgent_actions.cli.rule_files import read_rule_lines
from urgent_actions.guidance.lint_case import lint_case
from urgent_actions.rules.lint_rules import lint_rules, place_of
from urgent_actions.rules.rulebook import RuleBook
from urgent_actions.sender import Sender
from urgent_actions.values.country import Country
from urgent_actions.values.finding import Finding
from urgent_actions.values.severity import Severity


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("lint", help="what is doubtful in bulletins and in files of rules")
    parser.add_argument("files", metavar="FILE", nargs="+", help="files of rules (TOML), and bulletins they apply to")
    add_encoding(parser)
    add_day(parser)
    parser.add_argument(
        "--from",
        dest="senders",
        metavar="COUNTRY",
        action="append",
        default=[],
        type=value_of(Country.parse),
        help="also tell which targets nobody who writes from there can reach; may be repeated",
    )
    parser.add_argument(
        "--months", type=int, default=6, help="months without a check after which a rule is out of date (default: 6)"
    )
    add_missions(parser)
    parser.add_argument("--strict", action="store_true", help="exit with 1 where an error or a warning is found")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    found = list(_found(options))
    for name, finding in found:
        print(f"{finding.in_file(name)} [{finding.code}]")
    if not found:
        print("nothing is doubtful")
    return int(options.strict and any(finding.severity is not Severity.INFO for _, finding in found))


def _found(options: argparse.Namespace) -> Iterator[tuple[str, Finding]]:
    """The findings of every file, with their lines; each bulletin is looked at beside all the rules."""
    book = RuleBook()
    for name in filter(_is_of_rules, options.files):
        rules, lines = read_rule_lines(name)
        book |= rules
        for finding in lint_rules(rules, on=options.on, months=options.months):
            yield name, attrs.evolve(finding, line=lines.get(finding.where))
    senders, missions = list(map(Sender, options.senders)), read_mission_files(options.missions)
    for name in options.files:
        if not _is_of_rules(name):
            reading = read_reading(name, encoding=options.encoding)
            found = lint_case(
                reading.case, on=options.on, rules=book, senders=senders, missions=missions, months=options.months
            )
            yield from ((name, _placed(finding, reading)) for finding in found)


def _placed(finding: Finding, reading: Reading) -> Finding:
    """A finding with the line and column on which what it is about begins in the bulletin, where that is known."""
    rules = {place_of(rule): f"rules[{number}]" for number, rule in enumerate(reading.case.rules)}
    spans = reading.where(rules.get(finding.where, finding.where))
    first = min(spans, key=lambda span: (span.line, span.column), default=None)
    return attrs.evolve(finding, line=first.line, column=first.column) if first else finding


def _is_of_rules(name: str) -> bool:
    return name.lower().endswith(".toml")
