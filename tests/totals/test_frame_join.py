"""Rows that are alone are summed, and all others are joined: which of the two a row goes through changes nothing."""

import duckdb
import narwhals.stable.v2 as nw
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from totals.test_frames import RECORDS, TABLE
from totals.test_tally import many

from urgent_actions import InvalidData, tally, write_records_arrow
from urgent_actions.totals.frame import rows_of
from urgent_actions.totals.frame_join import FrameJoin
from urgent_actions.totals.record_texts import RecordTexts

FIELDS = ("channel", "country")


def totals(table, shared):
    """The totals of a table whose rows are joined where it is said that they share their id."""
    marked = pl.from_arrow(table).with_columns(shared=pl.Series(shared, dtype=pl.Int64))
    joined = FrameJoin(RecordTexts.of(pl.from_arrow(table)), FIELDS).rows(nw.from_native(marked))
    sums = joined.group_by(*FIELDS).agg(nw.col("actions", "reports").sum())
    return {tuple(value or None for value in key): (actions, reports) for *key, actions, reports in rows_of(sums)}


@given(many, st.randoms())
def test_what_is_alone_may_be_joined_all_the_same(records, random):
    table = write_records_arrow(records)
    ids = [record.id for record in records]
    joined = {one for one in {*ids} if ids.count(one) > 1 or random.random() < 0.5}
    assert totals(table, [1 if one in joined else None for one in ids]) == tally(records).totals(*FIELDS).cells


def test_what_is_not_alone_may_not_be_summed():
    assert totals(TABLE, [None] * TABLE.num_rows) != tally(RECORDS).totals(*FIELDS).cells


@pytest.mark.parametrize("mode", ["eager", "lazy"])
def test_records_without_an_id_are_taken_for_one(mode):
    row = {"record": "report", "id": None, "case": "UA 82/20", "on": "2020-05-25", "channel": "post", "count": 2}
    frame = pl.DataFrame([row, row | {"count": 1}])
    counted = tally(frame.lazy() if mode == "lazy" else frame)
    assert (counted.total, counted.reports) == (1, 1)
    with pytest.raises(InvalidData, match="2 cells of 'id' are missing"):
        counted.totals("channel")


def test_the_key_of_an_id_in_duckdb_is_a_number():
    rows = duckdb.connect().from_arrow(TABLE)
    keys = RecordTexts.of(rows).keyed().to_native().project("key, id").distinct()
    assert keys.types[0] == "UBIGINT"
    assert keys.shape[0] == len({record.id for record in RECORDS})
