from datetime import date

import pytest
from kotov import EMBASSY, kotov

from urgent_actions import ChannelKind, Country, Sender, Status, guide, holiday_rules
from urgent_actions.values.country_codes import COUNTRY_CODES

RUSSIA_DAY = date(2020, 6, 12)


def statuses(day):
    guidance = guide(kotov(), sender=Sender("US"), on=day, rules=holiday_rules("RU", [2020]))
    return {option.channel.kind: option.status for option in guidance.of(EMBASSY)}


def test_on_a_public_holiday_calls_need_care_and_nothing_else_does():
    on_the_day, before = statuses(RUSSIA_DAY), statuses(date(2020, 6, 11))
    assert on_the_day == before | {ChannelKind.PHONE: Status.CAUTION}
    assert before[ChannelKind.PHONE] is Status.OPEN


def test_every_year_that_is_asked_has_its_holidays():
    years = {rule.during.first.earliest.year for rule in holiday_rules("FR", range(2020, 2023))}
    assert years == {2020, 2021, 2022}


@pytest.mark.parametrize("code", sorted(COUNTRY_CODES))
def test_the_holidays_of_every_state_can_be_asked_for(code):
    assert all(rule.when.countries == {Country(code)} for rule in holiday_rules(code, [2020]))
