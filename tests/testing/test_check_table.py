import subprocess
import sys

import pytest
from kotov import EMBASSY, POST_ONLY_TO_THE_EMBASSY, PROSECUTOR, kotov

from urgent_actions.errors import InvalidTable, TableMismatch
from urgent_actions.rules.rulebook import RuleBook
from urgent_actions.testing.check_table import check_table

BOOK = RuleBook([POST_ONLY_TO_THE_EMBASSY])
RULE = "UA 82/20: post only to the embassy"
HEADER = "on | target | kind | channel | status | because | reopens\n"
ROW = f"2020-05-25 | governor | official | post | closed | {RULE} | -\n"
ALIKE = {"case": "UA 82/20", "country": "RU"}


def complaints(table, error=InvalidTable, **more):
    with pytest.raises(error) as caught:
        check_table(table, **{"rules": BOOK, "alike": ALIKE, **more})
    return str(caught.value).splitlines()


def test_a_table_that_holds_tells_how_many_rows_it_has_and_which_rules_it_tried():
    report = check_table(HEADER + ROW, rules=BOOK, alike=ALIKE)
    assert (report.rows, report.tried, report.untried) == (1, (RULE,), ())
    assert str(report) == "1 rows hold; 1 of 1 rules were tried"


def test_a_rule_that_no_row_tries_is_named():
    row = "2020-05-25 | governor | official | fax | open | - |\n"
    report = check_table(HEADER + row, rules=BOOK, alike=ALIKE)
    assert str(report) == f"1 rows hold; 0 of 1 rules were tried\nno row tries: {RULE}"


def test_every_row_that_differs_is_named_with_what_decided_or_what_kept_the_rule_out():
    table = HEADER + ROW.replace("closed", "open") + ROW + ROW.replace("post |", "fax |", 1)
    assert complaints(table, TableMismatch) == [
        "line 2: status is closed, expected open; Due to postal restrictions caused by COVID-19, please only send"
        " physical mail to the Embassy (from May 20, 2020 until further notice; source: UA 82/20,"
        " Amnesty International USA)",
        f"line 4: status is open, expected closed; The rule {RULE} speaks of others: channel.",
        f"line 4: because is -, expected {RULE}; The rule {RULE} speaks of others: channel.",
    ]


def test_a_closed_channel_that_was_expected_without_naming_a_rule_tells_which_rules_could_have_closed_it():
    table = "on | target | kind | channel | status\n2020-05-19 | governor | official | post | closed"
    assert complaints(table, TableMismatch) == [
        f"line 2: status is open, expected closed; The rule {RULE} holds on other days:"
        " from May 20, 2020 until further notice."
    ]


def test_a_row_that_no_rule_speaks_of_says_so():
    table = "on | target | kind | channel | status\n2020-05-25 | governor | official | fax | caution"
    assert complaints(table, TableMismatch) == ["line 2: status is open, expected caution; no rule speaks of it"]


def test_a_mismatch_is_a_failed_assertion_to_a_test_runner():
    assert issubclass(TableMismatch, AssertionError)


def test_an_empty_cell_expects_nothing_and_a_dash_expects_none():
    row = "2020-05-25 | governor | official | post | {} | {} | {}\n"
    check_table(HEADER + row.format("", RULE, ""), rules=BOOK, alike=ALIKE)
    check_table(HEADER + row.format("closed", "", "-"), rules=BOOK, alike=ALIKE)
    assert "because is" in complaints(HEADER + row.format("closed", "-", ""), TableMismatch)[0]


def test_a_row_overrides_what_is_alike_in_the_others():
    table = "country | " + HEADER + "DE | 2020-05-25 | governor | official | post | open | - |\n | " + ROW
    assert check_table(table, rules=BOOK, alike=ALIKE).rows == 2


