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


def test_a_pattern_that_the_shell_left_is_taken_for_the_files_of_every_kind(files, run, tmp_path):
    whole = run(files / "all.jsonl", "--json")
    assert run(files / "a*.json?", "--json") == whole
    status, printed, problems = run(tmp_path / "none-*.csv", tmp_path / "*.parquet", files / "one.parquet")
    assert (status, printed) == (1, "")
    assert [line.partition(": ")[2] for line in problems.splitlines()] == [
        "no file is named so; look at the name of the folder, and at the ending"
    ] * 2


def test_what_is_wrong_is_told_of_each_file_alone(files, run, tmp_path):
    names = ["e-mail" if name == "id" else name for name in TABLE.column_names]
    pq.write_table(TABLE.rename_columns(names), tmp_path / "a.parquet")
    (tmp_path / "b.parquet").write_bytes(b"no Parquet")
    pq.write_table(TABLE.slice(0, 1).set_column(0, "record", pa.array(["=1+1"])), tmp_path / "c.parquet")
    status, printed, problems = run(tmp_path / "*.parquet", files / "one.parquet")
    assert (status, printed) == (1, "")
    told = [line.removeprefix(str(tmp_path))[1:].partition("; ")[0] for line in problems.splitlines()]
    assert told[:3] == [
        "a.parquet: key 'e-mail' has no place here",
        "a.parquet: missing column 'id'",
        f"b.parquet: file '{tmp_path}/b.parquet' too small to be a Parquet file",
    ]
    assert told[3] == "c.parquet: 1 cell of 'record' cannot stand there at record"


def test_all_facets_that_there_are_not_are_told(files, run, capsys):
    with pytest.raises(SystemExit):
        run(files / "one.parquet", "--by", "chanel,contry")
    told = capsys.readouterr().err
    assert "did you mean 'channel'" in told
    assert "did you mean 'country'" in told
