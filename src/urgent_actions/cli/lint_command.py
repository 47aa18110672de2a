"""`lint`: what is doubtful in bulletins and in files of rules, although they can be read."""

import argparse
from collections.abc import Iterator
from datetime import date

from urgent_actions.cli.arguments import add_encoding, add_missions, day, value_of
from urgent_actions.cli.bulletin_file import read_reading
from urgent_actions.cli.mission_files import read_mission_files
from urgent_actions.cli.rule_files import read_rule_file
from urgent_actions.guidance.lint_case import lint_case
from urgent_actions.rules.lint_rules import lint_rules
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
    parser.add_argument(
        "--on", metavar="DAY", type=day, default=date.today(), help="the day, as 2020-05-25 (default: today)"
    )
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
        print(finding.in_file(name))
    if not found:
        print("nothing is doubtful")
    return int(options.strict and any(finding.severity is not Severity.INFO for _, finding in found))


def _found(options: argparse.Namespace) -> Iterator[tuple[str, Finding]]:
    """The findings of every file; each bulletin is looked at beside all the rules."""
    book = RuleBook()
    for name in filter(_is_of_rules, options.files):
        rules = read_rule_file(name)
        book |= rules
        yield from ((name, finding) for finding in lint_rules(rules, on=options.on, months=options.months))
    senders, missions = list(map(Sender, options.senders)), read_mission_files(options.missions)
    for name in options.files:
        if not _is_of_rules(name):
            case = read_reading(name, encoding=options.encoding).case
            found = lint_case(
                case, on=options.on, rules=book, senders=senders, missions=missions, months=options.months
            )
            yield from ((name, finding) for finding in found)


def _is_of_rules(name: str) -> bool:
    return name.lower().endswith(".toml")
