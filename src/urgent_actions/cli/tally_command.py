"""`tally`: what was done, by channel, target, country and day, as it is known or as it may be published."""

import argparse

from urgent_actions.cli.arguments import value_of
from urgent_actions.cli.input_file import problems_in, read_file
from urgent_actions.cli.progress import at_work
from urgent_actions.cli.record_files import counted_in
from urgent_actions.cli.tally_output import print_release, print_tally
from urgent_actions.errors import InvalidValue, Problem
from urgent_actions.formats.totals_json import read_release
from urgent_actions.totals.facets import refuse_unknown
from urgent_actions.totals.publish import publish
from urgent_actions.totals.release import LEAST_THRESHOLD, Release


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("tally", help="total files of reports, and make the totals ready for the public")
    parser.add_argument(
        "records",
        metavar="FILES",
        nargs="+",
        help="files of records: lines of JSON, CSV (.csv) or Parquet (.parquet)",
    )
    parser.add_argument(
        "--by",
        metavar="FACETS",
        type=value_of(_facets),
        default=None,
        help="one table by these together, such as channel,country (default: tables by channel, target, country, day)",
    )
    parser.add_argument(
        "--publish",
        metavar="PEOPLE",
        type=value_of(_threshold),
        default=None,
        help="withhold numbers of fewer people than this, and what would tell them (default of --by: channel)",
    )
    parser.add_argument(
        "--round",
        metavar="N",
        type=int,
        default=None,
        help="round what is published to multiples of it, and withhold numbers of fewer people than half of it",
    )
    parser.add_argument(
        "--before",
        metavar="RELEASE",
        action="append",
        default=[],
        help="an earlier release as --publish --json wrote it, the oldest first; may be given several times",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", dest="form", action="store_const", const="json", help="print JSON")
    form.add_argument("--csv", dest="form", action="store_const", const="csv", help="print CSV")
    form.add_argument("--table", dest="form", action="store_const", const="table", help="print tables (the default)")
    parser.set_defaults(run=_run, form="table")


def _facets(word: str) -> tuple[str, ...]:
    facets = tuple(word.split(","))
    refuse_unknown(facets)
    return facets


def _threshold(word: str) -> int:
    if not (word.isascii() and word.isdecimal() and int(word) >= LEAST_THRESHOLD):
        raise InvalidValue(f"{word!r} is not a whole number from {LEAST_THRESHOLD} on")
    return int(word)


def _run(options: argparse.Namespace) -> int:
    before = [_release(name) for name in options.before]
    _refuse_without_publishing(options)
    totals = counted_in(options.records)
    if options.publish is None:
        print_tally(totals, options.by, options.form)
    else:
        facets = options.by or ("channel",)
        with at_work("publishing"):
            release = publish(totals, facets, threshold=options.publish, before=before, round_to=options.round)
        print_release(release, options.form)
    return 0


def _refuse_without_publishing(options: argparse.Namespace) -> None:
    if options.publish is None and (options.before or options.round is not None):
        way_out = "give --publish 10 too"
        raise InvalidValue(
            Problem("nothing-published", "--before and --round are for what is published", way_out=way_out)
        )


def _release(name: str) -> Release:
    with problems_in(name):
        return read_release(read_file(name))
