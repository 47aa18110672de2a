from datetime import UTC, date, datetime, time

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kotov import EMBASSY, PROSECUTOR, kotov

from urgent_actions import (
    ChannelKind,
    Country,
    Deadline,
    Hours,
    InvalidValue,
    PreparedCase,
    RuleBook,
    Scope,
    Sender,
    Status,
    UnknownTarget,
    guide,
)
from urgent_actions.testing.strategies.nouns import cases, mission_directories
from urgent_actions.testing.strategies.rules import rulebooks
from urgent_actions.testing.strategies.values import COUNTRIES, days

MAY_25 = date(2020, 5, 25)
profiles = st.builds(
    Sender,
    st.sampled_from(COUNTRIES),
    st.lists(st.sampled_from(["en", "es", "ru"]), unique=True, max_size=2),
    ties=st.sets(st.sampled_from(COUNTRIES), max_size=1),
    affiliations=st.sets(st.sampled_from(["section-de", "health-professional"]), max_size=1),
)


further = rulebooks().map(lambda book: RuleBook(attrs.evolve(rule, id=f"further {rule.id}") for rule in book))


asked = st.lists(st.tuples(profiles, days()), min_size=1, max_size=6)


@given(cases(), further, mission_directories(), asked)
def test_a_prepared_case_decides_whatever_it_was_asked_before_as_the_guide_does(case, rules, missions, questions):
    prepared = PreparedCase(case, rules=rules, missions=missions)
    for sender, day in [*questions, *questions]:
        guidance = guide(case, sender=sender, on=day, rules=rules, missions=missions)
        assert prepared.decide(sender, on=day) == tuple(option.advice.decision for option in guidance)
        assert prepared.guide(sender, on=day) == guidance


def test_senders_of_one_profile_share_one_answer_whatever_their_names():
    prepared = PreparedCase(kotov())
    ada, bob = Sender("US", name="Ada Example"), Sender("US", name="Bob Example")
    assert prepared.decide(ada, on=MAY_25) is prepared.decide(bob, on=MAY_25)
    assert prepared.decide(ada, on=MAY_25) is not prepared.decide(Sender("US", ties={"RU"}), on=MAY_25)


def test_a_way_that_failed_before_is_told_and_only_that_way():
    failed = [(PROSECUTOR, "form")]
    guidance = guide(kotov(), sender=Sender("US"), on=MAY_25, failed=failed)
    told = {(option.target.id, option.channel.kind) for option in guidance if option.status is Status.CAUTION}
    assert told == {(PROSECUTOR, ChannelKind.FORM)}
    (form,) = (option for option in guidance.of(PROSECUTOR) if option.channel.kind is ChannelKind.FORM)
    assert form.advice.explain() == (
        "You did not get through this way before. (source: UA 82/20, Amnesty International USA)",
    )


def test_what_failed_with_a_target_that_is_not_there_is_refused_with_the_nearest():
    with pytest.raises(UnknownTarget, match=f"did you mean '{EMBASSY}'"):
        guide(kotov(), sender=Sender("US"), on=MAY_25, failed=[(EMBASSY[:-1], "post")])


def test_what_is_no_pair_of_a_target_and_a_channel_is_named_with_its_place():
    with pytest.raises(InvalidValue) as raised:
        guide(kotov(), sender=Sender("US"), on=MAY_25, failed=[(EMBASSY, "post"), (EMBASSY, "post", "fax"), 7])
    assert {problem.code for problem in raised.value.problems} == {"wrong-type"}
    assert str(raised.value) == (
        f"('{EMBASSY}', 'post', 'fax') is no pair of a target's id and a kind of channel at failed[1]; "
        "write [('prosecutor', 'email')]\n"
        "7 is no pair of a target's id and a kind of channel at failed[2]; write [('prosecutor', 'email')]"
    )


def test_the_moment_must_lie_on_the_day():
    with pytest.raises(InvalidValue, match="is not on 2020-05-25"):
        guide(kotov(), sender=Sender("US"), on=MAY_25, at=datetime(2020, 5, 24, 12, tzinfo=UTC))


def call_only_in_hours(case):
    hours = Hours(time(9), time(17), zone="Europe/Moscow")
    rule = attrs.evolve(
        case.rules[0], id="hours", when=Scope(channels={"phone"}), unless=[Scope(hours=hours)], reason="Nobody answers."
    )
    return RuleBook([rule])


@pytest.mark.parametrize(
    ("day", "hour", "status", "reopens"),
    [
        (MAY_25, None, Status.OPEN, None),
        (MAY_25, 7, Status.OPEN, None),
        (MAY_25, 20, Status.CLOSED, date(2020, 5, 26)),
        (date(2020, 5, 29), 20, Status.CLOSED, date(2020, 6, 1)),
        (date(2020, 5, 30), None, Status.CLOSED, date(2020, 6, 1)),
    ],
)
def test_a_telephone_that_is_answered_on_workdays_is_closed_at_night_and_at_weekends(day, hour, status, reopens):
    case = kotov()
    at = None if hour is None else datetime.combine(day, time(hour), tzinfo=UTC)
    guidance = guide(case, sender=Sender("US"), on=day, at=at, rules=call_only_in_hours(case))
    (phone,) = (option for option in guidance.of(EMBASSY) if option.channel.kind is ChannelKind.PHONE)
    assert (phone.status, phone.advice.reopens) == (status, reopens)


def test_days_left_count_for_each_day_anew():
    case = attrs.evolve(kotov(), deadline=Deadline("2020-05-26"))
    prepared, sender = PreparedCase(case), Sender(Country("US"))
    kinds = [option.channel.kind for option in prepared.guide(sender, on=MAY_25)]
    answers = {day: prepared.decide(sender, on=date(2020, 5, day)) for day in (26, 27)}
    phone = kinds.index(ChannelKind.PHONE)
    assert {day: decisions[phone].status for day, decisions in answers.items()} == {26: Status.OPEN, 27: Status.CAUTION}
