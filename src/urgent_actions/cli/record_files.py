"""Files of records as the commands take them: lines of JSON, or CSV or Parquet where the name ends so."""

from collections.abc import Iterable, Iterator, Sequence

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
    scanned = [name for name in names if name.lower().endswith(_SCANNED)]
    if not scanned:
        return tally(records_of(names))
    if len(scanned) < len(names):
        way_out = "give files of Parquet alone, or none"
        raise InvalidValue(Problem("mixed-files", "Parquet is scanned, and other files are read", way_out=way_out))
    try:
        with at_work("scanning"):
            counted = FrameTally(scan_record_files(names))
            counted.check()
    except (InvalidInput, InvalidValue, MissingExtra) as error:
        raise UnreadableFile(", ".join(names), error.problems) from None
    return counted


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
        unreadable[0].lines = tuple(line for error in unreadable for line in error.lines)
        raise unreadable[0]


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
