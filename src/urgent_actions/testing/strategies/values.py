"""Values at random: the edges of what can be, and beside them the few that meet often.

Countries, languages, kinds and days come from small pools, so that two values drawn apart have much in common: a law
about rules says nothing where no rule ever meets an attempt.
"""

from datetime import date, time, timedelta
from functools import cache

from hypothesis import strategies as st

from urgent_actions.values.address_state import AddressState
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country
from urgent_actions.values.deadline import Deadline
from urgent_actions.values.hours import WORKDAYS, Hours
from urgent_actions.values.index_number import IndexNumber
from urgent_actions.values.language import Language
from urgent_actions.values.lead import Lead
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.publisher import Publisher
from urgent_actions.values.source import Source
from urgent_actions.values.target_kind import TargetKind
from urgent_actions.values.text import Text
from urgent_actions.values.web_link import WebLink
from urgent_actions.values.window import Window

FIRST_DAY, LAST_DAY = date(2020, 4, 1), date(2020, 7, 31)
"""The days around which rules and attempts meet."""

COUNTRIES = tuple(map(Country, ("RU", "US", "DE", "CO", "XK")))
LANGUAGES = tuple(map(Language, ("en", "es", "es-MX", "ru", "ar", "zh-Hant")))
TARGET_KEYS = ("governor", "embassy", "embassy-2", "прокурор")

_VISIBLE = st.characters(exclude_categories=("C", "Z"))
_SPAN_OF_FAR_DAYS = st.dates(date(1961, 1, 1), date(2099, 12, 31))


@cache
def words(most: int = 20) -> st.SearchStrategy[str]:
    """One to three words of visible characters of any script, set off by single blanks."""
    return st.lists(st.text(_VISIBLE, min_size=1, max_size=most), min_size=1, max_size=3).map(" ".join)


@cache
def days() -> st.SearchStrategy[date]:
    """Days of four months in 2020, in which the windows of `windows()` begin and end."""
    return st.integers(0, (LAST_DAY - FIRST_DAY).days).map(lambda number: FIRST_DAY + timedelta(days=number))


@cache
def countries() -> st.SearchStrategy[Country]:
    """Five countries."""
    return st.sampled_from(COUNTRIES)


@cache
def languages() -> st.SearchStrategy[Language]:
    """Languages with and without region and script, from left to right and from right to left."""
    return st.sampled_from(LANGUAGES)


@cache
def channel_kinds() -> st.SearchStrategy[ChannelKind]:
    """All kinds of channel, post and e-mail more often than the others."""
    return st.sampled_from([ChannelKind.POST, ChannelKind.EMAIL]) | st.sampled_from(ChannelKind)


@cache
def target_kinds() -> st.SearchStrategy[TargetKind]:
    """All kinds of target, officials and embassies more often than the others."""
    return st.sampled_from([TargetKind.OFFICIAL, TargetKind.EMBASSY]) | st.sampled_from(TargetKind)


@cache
def address_states() -> st.SearchStrategy[AddressState]:
    """All states of an address."""
    return st.sampled_from(AddressState)


@cache
def target_keys() -> st.SearchStrategy[str]:
    """Ids of targets, few, so that rules meet them."""
    return st.sampled_from(TARGET_KEYS)


@cache
def references() -> st.SearchStrategy[CaseReference]:
    """Three cases that meet often, and others of every series, number and year."""
    known = st.sampled_from(["UA 82/20", "UA 82/21", "EXTRA 82/20"]).map(CaseReference.parse)
    series = st.from_regex("[A-Z]{2,12}", fullmatch=True)
    return known | st.builds(CaseReference, series, st.integers(1, 9999), year=st.integers(1961, 9999))


@cache
def index_numbers() -> st.SearchStrategy[IndexNumber]:
    """Index numbers of every region, file, serial number and year."""
    region = st.from_regex("[A-Z]{3}", fullmatch=True)
    serial = st.integers(0, 99999)
    return st.builds(IndexNumber, region, st.integers(0, 99), serial=serial, year=st.integers(1961, 9999))


@cache
def partial_dates() -> st.SearchStrategy[PartialDate]:
    """Days and months, mostly of 2020, some from the whole time in which cases exist."""
    return st.one_of(days().map(PartialDate.of), days().map(_month_of), _SPAN_OF_FAR_DAYS.map(PartialDate.of))


@cache
def windows() -> st.SearchStrategy[Window]:
    """Windows with both ends, one or none, of days and of months."""
    ends = st.none() | partial_dates()
    return st.tuples(ends, ends).map(_window_between)


@cache
def leads() -> st.SearchStrategy[Lead]:
    """Leads around a few weeks, with both ends, one or none."""
    ends = st.none() | st.integers(-30, 60)
    return st.tuples(ends, ends).map(lambda pair: Lead(*_in_order(*pair)))


@cache
def deadlines() -> st.SearchStrategy[Deadline]:
    """Deadlines on days and in months: firm, not firm, and assumed."""
    stated = st.builds(Deadline, partial_dates(), st.booleans())
    return stated | st.builds(Deadline, partial_dates(), assumed=st.just(value=True))


@cache
def hours() -> st.SearchStrategy[Hours]:
    """Hours by day, week and month, in several time zones."""
    minutes = st.times().map(lambda clock: time(clock.hour, clock.minute))
    zones = st.sampled_from(["Europe/Moscow", "America/Bogota", "Asia/Kathmandu", "UTC"])
    monthly = "FREQ=MONTHLY;BYDAY=1MO,-1FR;BYMONTH=1,12"
    rules = st.sampled_from([WORKDAYS, "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=SU", monthly, "FREQ=MONTHLY;BYMONTHDAY=-1"])
    pairs = st.tuples(minutes, minutes).map(sorted)
    return st.builds(lambda pair, zone, days: Hours(*pair, zone=zone, days=days), pairs, zones, rules)


@cache
def texts() -> st.SearchStrategy[Text]:
    """Words in one to three languages."""
    return st.dictionaries(languages(), words(), min_size=1, max_size=3).map(lambda said: Text(list(said.items())))


@cache
def sources() -> st.SearchStrategy[Source]:
    """Sources with and without publisher, link and dates, never checked before they were stated."""
    dates = st.tuples(st.none() | partial_dates(), st.none() | partial_dates()).map(_stated_and_checked)
    return st.builds(
        lambda title, url, publisher, pair: Source(title, url, publisher=publisher, stated=pair[0], checked=pair[1]),
        st.sampled_from(["UA 82/20", "Royal Mail"]) | words(),
        st.none() | st.just(WebLink("https://example.org/notice")),
        st.none() | st.just("Examples International"),
        dates,
    )


@cache
def publishers() -> st.SearchStrategy[Publisher]:
    """Publishers at home somewhere, or nobody knows where."""
    return st.builds(Publisher, words(), st.none() | countries())


def _month_of(day: date) -> PartialDate:
    return PartialDate(day.year, day.month)


def _window_between(ends: tuple[PartialDate | None, PartialDate | None]) -> Window:
    one, other = ends
    if one and other and other.latest < one.earliest:
        one, other = other, one
    return Window(one, other)


def _in_order(one: int | None, other: int | None) -> tuple[int | None, int | None]:
    return (other, one) if one is not None and other is not None and other < one else (one, other)


def _stated_and_checked(
    pair: tuple[PartialDate | None, PartialDate | None],
) -> tuple[PartialDate | None, PartialDate | None]:
    one, other = pair
    return (other, one) if one and other and other.latest < one.earliest else (one, other)
