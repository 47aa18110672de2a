"""Whether a data frame has the columns of the table of records, and each as the same text, day or number."""

from collections.abc import Iterator
from typing import Any

from urgent_actions.errors import InvalidData, Problem, refuse_if
from urgent_actions.record_columns import COLUMN_NAMES, COLUMNS, Column
from urgent_actions.values.personal_data import refuse_key

_NEEDED = ("record", "id", "case", "on", "channel")
_KINDS = {
    "text": ("String", "Categorical", "Enum"),
    "day": ("Date", "Datetime", "String"),
    "number": ("Int64", "Int32", "Int16", "Int8", "UInt64", "UInt32", "UInt16", "UInt8", "Int128", "Float64", "String"),
}
_EMPTY = ("Unknown", "Object")
"""What a column may be called that has no cell, or whose cells are known only one by one."""
_WAYS_OUT = {
    "text": "give texts",
    "day": "give days, or texts such as '2020-05-25'",
    "number": "give whole numbers",
}


def refuse_wrong_columns(schema: dict[str, Any]) -> None:
    """Refuse a frame that is no table of records, with every wrong column; no cell is looked at.

    Args:
        schema: the type of each column, as narwhals names it.

    Raises:
        InvalidData: columns are missing, unknown or of another type, or ask for personal data.
    """
    refuse_if(_problems_in(schema), InvalidData)


def _problems_in(schema: dict[str, Any]) -> Iterator[Problem]:
    yield from (refuse_key(str(name), "", COLUMN_NAMES) for name in schema if name not in COLUMN_NAMES)
    for column in COLUMNS:
        if column.name in schema:
            yield from _wrong_type(column, schema[column.name])
        elif column.name in _NEEDED:
            yield Problem("missing-column", f"missing column {column.name!r}", way_out="a table of records has it")


def _wrong_type(column: Column, dtype: Any) -> Iterator[Problem]:
    named = str(dtype.base_type().__name__)
    if named not in (*_KINDS[column.kind], *_EMPTY):
        what = f"the column {column.name!r} holds {dtype}, no {column.kind}s"
        yield Problem("wrong-type", what, where=column.name, way_out=_WAYS_OUT[column.kind])
