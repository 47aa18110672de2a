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


def rows_of(frame: Any) -> Iterator[tuple[Any, ...]]:
    """The rows of a narwhals frame, which is run where it is lazy, None for what is null."""
    native = frame.to_native()
    if hasattr(native, "fetchall"):  # DuckDB gives rows itself
        yield from native.fetchall()
        return
    eager = frame.collect("pyarrow") if hasattr(frame, "collect") else frame
    columns = [eager[name].to_arrow().to_pylist() for name in eager.columns]
    yield from zip(*columns, strict=True)
