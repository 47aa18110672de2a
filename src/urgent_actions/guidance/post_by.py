"""By which day a letter must be posted to arrive before the deadline."""

from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from urgent_actions.destination import destination_of
from urgent_actions.guidance.guidance import Guidance
from urgent_actions.guidance.option import Option
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country
from urgent_actions.values.deadline import Deadline
from urgent_actions.values.language import Language
from urgent_actions.values.text import Message, Value
from urgent_actions.values.transit import Transit, transit_days


@attrs.frozen
class PostBy:
    """The days by which a letter to one target must be in the post.

    Args:
        option: the target and its postal address.
        deadline: the last day on which letters help.
        transit: how long the letter takes, by what carriers state.
    """

    option: Option
    deadline: Deadline
    transit: Transit

    @property
    def surely(self) -> date:
        """The last day from which nearly every letter arrives in time."""
        return _before(self.deadline.last_day, self.transit.most)

    @property
    def perhaps(self) -> date:
        """The last day from which the quickest letters arrive in time."""
        return _before(self.deadline.last_day, self.transit.least)

    def explain(self, locale: Language | str = "en") -> str:
        """Both days as one sentence, with the source of the times."""
        blanks: dict[str, Value] = {
            "target": self.option.target.post,
            "surely": self.surely,
            "perhaps": self.perhaps,
            "source": self.transit.source.publisher or self.transit.source.title,
        }
        if self.transit.elsewhere:
            return Message(
                "{target}: posted by {surely} a letter arrives in time; posted by {perhaps} it may, as carriers "
                "elsewhere state (source: {source}).",
                blanks,
            ).say(locale)
        return Message(
            "{target}: posted by {surely} a letter arrives in time; posted by {perhaps} it may (source: {source}).",
            blanks,
        ).say(locale)


def post_by(guidance: Guidance) -> tuple[PostBy, ...]:
    """For every open postal way, by which days a letter must be posted; the soonest first.

    A case without a deadline has none, and neither has a way of which it is not known to which country it leads.

    Args:
        guidance: what was answered, for a sender in one country.
    """
    refuse_wrong(guidance=(guidance, Guidance))
    return tuple(sorted(_post_by(guidance), key=lambda one: one.surely))


def _post_by(guidance: Guidance) -> Iterator[PostBy]:
    deadline = guidance.case.deadline
    if deadline is None:
        return
    for option in guidance.options:
        destination = _destination(option)
        if option.usable and destination:
            yield PostBy(option, deadline, transit_days(guidance.sender.country, destination))


def _destination(option: Option) -> Country | None:
    if option.channel.kind is not ChannelKind.POST:
        return None
    return destination_of(option.target, option.channel)


def _before(day: date, days: int) -> date:
    return day - timedelta(days=min(days, (day - date.min).days))
