from datetime import UTC, date, datetime, timedelta

import attrs
import pytest
from hypothesis import given

from urgent_actions.errors import InvalidValue
from urgent_actions.rules.attempt import Attempt
from urgent_actions.rules.scope import Scope
from urgent_actions.testing.strategies.rules import attempts
from urgent_actions.testing.strategies.values import days
from urgent_actions.values.channel_kind import ChannelKind

MAY_20 = date(2020, 5, 20)


def attempt(**changed):
    said = {"case": "UA 82/20", "on": MAY_20, "target": "governor", "target_kind": "official", "channel": "post"}
    said |= changed
    return Attempt(said.pop("case"), said.pop("on"), **said)


def test_a_plain_word_never_slips_past_a_rule_that_asks_for_its_value():
    assert attempt(country="RU").channel is ChannelKind.POST
    assert attempt(country="RU") in Scope(cases={"UA 82/20"}, countries={"RU"}, channels={"post"}, kinds={"official"})


@given(attempts(), days())
def test_the_last_day_of_the_deadline_stays_where_it_is_whatever_the_day(attempt, day):
    moved = attempt.moved_to(day)
    assert moved.on == day
    if attempt.days_left is None:
        assert moved.days_left is None
    else:
        assert moved.on + timedelta(days=moved.days_left) == attempt.on + timedelta(days=attempt.days_left)


@given(attempts(), days(), days())
def test_moving_twice_is_moving_once(attempt, one, other):
    assert attempt.moved_to(one).moved_to(other) == attempt.moved_to(other)
    assert attempt.moved_to(one).moved_to(attempt.on) == attrs.evolve(attempt, at=None)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"case": "UA 82-20"}, "cannot read 'UA 82-20' as a case reference"),
        ({"on": "2020-05-20"}, "'2020-05-20' is not a day at on; give a datetime.date"),
        ({"on": datetime(2020, 5, 20)}, "is not a day at on"),
        ({"target": "The Governor"}, "'The Governor' is not a target's id at target"),
        ({"target_kind": "oficial"}, "did you mean 'official'?"),
        ({"channel": "e-mail"}, "did you mean 'email'?"),
        ({"country": "UK"}, "did you mean 'GB'?"),
        ({"sender": "UK"}, "did you mean 'GB'?"),
        ({"ties": "RU"}, "expected a collection of countries, not 'RU'"),
        ({"languages": "en"}, "expected a collection of languages, not 'en'"),
        ({"address": "gone"}, "unknown address state 'gone'"),
        ({"days_left": "7"}, "days_left is '7', not an int"),
        ({"affiliations": {"Section DE"}}, "'Section DE' cannot be a key at affiliations"),
        ({"failed": "email"}, "expected a collection of channels, not 'email'"),
        ({"status": "closed"}, "unknown case status 'closed'"),
        ({"at": "10:30"}, "'10:30' is no moment with a time zone at at; give an aware datetime"),
        ({"at": datetime(2020, 5, 20, 10, 30)}, "is no moment with a time zone at at"),
        ({"at": datetime(2020, 5, 21, 10, 30, tzinfo=UTC)}, "2020-05-21 10:30:00+00:00 is not on 2020-05-20 at at"),
    ],
)
def test_what_cannot_be_asked_is_refused(wrong, told):
    with pytest.raises(InvalidValue) as caught:
        attempt(**wrong)
    assert told in str(caught.value)
