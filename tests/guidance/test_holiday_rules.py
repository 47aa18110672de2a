import sys
from datetime import date
from importlib.metadata import version

import pytest
from kotov import EMBASSY, kotov

from urgent_actions import ChannelKind, Country, MissingExtra, Sender, Source, Status, guide, holiday_rules
from urgent_actions.errors import missing_extra
from urgent_actions.values.country_codes import COUNTRY_CODES

RUSSIA_DAY = date(2020, 6, 12)


def statuses(day):
    guidance = guide(kotov(), sender=Sender("US"), on=day, rules=holiday_rules("RU", [2020]))
    return {option.channel.kind: option.status for option in guidance.of(EMBASSY)}


def test_on_a_public_holiday_calls_need_care_and_nothing_else_does():
    on_the_day, before = statuses(RUSSIA_DAY), statuses(date(2020, 6, 11))
    assert on_the_day == before | {ChannelKind.PHONE: Status.CAUTION}
    assert before[ChannelKind.PHONE] is Status.OPEN


def test_a_holiday_names_itself_its_reason_and_whence_it_is_known():
    rule = holiday_rules("RU", [2020])["RU 2020-06-12: Russia Day"]
    assert str(rule.reason) == "It is a public holiday (Russia); nobody may answer."
    assert rule.source == Source(f"holidays {version('holidays')}", "https://pypi.org/project/holidays/")


def test_the_names_of_holidays_do_not_follow_the_language_of_the_machine(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "ru")
    assert "RU 2020-06-12: Russia Day" in {rule.id for rule in holiday_rules("RU", [2020])}


def test_without_the_extra_its_name_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "holidays", None)
    with pytest.raises(MissingExtra) as raised:
        holiday_rules("RU", [2020])
    assert str(raised.value) == str(missing_extra("holidays", "looking up public holidays"))


def test_every_year_that_is_asked_has_its_holidays():
    years = {rule.during.first.earliest.year for rule in holiday_rules("FR", range(2020, 2023))}
    assert years == {2020, 2021, 2022}


@pytest.mark.parametrize("code", sorted(COUNTRY_CODES))
def test_the_holidays_of_every_state_can_be_asked_for(code):
    assert all(rule.when.countries == {Country(code)} for rule in holiday_rules(code, [2020]))
