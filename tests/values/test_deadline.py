from datetime import date

import pytest
from hypothesis import given

from urgent_actions.errors import InvalidValue
from urgent_actions.testing.strategies.values import days, deadlines
from urgent_actions.values.deadline import Deadline


def test_nobody_is_turned_away_a_day_early():
    assert Deadline("2020-07-01").days_left(date(2020, 7, 1)) == 0
    assert Deadline("2020-07-01").days_left(date(2020, 7, 2)) == -1


def test_of_a_month_the_last_day_counts():
    assert Deadline("2021-12").last_day == date(2021, 12, 31)


@given(deadlines(), days())
def test_days_left_lead_to_the_last_day(deadline, day):
    assert day.toordinal() + deadline.days_left(day) == deadline.last_day.toordinal()


@pytest.mark.parametrize("text", ["", "!", "2020-07-01!!", "! 2020-07-01", "soon"])
def test_what_is_no_deadline_is_refused(text):
    with pytest.raises(InvalidValue, match="cannot read"):
        Deadline.parse(text)


def test_firm_is_yes_or_no():
    with pytest.raises(InvalidValue, match="firm is 'no', not a bool"):
        Deadline("2020-07-01", "no")


def test_what_nobody_stated_cannot_be_firm():
    with pytest.raises(InvalidValue, match="a deadline that nobody stated cannot be firm at assumed"):
        Deadline("2020-07-01", firm=True, assumed=True)
