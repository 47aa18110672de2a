"""`diff`: which answers about a bulletin a change of rules changes."""

import argparse
from datetime import date, timedelta

from urgent_actions.cli.arguments import add_bulletin, add_missions, add_sender, day, sender_of
from urgent_actions.cli.bulletin_file import read_case
from urgent_actions.cli.mission_files import read_mission_files
from urgent_actions.cli.rule_files import read_rule_file
from urgent_actions.errors import InvalidValue, Problem
from urgent_actions.guidance.diff import diff

MOST_DAYS = 3660


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("diff", help="which answers about a bulletin a change of rules changes")
    add_bulletin(parser)
    parser.add_argument("old", metavar="OLD", help="the file of rules before the change (TOML)")
    parser.add_argument("new", metavar="NEW", help="the file of rules after it (TOML)")
    add_sender(parser)
    parser.add_argument(
        "--until", metavar="DAY", type=day, help="the last of the days to compare (default: the day of --on alone)"
    )
    add_missions(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    case = read_case(options.bulletin, options.encoding)
    old, new = map(read_rule_file, (options.old, options.new))
    missions = read_mission_files(options.missions)
    days = _days(options.on, options.until or options.on)
    print(diff(case, old, new, senders=[sender_of(options)], days=days, missions=missions))
    return 0


def _days(first: date, last: date) -> list[date]:
    """Every day from one to another.

    Raises:
        InvalidValue: they are the wrong way round, or more than ten years.
    """
    length = (last - first).days + 1
    if not 1 <= length <= MOST_DAYS:
        what = f"{first} to {last} are not 1 to {MOST_DAYS} days"
        raise InvalidValue(Problem("bad-days", what, way_out="give a later day as --until, within ten years"))
    return [first + timedelta(days=number) for number in range(length)]
