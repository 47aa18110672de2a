"""A date between the heading and the summary is read, or it is left unread and told of: it never becomes summary."""

import pytest
from bulletins.test_read_bulletin import EXAMPLE, changed, codes

from urgent_actions.bulletins.read_bulletin import read_bulletin
from urgent_actions.errors import UnreadableBulletin
from urgent_actions.values.severity import Severity

SUMMARY = read_bulletin(EXAMPLE).case.summary


def dated(line):
    return changed("May 20, 2020", line, EXAMPLE)


@pytest.mark.parametrize("line", ["20/05/2020", "20.05.2020", "20-05-2020", "(20/05/2020)", "2020-05-20"])
def test_a_date_in_digits_with_one_possible_order_is_read(line):
    reading = read_bulletin(dated(line), strict=True)
    assert str(reading.case.issued) == "2020-05-20"
    assert reading.case.summary == SUMMARY


def test_a_date_in_digits_behind_the_heading_on_one_line_is_read():
    text = changed(
        "(Russian Federation: UA 82.20)\n\nMay 20, 2020\n\n", "(Russian Federation: UA 82.20) 20/05/2020 ", EXAMPLE
    )
    assert str(read_bulletin(text).case.issued) == "2020-05-20"


@pytest.mark.parametrize("line", ["6/5/2020", "05.06.2020"])
def test_a_date_that_can_be_read_in_two_ways_is_left_unread(line):
    reading = read_bulletin(dated(line))
    assert (reading.case.issued, reading.case.summary) == (None, SUMMARY)
    assert [unread.text for unread in reading.unread] == [line]
    assert [one.severity for one in reading.diagnostics if one.code == "ambiguous-date"] == [Severity.WARNING]
    assert "unreadable-date" not in codes(reading, "warning")


@pytest.mark.parametrize(
    "line",
    ["Mai 20, 2020", "May 20, 20200", "20/05/20200", "20 mayo de 2020", "20th Mai, 2020", "Mai 2020", "May 20",
     "Wednesday, Mai 20, 2020", "20 / 05 / 2020"],
)  # fmt: skip
def test_a_line_like_a_date_that_is_none_is_left_unread_and_refused_when_strict(line):
    reading = read_bulletin(dated(line))
    assert (reading.case.issued, reading.case.summary) == (None, SUMMARY)
    assert [unread.text for unread in reading.unread] == [line]
    with pytest.raises(UnreadableBulletin, match="looks like a date"):
        read_bulletin(dated(line), strict=True)


@pytest.mark.parametrize("line", ["Two of the 20 were freed in 2020.", "Russian Federation"])
def test_a_sentence_with_numbers_and_a_line_without_any_are_summary(line):
    reading = read_bulletin(dated(line))
    assert reading.case.summary.startswith(line)
    assert "unreadable-date" not in codes(reading, "warning")


def test_a_bulletin_without_a_date_says_so_and_is_no_less_read():
    reading = read_bulletin(dated(""), strict=True)
    assert "no-issue-date" in codes(reading, "info")
    assert "no-issue-date" not in codes(read_bulletin(EXAMPLE), "info")


def test_a_bulletin_that_names_nobody_at_risk_says_so():
    reading = read_bulletin(changed("Konstantin Kotov", "A protester", EXAMPLE), strict=True)
    assert "no-subject" in codes(reading, "info")
    assert "no-subject" not in codes(read_bulletin(EXAMPLE), "info")
