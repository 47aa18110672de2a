"""Bulletins that were written, with what a careful person reads out of them, before the reader was tried on them."""

import json
from pathlib import Path

import pytest
from bulletins.expected import as_expected, comparable
from bulletins.test_nothing_is_lost import uncovered

from urgent_actions.bulletins.page import Page
from urgent_actions.bulletins.read_bulletin import read_bulletin
from urgent_actions.values.case_reference import CaseReference

PATHS = sorted((Path(__file__).parent / "unseen").rglob("*.txt"))
STAND_IN = CaseReference("UA", 1, year=2000)
WORDED_ELSEWHERE = {"notes", "family"}
"""How many notes there are is a matter of how sentences are put together; they are read, not compared."""

# Where we read otherwise, and why.
OTHERWISE = {
    (
        "d-egypt-98-12",
        "targets",
    ): "a body that stands below one of its own departments is taken for a line of the address",
    ("de-04-ua-flach", "title"): "in one line of capitals nothing tells where the heading ends and the country begins",
    ("h-honduras-commission-flat", "targets"): "a long name runs into an address, and both are left unread",
    ("h-cameroon-covid-two-lines", "restrictions"): "why post is closed stands in the sentence before, kept as a note",
    ("n-unions-cambodia", "targets"): "a city alone is no sign of an address, and is left unread",
    (
        "e-cameroon-121-17-second",
        "targets",
    ): "the headquarters behind a ministry are taken for a part of its name, not for the building",
    ("m-friends-meeting-may", "title"): "of two headings the first is taken, which only names the group",
}


def read(path):
    return read_bulletin(path.read_text(encoding="utf-8"), reference=STAND_IN)


def differences(path):
    expected = comparable(json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8")))
    reading = as_expected(read(path))
    expected["reference"] = expected["reference"] or reading["reference"]
    compared = set(expected) - WORDED_ELSEWHERE
    return {field: (reading[field], expected[field]) for field in compared if reading[field] != expected[field]}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_field_is_read_as_a_careful_person_reads_it(path):
    found = differences(path)
    assert {field: both for field, both in found.items() if (path.stem, field) not in OTHERWISE} == {}


@pytest.mark.parametrize(("name", "field"), OTHERWISE)
def test_what_is_read_otherwise_still_is(name, field):
    assert field in differences(next(path for path in PATHS if path.stem == name))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_no_character_is_lost(path):
    assert uncovered(path.read_text(encoding="utf-8"), read(path)) == []


def text_of(name):
    return next(path for path in PATHS if path.stem == name).read_text(encoding="utf-8")


def accounts(text):
    channels = [one for target in read_bulletin(text).case.targets for one in target.channels if one.kind.is_social]
    return [str(one.address) if one.address else str(one.state) for one in channels]


def test_a_blank_without_width_within_an_account_never_shortens_it():
    text = text_of("h-peru-201-19")
    assert accounts(text.replace("@PeruIn", "@Peru\u200bIn"))[1] == "unreadable"
    assert accounts(text.replace("@PeruInTheUSA", "\u200b@PeruInTheUSA\u200b")) == accounts(text)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("h-peru-201-19", "(Peru:", "(Peru and Chile:"),
        ("h-peru-201-19", "(Peru:", "(Peru, Chile and Cuba:"),
        ("e-benin-33-17", "TITLE: Benin:", "TITLE: Benin and Togo:"),
        ("d-mali-flat", "2017 Mali Date", "2017 Mali and Niger Date"),
        ("b-uzbekistan-further", "UZBEKISTAN Rustam", "UZBEKISTAN AND KAZAKHSTAN Rustam"),
        ("m-cameroon-group", "CAMEROON:", "Cameroon and Chad:"),
    ],
)
def test_a_heading_with_several_countries_is_told_of_and_leaves_the_case_without_one(name, before, after):
    text = text_of(name)
    assert before in text
    reading = read_bulletin(text.replace(before, after), reference=STAND_IN)
    assert reading.case.country is None
    assert "several-countries" in {remark.code for remark in reading.diagnostics}


@pytest.mark.parametrize(("label", "news"), [("Killed", "dead"), ("Executed", "dead"), ("Released", "released")])
def test_what_a_label_says_of_a_person_is_news(label, news):
    text = text_of("b-jamaica-stop").replace("Released:", f"{label}:")
    assert str(read_bulletin(text).case.subjects[-1].news) == news


@pytest.mark.parametrize(
    ("name", "printed", "digits", "read"),
    [
        ("d-jordan-stop", "31/10/2018", "31/10/2018", "2018-10-31"),
        ("d-jordan-stop", "31/10/2018", "05/06/2018", "None"),
        ("e-benin-33-17", "31/05/2017", "31.05.2017", "2017-05-31"),
        ("b-uzbekistan-further", "23 May 2003", "23/05/2003", "2003-05-23"),
    ],
)
def test_a_date_in_digits_is_read_where_one_order_is_possible(name, printed, digits, read):
    reading = read_bulletin(text_of(name).replace(printed, digits))
    assert str(reading.case.issued) == read
    assert (read == "None") == ("ambiguous-date" in {remark.code for remark in reading.diagnostics})


def told(text):
    return {remark.code for remark in read_bulletin(text, reference=STAND_IN).diagnostics}


@pytest.mark.parametrize("name", ["h-belize-two-letters", "m-friends-meeting-may"])
def test_a_letter_behind_the_first_one_is_told_of_and_never_mixed_with_it(name):
    reading = read_bulletin(text_of(name), reference=STAND_IN)
    assert "several-letters" in told(text_of(name))
    assert reading.case.letter.texts[0].body.count("Please") + reading.case.letter.texts[0].body.count("I ask you") == 1


def test_a_quoted_message_is_read_like_one_that_stands_by_itself():
    quoted = text_of("c-indonesia-forwarded")
    plain = "\n".join(line.removeprefix(">") for line in quoted.split("\n"))
    assert read_bulletin(quoted).case == read_bulletin(plain).case


def test_a_few_lines_with_the_mark_of_a_quotation_are_no_quoted_message():
    quoted = text_of("c-indonesia-forwarded")
    assert len(Page(quoted).quotes) == sum(line.startswith(">") for line in quoted.split("\n"))
    assert Page("Please ask:\n> where he is\n> when he may go home\n").quotes == []


def test_office_hours_in_a_block_are_a_note():
    notes = read_bulletin(text_of("d-philippines-london")).case.notes
    assert [note.text for note in notes if str(note.kind) == "hours"] == ["Office hours: 9am - 5pm, Monday to Friday"]
