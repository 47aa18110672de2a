"""A data frame of records has the totals of the records, cell for cell, whatever kind of frame it is."""

import sys
from collections import Counter
from datetime import date

import duckdb
import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from totals.test_tally import many

from urgent_actions import (
    ActionReport,
    Bounce,
    Correction,
    FrameTally,
    Impact,
    InvalidData,
    InvalidValue,
    MissingExtra,
    Reply,
    ReplyKind,
    SupporterSketch,
    Withdrawal,
    publish,
    tally,
    write_records_arrow,
)
from urgent_actions.record_columns import COLUMN_NAMES
from urgent_actions.totals.people import People

DAYS = [date(2020, 5, 25), date(2020, 6, 1), date(2021, 6, 1)]
NUMBERS = ("total", "delivered", "returned", "supporters", "anonymous", "replies", "impacts", "disputed")


def of_pandas(table):
    """As an analyst has it: text as objects, days as moments, counts with gaps as floats."""
    frame = table.to_pandas()
    return frame.assign(**{name: frame[name].astype("datetime64[ns]") for name in ("on", "corrected_on")})


KINDS = {
    "Arrow": lambda table: table,
    "pandas": of_pandas,
    "Polars": pl.from_arrow,
    "lazy Polars": lambda table: pl.from_arrow(table).lazy(),
    "DuckDB": lambda table: duckdb.connect().from_arrow(table),
}
every_kind = pytest.mark.parametrize("kind", KINDS)


def history(ids=60, length=400):
    """Records of every sort about some reports, many of which dispute, correct and contradict one another."""
    dice = np.random.default_rng(82)
    return [one_of(dice, f"r-{dice.integers(ids)}") for _ in range(length)]


def pick(dice, choices):
    return choices[dice.integers(len(choices))]


def one_of(dice, name):
    case, on = pick(dice, ["UA 82/20", "UA 82/20", "EXTRA 9/98"]), pick(dice, DAYS)
    reply = {"reply": pick(dice, [*ReplyKind]), "impact": pick(dice, [None, *Impact])}
    match dice.integers(10):
        case 0 | 1 | 2 | 3:
            return ActionReport(name, case, on=on, **claimed(dice))
        case 4 | 5:
            return Correction(ActionReport(name, case, on=on, **claimed(dice)), corrected_on=pick(dice, DAYS))
        case 6 | 7:
            return Bounce(name, case, on=on)
        case 8:
            return Reply(name, case, on=on, **reply)
    return Withdrawal(name, case, on=on) if dice.random() < 0.3 else Reply(name, case, on=on, **reply)


def claimed(dice):
    return {
        "channel": pick(dice, ["post", "fax", "instagram"]),
        "target": pick(dice, [None, "embassy", "прокуратура", "procureur-général"]),
        "count": pick(dice, [1, 2, 30, 1_000_000]),
        "country": pick(dice, [None, "US", "DE"]),
        "language": pick(dice, [None, "fr", "zh-Hant-TW"]),
        "basis": pick(dice, ["self-reported", "on paper"]),
        "supporter": pick(dice, [None, "a" * 32, "b" * 64]),
    }


RECORDS = history()
TABLE = write_records_arrow(RECORDS)
COUNTED = tally(RECORDS)


def rows(frame):
    """The rows of a frame of any kind, as dicts."""
    if isinstance(frame, duckdb.DuckDBPyRelation):
        frame = frame.to_arrow_table()
    if isinstance(frame, pl.LazyFrame):
        frame = frame.collect()
    if isinstance(frame, pl.DataFrame):
        frame = frame.to_arrow()
    table = frame if isinstance(frame, pa.Table) else pa.Table.from_pandas(frame, preserve_index=False)
    return table.to_pylist()


def keyed(frame, *values):
    """The rows as a dict, from the other columns to the values."""
    told = {}
    for row in rows(frame):
        numbers = tuple(row.pop(value) for value in values)
        told[tuple(row.values())] = numbers
    return told


def written(key):
    return tuple(None if value is None else str(value) for value in key)


def test_the_records_have_everything_that_can_become_of_a_report():
    assert len(COUNTED.disputed) > 20
    assert len(COUNTED.unmatched) > 10
    assert 0 < COUNTED.funnel()[()].favourable < COUNTED.delivered < COUNTED.total
    assert len(COUNTED.counted) < len(COUNTED.reports)


@every_kind
def test_a_frame_has_the_totals_of_its_records_by_every_facet(kind):
    counted = tally(KINDS[kind](TABLE))
    for facets in [(), ("country", "channel"), ("target", "day"), ("case", "language", "basis")]:
        assert counted.totals(*facets) == COUNTED.totals(*facets)


@every_kind
def test_a_frame_has_the_numbers_of_its_records(kind):
    counted = tally(KINDS[kind](TABLE))
    assert {name: getattr(counted, name) for name in NUMBERS} == {name: getattr(COUNTED, name) for name in NUMBERS}
    assert counted.reports == len(COUNTED.counted)
    assert counted.unmatched == {fact.id for fact in COUNTED.unmatched}


