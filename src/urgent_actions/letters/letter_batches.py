"""What turns partitions of a table of supporters into partitions of a table of letters."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, overload

import attrs

from urgent_actions.errors import InvalidData, InvalidValue, Problem, UrgentActionsError, missing_extra
from urgent_actions.letters.mailing import Mailing
from urgent_actions.letters.sender_cells import refuse_columns, sender_of
from urgent_actions.totals.frame import narwhals
from urgent_actions.values.language import Language
from urgent_actions.values.printable import printable
from urgent_actions.values.text import Message

ROWS_AT_ONCE = 10_000
"""The most rows in a batch of letters: some 20 MB of text."""

LETTER_COLUMNS = {
    "row": "long",
    "id": "string",
    "language": "string",
    "subject": "string",
    "text": "string",
    "to": "string",
    "care": "array<string>",
    "problems": "array<string>",
}
"""The columns of a table of letters, with their types as Spark names them."""

Columns = dict[str, list[Any]]
Told = list[str] | None
Written = tuple[str | None, str | None, str | None, str | None, Told, Told]


@attrs.frozen(eq=False)
class LetterBatches:
    """Turns partitions of a table of supporters into partitions of a table of letters, row by row. It can be pickled.

    A partition is an iterator of Arrow record batches, as Spark's `mapInArrow` hands it over, or one data frame or
    Arrow table, as Dask's `map_partitions` does; what comes back is of the same kind. Each row gives one row:

    - `row`: its number in the partition, from 0;
    - `id`: its `id` as text, null where it has none;
    - `language`, `subject`, `text`: of the letter; null where none could be written;
    - `to`: the address of the channel, where one was named;
    - `care`: why the channel calls for care, each in a sentence; null where it does not;
    - `problems`: why there is no letter, each in a sentence; null where there is one.

    Args:
        mailing: what is the same for all letters.
        locale: the language in which reasons are told.
    """

    mailing: Mailing
    locale: Language = attrs.field(kw_only=True)

    @property
    def schema(self) -> str:
        """The columns of the letters with their types, as Spark reads them."""
        return ", ".join(f"`{name}` {kind}" for name, kind in LETTER_COLUMNS.items())

    @overload
    def __call__(self, batches: Iterator[Any]) -> Iterator[Any]: ...
    @overload
    def __call__(self, batches: Any) -> Any: ...
    def __call__(self, batches: Any) -> Any:
        """Write the letters of one partition.

        Raises:
            InvalidData: the table has a column that no table of supporters has, or one twice, or lacks the country.
            InvalidValue: what was given is no table whose rows are at hand.
            MissingExtra: the extra `arrow` is not installed.
        """
        return self._streamed(batches) if isinstance(batches, Iterator | list) else self._framed(batches)

    def _streamed(self, batches: Iterable[Any]) -> Iterator[Any]:
        first = 0
        for batch in batches:
            if not hasattr(batch, "to_pydict"):
                raise _no_table(batch)
            refuse_columns(batch.schema.names)
            yield from self._batches(batch.to_pydict(), batch.num_rows, first)
            first += batch.num_rows

    def _framed(self, frame: Any) -> Any:
        nw = narwhals("arrow", "writing letters from a data frame")
        try:
            given = nw.from_native(frame, eager_only=True)
        except TypeError:
            raise _no_table(frame) from None
        except nw.exceptions.DuplicateError:
            raise InvalidData(Problem("column-twice", "two columns of one name", way_out="keep one")) from None
        refuse_columns(given.columns)
        columns = {name: _members(given[name]) for name in given.columns}
        table = _pyarrow().Table.from_batches(self._batches(columns, len(given), 0), _arrow_schema())
        letters = nw.from_arrow(table, backend=given.implementation).to_native()
        if (index := nw.maybe_get_index(given)) is not None:
            letters.index = index  # Dask goes on trusting the index of a partition
        return letters

    def _batches(self, columns: Columns, rows: int, first: int) -> Iterator[Any]:
        """The letters of some rows, the first of which has a number, as record batches."""
        for start in range(0, rows, ROWS_AT_ONCE):
            chosen = {name: cells[start : start + ROWS_AT_ONCE] for name, cells in columns.items()}
            yield self._batch(chosen, first + start)

    def _batch(self, columns: Columns, first: int) -> Any:
        names = tuple(columns)
        rows = [dict(zip(names, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]
        written = [self._written(row) for row in rows]
        keys = [_key(row.get("id")) for row in rows]
        filled = [range(first, first + len(rows)), keys, *map(list, zip(*written, strict=True))]
        schema = _arrow_schema()
        return _pyarrow().RecordBatch.from_arrays(list(map(_pyarrow().array, filled, schema.types)), schema=schema)

    def _written(self, cells: dict[str, Any]) -> Written:
        try:
            sender = sender_of(cells)
            way = self.mailing.ask(sender)
            if isinstance(way, tuple):
                return None, None, None, None, None, [*_said(way, self.locale)]
            bound = self.mailing.bound_for(sender, way)
            to = None if way is None else str(way.channel.address)
            care = [*_said(self.mailing.cautions(way), self.locale)] or None
            return bound.language.tag, bound.subject, bound.text(sender), to, care, None
        except UrgentActionsError as error:
            return None, None, None, None, None, [printable(str(problem)) for problem in error.problems]


@lru_cache(maxsize=1024)
def _said(reasons: tuple[Message, ...], locale: Language) -> tuple[str, ...]:
    """Reasons as sentences; the same few hold for many senders."""
    return tuple(reason.say(locale) for reason in reasons)


def _no_table(given: object) -> InvalidValue:
    what = f"the rows of a {type(given).__name__} are not at hand"
    way_out = "give a frame of pandas or Polars, an Arrow table, or an iterator of record batches; collect what is lazy"
    return InvalidValue(Problem("no-table", what, way_out=way_out))


def _members(column: Any) -> list[Any]:
    """The cells of a column, None where there is nothing; Arrow knows what each kind of frame means by nothing."""
    try:
        members: list[Any] = column.to_arrow().to_pylist()
    except (UnicodeError, _pyarrow().ArrowException):  # half a character, or cells of several kinds
        cells = zip(column.to_list(), column.is_null().to_list(), strict=True)
        members = [None if nothing else cell for cell, nothing in cells]
    return members


def _key(value: object) -> str | None:
    return None if value is None else printable(str(value))


def _arrow_schema() -> Any:
    pa = _pyarrow()
    kinds = {"long": pa.int64(), "string": pa.string(), "array<string>": pa.list_(pa.string())}
    return pa.schema([(name, kinds[kind]) for name, kind in LETTER_COLUMNS.items()])


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ModuleNotFoundError:
        raise missing_extra("arrow", "writing letters in batches") from None
    return pyarrow
