"""Totals of ten million records in Parquet, each id once, side by side with queries written by hand."""

import duckdb
import polars as pl
import pytest
from reports_in_parquet import make_files

from urgent_actions import tally

BY = """SELECT channel, country, sum("count")::BIGINT AS actions, count(*) AS reports FROM ({each}) GROUP BY ALL"""
ANY_OF_EACH_ID = """
    SELECT id, any_value(channel) AS channel, any_value(country) AS country, any_value("count") AS "count"
    FROM '{path}' WHERE record = 'report' GROUP BY id
"""
SMALLER_CLAIM = """
    SELECT id, unnest(min({{
        'count': "count", 'case': "case", 'on': "on", 'channel': channel, 'target': coalesce(target, ''),
        'country': coalesce(country, '')
    }})) FROM '{path}' WHERE record = 'report' GROUP BY id
"""
AS_CORRECTED = """
    SELECT coalesce(c.channel, r.channel) AS channel, coalesce(c.country, r.country) AS country,
        coalesce(c."count", r."count") AS "count"
    FROM ({smaller}) r
    LEFT JOIN (
        SELECT id, "case", unnest(max({{'corrected_on': corrected_on, 'less': -"count", 'count': "count",
            'channel': channel, 'country': coalesce(country, '')}}))
        FROM '{path}' WHERE record = 'correction' GROUP BY id, "case"
    ) c ON c.id = r.id AND c."case" = r."case"
    ANTI JOIN (SELECT id, "case" FROM '{path}' WHERE record = 'withdrawal') w ON w.id = r.id AND w."case" = r."case"
"""


@pytest.fixture
def path(tmp_path, sizes):
    rows, files = sizes(smoke=(20_000, 2), full=(10_000_000, 10))
    return make_files(tmp_path, rows, files)


def by_hand(each):
    return duckdb.connect(config={"preserve_insertion_order": False}).execute(BY.format(each=each)).fetchall()


def in_polars(path):
    reports = pl.scan_parquet(path).filter(pl.col("record") == "report").unique("id", keep="any")
    return reports.group_by("channel", "country").agg(pl.col("count").sum(), pl.len()).collect(engine="streaming")


def test_totals_of_files_and_frames(side_by_side, path):
    smaller = SMALLER_CLAIM.format(path=path)
    corrected = AS_CORRECTED.format(path=path, smaller=smaller)
    told = {
        (channel, country or None): (int(actions), int(reports))
        for channel, country, actions, reports in by_hand(corrected)
    }
    assert told == tally(path).totals("channel", "country").cells
    jobs = {
        "DuckDB, any row of an id": (lambda: by_hand(ANY_OF_EACH_ID.format(path=path)), "", ""),
        "DuckDB, the smaller claim": (lambda: by_hand(smaller), "", ""),
        "DuckDB, as corrected": (lambda: by_hand(corrected), "", ""),
        "tally of files": (lambda: tally(path).totals("channel", "country"), "DuckDB, as corrected", 1.1),
        "Polars, any row of an id": (lambda: in_polars(path), "", ""),
        "tally of a lazy Polars frame": (
            lambda: tally(pl.scan_parquet(path)).by("channel", "country").collect(engine="streaming"),
            "Polars, any row of an id",
            1.1,
        ),
    }
    side_by_side(jobs, rounds=2)