def people_by_hand(facets):
    fields = ["on" if facet == "day" else facet for facet in facets]
    people = {
        (written(getattr(said, field) for field in fields), said.case, said.supporter or (said.id,))
        for said in COUNTED.counted
    }
    return Counter(key for key, *_ in people)


@every_kind
def test_a_frame_has_the_people_and_the_sketch_of_its_records(kind):
    counted = tally(KINDS[kind](TABLE))
    for facets in [(), ("country",), ("case", "target"), ("channel", "day")]:
        assert counted.people(*facets) == people_by_hand(facets)
        assert People.of(counted, facets) == People.of(COUNTED, facets)
    sketch = SupporterSketch.of(counted)
    assert sketch.estimate == (sketch | SupporterSketch.of(COUNTED)).estimate == COUNTED.supporters


@every_kind
def test_a_release_of_a_frame_is_the_release_of_its_records(kind):
    by = ("country", "channel")
    release = publish(tally(KINDS[kind](TABLE)), by, threshold=3)
    assert release == publish(COUNTED, by, threshold=3)
    assert not release.is_empty


@every_kind
def test_frames_tell_by_timeline_funnel_and_effort_what_the_records_do(kind):
    frame = KINDS[kind](TABLE)
    counted = tally(frame)
    for told in (counted.by("channel"), counted.funnel("channel"), counted.timeline(), counted.effort_by_country()):
        assert type(told) is type(frame)
    by = {written(key): (count,) for key, count in COUNTED.timeline("year", "channel").items()}
    assert {key[:2]: value for key, value in keyed(counted.timeline("year", "channel"), "actions").items()} == by
    funnels = {written(key): tuple(funnel) for key, funnel in COUNTED.funnel("target").items()}
    assert keyed(counted.funnel("target"), "done", "delivered", "answered", "favourable") == funnels
    efforts = {written([key]): (one.actions, one.reports, one.supporters) for key, one in effort().items()}
    assert keyed(counted.effort_by_country(), "actions", "reports", "supporters") == efforts


def effort():
    return COUNTED.effort_by_country()


@given(many, st.randoms(), st.sampled_from([*KINDS]))
def test_records_in_any_order_and_repeated_have_the_same_totals_in_a_frame(given_records, random, kind):
    mixed = [*given_records, *given_records[: random.randrange(15)]]
    random.shuffle(mixed)
    facets = random.choice([("channel", "country"), ("target", "day"), ("case",)])
    assert tally(KINDS[kind](write_records_arrow(mixed))).totals(*facets) == tally(given_records).totals(*facets)


@every_kind
def test_columns_that_are_empty_throughout_may_be_missing(kind):
    table = pa.table({"record": ["report"] * 2, "id": ["a", "b"], "case": ["UA 82/20"] * 2, "channel": ["post", "fax"]})
    table = table.append_column("on", pa.array([DAYS[0], DAYS[1]]))
    counted = tally(table)
    assert counted.totals("channel", "country").cells == {("post", None): (1, 1), ("fax", None): (1, 1)}
    assert (counted.total, counted.delivered, counted.supporters, counted.replies) == (2, 2, 0, {})


@every_kind
def test_a_frame_without_rows_has_no_totals(kind):
    counted = tally(KINDS[kind](TABLE.slice(0, 0)))
    assert counted.totals("channel").cells == {}
    assert (counted.totals().cells, counted.total, counted.delivered, counted.reports) == ({}, 0, 0, 0)


@every_kind
def test_days_may_be_written_as_texts(kind):
    table = TABLE.set_column(TABLE.column_names.index("on"), "on", TABLE["on"].cast(pa.string()))
    assert tally(KINDS[kind](table) if kind != "pandas" else table.to_pandas()).totals("day") == COUNTED.totals("day")


def test_a_lazy_frame_is_not_run_before_its_rows_are_asked_for():
    def run(frame):
        ran.append(frame.height)
        return frame

    ran, plan = [], pl.from_arrow(TABLE).lazy()
    schema = plan.collect_schema()
    counted = tally(plan.map_batches(run, schema=schema, projection_pushdown=False))
    told = [counted.by("channel"), counted.timeline("month"), counted.funnel(), counted.effort_by_country()]
    assert all(isinstance(one, pl.LazyFrame) for one in told)
    assert "supporter" in counted._repr_html_()
    assert ran == []
    assert counted.total == COUNTED.total
    assert ran


def test_a_relation_of_duckdb_is_not_run_before_its_rows_are_asked_for(tmp_path):
    path = str(tmp_path / "reports.parquet")
    pq.write_table(TABLE, path)
    counted = tally(path)
    told = [counted.by("channel"), counted.timeline("month"), counted.funnel(), counted.effort_by_country()]
    pq.write_table(TABLE.slice(0, 0), path)
    assert [one.fetchall() for one in told] == [[], [], [(0, 0, 0, 0)], []]


