"""Totals of ten million records in Parquet, each id once, side by side with queries written by hand."""

import duckdb
import polars as pl
import pytest

from urgent_actions import tally

MADE = """
COPY (
    SELECT
        CASE WHEN kind < 9900 THEN 'report' WHEN kind < 9925 THEN 'correction' WHEN kind < 9940 THEN 'withdrawal'
            WHEN kind < 9970 THEN 'bounce' ELSE 'reply' END AS record,
        'r-' || lpad(to_hex(hash(same)), 16, '0') AS id,
        'UA ' || (1 + h % 50) || '/20' AS "case",
        DATE '2020-01-01' + (h // 50 % 365)::INT + disputed::INT AS "on",
        CASE WHEN kind BETWEEN 9900 AND 9924 THEN DATE '2021-02-01' + (h % 100)::INT END AS corrected_on,
        CASE WHEN kind < 9925 THEN (['post', 'email', 'fax', 'phone', 'form'])[1 + h // 18250 % 5] END AS channel,
        CASE WHEN kind < 9925 AND h // 7 % 3 > 0 THEN 'target-' || (h // 7 % 3) END AS target,
        CASE WHEN kind < 9925 THEN 1 + (h // 11 % 100 = 0)::INT * (h // 1100 % 20)::INT END AS count,
        CASE WHEN kind < 9925 AND h // 13 % 20 > 0 THEN
            (['US', 'DE', 'FR', 'GB', 'NL', 'IT', 'ES', 'CA', 'AU', 'SE'])[1 + h // 260 % 10] END AS country,
        CASE WHEN kind < 9925 AND h // 41 % 10 > 0 THEN md5((h // 43 % ({rows} // 3 + 1))::VARCHAR) END AS supporter,
        CASE WHEN kind >= 9970 THEN (['favourable', 'pledge', 'counter', 'question'])[1 + h % 4] END AS reply
    FROM (
        SELECT same, (hash(same * 7 + 1) >> 2)::BIGINT AS h, (hash(i * 3 + 2) % 10000)::INT AS kind,
            hash(i * 5 + 3) % 1000 = 0 AS disputed
        FROM (SELECT i, CASE WHEN i % 25 = 0 THEN i - 1 ELSE i END AS same FROM range({rows}) numbers(i))
    )
) TO '{path}' (FORMAT parquet, ROW_GROUP_SIZE 500000)
"""
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
    rows = sizes(smoke=20_000, full=10_000_000)
    path = str(tmp_path / "reports.parquet")
    duckdb.connect().execute(MADE.format(rows=rows, path=path))
    return path


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
