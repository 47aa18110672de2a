from datetime import date, timedelta

import pytest
from hypothesis import given

from urgent_actions.errors import InvalidValue
from urgent_actions.testing.strategies.values import days, windows
from urgent_actions.values.window import ALWAYS, Window

MAY_20 = date(2020, 5, 20)


def test_both_ends_are_included():
    window = Window("2020-05-20", "2020-06-30")
    assert MAY_20 in window
    assert date(2020, 6, 30) in window
    assert date(2020, 5, 19) not in window
    assert date(2020, 7, 1) not in window


def test_a_month_counts_from_its_first_day_to_its_last_and_stays_a_month():
    window = Window("2020-02", "2020-02")
    assert date(2020, 2, 1) in window
    assert date(2020, 2, 29) in window
    assert date(2020, 3, 1) not in window
    assert str(window) == "2020-02/2020-02"
    assert window != Window("2020-02-01", "2020-02-29")


def test_a_window_without_a_last_day_holds_until_further_notice():
    assert Window(MAY_20).until_further_notice
    assert date.max in Window(MAY_20)
    assert not Window(None, MAY_20).until_further_notice
    assert date.min in Window(None, MAY_20)


@given(windows(), windows(), days())
def test_a_day_is_in_the_meeting_of_two_windows_just_if_it_is_in_both(one, other, day):
    both = one & other
    assert (both is not None and day in both) == (day in one and day in other)


@given(windows(), windows())
def test_meeting_takes_no_order(one, other):
    assert one & other == other & one


@given(windows(), windows(), windows())
def test_meeting_takes_no_grouping(one, two, three):
    left = (one & two) and (one & two) & three
    right = (two & three) and one & (two & three)
    assert left == right


@given(windows())
def test_a_window_meets_itself_and_always_in_itself(window):
    assert window & window == window & ALWAYS == ALWAYS & window == window


@given(windows(), windows())
def test_windows_that_never_meet_have_no_meeting(one, other):
    apart = any(a.last and b.first and a.last.latest < b.first.earliest for a, b in ((one, other), (other, one)))
    assert (one & other is None) == apart


@given(windows(), days())
def test_membership_changes_on_boundaries_and_nowhere_else(window, day):
    before = day - timedelta(days=1)
    assert ((day in window) != (before in window)) == (day in window.boundaries)


def test_the_more_precise_of_two_equal_ends_is_kept():
    assert str(Window("2020-05", "2020-06") & Window("2020-05-01", "2020-06-30")) == "2020-05-01/2020-06-30"


def test_a_window_to_the_end_of_time_has_no_day_after_it():
    assert list(Window(None, "9999-12").boundaries) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2020-05-20", "cannot read '2020-05-20' as a window"),
        ("a/b/c", "cannot read 'a/b/c' as a window"),
        ("2020-05-20/", "cannot read '' as a date"),
        ("2020-06/2020-05", "window ends on 2020-05, before it starts on 2020-06"),
        ("2020-05-20/2020-05-19", "window ends on 2020-05-19, before it starts on 2020-05-20"),
    ],
)
def test_what_is_no_window_is_refused(text, told):
    with pytest.raises(InvalidValue) as caught:
        Window.parse(text)
    assert str(caught.value).startswith(told)


def test_a_window_may_begin_inside_the_month_in_which_it_ends():
    assert MAY_20 in Window("2020-05-20", "2020-05")
    assert MAY_20 in Window("2020-05", "2020-05-20")


@pytest.mark.parametrize(
    ("window", "words"), [("2020-06-12/2020-06-12", "on June 12, 2020"), ("2020-06/2020-06", "in June 2020")]
)
def test_a_window_of_one_day_or_month_says_it_once(window, words):
    assert Window.parse(window).say() == words
