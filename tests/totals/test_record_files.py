"""Files of records are totalled where they lie, and tell what the records in them tell."""

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from totals.test_frames import COUNTED, RECORDS, TABLE
from totals.test_tally import many

from urgent_actions import (
    ActionReport,
    FrameTally,
    InvalidData,
    InvalidValue,
    SupporterSketch,
    tally,
    write_records_arrow,
    write_records_csv,
)
from urgent_actions.totals.record_files import MEMORY_OF_A_THREAD, scan_record_files

FEW = settings(max_examples=25)


@pytest.fixture
def parquet(tmp_path):
    """The records in three files that overlap, one of which has fewer columns."""
    (tmp_path / "reports").mkdir()
    for number, (start, length) in enumerate([(0, 250), (100, 200), (300, 100)]):
        pq.write_table(TABLE.slice(start, length), tmp_path / "reports" / f"{number}.parquet")
    empty = TABLE.slice(0, 0).drop_columns(["reply", "impact", "target"])
    pq.write_table(empty, tmp_path / "reports" / "none.parquet")
    return str(tmp_path / "reports" / "*.parquet")


@pytest.fixture
def csv(tmp_path):
    path = tmp_path / "reports.csv"
    path.write_text("".join(write_records_csv(RECORDS)), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_files_have_the_totals_of_the_records_in_them(form, request):
    counted = tally(request.getfixturevalue(form))
    assert isinstance(counted, FrameTally)
    counted.check()
    for facets in [("channel", "country"), ("target", "day")]:
        assert counted.totals(*facets) == COUNTED.totals(*facets)
    assert (counted.delivered, counted.replies) == (COUNTED.delivered, COUNTED.replies)


@FEW
@given(many, st.lists(st.integers(0, 15), max_size=4))
def test_how_records_are_spread_over_files_changes_nothing(records, cuts):
    table, ends = write_records_arrow(records), [0, *sorted(cuts), len(records)]
    with TemporaryDirectory() as folder:
        for begin, end in pairwise(ends):
            path = Path(folder) / f"{begin}-{end}.parquet"
            pq.write_table(table.slice(begin, max(end - begin, 0)), path, row_group_size=3)
        assert tally(f"{folder}/*.parquet").totals("country", "day") == tally(records).totals("country", "day")


def test_the_memory_for_files_is_bounded_by_the_number_of_threads(parquet):
    asked = "SELECT parse_formatted_bytes(current_setting('memory_limit')), current_setting('threads')"
    limit, threads = scan_record_files(parquet).query("records", asked).fetchall()[0]
    assert 0 < limit <= threads * MEMORY_OF_A_THREAD


def test_what_guards_a_cell_against_spreadsheets_is_not_counted_with_it(tmp_path):
    claims = [ActionReport("-1", "UA 82/20", channel="post", on=RECORDS[0].on, count=count) for count in (5, 2)]
    heading, guarded, plain = write_records_csv(claims)
    assert ",'-1," in guarded
    path = tmp_path / "reports.csv"
    path.write_text(heading + guarded + plain.replace(",'-1,", ",-1,"), encoding="utf-8")
    assert (tally(str(path)).disputed, tally(str(path)).total) == ({"-1"}, 2)


def test_text_where_a_number_belongs_is_told_by_a_check(tmp_path):
    path = tmp_path / "reports.csv"
    path.write_text("record,id,case,on,channel,count\nreport,a,UA 82/20,June,post,many\n", encoding="utf-8")
    with pytest.raises(InvalidData) as caught:
        tally(str(path)).check()
    assert [problem.where for problem in caught.value.problems] == ["on", "count"]


def test_a_file_with_personal_data_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "reports.csv"
    path.write_text('record,id,case,on,channel,"e-mail ""home"""\nbounce,a,UA 82/20,2020-05-25,,x\n', encoding="utf-8")
    with pytest.raises(InvalidData, match="has no place here"):
        tally(str(path))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("none-*.parquet", "there are no such files at .*none-.*parquet"),
        ("reports.xlsx", "the files have no known ending"),
        ("broken.parquet", "broken.parquet"),
    ],
)
def test_files_that_cannot_be_scanned_are_told_by_their_name(name, told, tmp_path):
    (tmp_path / "broken.parquet").write_bytes(b"this is no Parquet file")
    with pytest.raises(InvalidValue, match=told):
        tally(str(tmp_path / name))


def damaged(path):
    """A file whose footer is whole, and whose pages are not."""
    pq.write_table(TABLE, path, compression="snappy")
    content = path.read_bytes()
    path.write_bytes(content[:100] + bytes(len(content) // 4) + content[100 + len(content) // 4 :])
    return str(path)


@pytest.mark.parametrize("ask", [FrameTally.check, FrameTally.totals, FrameTally.people, SupporterSketch.of])
def test_a_file_that_breaks_while_it_is_read_is_a_problem_of_the_data(ask, tmp_path):
    counted = tally(damaged(tmp_path / "damaged.parquet"))
    with pytest.raises(InvalidData, match="write the file anew"):
        ask(counted)


def test_every_file_that_cannot_be_opened_is_told(tmp_path):
    pq.write_table(TABLE, tmp_path / "whole.parquet")
    for name in ("one.parquet", "two.parquet"):
        (tmp_path / name).write_bytes(b"this is no Parquet file")
    with pytest.raises(InvalidValue) as caught:
        tally(str(tmp_path / "*.parquet"))
    assert [Path(problem.where).name for problem in caught.value.problems] == ["one.parquet", "two.parquet"]


def test_the_ending_of_a_name_may_be_in_capitals(tmp_path):
    pq.write_table(TABLE, tmp_path / "REPORTS.PARQUET")
    assert tally(str(tmp_path / "REPORTS.PARQUET")).total == COUNTED.total


@pytest.mark.parametrize("path", ["http://127.0.0.1:9/x.parquet", "s3://reports/*.parquet", "hf://datasets/x/y.csv"])
def test_nothing_is_looked_up_on_a_network(path):
    with pytest.raises(InvalidValue, match="an address on a network is no path of files"):
        tally(path)


NEVER = ["autoinstall_known_extensions", "autoload_known_extensions", "enable_progress_bar"]


@pytest.mark.parametrize("setting", NEVER)
def test_scanning_fetches_no_code_and_prints_nothing(setting, tmp_path):
    pq.write_table(TABLE, tmp_path / "all.parquet")
    told = tally(str(tmp_path / "all.parquet")).frame.query("all", f"SELECT current_setting('{setting}')")
    assert told.fetchall() == [(False,)]


def test_a_path_may_be_given_as_such(tmp_path):
    pq.write_table(TABLE, tmp_path / "all.parquet")
    assert tally(tmp_path / "all.parquet").total == tally(str(tmp_path / "*.parquet")).total
    with pytest.raises(InvalidValue, match="for several files give one path with a pattern"):
        tally([str(tmp_path / "all.parquet")])