def test_prose_and_lines_of_dashes_are_no_rows():
    framed = "\n".join(f"| {line} |" for line in (HEADER.strip(), "---|:---:|---:|---|---|---|---", ROW.strip()))
    assert check_table(f"# Post\n\nSome words.\n\n{framed}\n\nMore.\n\n{framed}\n", rules=BOOK, alike=ALIKE).rows == 2


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("", "the text has no row of a table; set cells off with bars: | a | b |"),
        ("just prose", "the text has no row of a table; set cells off with bars: | a | b |"),
        (HEADER, "the text has no row of a table; set cells off with bars: | a | b |"),
        (HEADER.replace("status", "statos") + ROW, "line 1: unknown column 'statos'; did you mean 'status'?"),
        (HEADER.replace("reopens", "on") + ROW, "line 1: two columns 'on'; keep one"),
        (
            HEADER + "2020-05-25 | governor",
            "line 2: 2 cells under 7 columns; give every column a cell, an empty one too",
        ),
        (
            HEADER + ROW.replace("closed", "shut"),
            "line 2: unknown status 'shut' at status; write open, caution, closed",
        ),
        (
            HEADER + ROW.replace("05-25", "02-30"),
            "line 2: cannot read '2020-02-30' as a day at on; write it as 2020-05-20",
        ),
        (
            HEADER + ROW.replace("post |", "pots |", 1),
            "line 2: unknown channel kind 'pots' at channel; did you mean 'post'?",
        ),
        (
            HEADER + ROW.replace("governor", "The Governor"),
            "line 2: 'The Governor' is not a target's id at target; give the",
        ),
        (
            HEADER + ROW.replace("embassy", "embasy"),
            "line 2: there is no rule 'UA 82/20: post only to the embasy' at because",
        ),
        (
            "on | target | kind | channel\n2020-05-25 | governor | official | post",
            "line 2: the row expects nothing; give a",
        ),
        ("on | target | channel | status\n2020-05-25 | governor | post | open", "line 2: nothing says 'kind'"),
        ("days left | " + HEADER + "few | " + ROW, "line 2: cannot read 'few' as a number of days at days left"),
        ("from | " + HEADER + "Atlantis | " + ROW, "line 2: unknown country 'ATLANTIS' at from; "),
    ],
)
def test_a_table_that_cannot_be_asked_is_refused_with_its_line_and_the_way_out(table, told):
    assert complaints(table)[0].startswith(told)


def test_all_that_is_wrong_with_a_table_is_told_at_once():
    assert len(complaints(HEADER + ROW.replace("closed", "shut") + ROW.replace("05-25", "13-01") + ROW)) == 2


GUIDANCE = f"""
from | ties | on         | target       | channel | status  | because                      | reopens
US   |      | 2020-05-25 | {EMBASSY}    | email   | closed  | implied: address withheld    |
US   |      | 2020-05-25 | {PROSECUTOR} | email   | closed  | implied: address withheld    |
US   |      | 2020-05-25 | {EMBASSY}    | post    | open    | -                            |
US   | RU   | 2020-05-25 | {EMBASSY}    | post    | caution | implied: ties to RU          |
US   |      | 2020-05-19 | {EMBASSY}    | post    | closed  | implied: not issued yet      | 2020-05-20
DE   |      | 2020-05-25 | {EMBASSY}    | phone   | closed  | implied: host of {EMBASSY}   | -
"""


def test_a_table_can_ask_the_whole_guidance_on_a_case():
    report = check_table(GUIDANCE, case=kotov())
    assert report.rows == 6
    assert "implied: ties to RU" in report.tried
    assert "implied: address unreadable" in report.untried


def test_a_row_about_a_case_that_differs_tells_why():
    wrong = GUIDANCE.replace("caution", "open   ")
    assert complaints(wrong, TableMismatch, case=kotov())[0].startswith(
        "line 6: status is caution, expected open; You have ties"
    )


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((EMBASSY, "embassy"), "UA 82/20 has no target 'embassy' at target; expected one of embassy-of"),
        ((" post ", " tiktok "), f"{EMBASSY} has no channel 'tiktok' at channel; it has email, facebook, fax"),
        (("US ", "   "), "nothing says 'from'"),
    ],
)
def test_a_row_about_what_a_case_does_not_have_is_refused(given, told):
    assert told in complaints(GUIDANCE.replace(*given), case=kotov(), rules=RuleBook(), alike={})[0]


def test_a_column_that_the_case_itself_answers_is_refused():
    table = "kind | from | on | target | channel | status\n"
    assert complaints(table + "a | b | c | d | e | f", case=kotov())[0].startswith("line 1: unknown column 'kind'")


def test_tables_need_no_hypothesis():
    program = """
import sys
sys.modules["hypothesis"] = None
import urgent_actions.testing
from urgent_actions.testing.check_table import check_table
"""
    subprocess.run([sys.executable, "-c", program], check=True)
