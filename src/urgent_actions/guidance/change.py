"""One change that would open a closed way: another channel, target, hour, day or country, or two of these."""

from datetime import date

import attrs

from urgent_actions.guidance.option import Option
from urgent_actions.guidance.said import said
from urgent_actions.guidance.words import CHANNELS, STATUSES
from urgent_actions.rules.effect import Status
from urgent_actions.values.clock import clock_of
from urgent_actions.values.country import Country
from urgent_actions.values.country_codes import COUNTRY_CODES
from urgent_actions.values.language import Language
from urgent_actions.values.listing import Listing
from urgent_actions.values.text import Message
from urgent_actions.values.word import Word

MOST_NAMED = 3
"""How many countries are named in a sentence; more are counted."""


class Facet(Word):
    """What is changed, the easiest for a supporter first."""

    CHANNEL = "channel"
    TARGET = "target"
    HOUR = "hour"
    DAY = "day"
    SENDER = "sender"


@attrs.frozen
class Change:
    """What would have to be different, and what could then be done.

    Args:
        facets: what is different: the channel, the target, the hour, the day, the country to write from; one or two of
            them.
        option: what could then be done. Its target and channel, and the day and moment of its `advice.attempt`, are
            what is changed to.
        senders: all countries from which it could be done, where the country is different; else none.
    """

    facets: tuple[Facet, ...]
    option: Option
    senders: frozenset[Country] = attrs.field(default=frozenset(), kw_only=True)

    @property
    def when(self) -> tuple[date, float]:
        """The day of what could be done, and its moment as seconds since 1970 where one was asked about."""
        attempt = self.option.advice.attempt
        return attempt.on, attempt.at.timestamp() if attempt.at else 0

    def explain(self, locale: Language | str = "en") -> str:
        """The change as one sentence."""
        parts = [self._part(facet) for facet in self.facets]
        how = parts[0] if len(parts) == 1 else Message("{one}, {other}", {"one": parts[0], "other": parts[1]})
        if self.option.status is Status.CAUTION:
            return Message("It could be done {how}, with care.", {"how": how}).say(locale)
        return Message("It could be done {how}.", {"how": how}).say(locale)

    def row(self, locale: Language | str = "en") -> tuple[str, str, str, str, str]:
        """Target, channel with address, status, day or moment, and countries where they differ, for a table."""
        attempt = self.option.advice.attempt
        return (
            self.option.target.post,
            said(self.option.channel, locale),
            STATUSES[self.option.status].say(locale),
            attempt.at.isoformat(" ", "minutes") if attempt.at else str(attempt.on),
            _from(self.senders).say(locale) if self.senders else "",
        )

    def __str__(self) -> str:
        return self.explain()

    def _part(self, facet: Facet) -> Message:
        attempt = self.option.advice.attempt
        match facet:
            case Facet.CHANNEL:
                return Message("by {channel}", {"channel": CHANNELS[self.option.channel.kind]})
            case Facet.TARGET:
                return Message("to {target}", {"target": self.option.target.post})
            case Facet.HOUR:
                return Message("at {hour}", {"hour": clock_of(attempt.at) if attempt.at else ""})
            case Facet.DAY:
                return Message("on {day}", {"day": attempt.on})
            case Facet.SENDER:
                return _from(self.senders)


def _from(senders: frozenset[Country]) -> Message:
    """Some countries in few words: by name, or all but a few by name, or their number."""
    named = sorted(senders)
    if len(named) == 1:
        return Message("from {country}", {"country": named[0]})
    if len(named) <= MOST_NAMED:
        return Message("from {countries}", {"countries": Listing(named, "or")})
    left_out = sorted({Country(code) for code in COUNTRY_CODES} - senders)
    if len(left_out) <= MOST_NAMED:
        return Message("from any country but {countries}", {"countries": Listing(left_out)})
    return Message("from any of {number} countries, such as {country}", {"number": len(named), "country": named[0]})
