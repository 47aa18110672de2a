"""Records as lines of JSON and as CSV: nothing is lost, nothing personal comes in, every problem is told."""

import csv
import json
from contextlib import suppress
from itertools import count

import pytest
from formats.documents import spoilt
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from urgent_actions.errors import InvalidData
from urgent_actions.formats.json_lines import MOST_LINES_TOLD, write_report
from urgent_actions.formats.record_rows import read_row, write_row
from urgent_actions.formats.record_schema import record_schema
from urgent_actions.formats.records_csv import read_records_csv, write_records_csv
from urgent_actions.formats.records_ndjson import read_records, write_record
from urgent_actions.record import RECORDS
from urgent_actions.record_columns import COLUMN_NAMES
from urgent_actions.testing.strategies.nouns import records, reports

REPORT = {"record": "report", "id": "r-1", "case": "UA 82/20", "on": "2020-05-25", "channel": "post"}
BOUNCE = {"record": "bounce", "id": "r-1", "case": "UA 82/20", "on": "2020-06-25"}
VALIDATOR = Draft202012Validator(record_schema())


def told(lines):
    with pytest.raises(InvalidData) as caught:
        list(read_records(json.dumps(line) for line in lines))
    return [str(problem) for problem in caught.value.problems]


def told_of_csv(text):
    with pytest.raises(InvalidData) as caught:
        list(read_records_csv(text.splitlines(keepends=True)))
    return [str(problem) for problem in caught.value.problems]


@given(records())
def test_a_row_is_read_back_as_the_record_that_it_was(record):
    assert read_row(write_row(record)) == record
    assert list(write_row(record)) == [name for name in COLUMN_NAMES if name in write_row(record)]


@given(st.lists(records(), max_size=6))
def test_records_are_read_back_from_lines_of_json_and_from_csv(made):
    lines = [write_record(record) + "\n" for record in made]
    assert list(read_records(lines)) == made
    assert list(read_records(line.encode() for line in lines)) == made
    assert list(read_records_csv(write_records_csv(made))) == made


@given(records())
def test_whatever_is_written_is_valid(record):
    VALIDATOR.validate(json.loads(write_record(record)))


@given(records(), st.data())
def test_what_is_spoilt_is_refused_at_least_where_the_schema_refuses_it(record, data):
    row = data.draw(spoilt(json.loads(write_record(record))))
    with suppress(InvalidData):
        (again,) = read_records([json.dumps(row)])
        VALIDATOR.validate(row)
        assert list(read_records([write_record(again)])) == [again]


def test_the_schema_is_one_of_json_schema_2020_12():
    Draft202012Validator.check_schema(record_schema())
    assert not VALIDATOR.is_valid(BOUNCE | {"channel": "post"})
    assert VALIDATOR.is_valid(BOUNCE | {"channel": None})


@given(reports())
def test_reports_as_documents_are_read_among_records(report):
    assert list(read_records([write_report(report), write_record(report)])) == [report, report]


@given(st.lists(records(), max_size=3))
def test_every_table_has_all_columns_in_the_same_order_and_no_formula(made):
    rows = list(csv.reader(write_records_csv(made)))
    assert tuple(rows[0]) == COLUMN_NAMES
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)


def test_an_id_that_looks_like_a_formula_comes_back():
    (record,) = read_records([json.dumps(REPORT | {"id": "-1"})])
    lines = list(write_records_csv([record]))
    assert "report,'-1,UA 82/20" in lines[1]
    assert next(read_records_csv(lines)).id == "-1"


def test_null_cells_are_empty_as_data_tools_write_them():
    (record,) = read_records([json.dumps(dict.fromkeys(COLUMN_NAMES) | BOUNCE)])
    assert record == read_row(BOUNCE)


def test_every_problem_of_a_row_is_told_with_its_line_and_column():
    row = REPORT | {"channel": "pots", "on": "2020-02-30", "count": 0, "reply": "pledge"}
    assert told([BOUNCE, row])[0] == "line 2: a report has no reply at reply; leave the cell empty"
    assert told([BOUNCE, row])[1] == "line 2: unknown channel kind 'pots' at channel; did you mean 'post'?"
    assert {text.split(" at ")[1].split(";")[0] for text in told([row])} == {"reply", "channel", "on"}
    assert told([REPORT | {"count": 0}])[0].startswith("line 1: count 0 is not a whole number")


