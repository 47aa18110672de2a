"""Records as an Arrow table, which every data frame takes in, and which is written to Parquet as it is."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from urgent_actions.errors import InvalidData, Problem, missing_extra, refuse_if
from urgent_actions.formats.json_lines import read_one_by_one
from urgent_actions.formats.record_rows import read_row, unknown_columns, write_row
from urgent_actions.record import Record
from urgent_actions.record_columns import COLUMNS

_DAYS = tuple(column.name for column in COLUMNS if column.kind == "day")


def write_records_arrow(records: Iterable[Record]) -> Any:
    """Write records as a table with all columns of the table of records, in their order.

    Returns:
        A `pyarrow.Table`: texts as `string`, days as `date32`, the count as `int64`. `pyarrow.parquet.write_table`
        saves it, and `tally` takes it.

    Raises:
        MissingExtra: pyarrow is not installed (extra `frames`).
    """
    arrow = _pyarrow()
    rows = [_with_days(write_row(record), date.fromisoformat) for record in records]
    return arrow.Table.from_pylist(rows, schema=_schema(arrow))


def read_records_arrow(table: Any, problems: Callable[[Problem], None] | None = None) -> Iterator[Record]:
    """Read records one by one from an Arrow table, or from a batch of one.

    Args:
        table: a `pyarrow.Table` or `RecordBatch`; it may lack columns that are empty throughout.
        problems: is called with each problem of a row, and the reading goes on; without it they are raised at the end.

    Yields:
        The records of the good rows.

    Raises:
        InvalidData: the table has columns that no record has, or some rows are no records; every problem of the first
            100 bad rows has its row, counted from 1, and its column.
    """
    refuse_if(unknown_columns(dict.fromkeys(table.column_names)), InvalidData)
    batches = table.to_batches(10_000) if hasattr(table, "to_batches") else [table]
    rows = enumerate((row for batch in batches for row in batch.to_pylist()), start=1)
    yield from read_one_by_one(rows, lambda row: read_row(_with_days(row, str)), "records", problems)


def _with_days(row: dict[str, Any], form: Callable[[Any], Any]) -> dict[str, Any]:
    return row | {name: form(row[name]) for name in _DAYS if row.get(name) is not None}


def _schema(arrow: Any) -> Any:
    kinds = {"text": arrow.string(), "day": arrow.date32(), "number": arrow.int64()}
    return arrow.schema([(column.name, kinds[column.kind]) for column in COLUMNS])


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ModuleNotFoundError:
        raise missing_extra("frames", "records as an Arrow table") from None
    return pyarrow
