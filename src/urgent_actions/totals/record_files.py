"""Files of records as a frame that DuckDB scans, and that is never in memory as a whole."""

from collections.abc import Iterator, Sequence
from typing import Any

from urgent_actions.errors import InvalidValue, Problem, missing_extra, refuse_if
from urgent_actions.totals.frame import duckdb_problem

MEMORY_OF_A_THREAD = 1_000_000_000
"""Bytes: the least that the makers of DuckDB advise for joins that may be spilled."""

_CONFIG = {
    "preserve_insertion_order": False,
    "autoinstall_known_extensions": False,  # the core fetches nothing
    "autoload_known_extensions": False,
}
_GUARDED = r"^''+[=+@\t\r-]"


def scan_record_files(files: str | Sequence[str]) -> Any:
    """A relation of DuckDB over the files, in a database of its own in memory; nothing is read before it is asked.

    The memory is bounded, by the number of threads, however many files there are. What does not fit is spilled to the
    folder `.tmp` where the process runs, as DuckDB does, and is gone with the database.

    Args:
        files: the path of a file of Parquet or CSV, a pattern such as `reports/*.parquet`, or several of one kind.

    Raises:
        InvalidValue: DuckDB cannot open it as such, or it is an address on a network, where nothing is looked up.
        MissingExtra: the extra `frames` is not installed.
    """
    duckdb = _duckdb()
    names = [files] if isinstance(files, str) else [*files]
    refuse_if(_elsewhere(name) for name in names if "://" in name)
    database = _database(duckdb)
    try:
        return _opened(database, names)
    except duckdb.Error as error:
        problems = [*_unreadable(duckdb, database, names)] or [duckdb_problem(error, ", ".join(names))]
        raise InvalidValue(*problems) from None


def _elsewhere(name: str) -> Problem:
    what = "an address on a network is no path of files"
    return Problem("no-path", what, where=name, way_out="fetch the files first, or give a frame of what they hold")


def _opened(database: Any, names: list[str]) -> Any:
    if all(name.lower().endswith(".parquet") for name in names):
        return database.read_parquet(names, union_by_name=True)
    if all(name.lower().endswith((".csv", ".csv.gz")) for name in names):
        return _unguarded(database.read_csv(names, header=True, quotechar='"', all_varchar=True, union_by_name=True))
    way_out = "give files of Parquet or CSV, such as 'reports/*.parquet'"
    raise InvalidValue(
        Problem("unknown-format", "the files have no known ending", where=", ".join(names), way_out=way_out)
    )


def _unreadable(duckdb: Any, database: Any, names: list[str]) -> Iterator[Problem]:
    """The files that cannot be opened alone, and the patterns that name none."""
    for name in names:
        files = [row[0] for row in database.execute("SELECT file FROM glob(?)", [name]).fetchall()]
        if not files:
            yield Problem("no-files", "there are no such files", where=name, way_out="look at the name of the folder")
        for file in files:
            try:
                _opened(database, [file])
            except duckdb.Error as error:
                yield duckdb_problem(error, file)


def _database(duckdb: Any) -> Any:
    database = duckdb.connect(config=_CONFIG)
    if database.execute("SELECT current_setting('enable_progress_bar')").fetchone() == (True,):
        database.execute("SET enable_progress_bar = false")  # nor does it print; a notebook may have no bar to set
    setting = "SELECT current_setting('threads'), parse_formatted_bytes(current_setting('memory_limit'))"
    threads, most = database.execute(setting).fetchone()
    database.execute(f"SET memory_limit = '{min(threads * MEMORY_OF_A_THREAD, most)}B'")
    return database


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
