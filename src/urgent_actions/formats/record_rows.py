"""A record as one row of the table of records, and back without loss: `read_row(write_row(record)) == record`."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from urgent_actions.errors import InvalidData, Problem, did_you_mean
from urgent_actions.formats.faults import faults_of
from urgent_actions.formats.strict import strict_converter
from urgent_actions.formats.wrong_type import wrong_type
from urgent_actions.record import RECORDS, Record
from urgent_actions.record_columns import COLUMN_NAMES, COLUMNS
from urgent_actions.values.personal_data import refuse_key

_WORDS = {kind: word for word, kind in RECORDS.items()}
_HELD = "report"
"""The field in which a correction holds a report, whose cells stand among its own."""
_COLUMNS = {word: frozenset(column.name for column in COLUMNS if word in column.of) for word in RECORDS}


def write_row(record: Record) -> dict[str, Any]:
    """The cells of a record that say something, by their columns and in their order; days are ISO 8601."""
    cells = strict_converter().write(record) | {"record": _WORDS[type(record)]}
    cells |= cells.pop(_HELD, {})
    return {name: cells[name] for name in COLUMN_NAMES if name in cells}


def read_row(row: object) -> Record:
    """The record that a row says; a cell that is null is empty.

    Raises:
        InvalidData: it says none; every problem has its column.
    """
    if type(row) is not dict:
        raise InvalidData(*wrong_type(dict, row).problems)
    cells = {name: cell for name, cell in row.items() if cell is not None}
    word = cells.pop("record", None)
    if not isinstance(word, str) or word not in RECORDS:
        raise InvalidData(_which(word), *unknown_columns(row))
    problems = [*unknown_columns(row), *_foreign(word, cells)]
    own = {name: cell for name, cell in cells.items() if name in _COLUMNS[word]}
    try:
        record: Record = strict_converter().read(_fields_of(word, own), RECORDS[word])
    except Exception as error:  # whatever it says about the row; anything else `faults_of` raises again
        faults = faults_of(error, "")
        problems += (attrs.evolve(fault.problem, where=fault.at.removeprefix(f"{_HELD}.")) for fault in faults)
    else:
        if not problems:
            return record
    raise InvalidData(*problems)


def unknown_columns(row: Mapping[str, object]) -> Iterator[Problem]:
    """The columns that no record has; one that asks for personal data is refused as that."""
    yield from (refuse_key(name, "", COLUMN_NAMES) for name in row if name not in COLUMN_NAMES)


def _fields_of(word: str, cells: dict[str, object]) -> dict[str, object]:
    """The cells as the fields of the record: most of those of a correction are of the report that it holds."""
    own = {field.name for field in attrs.fields(RECORDS[word])}
    if _HELD not in own:
        return cells
    held = {name: cell for name, cell in cells.items() if name not in own}
    return {name: cell for name, cell in cells.items() if name in own} | {_HELD: held}


def _which(word: object) -> Problem:
    if word is None:
        return Problem("missing-cell", "the row does not say which record it is", where="record")
    way_out = did_you_mean(str(word), list(RECORDS))
    return Problem("unknown-word", "there is no such record", where="record", way_out=way_out)


def _foreign(word: str, cells: Mapping[str, object]) -> Iterator[Problem]:
    for name in COLUMN_NAMES:
        if name in cells and name not in _COLUMNS[word]:
            what = f"a {word} has no {name}"
            yield Problem("foreign-cell", what, where=name, way_out="leave the cell empty")
