"""`read`: what was understood of one bulletin beside where it stood, or of many in a table."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from urgent_actions.bulletins.reading import Reading
from urgent_actions.cli.arguments import add_encoding
from urgent_actions.cli.bulletin_file import read_reading
from urgent_actions.cli.input_file import UnreadableFile
from urgent_actions.cli.paint import painted
from urgent_actions.cli.progress import watched
from urgent_actions.formats.reading_json import reading_document
from urgent_actions.values.severity import Severity
from urgent_actions.values.text_table import text_table

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_SUFFIXES = {".txt", ".html", ".htm", ".pdf"}
_HEADER = ("file", "case", "country", "issued", "targets", "channels", "errors", "warnings", "unread")


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("read", help="what is understood of a bulletin, beside where it stands in the text")
    parser.add_argument(
        "bulletins", metavar="BULLETIN", nargs="+", help="files, folders of files, or - for standard input"
    )
    add_encoding(parser)
    parser.add_argument("--strict", action="store_true", help="refuse whatever was not wholly understood")
    parser.add_argument("--json", action="store_true", help="print JSON; of several bulletins, one document a line")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    names = list(_files(options.bulletins))
    if names == options.bulletins and len(names) == 1:
        return _show(names[0], options)
    unreadable: list[str] = []
    rows: list[tuple[object, ...]] = []
    for name in watched(names):
        try:
            reading = read_reading(name, strict=options.strict, encoding=options.encoding)
        except UnreadableFile as error:
            unreadable += error.lines
            rows.append((name, "unreadable"))
            continue
        rows.append(_row(name, reading))
        if options.json:
            print(json.dumps({"file": name, **reading_document(reading)}, ensure_ascii=False))
    if not options.json:
        print(text_table(rows, header=_HEADER))
    print("".join(f"{line}\n" for line in unreadable), end="", file=sys.stderr)
    return 1 if unreadable else 0


def _files(names: Iterable[str]) -> Iterator[str]:
    """The files that are named, and the bulletins in the folders that are named, in the order of their names."""
    for name in names:
        if name != "-" and Path(name).is_dir():
            yield from sorted(str(path) for path in Path(name).iterdir() if path.suffix.lower() in _SUFFIXES)
        else:
            yield name


def _show(name: str, options: argparse.Namespace) -> int:
    reading = read_reading(name, strict=options.strict, encoding=options.encoding)
    if options.json:
        print(json.dumps(reading_document(reading), ensure_ascii=False, indent=2))
        return 0
    print(painted(f"{name}: {reading.case.reference}, read as {reading.family}", "bold"))
    print(text_table(reading.understood(), header=("where", "part", "understood as")))
    for found in reading.diagnostics:
        print(painted(found.in_file(name), _STYLES[found.severity]))
    return 0


def _row(name: str, reading: Reading) -> tuple[object, ...]:
    case = reading.case
    errors, warnings = (len(reading.of(severity)) for severity in (Severity.ERROR, Severity.WARNING))
    channels = sum(len(target.channels) for target in case.targets)
    unread = len(reading.unread)
    return name, case.reference, case.country, case.issued, len(case.targets), channels, errors, warnings, unread
