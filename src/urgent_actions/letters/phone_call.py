"""A call: what to say, the number as it is dialled, and what time it is there."""

from collections.abc import Iterator
from datetime import date, datetime, tzinfo

import attrs

from urgent_actions.case import Case
from urgent_actions.contact_channel import ContactChannel
from urgent_actions.errors import InvalidValue, Problem
from urgent_actions.letters.asks import asks_of
from urgent_actions.letters.letter import Letter
from urgent_actions.sender import Sender
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.catalog import SUPPORTED
from urgent_actions.values.cldr import weekday_in_words
from urgent_actions.values.hours import Hours
from urgent_actions.values.language import Language
from urgent_actions.values.phone_number import PhoneNumber
from urgent_actions.values.printable import in_one_line
from urgent_actions.values.text import Message
from urgent_actions.values.time_zone import zone_named


@attrs.frozen
class PhoneCall:
    """What a supporter needs beside a telephone.

    Args:
        number: of the target.
        dialled: the number as dialled from the sender's country.
        script: what to say, line by line.
        hours: when somebody answers, where the bulletin tells.
        zones: the time zones in which it may ring, by IANA name; none where that is not known.
    """

    number: PhoneNumber
    dialled: str
    script: tuple[str, ...] = attrs.field(kw_only=True, repr=False)
    hours: Hours | None = attrs.field(default=None, kw_only=True)
    zones: tuple[str, ...] = attrs.field(default=(), kw_only=True)

    @classmethod
    def of(cls, letter: Letter, channel: ContactChannel, *, case: Case, sender: Sender) -> "PhoneCall":
        """A call that asks for what a letter asks.

        Args:
            letter: the letter; its language is that of the script.
            channel: the telephone, with its hours.
            case: whose demands are named, where they are in that language.
            sender: who calls; the name is said where it is given.

        Raises:
            InvalidValue: the channel has no number, or arguments are of another type; all of them are named.
        """
        asked = {"letter": (letter, Letter), "channel": (channel, ContactChannel)}
        refuse_wrong(**asked, case=(case, Case), sender=(sender, Sender))
        number = channel.address_as(PhoneNumber)
        zones = (channel.hours.zone,) if channel.hours else number.zones
        script = tuple(map(in_one_line, _script(letter, case, sender)))
        return cls(number, number.dialled_from(sender.country), script=script, hours=channel.hours, zones=zones)

    def __str__(self) -> str:
        return "\n".join((self.dialled, "", *self.script))

    def clock_there(self, at: datetime) -> Message | None:
        """What the clock shows there at a moment; None where the zone is not known, or there are several that differ.

        Args:
            at: the moment, with the time zone of the supporter.

        Raises:
            InvalidValue: the moment has no time zone.
        """
        if at.tzinfo is None:
            raise InvalidValue(
                Problem("no-time-zone", f"{at} has no time zone", where="at", way_out="give an aware one")
            )
        shown = {at.astimezone(zone_named(zone)).replace(tzinfo=None) for zone in self.zones}
        return Message("it is {time} there", {"time": _Clock(shown.pop(), at.date())}) if len(shown) == 1 else None

    def hours_here(self, on: date, zone: str | tzinfo) -> Message | None:
        """When somebody answers on a day, on the clock there and on the supporter's; None where no hours are known.

        Args:
            on: a day there.
            zone: the supporter's time zone, by IANA name or as it is.

        Raises:
            InvalidValue: there is no such zone.
        """
        if self.hours is None or not self.hours.open_on(on):
            return None
        here, there = zone if isinstance(zone, tzinfo) else zone_named(zone), zone_named(self.hours.zone)
        ends = [datetime.combine(on, clock) for clock in (self.hours.opens, self.hours.closes)]
        opens, closes = (end.replace(tzinfo=there).astimezone(here).replace(tzinfo=None) for end in ends)
        return Message(
            "answered from {opens} to {closes} there: from {opens_here} to {closes_here} here",
            {
                "opens": _Clock(ends[0], on),
                "closes": _Clock(ends[1], on),
                "opens_here": _Clock(opens, on),
                "closes_here": _Clock(closes, on),
            },
        )


@attrs.frozen
class _Clock:
    """A time of day, with the name of its day where that is another one than is spoken of."""

    moment: datetime
    today: date

    def say(self, locale: Language | str) -> str:
        if self.moment.date() == self.today:
            return f"{self.moment:%H:%M}"
        weekday = weekday_in_words(self.moment.weekday(), Language.of(locale).tag)
        return Message("{time} on {weekday}", {"time": f"{self.moment:%H:%M}", "weekday": weekday}).say(locale)


def _script(letter: Letter, case: Case, sender: Sender) -> Iterator[str]:
    """Sentences of ours around what the letter asks; without a translation of ours, the letter itself is read out."""
    if letter.language.code not in SUPPORTED:
        yield from (letter.opening, *letter.body.split("\n\n"), letter.closing)
        return
    if sender.name:
        blanks = {"name": sender.name, "country": sender.country.name(letter.language)}
        yield Message("Good day. My name is {name} ({country}).", blanks).say(letter.language)
    else:
        yield Message("Good day.").say(letter.language)
    yield Message("I am calling about: {subject}.", {"subject": letter.subject}).say(letter.language)
    yield from asks_of(case, letter)
    yield Message("Thank you for listening. Goodbye.").say(letter.language)
