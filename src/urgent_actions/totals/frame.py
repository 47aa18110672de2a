"""A data frame of any kind: pandas, Polars, PyArrow, DuckDB, Dask, Spark and whatever else narwhals knows."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any, Protocol, TypeGuard

from urgent_actions.errors import InvalidData, Problem, missing_extra

_BATCH = 100_000


class Frame(Protocol):
    """What every kind of frame has."""

    @property
    def columns(self) -> Any:
        """The columns, or their names."""


def is_frame(given: object) -> TypeGuard[Frame]:
    """Whether it is one; a lazy frame is not asked for its columns, which may take it long to find out."""
    return hasattr(type(given), "columns")


def narwhals(extra: str = "frames", purpose: str = "a tally of a data frame") -> Any:
    """What knows every kind of frame, by the one of its faces that stays as it is.

    Args:
        extra: what installs it.
        purpose: what it is wanted for.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        import narwhals.stable.v2 as narwhals
    except ModuleNotFoundError:
        raise missing_extra(extra, purpose) from None
    return narwhals


def hashed(nw: Any, frame: Any, column: str) -> Any:
    """A narwhals frame with a hash of 64 bits in the place of a text, or with the text where the engine has none.

    Texts that differ may have one hash: it tells which rows may be of one text, and never that they are.
    """
    native = frame.to_native()
    if frame.implementation.is_duckdb():
        return nw.from_native(native.project(f"* REPLACE (hash({column}) AS {column})"))
    if frame.implementation.is_polars():
        return nw.from_native(native.with_columns(nw.get_native_namespace(frame).col(column).hash()))
    return frame


def digested(nw: Any, frame: Any, column: str) -> Any:
    """A narwhals frame with the MD5 of a text in its place, where the engine keeps that as one number.

    Its 128 bits are those of the shortest token, so what tokens tell apart it tells apart as well.
    """
    if not frame.implementation.is_duckdb():
        return frame
    return nw.from_native(frame.to_native().project(f"* REPLACE (md5_number({column}) AS {column})"))


def rows_of(frame: Any) -> Iterator[tuple[Any, ...]]:
    """The rows of a narwhals frame, which is run where it is lazy, None for what is null."""
    if frame.implementation.is_duckdb():
        yield from _fetched(frame.to_native())
        return
    eager = frame.collect("pyarrow") if hasattr(frame, "collect") else frame
    # the frame's own columns: what Dask collects has the index behind them
    columns = [eager[name].to_arrow().to_pylist() for name in frame.collect_schema().names()]
    yield from zip(*columns, strict=True)


def rows_in_sets(relation: Any, sets: Sequence[tuple[str, ...]], *sums: str) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """The rows of a relation of DuckDB grouped by each of several sets of columns, in one run for all of them.

    Args:
        relation: the relation.
        sets: the columns of each set.
        sums: what is told of each group, in SQL.

    Yields:
        The place of the set, the values of its columns, and what is told.
    """
    names = tuple(dict.fromkeys(chain.from_iterable(sets)))
    lacking = [sum(2**n for n, name in enumerate(reversed(names)) if name not in one) for one in sets]
    quoted = ", ".join(f'"{name}"' for name in names) or "NULL"
    grouped = (", ".join(f'"{name}"' for name in one) for one in sets)
    told = relation.aggregate(
        ", ".join([f"GROUPING({quoted}) AS lacking" if names else "0", quoted, *sums]),
        f"GROUPING SETS ({', '.join(f'({one})' for one in grouped)})",
    )
    for which, *row in _fetched(told):
        place = lacking.index(which)
        values = dict(zip(names, row, strict=False))
        yield place, (*(values[name] for name in sets[place]), *row[len(names) or 1 :])


def texts_of(frame: Any) -> Iterator[list[str]]:
    """The texts of the only column of a narwhals frame, some at a time; what DuckDB finds is never held as a whole."""
    if frame.implementation.is_duckdb():
        with _files_that_break():
            yield from (batch.column(0).to_pylist() for batch in frame.to_native().to_arrow_reader(_BATCH))
        return
    eager = frame.collect("pyarrow") if hasattr(frame, "collect") else frame
    texts = eager[eager.columns[0]].to_arrow()
    yield from (texts.slice(begin, _BATCH).to_pylist() for begin in range(0, len(texts), _BATCH))


def _fetched(relation: Any) -> list[tuple[Any, ...]]:
    with _files_that_break():
        rows: list[tuple[Any, ...]] = relation.fetchall()
    return rows


@contextmanager
def _files_that_break() -> Iterator[None]:
    """What DuckDB finds only when it reads is a problem of the data, unless it wants for memory."""
    import duckdb

    try:
        yield
    except duckdb.OutOfMemoryException:
        raise
    except duckdb.Error as error:
        raise InvalidData(duckdb_problem(error)) from None


def duckdb_problem(error: Exception, where: str = "") -> Problem:
    """What DuckDB says of what it cannot read, without its own name for it."""
    what = str(error).partition("\n")[0].partition("Error: ")[2] or str(error)
    return Problem("unreadable-files", what[:1].lower() + what[1:], where=where, way_out="write the file anew")
