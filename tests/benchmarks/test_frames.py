"""Totals of ten million records in Parquet, each id once, side by side with queries written by hand."""

import duckdb
import polars as pl
import pytest
from reports_in_parquet import make_files
from totals_by_hand import by_corrected, people_corrected, polars_corrected

from urgent_actions import SupporterSketch, tally


@pytest.fixture
def path(tmp_path, sizes):
    rows, files = sizes(smoke=(20_000, 2), full=(10_000_000, 10))
    return make_files(tmp_path, rows, files)


def by_hand(query):
    return duckdb.connect(config={"preserve_insertion_order": False}).execute(query).fetchall()


def test_totals_of_files_and_frames(side_by_side, path):
    corrected = by_corrected(path)
    told = {(*key, country or None): (actions, reports) for *key, country, actions, reports in by_hand(corrected)}
    assert told == tally(path).totals("channel", "country").cells
    frame = polars_corrected(path).collect()
    assert told == {(*key, country or None): (actions, reports) for *key, country, actions, reports in frame.rows()}
    jobs = {
        "DuckDB, as corrected": (lambda: by_hand(corrected), "", ""),
        "tally of files": (lambda: tally(path).by("channel", "country").fetchall(), "DuckDB, as corrected", 1.1),
        "tally of files, all cells checked": (lambda: tally(path).totals("channel", "country"), "", ""),
        "Polars, as corrected": (lambda: polars_corrected(path).collect(engine="streaming"), "", ""),
        "tally of a lazy Polars frame": (
            lambda: tally(pl.scan_parquet(path)).by("channel", "country").collect(engine="streaming"),
            "Polars, as corrected",
            1.1,
        ),
    }
    side_by_side(jobs, rounds=2)


def test_supporters_of_files_counted_and_sketched(side_by_side, path):
    counted, sketch = tally(path).supporters, SupporterSketch.of(tally(path))
    assert [(counted,)] == by_hand(people_corrected(path))
    low, high = sketch.bounds
    print(f"{counted} supporters, sketched {sketch.estimate}, which is {sketch.estimate / counted - 1:+.2%}")
    assert low <= counted <= high
    jobs = {
        "DuckDB, as corrected": (lambda: by_hand(people_corrected(path)), "", ""),
        "supporters of files": (lambda: tally(path).supporters, "DuckDB, as corrected", 1.1),
        "sketch of files": (lambda: SupporterSketch.of(tally(path)), "supporters of files", 1),
    }
    side_by_side(jobs, rounds=1)
