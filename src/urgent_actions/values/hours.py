"""The hours in which a telephone is answered, on the days of a recurrence, at the place where it rings."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

import attrs

from urgent_actions.errors import InvalidValue, Problem, refuse_if
from urgent_actions.values.cldr import weekday_in_words
from urgent_actions.values.language import Language
from urgent_actions.values.listing import Listing
from urgent_actions.values.text import Message, Value
from urgent_actions.values.time_zone import zone_named

WORKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEKLY = re.compile(r"FREQ=WEEKLY;BYDAY=((?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*)")
_DAY, _MONTH, _OF_MONTH = "(?:MO|TU|WE|TH|FR|SA|SU)", "(?:[1-9]|1[0-2])", "-?(?:[1-9]|[12][0-9]|3[01])"
_ORDINAL = "(?:-?[1-5])?"
_DAYS = re.compile(  # the recurrences that need no start; each is found, or not, within a few steps
    rf"FREQ=(?:DAILY|WEEKLY;BYDAY={_DAY}(?:,{_DAY})*|MONTHLY;BYDAY={_ORDINAL}{_DAY}(?:,{_ORDINAL}{_DAY})*"
    rf"|MONTHLY;BYMONTHDAY={_OF_MONTH}(?:,{_OF_MONTH})*)(?:;BYMONTH={_MONTH}(?:,{_MONTH})*)?"
)
_WRITTEN = re.compile(r"(\S+) (\d\d:\d\d)-(\d\d:\d\d) (\S+)", re.ASCII)


@attrs.frozen
class Hours:
    """From one time to another, on the days of a recurrence, in a time zone.

    Args:
        opens: the first minute, in local time.
        closes: the last minute, later the same day.
        zone: the zone's name in the IANA time zone database, such as `Europe/Moscow`.
        days: the days as an RRULE (RFC 5545, 3.3.10) that needs no start: daily, weekly by day, or monthly by day or
            day of the month, perhaps in some months only; kept as text, since rule objects do not compare.

    Raises:
        InvalidValue: for seconds, a zone that does not exist, another recurrence, an end before the start; all at once.

    >>> str(Hours(time(9), time(17), zone="Europe/Moscow"))
    'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 09:00-17:00 Europe/Moscow'
    """

    opens: time
    closes: time
    zone: str = attrs.field(kw_only=True)
    days: str = attrs.field(default=WORKDAYS, kw_only=True)

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems_in(self))

    @classmethod
    def parse(cls, text: str) -> "Hours":
        """Read `FREQ=WEEKLY;BYDAY=MO,FR 09:00-17:00 Europe/Moscow`.

        Raises:
            InvalidValue: the text has another form, or names a zone or recurrence that does not exist.
        """
        found = _WRITTEN.fullmatch(text)
        if not found:
            what = f"cannot read {text!r} as hours"
            raise InvalidValue(
                Problem("bad-hours", what, way_out=f"write it as '{WORKDAYS} 09:00-17:00 Europe/Moscow'")
            )
        days, opens, closes, zone = found.groups()
        return cls(_clock(opens), _clock(closes), zone=zone, days=days)

    def __contains__(self, moment: datetime) -> bool:
        """Whether the telephone is answered at a moment; the moment names its own time zone.

        Raises:
            InvalidValue: the moment has no time zone.
        """
        if moment.tzinfo is None:
            raise InvalidValue(Problem("no-time-zone", f"{moment} has no time zone", way_out="give an aware datetime"))
        there = moment.astimezone(zone_named(self.zone))
        return self.opens <= there.time().replace(second=0, microsecond=0) <= self.closes and self.open_on(there.date())

    def open_on(self, day: date) -> bool:
        """Whether the telephone is answered at all on a day there."""
        return _recurs_on(self.days, day)

    def turns_on(self, day: date) -> tuple[datetime, ...]:
        """The moments of a day there at which the answer changes: the first minute, and the one after the last."""
        from zoneinfo import ZoneInfo

        if not self.open_on(day):
            return ()
        opens, closes = (datetime.combine(day, clock, ZoneInfo(self.zone)) for clock in (self.opens, self.closes))
        return opens, closes + timedelta(minutes=1)

    def say(self, locale: Language | str = "en") -> str:
        """The hours in words: `on Monday and Friday, from 09:00 to 17:00, time in Europe/Moscow`."""
        clock: dict[str, Value] = {"opens": f"{self.opens:%H:%M}", "closes": f"{self.closes:%H:%M}", "zone": self.zone}
        found = _WEEKLY.fullmatch(self.days)
        if not found:
            return Message("from {opens} to {closes}, time in {zone} ({days})", clock | {"days": self.days}).say(locale)
        tag = Language.of(locale).tag
        names = tuple(weekday_in_words(_WEEKDAYS.index(day), tag) for day in found[1].split(","))
        days: dict[str, Value] = {"days": Listing(names)}
        return Message("on {days}, from {opens} to {closes}, time in {zone}", clock | days).say(locale)

    def __str__(self) -> str:
        return f"{self.days} {self.opens:%H:%M}-{self.closes:%H:%M} {self.zone}"


def _clock(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise InvalidValue(Problem("bad-time", f"there is no time {text}", way_out="write it as 09:00")) from None


def _problems_in(hours: Hours) -> list[Problem]:
    problems = []
    clocks = (hours.opens, hours.closes)
    if not all(isinstance(c, time) and c.tzinfo is None and c.second == c.microsecond == 0 for c in clocks):
        what = f"{hours.opens!r} and {hours.closes!r} are not two local times in whole minutes"
        problems.append(Problem("bad-time", what, where="opens", way_out="write them as time(9, 30)"))
    elif hours.closes < hours.opens:
        what = f"hours close at {hours.closes:%H:%M}, before they open at {hours.opens:%H:%M}"
        problems.append(Problem("hours-end-before-start", what, where="closes"))
    try:
        zone_named(hours.zone)
    except InvalidValue as error:
        problems.extend(error.problems)
    if not isinstance(hours.days, str) or not _DAYS.fullmatch(hours.days):
        what = f"{hours.days!r} is no recurrence of days that needs no start"
        problems.append(Problem("bad-recurrence", what, where="days", way_out=f"write it as {WORKDAYS!r}"))
    return problems


@lru_cache(maxsize=4096)
def _recurs_on(days: str, day: date) -> bool:
    """Without COUNT and INTERVAL a rule recurs on a day just if, started on that day, it begins there."""
    from dateutil.rrule import rrulestr

    start = datetime.combine(day, time())
    return next(iter(rrulestr(days, dtstart=start)), None) == start
