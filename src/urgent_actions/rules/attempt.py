"""One attempt to reach one target: all that a rule may ask about it."""

from collections.abc import Iterator
from datetime import date, datetime

import attrs

from urgent_actions.errors import Problem, refuse_if
from urgent_actions.values.address_state import AddressState
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.case_status import CaseStatus
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country
from urgent_actions.values.field_types import wrong_types
from urgent_actions.values.key import is_key, wrong_keys
from urgent_actions.values.language import Language
from urgent_actions.values.plain_forms import (
    as_address_state,
    as_case_status,
    as_channel_kind,
    as_channel_kinds,
    as_countries,
    as_country_or_none,
    as_language_set,
    as_reference,
    as_strings,
    as_target_kind,
)
from urgent_actions.values.target_kind import TargetKind


@attrs.frozen
class Attempt:
    """Somebody somewhere wants to reach a target by a channel on a day.

    Args:
        case: the case it is for.
        on: the day.
        target: the target's id within the case.
        target_kind: what the target is.
        country: the state that the target answers for, where known.
        channel: by which way.
        address: whether the address is known.
        sender: the country that the sender writes from, where known.
        ties: countries that the sender has ties to: relatives, property, travel, nationality.
        languages: the languages that the sender writes.
        affiliations: keys of the groups that the sender belongs to: a section, a profession, a network.
        failed: the kinds of channel by which this sender did not get through to the target before.
        status: whether the case still asks for letters.
        at: the moment, with its time zone, where it is known to the minute; it lies on the day `on` of that zone.
        days_left: days from `on` to the last day of the deadline, negative after it; None where there is no deadline.

    Raises:
        InvalidValue: a field is of another type or form; a rule that cannot see what it asks for would let through what
            it should close.
    """

    case: CaseReference = attrs.field(converter=as_reference)
    on: date
    target: str = attrs.field(kw_only=True)
    target_kind: TargetKind = attrs.field(kw_only=True, converter=as_target_kind)
    country: Country | None = attrs.field(default=None, kw_only=True, converter=as_country_or_none)
    channel: ChannelKind = attrs.field(kw_only=True, converter=as_channel_kind)
    address: AddressState = attrs.field(default=AddressState.KNOWN, kw_only=True, converter=as_address_state)
    sender: Country | None = attrs.field(default=None, kw_only=True, converter=as_country_or_none)
    ties: frozenset[Country] = attrs.field(default=frozenset(), kw_only=True, converter=as_countries)
    languages: frozenset[Language] = attrs.field(default=frozenset(), kw_only=True, converter=as_language_set)
    affiliations: frozenset[str] = attrs.field(default=frozenset(), kw_only=True, converter=as_strings)
    failed: frozenset[ChannelKind] = attrs.field(default=frozenset(), kw_only=True, converter=as_channel_kinds)
    status: CaseStatus = attrs.field(default=CaseStatus.OPEN, kw_only=True, converter=as_case_status)
    at: datetime | None = attrs.field(default=None, kw_only=True)
    days_left: int | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems_in(self))

    def moved_to(self, day: date) -> "Attempt":
        """The same attempt at some time of another day, with the days left counted from there."""
        left = None if self.days_left is None else self.days_left - (day - self.on).days
        return attrs.evolve(self, on=day, at=None, days_left=left)


def _problems_in(attempt: Attempt) -> Iterator[Problem]:
    if not isinstance(attempt.on, date) or isinstance(attempt.on, datetime):
        yield Problem("wrong-type", f"{attempt.on!r} is not a day", where="on", way_out="give a datetime.date")
    if not is_key(attempt.target):
        way_out = "give the id that the case has for it"
        yield Problem("bad-target-id", f"{attempt.target!r} is not a target's id", where="target", way_out=way_out)
    yield from wrong_keys("affiliations", attempt.affiliations)
    yield from wrong_types(attempt, {"days_left": (int, type(None))})
    yield from _problems_of_moment(attempt)


def _problems_of_moment(attempt: Attempt) -> Iterator[Problem]:
    if attempt.at is None:
        return
    if not isinstance(attempt.at, datetime) or attempt.at.tzinfo is None:
        what = f"{attempt.at!r} is no moment with a time zone"
        yield Problem("no-time-zone", what, where="at", way_out="give an aware datetime")
    elif attempt.at.date() != attempt.on:
        what = f"{attempt.at} is not on {attempt.on}"
        yield Problem("another-day", what, where="at", way_out="give the moment in the time zone of the day")
