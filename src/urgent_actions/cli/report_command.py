"""`report`: add a report of what was done to a file of reports."""

import argparse
from collections.abc import Iterator
from datetime import date
from os import SEEK_END
from pathlib import Path
from typing import Any
from uuid import uuid4

import attrs

from urgent_actions.action_report import ActionReport
from urgent_actions.case import Case
from urgent_actions.cli.arguments import add_bulletin, add_day, add_missions, day, value_of
from urgent_actions.cli.bulletin_file import numbered_id, read_case
from urgent_actions.cli.input_file import UnreadableFile, no_file
from urgent_actions.cli.mission_files import read_mission_files
from urgent_actions.errors import InvalidReport, InvalidValue, Problem, refuse_if
from urgent_actions.formats.json_lines import write_report
from urgent_actions.guidance.missions_for import represented
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("report", help="add a report of what was done to a file of reports")
    add_bulletin(parser)
    parser.add_argument("--channel", required=True, type=value_of(_channel), help="by which way: post, email, fax, ...")
    parser.add_argument("--target", metavar="TARGET", help="the id or the number of the target in what guide prints")
    parser.add_argument(
        "--from", dest="sender", metavar="COUNTRY", type=value_of(Country.parse), help="from which country"
    )
    add_day(parser, "when it was done")
    parser.add_argument("--count", type=int, default=1, help="how many letters, calls or posts (default: 1)")
    parser.add_argument("--id", default=None, help="the report's own key (default: a new one)")
    parser.add_argument(
        "--received", metavar="DAY", type=day, default=date.today(), help="when the report came in (default: today)"
    )
    add_missions(parser)
    parser.add_argument("--to", metavar="FILE", required=True, help="the file of reports, one JSON object a line")
    parser.set_defaults(run=_run)


def _channel(word: str) -> ChannelKind:
    return ChannelKind.of(word.lower())


def _run(options: argparse.Namespace) -> int:
    case = _case_of(options)
    report = _report_of(case, options)
    try:
        _append(Path(options.to), write_report(report))
    except OSError as error:
        raise UnreadableFile(options.to, [no_file(error)]) from None
    print(f"{options.to}: report {report.id} added")
    return 0


def _case_of(options: argparse.Namespace) -> Case:
    """The case as `guide` shows it: where the sender's country is said, with the missions that stand there."""
    case, missions = read_case(options.bulletin, options.encoding), read_mission_files(options.missions)
    return case if options.sender is None else represented(case, options.sender, options.on, missions).case


def _report_of(case: Case, options: argparse.Namespace) -> ActionReport:
    """The report that the words describe.

    Raises:
        InvalidReport: it cannot be, or cannot have been done; all problems at once.
    """
    problems = list(_still_to_come(options.received))
    report = ActionReport(uuid4().hex, case.reference, channel=options.channel, on=options.on, country=options.sender)
    for claim in _claims(case, options):
        try:
            report = attrs.evolve(report, **claim)
        except InvalidValue as error:
            problems += error.problems
    try:
        report.check(case, options.received)
    except InvalidReport as error:
        problems += error.problems
    refuse_if(problems, InvalidReport)
    return report


def _claims(case: Case, options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """What may be wrong by itself, one by one."""
    yield {"count": options.count}
    if options.id is not None:
        yield {"id": options.id}
    if options.target is not None:
        yield {"target": numbered_id(case, options.target)}


def _still_to_come(received: date) -> Iterator[Problem]:
    if received > date.today():
        yield Problem("future-day", f"the report came in on {received}, which is still to come", where="--received")


def _append(path: Path, line: str) -> None:
    """Add a line; where the last one was broken off, it stays a line of its own."""
    with path.open("ab+") as reports:
        if reports.seek(0, SEEK_END):
            reports.seek(-1, SEEK_END)
            if reports.read(1) != b"\n":
                line = f"\n{line}"
        reports.write(f"{line}\n".encode())
