"""`report`: add a report of what was done to a file of reports."""

import argparse
from datetime import date
from os import SEEK_END
from pathlib import Path
from uuid import uuid4

from urgent_actions.action_report import ActionReport
from urgent_actions.cli.arguments import add_bulletin, day, value_of
from urgent_actions.cli.bulletin_file import numbered_target, read_case
from urgent_actions.cli.input_file import UnreadableFile, no_file
from urgent_actions.errors import InvalidReport, Problem
from urgent_actions.formats.json_lines import write_report
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("report", help="add a report of what was done to a file of reports")
    add_bulletin(parser)
    parser.add_argument("--channel", required=True, type=value_of(_channel), help="by which way: post, email, fax, ...")
    parser.add_argument("--target", metavar="TARGET", help="the id or the number of the target in the bulletin")
    parser.add_argument(
        "--from", dest="sender", metavar="COUNTRY", type=value_of(Country.parse), help="from which country"
    )
    parser.add_argument("--on", metavar="DAY", type=day, default=date.today(), help="when it was done (default: today)")
    parser.add_argument("--count", type=int, default=1, help="how many letters, calls or posts (default: 1)")
    parser.add_argument("--id", default=None, help="the report's own key (default: a new one)")
    parser.add_argument(
        "--received", metavar="DAY", type=day, default=date.today(), help="when the report came in (default: today)"
    )
    parser.add_argument("--to", metavar="FILE", required=True, help="the file of reports, one JSON object a line")
    parser.set_defaults(run=_run)


def _channel(word: str) -> ChannelKind:
    return ChannelKind.of(word.lower())


def _run(options: argparse.Namespace) -> int:
    case = read_case(options.bulletin, options.encoding)
    if options.received > date.today():
        what = f"the report came in on {options.received}, which is still to come"
        raise InvalidReport(Problem("future-day", what, where="--received"))
    report = ActionReport(
        options.id or uuid4().hex,
        case.reference,
        channel=options.channel,
        on=options.on,
        target=numbered_target(case, options.target).id if options.target else None,
        count=options.count,
        country=options.sender,
    )
    report.check(case, options.received)
    try:
        _append(Path(options.to), write_report(report))
    except OSError as error:
        raise UnreadableFile(options.to, [no_file(error)]) from None
    print(f"{options.to}: report {report.id} added")
    return 0


def _append(path: Path, line: str) -> None:
    """Add a line; where the last one was broken off, it stays a line of its own."""
    with path.open("ab+") as reports:
        if reports.seek(0, SEEK_END):
            reports.seek(-1, SEEK_END)
            if reports.read(1) != b"\n":
                line = f"\n{line}"
        reports.write(f"{line}\n".encode())
