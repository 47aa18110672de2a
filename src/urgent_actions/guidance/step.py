"""One step of a plan: one way to write to one target, why it stands where it stands, and when it arrives."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import reduce

import attrs

from urgent_actions.case import Case
from urgent_actions.destination import destination_of
from urgent_actions.guidance.option import Option
from urgent_actions.guidance.said import said
from urgent_actions.guidance.words import STATUSES
from urgent_actions.rules.effect import Status
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.language import Language
from urgent_actions.values.text import Message, Value
from urgent_actions.values.transit import transit_days
from urgent_actions.values.word import Word


class Role(Word):
    """What a step is in its plan."""

    LETTER = "letter"
    """The best way to a target to whom the case asks to write."""
    COPY = "copy"
    """The best way to a target that gets a copy."""
    OTHER_WAY = "other way"
    """Another way to a target that a step above is for."""
    INSTEAD = "instead"
    """A way to a target to whom one may write instead of the one above."""


_ROLES = {
    Role.LETTER: Message("write here"),
    Role.COPY: Message("a copy goes here"),
    Role.OTHER_WAY: Message("another way to the same target"),
    Role.INSTEAD: Message("in place of the one above"),
}
_PROMPTNESS: dict[bool | None, int] = {True: 0, None: 1, False: 2}


@attrs.frozen
class Step:
    """A way that may be used, in its place.

    Args:
        option: the target and the channel.
        role: what the step is in its plan.
        arrives: the earliest and the latest day on which it arrives; None for a letter of which it is not known where
            it goes. What is not sent by post arrives on the day.
        in_time: whether it arrives by the deadline; None where that is not certain, or there is no deadline.
        has_deadline: whether the case has a deadline.
    """

    option: Option
    role: Role
    arrives: tuple[date, date] | None = attrs.field(kw_only=True)
    in_time: bool | None = attrs.field(kw_only=True)
    has_deadline: bool = attrs.field(kw_only=True)

    @classmethod
    def of(cls, option: Option, case: Case) -> "Step":
        """A way to a target of a case as a step by itself."""
        arrives, deadline = _arrival(option), case.deadline
        in_time = None if deadline is None or arrives is None else _by(deadline.last_day, arrives)
        role = Role.COPY if option.target.copy else Role.LETTER
        return cls(option, role, arrives=arrives, in_time=in_time, has_deadline=deadline is not None)

    @property
    def rank(self) -> tuple[Status, bool, int, date]:
        """How much it helps, the smaller the more: what is open, then preferred, then in time, then soonest there."""
        latest = self.arrives[1] if self.arrives else date.max
        return self.option.status, not self.option.advice.preferred, _PROMPTNESS[self.in_time], latest

    @property
    def because(self) -> tuple[Message, ...]:
        """Why the step stands where it stands."""
        return tuple(self._reasons())

    def explain(self, locale: Language | str = "en") -> str:
        """The step as one sentence."""
        why = reduce(lambda one, other: Message("{one}, {other}", {"one": one, "other": other}), self.because)
        blanks: dict[str, Value] = {
            "target": self.option.target.post,
            "channel": said(self.option.channel, locale),
            "why": why,
        }
        return Message("{target}, {channel} ({why})", blanks).say(locale)

    def _reasons(self) -> Iterator[Message]:
        yield _ROLES[self.role]
        if self.option.advice.preferred:
            yield Message("preferred")
        if self.option.status is Status.CAUTION:
            yield STATUSES[Status.CAUTION]
        yield self._arrival_in_words()
        if self.in_time is not None:
            yield Message("in time") if self.in_time else Message("after the deadline")
        elif self.has_deadline:
            yield Message("perhaps after the deadline")

    def _arrival_in_words(self) -> Message:
        if self.arrives is None:
            return Message("it is not known when it arrives")
        first, last = self.arrives
        if self.option.channel.kind is not ChannelKind.POST:
            return Message("arrives the same day")
        return Message("arrives between {first} and {last}", {"first": first, "last": last})


def _arrival(option: Option) -> tuple[date, date] | None:
    attempt = option.advice.attempt
    if option.channel.kind is not ChannelKind.POST:
        return attempt.on, attempt.on
    destination = destination_of(option.target, option.channel)
    if destination is None or attempt.sender is None:
        return None
    transit = transit_days(attempt.sender, destination)
    return _after(attempt.on, transit.least), _after(attempt.on, transit.most)


def _after(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))


def _by(last_day: date, arrives: tuple[date, date]) -> bool | None:
    """Whether it arrives by a day; None where only its earliest day lies before."""
    if arrives[1] <= last_day:
        return True
    return False if arrives[0] > last_day else None
