"""Reminders as an iCalendar file (RFC 5545): when to post, and when the last day is."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from urgent_actions.errors import missing_extra
from urgent_actions.guidance.guidance import Guidance
from urgent_actions.guidance.post_by import post_by
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.language import Language
from urgent_actions.values.printable import in_one_line
from urgent_actions.values.text import Message

_AHEAD = timedelta(days=2)


def write_calendar(guidance: Guidance, *, locale: Language | str = "en", discreet: bool = False) -> str:
    """The days that count for a sender: by when to post to each target, and the deadline, each with an alarm before it.

    Days before the day of the guidance are left out. The same guidance gives the same text, so that a calendar that
    takes it in twice holds each reminder once. It says nothing of the sender.

    Args:
        guidance: what was answered, for a sender on a day.
        locale: the language of the reminders.
        discreet: whether the reminders name neither case nor target, for calendars that others see.

    Raises:
        MissingExtra: the extra `calendar` is not installed.
    """
    refuse_wrong(guidance=(guidance, Guidance))
    try:
        from icalendar import Alarm, Calendar, Event
    except ModuleNotFoundError:
        raise missing_extra("calendar", "writing a calendar") from None
    calendar = Calendar()
    calendar.add("prodid", "-//urgent_actions//EN")
    calendar.add("version", "2.0")
    for day, message in _reminders(guidance):
        summary = Message("Write a letter.") if discreet else message
        event, alarm = Event(), Alarm()
        event.add("uid", _uid(guidance, day, str(message)))
        event.add("dtstamp", datetime.combine(guidance.on, datetime.min.time(), UTC))
        event.add("dtstart", day)
        event.add("summary", in_one_line(summary.say(locale)))
        event.add("transp", "TRANSPARENT")
        alarm.add("action", "DISPLAY")
        alarm.add("description", in_one_line(summary.say(locale)))
        alarm.add("trigger", -_AHEAD)
        event.add_component(alarm)
        calendar.add_component(event)
    text: str = calendar.to_ical().decode()
    return text


def _reminders(guidance: Guidance) -> Iterator[tuple[date, Message]]:
    """Each day with what is to be done by then, from the day of the guidance on."""
    case = str(guidance.case.reference)
    days = [
        (one.surely, Message("Post the letter to {target} ({case}).", {"target": one.option.target.post, "case": case}))
        for one in post_by(guidance)
    ]
    if guidance.case.deadline:
        last_day = guidance.case.deadline.last_day
        days.append((last_day, Message("Last day for letters ({case}).", {"case": case})))
    yield from ((day, message) for day, message in days if day >= guidance.on)


def _uid(guidance: Guidance, day: date, what: str) -> str:
    name = f"{guidance.case.reference}\n{day}\n{what}"
    return f"{sha256(name.encode()).hexdigest()[:32]}@urgent-actions"
