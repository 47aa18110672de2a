"""The smallest changes that would open a closed way."""

from collections.abc import Iterator

from urgent_actions.guidance.change import Change, Facet
from urgent_actions.guidance.guidance import Guidance
from urgent_actions.guidance.openings import Openings
from urgent_actions.guidance.option import Option
from urgent_actions.guidance.prepared_case import PreparedCase
from urgent_actions.values.arguments import refuse_wrong


def what_if(guidance: Guidance, option: Option, prepared: PreparedCase) -> tuple[Change, ...]:
    """Say what would have to be different for a closed way to be open, the smallest changes first.

    One thing is changed where that is enough: the channel, the target, the time, the country to write from, in this
    order; else two at once. Of times the first one is named: an hour of the same day if the question was asked about a
    moment, or else a day. Every change was asked of the rules and does open the way,
    with care or without. The sender's ties are never changed, and neither is the country of who writes from a state
    that the case is about: such changes would hide a danger.

    Args:
        guidance: what was answered.
        option: one of its options.
        prepared: the case that answered, with its rules and missions.

    Returns:
        No change for what is open, and none where nothing is known that would open it.

    Raises:
        InvalidValue: an argument is of another type; all of them are named.
    """
    refuse_wrong(guidance=(guidance, Guidance), option=(option, Option), prepared=(prepared, PreparedCase))
    if option.usable:
        return ()
    openings = Openings(guidance, prepared)
    return tuple(_single(option, openings)) or tuple(_double(option, openings))


def _single(option: Option, openings: Openings) -> Iterator[Change]:
    for facet in (Facet.CHANNEL, Facet.TARGET):
        for other in openings.guidance.instead_of(option.advice):
            if _between(option, other) == (facet,):
                yield Change((facet,), other)
    for facet, later in _later(option, openings):
        yield Change((facet,), later)
    for other, senders in openings.elsewhere(option):
        yield Change((Facet.SENDER,), other, senders=senders)


def _double(option: Option, openings: Openings) -> Iterator[Change]:
    """The best change of each two things; what differs in one thing alone is closed here and now."""
    both = (Facet.CHANNEL, Facet.TARGET)
    yield from (Change(both, o) for o in openings.guidance.instead_of(option.advice)[:1])
    near = {facet: [o for o in openings.guidance if _between(option, o) == (facet,)] for facet in both}
    for facet, others in near.items():
        later = (Change((facet, when), o) for other in others for when, o in _later(other, openings))
        yield from sorted(later, key=lambda change: change.when)[:1]
    for facet, others in near.items():
        found = [opening for other in others for opening in openings.elsewhere(other)]
        yield from (Change((facet, Facet.SENDER), other, senders=senders) for other, senders in found[:1])
    soonest = openings.first_open_elsewhere(option)
    if soonest is not None:
        yield Change((Facet.DAY, Facet.SENDER), soonest[0], senders=soonest[1])


def _later(option: Option, openings: Openings) -> Iterator[tuple[Facet, Option]]:
    """The way at the first later time at which it is not closed, if any is known: an hour of that day, or a day."""
    that_day = openings.later_that_day(option)
    later = that_day or openings.first_open(option)
    if later is not None:
        yield Facet.HOUR if that_day else Facet.DAY, later


def _between(option: Option, other: Option) -> tuple[Facet, ...]:
    """In what two ways of one answer differ; two channels of one kind, such as two e-mail addresses, do differ."""
    elsewhere = option.target.id != other.target.id
    differs = option.channel.kind is not other.channel.kind or (not elsewhere and option.channel != other.channel)
    return (Facet.CHANNEL,) * differs + (Facet.TARGET,) * elsewhere
