"""`tally`: what was done, by channel, target, country and day."""

import argparse
import json
from collections.abc import Iterator

from urgent_actions.action_report import ActionReport
from urgent_actions.cli.arguments import value_of
from urgent_actions.cli.input_file import problems_in
from urgent_actions.cli.progress import lines_of
from urgent_actions.errors import InvalidValue, Problem, did_you_mean
from urgent_actions.formats.json_lines import read_reports
from urgent_actions.totals.facets import BY
from urgent_actions.totals.tally import Tally, tally
from urgent_actions.values.text_table import text_table

_USUAL = ("channel", "target", "country", "day")


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("tally", help="total files of reports")
    parser.add_argument("reports", metavar="REPORTS", nargs="+", help="files of reports, one JSON object a line")
    parser.add_argument(
        "--by",
        metavar="FACETS",
        type=value_of(_facets),
        default=None,
        help="one table by these together, such as channel,country (default: tables by channel, target, country, day)",
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=_run)


def _facets(word: str) -> tuple[str, ...]:
    facets = tuple(word.split(","))
    for facet in facets:
        if facet not in BY:
            raise InvalidValue(
                Problem("unknown-facet", f"cannot total by {facet!r}", way_out=did_you_mean(facet, list(BY)))
            )
    return facets


def _run(options: argparse.Namespace) -> int:
    totals = tally(report for name in options.reports for report in _reports(name))
    tables = [options.by] if options.by else [(facet,) for facet in _USUAL]
    if options.json:
        print(json.dumps(_document(totals, tables), ensure_ascii=False, indent=2))
    else:
        for facets in tables:
            rows = [(*map(_said, key), count) for key, count in totals.by(*facets).items()]
            print(text_table(rows, header=(*facets, "actions")), end="\n\n")
        print("total", _counted(totals.total, "action"), "in", _counted(len(totals.reports), "report"))
        if totals.disputed:
            what = _counted(len(totals.disputed), "id")
            print(f"{what} came in with different reports: the smaller claim counts (--json names them)")
    return 0


def _reports(name: str) -> Iterator[ActionReport]:
    with problems_in(name):
        yield from read_reports(lines_of(name))


def _document(totals: Tally, tables: list[tuple[str, ...]]) -> dict[str, object]:
    body = {
        "total": totals.total,
        "reports": len(totals.reports),
        "disputed": sorted(totals.disputed),
        "by": [
            {"facets": list(facets), "rows": [[*map(_text, key), count] for key, count in totals.by(*facets).items()]}
            for facets in tables
        ],
    }
    return {"urgent_actions": 1, "tally": body}


def _counted(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def _said(value: object) -> str:
    return "not said" if value is None else str(value)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
