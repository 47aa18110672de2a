"""The hours in which a telephone is answered, in the words of a sentence: `9am to 4pm, Monday to Friday, Lima time`."""

import re
from datetime import time
from functools import cache

from urgent_actions.bulletins.patterns import loose, one_of
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Wording
from urgent_actions.values.country import Country
from urgent_actions.values.hours import WORKDAYS, Hours

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LANGUAGES = ("en", "fr", "es", "de")
_CLOCK = (
    r"(?P<hour#>\d{1,2})(?:[ ]?[:.h][ ]?(?P<minute#>\d{2}))?"
    r"[ ]?(?P<half#>a\.?m\b\.?|p\.?m\b\.?|(?:h|hrs|hours|heures|horas|uhr)\b)?"
)


def hours_in(text: str, country: Country | None) -> Hours | None:
    """The hours that a sentence about calls gives, or None where hours, days or time zone are not certain.

    Args:
        text: one sentence.
        country: where the telephone rings; the place of "local time".
    """
    if not _words("telephone").search(text) or _words("told").search(text):
        return None
    clocks, days = _clocks(text), _days(text)
    zone = _zone(text, country) if clocks and days else None
    return Hours(*clocks, zone=zone, days=days) if clocks and days and zone else None


@cache
def _words(name: str) -> Wording:
    return one_of(tuple(word_list("asked")["hours"][name]))


def _clocks(text: str) -> tuple[time, time] | None:
    """From when to when; times of which nobody can tell whether they are of the morning are none."""
    found = _range().search(text)
    if found is None:
        return None
    halves = [(found[f"half{number}"] or "").casefold().replace(".", "") for number in (1, 2)]
    hours = [int(found[f"hour{number}"]) for number in (1, 2)]
    minutes = [int(found[f"minute{number}"] or 0) for number in (1, 2)]
    in_halves = [half in {"am", "pm"} for half in halves]
    if any(in_halves) and (not all(in_halves) or not all(1 <= hour <= 12 for hour in hours)):
        return None
    if all(in_halves):
        hours = [hour % 12 + 12 * (half == "pm") for hour, half in zip(hours, halves, strict=True)]
    elif not hours[0] < hours[1] or (hours[1] <= 12 and not any(halves)):
        return None
    if max(hours) > 23 or max(minutes) > 59 or (hours[0], minutes[0]) >= (hours[1], minutes[1]):
        return None
    return time(hours[0], minutes[0]), time(hours[1], minutes[1])


@cache
def _range() -> re.Pattern[str]:
    joints = "|".join(map(loose, word_list("asked")["hours"]["joints"]))
    first, second = (_CLOCK.replace("#", number) for number in "12")
    return re.compile(rf"(?<![\w:.]){first}\s{{0,2}}(?:{joints})\s{{0,2}}{second}(?![\d:])", re.IGNORECASE)


def _days(text: str) -> str | None:
    """The days as a recurrence: from one day of the week to another, or workdays."""
    if _words("workdays").search(text):
        return WORKDAYS
    found = _span_of_days().search(text)
    if found is None:
        return WORKDAYS if _words("office").search(text) and not _a_day().search(text) else None
    first, last = (_weekdays()[found[name].casefold()] for name in ("first", "last"))
    return f"FREQ=WEEKLY;BYDAY={','.join(_DAYS[first : last + 1])}" if first < last else None


@cache
def _weekdays() -> dict[str, int]:
    """The names of the days of the week and their plurals, Monday being 0 (CLDR)."""
    from babel import Locale

    known: dict[str, int] = {}
    for language in _LANGUAGES:
        for number, name in Locale.parse(language).days["format"]["wide"].items():
            known |= {name.casefold(): number, f"{name.casefold()}s": number}
    return known


@cache
def _span_of_days() -> re.Pattern[str]:
    names, to = "|".join(_weekdays()), "|".join(map(loose, word_list("asked")["hours"]["to"]))
    return re.compile(
        rf"(?<!\w)(?P<first>{names})\s{{0,2}}(?:{to})\s{{0,2}}(?:le |el )?(?P<last>{names})(?!\w)", re.IGNORECASE
    )


@cache
def _a_day() -> Wording:
    return one_of(tuple(_weekdays()))


def _zone(text: str, country: Country | None) -> str | None:
    """The time zone of the city that is named, or the only one of the country where the telephone rings."""
    for name, zone in _cities().items():
        if name in text and _city(name).search(text):
            return zone
    if country is None or not _words("local").search(text):
        return None
    zones = [zone for zone in _cities().values() if _territories().get(zone) == country.code]
    return zones[0] if len(zones) == 1 else None


@cache
def _city(name: str) -> Wording:
    return one_of(tuple(form.replace("{city}", name) for form in word_list("asked")["hours"]["place"]))


@cache
def _territories() -> dict[str, str]:
    from babel.core import get_global

    return {zone: territory for zone, territory in get_global("zone_territories").items() if "/" in zone}


@cache
def _cities() -> dict[str, str]:
    """The zones by the city that each is named after."""
    return {zone.rpartition("/")[2].replace("_", " "): zone for zone in sorted(_territories())}
