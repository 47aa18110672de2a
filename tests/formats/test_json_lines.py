import json
from itertools import count

import pytest
from formats.documents import NOUNS
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.action_report import ActionReport
from urgent_actions.errors import InvalidData
from urgent_actions.formats.json import to_json
from urgent_actions.formats.json_lines import MOST_LINES_TOLD, read_reports, write_report
from urgent_actions.values.personal_data import is_personal

GOOD = {"id": "r-1", "case": "UA 82/20", "channel": "post", "on": "2020-05-25"}


def line_of(**fields):
    return json.dumps({"urgent_actions": 1, "action_report": GOOD | fields})


def told(lines):
    with pytest.raises(InvalidData) as caught:
        list(read_reports(lines))
    return str(caught.value)


@given(st.lists(NOUNS[ActionReport], max_size=5))
def test_reports_are_read_back_in_order_from_text_and_from_bytes(reports):
    lines = [write_report(report) + "\n" for report in reports]
    assert list(read_reports(lines)) == reports
    assert list(read_reports(line.encode() for line in lines)) == reports


@given(NOUNS[ActionReport])
def test_a_line_is_the_document_of_its_report(report):
    assert write_report(report) == to_json(report)
    assert "\n" not in write_report(report)


def test_blank_lines_are_passed_over_and_counted():
    assert len(list(read_reports(["", "\n", " \r\n", line_of(), ""]))) == 1
    assert told(["\n", "x\n"]) == "line 2: the text is no JSON: expecting value"


def test_reports_come_one_by_one_from_lines_without_end():
    endless = (line_of(id=f"r-{number}") for number in count())
    assert next(read_reports(endless)).id == "r-0"


def test_good_lines_come_before_all_that_was_wrong_is_raised():
    reading = read_reports([line_of(), line_of(cuont=2), line_of(id="r-2"), line_of(count=0)])
    assert [next(reading).id, next(reading).id] == ["r-1", "r-2"]
    with pytest.raises(InvalidData) as caught:
        next(reading)
    assert [(problem.line, problem.where) for problem in caught.value.problems] == [
        (2, "action_report"),
        (4, "action_report.count"),
    ]


def test_of_many_bad_lines_some_are_told_and_the_others_counted():
    problems = told(["x"] * (MOST_LINES_TOLD + 3)).splitlines()
    assert problems[-2:] == [
        f"line {MOST_LINES_TOLD}: the text is no JSON: expecting value",
        "3 more lines are no reports; mend those that are told, and read again",
    ]
    assert len(problems) == MOST_LINES_TOLD + 1
    assert len(told(["x"] * MOST_LINES_TOLD).splitlines()) == MOST_LINES_TOLD


def test_who_asks_for_the_problems_reads_on_and_hears_of_every_one():
    problems = []
    lines = ["x"] * (MOST_LINES_TOLD + 3) + [line_of(), line_of(count=0, on="x")]
    assert [report.id for report in read_reports(lines, problems.append)] == ["r-1"]
    assert len(problems) == MOST_LINES_TOLD + 4
    assert problems[-1].line == MOST_LINES_TOLD + 5


@pytest.mark.parametrize(
    "key",
    ["name", "email", "e-mail", "firstName", "address", "street", "comment", "message", "phone", "ip", "note", "zip"],
)
def test_personal_data_is_refused_loudly_and_never_shown(key):
    text = told([line_of(**{key: "Ada Example, 1 Sample Street"})])
    assert text == (
        f"line 1: key {key!r} has no place here at action_report; take it out before anybody stores it or passes it on"
    )
    assert is_personal(key)


def test_a_key_that_may_be_data_itself_is_not_shown():
    assert "ada" not in told([line_of(**{"ada@example.org": 1})])
    assert "Ada" not in told([line_of(**{"Ada Example": True})])


def test_a_misspelt_key_is_told_apart_from_personal_data():
    assert told([line_of(chanel="post")]) == ("line 1: unknown key 'chanel' at action_report; did you mean 'channel'?")
    assert not is_personal("campaign")


@pytest.mark.parametrize("count", [0, 10**9, "1", 1.0, True])
def test_a_count_that_cannot_be_is_refused(count):
    assert "at action_report.count" in told([line_of(count=count)])


@pytest.mark.parametrize("on", ["2020-05", "20200525", "2020-W21-1", "2020-02-30", "2020-05-25T00:00", 20200525])
def test_a_day_is_written_in_one_way(on):
    assert "at action_report.on" in told([line_of(on=on)])
