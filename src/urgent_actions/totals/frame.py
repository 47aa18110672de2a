"""A data frame of any kind: pandas, Polars, PyArrow, DuckDB, Dask, Spark and whatever else narwhals knows."""

from collections.abc import Iterator
from typing import Any, Protocol, TypeGuard

from urgent_actions.errors import missing_extra


class Frame(Protocol):
    """What every kind of frame has."""

    @property
    def columns(self) -> Any:
        """The columns, or their names."""


def is_frame(given: object) -> TypeGuard[Frame]:
    """Whether it is one; a lazy frame is not asked for its columns, which may take it long to find out."""
    return hasattr(type(given), "columns")


def narwhals() -> Any:
    """What knows every kind of frame.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        import narwhals.stable.v2 as narwhals
    except ModuleNotFoundError:
        raise missing_extra("frames", "a tally of a data frame") from None
    return narwhals


def keyed(nw: Any, frame: Any, text: Any) -> Any:
    """A narwhals frame with a text as its `key`, or with a hash of it where the engine has one, which takes less room.

    Texts that differ may have one hash, so a key tells which rows may be of one text, and never that they are.
    """
    rows = frame.with_columns(key=text)
    native = rows.to_native()
    if rows.implementation.is_duckdb():
        return nw.from_native(native.project("* REPLACE (hash(key) AS key)"))
    if rows.implementation.is_polars():
        return nw.from_native(native.with_columns(nw.get_native_namespace(rows).col("key").hash()))
    return rows


def rows_of(frame: Any) -> Iterator[tuple[Any, ...]]:
    """The rows of a narwhals frame, which is run where it is lazy, None for what is null."""
    native = frame.to_native()
    if hasattr(native, "fetchall"):  # DuckDB gives rows itself
        yield from native.fetchall()
        return
    eager = frame.collect("pyarrow") if hasattr(frame, "collect") else frame
    columns = [eager[name].to_arrow().to_pylist() for name in eager.columns]
    yield from zip(*columns, strict=True)
