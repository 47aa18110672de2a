"""By which day a letter must be posted, and the reminders in a calendar."""

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from icalendar import Calendar
from kotov import EMBASSY, PROSECUTOR, kotov

from urgent_actions import (
    ContactChannel,
    Deadline,
    InvalidValue,
    PostalAddress,
    Sender,
    Step,
    Target,
    guide,
    post_by,
    transit_days,
    write_calendar,
)
from urgent_actions.testing.strategies.values import countries, days

DAY = date(2020, 5, 25)


def guidance(country="US", *, deadline="2020-07-01", on=DAY):
    case = attrs.evolve(kotov(), deadline=None if deadline is None else Deadline(deadline))
    return guide(case, sender=Sender(country), on=on)


def test_a_letter_to_the_embassy_is_posted_so_that_it_arrives_before_the_last_day():
    (one,) = post_by(guidance())
    times = transit_days("US", "US")
    assert one.option.target.id == EMBASSY
    assert (one.surely, one.perhaps) == (
        date(2020, 7, 1) - timedelta(times.most),
        date(2020, 7, 1) - timedelta(times.least),
    )
    assert one.explain("en").startswith("Embassy of the Russian Federation: posted by June 20, 2020 a letter arrives")
    assert one.explain("de").startswith("Embassy of the Russian Federation: Bis 20. Juni 2020 aufgegeben")


@given(countries(), days())
def test_a_letter_posted_by_then_is_in_time_and_one_posted_after_may_not_be(country, deadline):
    for one in post_by(guidance(country, deadline=deadline)):
        for on, in_time in ((one.surely, True), (one.perhaps + timedelta(1), False)):
            asked = guidance(country, deadline=deadline, on=on)
            (option,) = (each for each in asked if each.channel == one.option.channel)
            assert Step.of(option, asked.case).in_time is in_time


def test_what_must_be_posted_soonest_comes_first():
    far, near = (
        Target(code.lower(), "official", office="Minister", country=code, channels=[ContactChannel("post", address)])
        for code, address in (("RU", PostalAddress(["Moscow"])), ("CA", PostalAddress(["Ottawa"])))
    )
    for targets in ([far, near], [near, far]):
        case = attrs.evolve(kotov(), rules=[], deadline=Deadline("2020-07-01"), targets=targets)
        ways = post_by(guide(case, sender=Sender("CA"), on=DAY))
        assert [(one.option.target.id, one.surely) for one in ways] == [
            ("ru", date(2020, 6, 20)),
            ("ca", date(2020, 6, 25)),
        ]


def test_the_times_of_carriers_elsewhere_are_said_to_be_theirs():
    (one,) = post_by(guidance())
    assert one.explain() == (
        "Embassy of the Russian Federation: posted by June 20, 2020 a letter arrives in time; posted by June 30, 2020 "
        "it may, as carriers elsewhere state (source: Royal Mail, Australia Post)."
    )
    moscow = Target("ru", "official", office="Minister", country="RU")
    moscow = attrs.evolve(moscow, channels=[ContactChannel("post", PostalAddress(["Moscow"]))])
    case = attrs.evolve(kotov(), rules=[], deadline=Deadline("2020-07-01"), targets=[moscow])
    (own,) = post_by(guide(case, sender=Sender("CA"), on=DAY))
    assert own.explain() == (
        "Minister: posted by June 20, 2020 a letter arrives in time; posted by June 27, 2020 it may "
        "(source: Canada Post)."
    )
    assert len({way.explain(locale) for way in (one, own) for locale in ("en", "fr", "es", "de", "ru", "ar")}) == 12


def test_without_a_deadline_or_an_open_postal_way_there_is_no_such_day():
    assert post_by(guidance(deadline=None)) == ()
    assert PROSECUTOR not in {one.option.target.id for one in post_by(guidance())}
    assert post_by(guidance("DE")) == ()


def reminders(text):
    return [
        (event.decoded("dtstart"), str(event["summary"]), event.walk("VALARM")[0].decoded("trigger"))
        for event in Calendar.from_ical(text).walk("VEVENT")
    ]


def test_a_calendar_holds_each_day_that_counts_with_an_alarm_before_it():
    assert reminders(write_calendar(guidance())) == [
        (date(2020, 6, 20), "Post the letter to Embassy of the Russian Federation (UA 82/20).", timedelta(days=-2)),
        (date(2020, 7, 1), "Last day for letters (UA 82/20).", timedelta(days=-2)),
    ]
    assert [summary for _, summary, _ in reminders(write_calendar(guidance(), locale="fr"))] == [
        "Poster la lettre à Embassy of the Russian Federation (UA 82/20).",
        "Dernier jour pour les lettres (UA 82/20).",
    ]


def test_days_that_are_over_are_left_out():
    assert [day for day, _, _ in reminders(write_calendar(guidance(on=date(2020, 6, 25))))] == [date(2020, 7, 1)]
    assert reminders(write_calendar(guidance(deadline=None))) == []


def test_a_calendar_taken_in_twice_holds_each_reminder_once():
    first, later = (
        {str(event["uid"]) for event in Calendar.from_ical(write_calendar(guidance(on=on))).walk("VEVENT")}
        for on in (DAY, date(2020, 5, 28))
    )
    assert first == later
    assert len(first) == 2


def test_discreet_reminders_name_neither_case_nor_target():
    text = write_calendar(guidance(), discreet=True)
    assert {summary for _, summary, _ in reminders(text)} == {"Write a letter."}
    assert "82/20" not in text
    assert "Embassy" not in text


def test_a_hostile_name_of_a_target_begins_no_line_of_its_own():
    case = kotov()
    targets = tuple(attrs.evolve(target, organisation="X\r\nATTACH:http://example.org\r\n") for target in case.targets)
    asked = guide(attrs.evolve(case, targets=targets, deadline=Deadline("2020-07-01")), sender=Sender("US"), on=DAY)
    assert not any(line.startswith("ATTACH") for line in write_calendar(asked).splitlines())
    assert len(reminders(write_calendar(asked))) == 2


@pytest.mark.parametrize("ask", [post_by, write_calendar])
def test_what_is_no_guidance_is_refused(ask):
    with pytest.raises(InvalidValue, match="is not a Guidance"):
        ask(kotov())