def test_a_record_that_is_none_is_told_with_the_nearest_word():
    assert told([REPORT | {"record": "bonce"}]) == ["line 1: there is no such record at record; did you mean 'bounce'?"]
    assert told([{"id": "r-1"}]) == ["line 1: the row does not say which record it is at record"]
    assert told([[1]])[0].startswith("line 1: expected a table of keys, got a list")


def test_what_is_missing_is_told_by_its_column():
    assert [text.split(";")[0] for text in told([{"record": "reply", "id": "r-1"}])] == [
        "line 1: missing key 'case' at case",
        "line 1: missing key 'on' at on",
        "line 1: missing key 'reply' at reply",
    ]


@pytest.mark.parametrize("word", RECORDS)
@pytest.mark.parametrize("key", ["name", "e-mail", "address", "comment", "phone"])
def test_personal_columns_are_refused_loudly_and_never_shown(word, key):
    (problem,) = told([BOUNCE | {key: "Ada Example"}])
    assert problem == (f"line 1: key {key!r} has no place here; take it out before anybody stores it or passes it on")
    (problem,) = told_of_csv(f"record,id,case,on,{key}\nbounce,r-1,UA 82/20,2020-06-25,Ada Example\n")
    assert problem == f"line 1: key {key!r} has no place here; take it out before anybody stores it or passes it on"


def test_a_table_whose_columns_are_wrong_is_refused_before_its_rows():
    assert told_of_csv("record,id,cas,id\nx,y,z,w\n") == [
        "line 1: unknown key 'cas'; did you mean 'case'?",
        "line 1: the column 'id' stands there twice; keep one",
        "line 1: missing column 'case'; name the columns in the first row",
        "line 1: missing column 'on'; name the columns in the first row",
    ]


def test_rows_of_a_table_are_told_by_line_and_column():
    head = "record;id;case;on;channel;count\n"
    good, bad = "report;r-1;UA 82/20;2020-05-25;post;3\n", "report;r-2;UA 82/20;25.05.2020;post;x\n"
    rows = good + bad + "bounce;r-1;UA 82/20;2020-06-01;;;;1\n"
    problems = told_of_csv(head + rows)
    assert [problem.split(":")[0] for problem in problems] == ["line 3", "line 3", "line 4"]
    assert problems[2] == "line 4: the row has 8 cells, and the table 6 columns"
    assert [problem.split(" at ")[1].split(";")[0] for problem in problems[:2]] == ["on", "count"]
    assert [row.count for row in read_records_csv((head + good).splitlines(keepends=True))] == [3]


def test_columns_may_come_in_any_order_and_some_be_left_out():
    lines = ["\ufeffon, id ,record,case\r\n", "\r\n", "2020-06-25,r-1,bounce,UA 82/20\r\n"]
    assert list(read_records_csv(lines)) == [read_row(BOUNCE)]


def test_a_table_of_nothing_has_no_columns():
    assert told_of_csv("")[0] == "line 1: missing column 'record'; name the columns in the first row"


def test_who_asks_for_the_problems_reads_on():
    problems = []
    lines = [json.dumps(BOUNCE), "x", json.dumps(REPORT)]
    assert len(list(read_records(lines, problems.append))) == 2
    assert [problem.line for problem in problems] == [2]
    table = "record,id,case,on\nbounce,r-1,UA 82/20,x\nbounce,r-1,UA 82/20,2020-06-25\n"
    assert len(list(read_records_csv(table.splitlines(keepends=True), problems.append))) == 1
    assert [problem.line for problem in problems] == [2, 2]


def test_of_many_bad_lines_some_are_told_and_the_others_counted():
    assert told([3] * (MOST_LINES_TOLD + 2))[-1].startswith("2 more lines are no records")


def test_records_come_one_by_one_from_lines_without_end():
    endless = (json.dumps(REPORT | {"id": f"r-{number}"}) for number in count())
    assert next(read_records(endless)).id == "r-0"
