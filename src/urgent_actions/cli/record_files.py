"""Files of records as the commands take them: lines of JSON, or CSV or Parquet where the name ends so."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

import attrs

from urgent_actions.cli.input_file import UnreadableFile, problems_in
from urgent_actions.cli.progress import at_work, lines_of, watched
from urgent_actions.errors import InvalidInput, InvalidValue, MissingExtra, Problem
from urgent_actions.formats.records_csv import read_records_csv
from urgent_actions.formats.records_ndjson import read_records
from urgent_actions.record import Record
from urgent_actions.totals.frame_tally import FrameTally
from urgent_actions.totals.record_files import scan_record_files
from urgent_actions.totals.tally import Tally, tally

_SCANNED = ".parquet"


def counted_in(names: Sequence[str]) -> Tally | FrameTally:
    """What the records of several files tell; those of Parquet are scanned where they lie.

    Raises:
        UnreadableFile: some files are not there, or have what no record has.
    """
    files = _files(names)
    scanned = [name for name in files if name.lower().endswith(_SCANNED)]
    if not scanned:
        return tally(records_of(files))
    if len(scanned) < len(files):
        way_out = "give files of Parquet alone, or none"
        raise InvalidValue(Problem("mixed-files", "Parquet is scanned, and other files are read", way_out=way_out))
    with at_work("scanning"):
        try:
            return _scanned(files)
        except (InvalidInput, InvalidValue, MissingExtra) as error:
            raise _by_file(files) or UnreadableFile(", ".join(names), error.problems) from None


def _files(names: Sequence[str]) -> list[str]:
    """The names, and in the place of a pattern the files that it names, for not every shell puts them there."""
    found = {name: [name] if _is_name(name) else _named_by(name) for name in names}
    none = Problem("no-files", "no file is named so", way_out="look at the name of the folder, and at the ending")
    nothing = [UnreadableFile(name, [none]) for name, files in found.items() if not files]
    if nothing:
        raise UnreadableFile.joined(nothing)
    return [*dict.fromkeys(chain.from_iterable(found.values()))]


def _is_name(name: str) -> bool:
    return not any(sign in name for sign in "*?[") or Path(name).exists()


def _named_by(pattern: str) -> list[str]:
    path = Path(pattern)
    return sorted(map(str, Path(path.anchor).glob(str(path.relative_to(path.anchor)))))


def _scanned(files: Sequence[str]) -> FrameTally:
    counted = FrameTally(scan_record_files(files))
    counted.check()
    return counted


def _by_file(files: Sequence[str]) -> UnreadableFile | None:
    """What is wrong with each file alone."""
    found: list[UnreadableFile] = []
    for name in files:
        try:
            _scanned([name])
        except (InvalidInput, InvalidValue) as error:
            problems = (attrs.evolve(one, where="" if one.where == name else one.where) for one in error.problems)
            found.append(UnreadableFile(name, problems))
    return UnreadableFile.joined(found) if found else None


def records_of(names: Sequence[str]) -> Iterator[Record]:
    """The records of several files, one by one, with a bar where that takes long and somebody watches.

    Raises:
        UnreadableFile: some files are not there, or have lines that are no records; raised at the end, with all that is
            wrong with any of them.
    """
    unreadable: list[UnreadableFile] = []
    for name in watched(names):
        try:
            with problems_in(name):
                yield from _read(name)
        except UnreadableFile as error:
            unreadable.append(error)
    if unreadable:
        raise UnreadableFile.joined(unreadable)


def _read(name: str) -> Iterator[Record]:
    if name.lower().endswith(".csv"):
        return read_records_csv(_texts(lines_of(name), name))
    return read_records(lines_of(name))


def _texts(lines: Iterable[bytes], name: str) -> Iterator[str]:
    for number, line in enumerate(lines, start=1):
        try:
            yield line.decode()
        except UnicodeDecodeError as error:
            what = f"byte {line[error.start]:#04x} is not UTF-8"
            problem = Problem("not-text", what, line=number, way_out="save the file as text in UTF-8")
            raise UnreadableFile(name, [problem]) from None