def complaints(frame):
    with pytest.raises(InvalidData) as caught:
        tally(frame).check()
    return str(caught.value).splitlines()


def test_a_frame_of_other_columns_is_refused_with_every_one_of_them():
    frame = pl.from_arrow(TABLE).rename({"id": "e-mail", "target": "taget", "on": "day"})
    assert complaints(frame.with_columns(pl.lit(True).alias("count"), pl.lit(5).alias("channel"))) == [
        "key 'e-mail' has no place here; take it out before anybody stores it or passes it on",
        "unknown key 'day'; expected one of " + ", ".join(sorted(COLUMN_NAMES)),
        "unknown key 'taget'; did you mean 'target'?",
        "missing column 'id'; a table of records has it",
        "missing column 'on'; a table of records has it",
        "the column 'channel' holds Int32, no texts at channel; give texts",
        "the column 'count' holds Boolean, no numbers at count; give whole numbers",
    ]


@every_kind
def test_the_cells_that_are_written_are_those_of_records(kind):
    tally(KINDS[kind](TABLE)).check()


@every_kind
def test_all_cells_that_cannot_be_are_counted_by_column_and_not_shown(kind):
    wrong = {"id": "ada@example.org", "channel": "pigeon", "count": 0, "country": "ZZ", "case": None, "target": "A b"}
    wrong |= {"supporter": "Ada", "language": "French"}
    reply = {"record": "reply", "id": "r-1", "case": "UA 82/20", "on": DAYS[0], "channel": "post"}
    row = {"record": "report", "on": DAYS[0], **wrong}
    told = complaints(KINDS[kind](pa.Table.from_pylist([row, row, reply], schema=TABLE.schema)))
    assert [line.partition(";")[0] for line in told] == [
        "2 cells of 'id' cannot stand there at id",
        "2 cells of 'case' are missing at case",
        "2 cells of 'channel' cannot stand there at channel",
        "1 cell of 'channel' belongs to another record at channel",
        "2 cells of 'target' cannot stand there at target",
        "2 cells of 'count' cannot stand there at count",
        "2 cells of 'country' cannot stand there at country",
        "2 cells of 'language' cannot stand there at language",
        "2 cells of 'supporter' cannot stand there at supporter",
        "1 cell of 'reply' is missing at reply",
    ]
    assert "ada" not in str(told).lower()


@pytest.mark.parametrize("kind", ["Arrow", "Polars", "lazy Polars", "DuckDB"])
def test_what_no_record_has_is_never_taken_for_something_else(kind):
    cells = {
        "record": ["report"] * 6,
        "id": ["a", "b", "c", "d", "d", "e"],
        "case": ["UA 82/20"] * 6,
        "on": ["2020-05-25"] * 6,
        "channel": ["post", "posteverywhere", "post", "fax", "fax", "post"],
        "country": ["AUT", "AU", "CH", "CHN", "CHN", "XX"],
        "count": [1, 2, 4, 8, 8, 5_000_000],
    }
    counted = FrameTally(KINDS[kind](pa.table(cells)))
    by_country = {country: actions for (country, _), (actions,) in keyed(counted.by("country"), "actions").items()}
    assert by_country == {"AU": 2, "CH": 4, "XX": 5_000_000, "??": 9}
    by_channel = {channel: actions for (channel, _), (actions,) in keyed(counted.by("channel"), "actions").items()}
    assert by_channel == {"post": 5_000_005, "fax": 8, "?????????": 2}
    with pytest.raises(InvalidData, match="cells of 'country' cannot stand there"):
        counted.totals("country")
    with pytest.raises(InvalidData, match="of 'count' cannot stand there"):
        publish(counted, ["country"])


def test_an_unknown_facet_or_period_of_a_frame_is_refused_with_the_nearest_one():
    for ask in (lambda: tally(TABLE).by("chanel"), lambda: tally(TABLE).funnel("chanel")):
        with pytest.raises(InvalidValue, match="did you mean 'channel'"):
            ask()
    for counted in (tally(TABLE), COUNTED):
        with pytest.raises(InvalidValue, match="cannot draw a timeline by 'moth'; did you mean 'month'"):
            counted.timeline("moth")


def test_a_tally_of_a_frame_is_told_apart_from_one_of_records():
    assert isinstance(tally(TABLE), FrameTally)
    assert not isinstance(tally(iter(RECORDS)), FrameTally)


def test_what_is_missing_to_tally_frames_is_named(monkeypatch):
    for outsider in ("narwhals.stable.v2", "duckdb"):
        monkeypatch.setitem(sys.modules, outsider, None)
        with pytest.raises(MissingExtra, match=r"urgent-actions\[frames\]"):
            tally(TABLE if outsider != "duckdb" else "reports.parquet")
