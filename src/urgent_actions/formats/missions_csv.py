"""Mission directories as CSV, for spreadsheets: one row for each embassy, consulate or permanent mission.

Law: `read_missions_csv(write_missions_csv(directory)) == directory`, where the channels of each mission stand in the
order of the columns; in another order they come back in that one. What has no column is refused, not left out.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from urgent_actions.contact_channel import ContactChannel
from urgent_actions.errors import InvalidData, InvalidValue, Problem, refuse_if
from urgent_actions.formats.csv_table import CsvRow, read_csv_table, write_csv_table
from urgent_actions.formats.faults import faults_of, read_each
from urgent_actions.formats.mission_cells import CHANNELS, COLUMNS, LISTED, NEEDED, TEXTS, read_cell, write_address_cell
from urgent_actions.missions import Mission, MissionDirectory
from urgent_actions.target import Target, target_id
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.source import Source
from urgent_actions.values.target_kind import TargetKind
from urgent_actions.values.window import Window

Cells = Mapping[str, Any]
"""What the cells of a row say, by their columns."""

_COLUMN_OF = {
    "covers": "covers",
    "during": "until",
    "source.checked": "checked",
    "target.accredited_to": "host",
    "target.country": "state",
    "target.id": "id",
    "target.kind": "kind",
    "target.name": "organisation",
    "to": "to",
}


def read_missions_csv(text: str) -> MissionDirectory:
    """Read a table of missions; its first row names the columns, and only `state`, `host` and `source` must be there.

    Raises:
        InvalidData: it is no CSV, a column is unknown, or a row says what no mission can be; every problem has its line
            and its column.

    >>> table = '''state,host,covers,organisation,phone,source,checked
    ... RU,US,Bahamas,Embassy of the Russian Federation,+1 202 298 5700,Diplomatic list,2020-05
    ... '''
    >>> [(mission.target.id, *mission.covers) for mission in read_missions_csv(table)]
    [('embassy-of-russia-in-united-states', Country(code='BS'))]
    """
    table = read_csv_table(text, COLUMNS, NEEDED)
    problems = list(table.problems)
    missions: dict[int, Mission] = {}
    for row in table.rows:
        try:
            missions[row.line] = _mission(row)
        except InvalidData as error:
            problems.extend(error.problems)
    problems.extend(_twice(missions))
    problems.sort(key=lambda problem: problem.line or 0)
    refuse_if(problems, InvalidData)
    return MissionDirectory(missions.values())


def write_missions_csv(directory: MissionDirectory) -> str:
    """Write a directory as a table with the columns that it needs.

    Raises:
        InvalidData: a mission says what has no column, such as the hours of a telephone; all such things at once.
    """
    refuse_wrong(directory=(directory, MissionDirectory))
    refuse_if((problem for n, mission in enumerate(directory) for problem in _without_column(n, mission)), InvalidData)
    rows = [dict(_cells(mission)) for mission in directory]
    used = {*NEEDED}.union(*rows)
    return write_csv_table([column for column in COLUMNS if column in used], rows)


def _mission(row: CsvRow) -> Mission:
    """The mission of a row.

    Raises:
        InvalidData: all that is wrong with it, by column.
    """
    missing = [column for column in NEEDED if column not in row.cells]
    problems = [Problem("missing-cell", f"the row has no {column}", line=row.line) for column in missing]
    named = ((column, (column, cell)) for column, cell in row.cells.items())
    try:
        cells = read_each(named, lambda pair: read_cell(*pair))
        if not missing:
            return _made(cells)
    except Exception as error:
        problems.extend(_of_row(fault.problem, row) for fault in faults_of(error, ""))
    raise InvalidData(*problems)


def _made(cells: Cells) -> Mission:
    makers: dict[str, Callable[[Cells], Any]] = {"target": _target, "source": _source, "during": _window}
    parts = read_each(makers.items(), lambda make: make(cells))
    return Mission(**parts, covers=cells.get("covers", ()), to=cells.get("to"))


def _target(cells: Cells) -> Target:
    kind, state, host = cells.get("kind", TargetKind.EMBASSY), cells["state"], cells["host"]
    texts: dict[str, Any] = {name: cells.get(name) for name in TEXTS}
    return Target(
        cells.get("id") or target_id(f"{kind} of {state.name()} in {host.name()}"),
        kind,
        country=state,
        accredited_to=host,
        channels=[ContactChannel(word, address) for name, word in CHANNELS.items() for address in cells.get(name, ())],
        **texts,
    )


def _source(cells: Cells) -> Source:
    return Source(cells["source"], **{name: cells.get(name) for name in ("url", "publisher", "stated", "checked")})


def _window(cells: Cells) -> Window:
    return Window(cells.get("from"), cells.get("until"))


def _of_row(problem: Problem, row: CsvRow) -> Problem:
    """A problem of a noun, with the column and the line from which it comes."""
    return attrs.evolve(problem, where=_COLUMN_OF.get(problem.where, problem.where), line=row.line)


def _twice(missions: Mapping[int, Mission]) -> Iterator[Problem]:
    """What makes no directory of the missions, by the lines on which they begin."""
    lines = list(missions)
    try:
        MissionDirectory(missions.values())
    except InvalidValue as error:
        for problem in error.problems:
            number = int(problem.where.removeprefix("missions[").removesuffix("]"))
            yield attrs.evolve(problem, where="id", line=lines[number])


def _cells(mission: Mission) -> Iterator[tuple[str, str]]:
    """The cells of a row that hold something."""
    target, source = mission.target, mission.source
    known = {
        **{name: getattr(target, name) for name in ("id", "kind", *TEXTS)},
        "state": mission.state,
        "host": mission.seat,
        "covers": LISTED.join(map(str, sorted(mission.covers))),
        "to": mission.to,
        **{
            name: LISTED.join(write_address_cell(channel) for channel in target.by(kind))
            for name, kind in CHANNELS.items()
        },
        "from": mission.during.first,
        "until": mission.during.last,
        "source": source.title,
        **{name: getattr(source, name) for name in ("url", "publisher", "stated", "checked")},
    }
    yield from ((column, str(value)) for column, value in known.items() if value)


def _without_column(number: int, mission: Mission) -> Iterator[Problem]:
    """What a table has no room for."""
    place, target = f"missions[{number}]", mission.target
    way_out = "write the directory as TOML, which has room for all"
    for name in ("copy", "salutation"):
        if getattr(target, name):
            what = f"no column holds the {name} of {target.id!r}"
            yield Problem("no-column", what, where=f"{place}.target.{name}", way_out=way_out)
    for index, channel in enumerate(target.channels):
        plain = ContactChannel(channel.kind, channel.address)
        if str(channel.kind) not in CHANNELS or channel.address is None or channel != plain or not _comes_back(channel):
            what = f"no cell holds all that is known of the {channel.kind} of {target.id!r}"
            yield Problem("no-column", what, where=f"{place}.target.channels[{index}]", way_out=way_out)
    texts = {f"target.{name}": getattr(target, name) for name in TEXTS} | {"source.publisher": mission.source.publisher}
    for path, text in texts.items():
        if text is not None and not text.strip():
            what = f"a blank text at {target.id!r} would be lost"
            yield Problem("no-column", what, where=f"{place}.{path}", way_out="leave it out")


def _comes_back(channel: ContactChannel) -> bool:
    """Whether the cell of a channel alone is read as that channel."""
    try:
        return read_cell(str(channel.kind), write_address_cell(channel)) == (channel.address,)
    except InvalidValue:
        return False
