"""Files of records as a frame that DuckDB scans, and that is never in memory as a whole."""

from collections.abc import Sequence
from typing import Any

from urgent_actions.errors import InvalidValue, Problem, missing_extra

_GUARDED = r"^''+[=+@\t\r-]"


def scan_record_files(files: str | Sequence[str]) -> Any:
    """A relation of DuckDB over the files, in a database of its own in memory; nothing is read before it is asked.

    Args:
        files: the path of a file of Parquet or CSV, a pattern such as `reports/*.parquet`, or several of one kind.

    Raises:
        InvalidValue: DuckDB cannot open it as such.
        MissingExtra: the extra `frames` is not installed.
    """
    duckdb = _duckdb()
    names = [files] if isinstance(files, str) else [*files]
    database = duckdb.connect(config={"preserve_insertion_order": False})
    try:
        if all(name.endswith(".parquet") for name in names):
            return database.read_parquet(names, union_by_name=True)
        if all(name.endswith((".csv", ".csv.gz")) for name in names):
            return _unguarded(
                database.read_csv(names, header=True, quotechar='"', all_varchar=True, union_by_name=True)
            )
    except duckdb.Error as error:
        what = str(error).partition("\n")[0]
        raise InvalidValue(Problem("unreadable-files", what, where=", ".join(names))) from None
    way_out = "give files of Parquet or CSV, such as 'reports/*.parquet'"
    raise InvalidValue(
        Problem("unknown-format", "the files have no known ending", where=", ".join(names), way_out=way_out)
    )


def _unguarded(cells: Any) -> Any:
    """CSV, whose cells are all texts, without the apostrophes that guard against formulas."""
    return cells.project(", ".join(f'{_plain(_quoted(name))} AS "{_quoted(name)}"' for name in cells.columns))


def _plain(name: str) -> str:
    plain = f"""CASE WHEN regexp_matches("{name}", '{_GUARDED}') THEN substr("{name}", 2) ELSE "{name}" END"""
    return f"nullif(trim({plain}), '')"


def _quoted(name: str) -> str:
    return name.replace('"', '""')


def _duckdb() -> Any:
    try:
        import duckdb
    except ModuleNotFoundError:
        raise missing_extra("frames", "a tally of files") from None
    return duckdb
