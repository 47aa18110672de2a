from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given

from urgent_actions.errors import InvalidValue
from urgent_actions.testing.strategies.values import days, hours
from urgent_actions.values.hours import WORKDAYS, Hours

MOSCOW = Hours(time(9), time(17), zone="Europe/Moscow")


def at(day, hour, minute=0, second=0):
    return datetime(2020, 5, day, hour, minute, second, tzinfo=UTC)


def test_the_clock_of_the_place_counts():
    assert at(20, 6) in MOSCOW
    assert at(20, 5, 59) not in MOSCOW
    assert at(20, 14, 0, 59) in MOSCOW
    assert at(20, 14, 1) not in MOSCOW


def test_the_calendar_of_the_place_counts():
    early = Hours(time(0), time(1), zone="Asia/Kathmandu", days="FREQ=WEEKLY;BYDAY=TH")
    assert at(20, 18, 30) in early  # Wednesday in London, Thursday there
    assert at(21, 18, 30) not in early


def test_the_telephone_rests_on_the_weekend():
    assert [day for day in range(18, 25) if MOSCOW.open_on(date(2020, 5, day))] == [18, 19, 20, 21, 22]


def test_the_first_monday_and_the_last_friday_of_a_month():
    first_and_last = Hours(time(9), time(10), zone="UTC", days="FREQ=MONTHLY;BYDAY=1MO,-1FR;BYMONTH=5")
    assert [day for day in range(1, 32) if first_and_last.open_on(date(2020, 5, day))] == [4, 29]
    assert not first_and_last.open_on(date(2020, 6, 1))


@given(hours(), days())
def test_at_midday_there_it_is_open_just_if_the_day_and_the_clock_say_so(some, day):
    from zoneinfo import ZoneInfo

    noon = datetime.combine(day, time(12), tzinfo=ZoneInfo(some.zone))
    assert (noon in some) == (some.open_on(day) and some.opens <= time(12) <= some.closes)


@given(hours(), days())
def test_it_is_answered_from_the_one_turn_of_a_day_to_the_other_and_not_before_or_after(some, day):
    turns = some.turns_on(day)
    assert bool(turns) is some.open_on(day)
    if turns:
        opens, after = turns
        minute = timedelta(minutes=1)
        assert opens in some
        assert after - minute in some
        assert opens - minute not in some or some.opens == time()  # it may be open the day before
        assert after not in some or some.closes == time(23, 59)


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(InvalidValue, match="has no time zone; give an aware datetime"):
        assert datetime(2020, 5, 20, 12) in MOSCOW


@pytest.mark.parametrize(
    "days",
    [
        "FREQ=WEEKLY",
        "FREQ=MONTHLY",
        "FREQ=HOURLY",
        "FREQ=WEEKLY;BYDAY=MO;COUNT=3",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
        "FREQ=DAILY;UNTIL=20200520",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=DAILY;BYMONTH=13",
        "DTSTART:20200520\nRRULE:FREQ=DAILY",
        "",
        None,
    ],
)
def test_a_recurrence_that_needs_a_start_is_refused(days):
    with pytest.raises(InvalidValue, match="is no recurrence of days that needs no start"):
        Hours(time(9), time(17), zone="UTC", days=days)


@pytest.mark.parametrize("zone", ["Moscow", "../etc/passwd", "", "Europe", None])
def test_a_zone_that_does_not_exist_is_refused(zone):
    with pytest.raises(InvalidValue, match="there is no time zone"):
        Hours(time(9), time(17), zone=zone)


def test_all_that_is_wrong_with_hours_is_told_at_once():
    with pytest.raises(InvalidValue) as caught:
        Hours(time(17), time(9), zone="Mars", days="now and then")
    assert [problem.where for problem in caught.value.problems] == ["closes", "zone", "days"]


@pytest.mark.parametrize("clock", [time(9, 0, 30), time(9, tzinfo=UTC), "09:00"])
def test_hours_are_local_and_in_whole_minutes(clock):
    with pytest.raises(InvalidValue, match="two local times in whole minutes"):
        Hours(clock, time(17), zone="UTC")


@pytest.mark.parametrize("text", ["", "9-17", f"{WORKDAYS} 9:00-17:00 UTC", f"{WORKDAYS} 09:00-25:00 UTC"])
def test_what_is_no_text_of_hours_is_refused(text):
    with pytest.raises(InvalidValue):
        Hours.parse(text)
