"""Totals of files of records by queries of DuckDB and Polars written by hand, of the same meaning as a tally."""

import polars as pl

_SMALLER = """
    SELECT id, unnest(min({{
        'count': "count", 'case': "case", 'on': "on", 'channel': channel, 'target': coalesce(target, ''),
        'country': coalesce(country, ''){more}
    }})) FROM '{path}' WHERE record = 'report' GROUP BY id
"""
_LAST = """
    SELECT id, "case", unnest(max({{'corrected_on': corrected_on, 'less': -"count", 'count': "count",
        'channel': channel, 'country': coalesce(country, ''){more}}}))
    FROM '{path}' WHERE record = 'correction' GROUP BY id, "case"
"""
_CORRECTED = """
    SELECT {said} FROM ({smaller}) r
    LEFT JOIN ({last}) c ON c.id = r.id AND c."case" = r."case"
    ANTI JOIN (SELECT id, "case" FROM '{path}' WHERE record = 'withdrawal') w ON w.id = r.id AND w."case" = r."case"
"""
_BY = 'SELECT channel, country, sum("count")::BIGINT, count(*) FROM ({each}) GROUP BY ALL'
_PEOPLE = "SELECT count(*) FROM (SELECT DISTINCT * FROM ({each}) WHERE supporter != '')"


def _corrected(path: str, *said: str, more: str = "") -> str:
    smaller, last = (query.format(path=path, more=more) for query in (_SMALLER, _LAST))
    return _CORRECTED.format(path=path, said=", ".join(said), smaller=smaller, last=last)


def by_corrected(path: str) -> str:
    """A query for the numbers of actions and of reports by channel and country."""
    said = [f"coalesce(c.{name}, r.{name}) AS {name}" for name in ("channel", "country", '"count"')]
    return _BY.format(each=_corrected(path, *said))


def people_corrected(path: str) -> str:
    """A query for the number of distinct supporters."""
    said = ('r."case"', "coalesce(c.supporter, r.supporter) AS supporter")
    return _PEOPLE.format(each=_corrected(path, *said, more=", 'supporter': coalesce(supporter, '')"))


def polars_corrected(path: str) -> pl.LazyFrame:
    """The numbers of actions and of reports by channel and country."""
    rows = pl.scan_parquet(path).with_columns(pl.col("target", "country").fill_null(""))
    reports = rows.filter(pl.col("record") == "report")
    smaller = reports.sort("count", "case", "on", "channel", "target", "country").unique("id", keep="first")
    corrections = rows.filter(pl.col("record") == "correction").sort("corrected_on", -pl.col("count"))
    last = corrections.group_by("id", "case").agg(new=pl.struct("channel", "country", "count").last())
    gone = rows.filter(pl.col("record") == "withdrawal").select("id", "case")
    holds = smaller.join(gone, on=["id", "case"], how="anti").join(last, on=["id", "case"], how="left")
    said = (pl.coalesce(pl.col("new").struct.field(name), name).alias(name) for name in ("channel", "country", "count"))
    sums = holds.select(*said).group_by("channel", "country")
    return sums.agg(actions=pl.col("count").cast(pl.Int64).sum(), reports=pl.len().cast(pl.Int64))
