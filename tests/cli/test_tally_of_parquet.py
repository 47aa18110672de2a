"""The command totals files of Parquet as it does the same records in lines of JSON."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from totals.test_frames import RECORDS, TABLE

from urgent_actions import write_record
from urgent_actions.cli.main import main


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("records")
    (folder / "all.jsonl").write_text("".join(write_record(record) + "\n" for record in RECORDS), encoding="utf-8")
    pq.write_table(TABLE.slice(0, 250), folder / "one.parquet")
    pq.write_table(TABLE.slice(200), folder / "two.parquet")
    return folder


@pytest.fixture
def run(capsys):
    def run(*words):
        status = main(["tally", *map(str, words)])
        return status, *capsys.readouterr()

    return run


@pytest.mark.parametrize(
    "words", [[], ["--json"], ["--by", "country,channel", "--csv"], ["--by", "country", "--publish", "12", "--json"]]
)
def test_parquet_and_json_lines_print_the_same(words, files, run):
    printed = run(files / "one.parquet", files / "two.parquet", *words)
    assert printed[0] == 0
    assert printed == run(files / "all.jsonl", *words)


def test_a_quoted_pattern_is_as_good_as_the_names(files, run):
    assert run(files / "*.parquet", "--json") == run(files / "one.parquet", files / "two.parquet", "--json")


def test_what_is_wrong_with_the_files_is_told_and_nothing_is_totalled(files, run, tmp_path):
    status, printed, problems = run(tmp_path / "none.parquet")
    assert (status, printed) == (1, "")
    assert "none.parquet" in problems
    wrong = TABLE.set_column(7, "count", pa.array([0] * TABLE.num_rows))
    pq.write_table(wrong, tmp_path / "wrong.parquet")
    status, printed, problems = run(tmp_path / "wrong.parquet")
    assert (status, printed) == (1, "")
    assert "cells of 'count' cannot stand there" in problems


def test_parquet_is_not_totalled_together_with_what_is_read(files, run):
    status, _, problems = run(files / "one.parquet", files / "all.jsonl")
    assert status == 2
    assert "give files of Parquet alone" in problems
