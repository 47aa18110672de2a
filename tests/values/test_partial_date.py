from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.errors import InvalidValue
from urgent_actions.values.partial_date import PartialDate


@given(st.dates())
def test_a_day_is_its_own_earliest_and_latest(day):
    known = PartialDate.of(day)
    assert known.earliest == known.latest == day
    assert not known.is_month
    assert PartialDate.of(day.isoformat()) == known


@given(st.dates())
def test_a_month_lasts_from_its_first_day_to_its_last(day):
    month = PartialDate(day.year, day.month)
    assert month.is_month
    assert month.earliest <= day <= month.latest
    assert month.earliest.day == 1
    assert month.latest == date.max or (month.latest + timedelta(days=1)).day == 1
    assert str(month) == day.isoformat()[:7]


def test_a_month_is_no_day_of_it():
    assert PartialDate.parse("2020-05") != PartialDate.parse("2020-05-01")


def test_a_moment_counts_as_its_day():
    assert PartialDate.of(datetime(2020, 5, 20, 23, 59)) == PartialDate(2020, 5, day=20)


def test_a_date_is_said_in_the_words_of_the_reader():
    assert PartialDate.parse("2020-05-20").say("fr") == "20 mai 2020"
    assert PartialDate.parse("2020-05").say("en") == "May 2020"


@pytest.mark.parametrize(
    "text", ["", "2020", "20.05.2020", "2020-5-20", "2020-05-20T00:00", "82.20", "２０２０-05-20", "2020-05-20\n"]
)
def test_text_of_another_form_is_refused_and_never_guessed(text):
    with pytest.raises(InvalidValue, match="write it as 2020-05-20, or 2020-05 for a month"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    "text", ["2020-02-30", "2021-02-29", "2020-13", "2020-00", "2020-05-00", "2020-05-32", "0000-01-01"]
)
def test_a_day_that_does_not_exist_is_refused(text):
    with pytest.raises(InvalidValue, match="there is no date"):
        PartialDate.parse(text)
