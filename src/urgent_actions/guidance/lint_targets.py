"""What is doubtful in the targets of a case: the state of an embassy, a number from elsewhere, an address twice."""

from collections.abc import Iterator

from urgent_actions.case import Case
from urgent_actions.contact_channel import Address, ContactChannel
from urgent_actions.guidance.case_findings import finding_at
from urgent_actions.target import Target
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country
from urgent_actions.values.finding import Finding
from urgent_actions.values.phone_number import PhoneNumber
from urgent_actions.values.target_kind import TargetKind

_SENT_TO_ONE = frozenset(ChannelKind) - {ChannelKind.POST, ChannelKind.WEBSITE, ChannelKind.OTHER}
"""The kinds whose address is one letter box; behind one front door there may be two offices."""

_AT_HOME = frozenset({TargetKind.OFFICIAL, TargetKind.PRISONER})


def target_findings(case: Case) -> Iterator[Finding]:
    """What is found in the targets and their channels, in their order."""
    states = _states_of(case)
    for number, target in enumerate(case.targets):
        where = f"targets[{number}]"
        yield from _embassy(target, states, where)
        for place, channel in enumerate(target.channels):
            here = f"{where}.channels[{place}]"
            yield from _twice(target, channel, place, here)
            yield from _number_from_elsewhere(case, target, channel, here)
    yield from _shared(case)


def _states_of(case: Case) -> frozenset[Country]:
    """The states whose embassies a case can mean: where it happened, and those whose officials are written to."""
    officials = {target.country for target in case.targets if target.kind in _AT_HOME}
    return frozenset(state for state in {case.country, *officials} if state is not None)


def _embassy(target: Target, states: frozenset[Country], where: str) -> Iterator[Finding]:
    if not target.kind.is_abroad or target.country is None:
        return
    state = target.country.name_in_sentence()
    if target.country == target.accredited_to and target.kind is not TargetKind.MISSION:
        what = f"the {target.kind} of {state} is said to sit in {state} itself"
        yield finding_at(where, "embassy-in-own-state", what, "name the state that it stands for as its country")
    if states and target.country not in states:
        others = ", ".join(sorted(each.name_in_sentence() for each in states))
        what = f"the {target.kind} is that of {state}, the case and its officials are of {others}"
        yield finding_at(where, "embassy-of-wrong-state", what, "look up whose embassy the bulletin means")


def _twice(target: Target, channel: ContactChannel, place: int, where: str) -> Iterator[Finding]:
    before = [(other.kind, other.address) for other in target.channels[:place]]
    if channel.address is not None and (channel.kind, channel.address) in before:
        what = f"{channel.kind} stands there twice with one address"
        yield finding_at(where, "channel-twice", what, "keep one, or look up what the second one was to be")


def _number_from_elsewhere(case: Case, target: Target, channel: ContactChannel, where: str) -> Iterator[Finding]:
    """A number with the calling code of a country that has to do with neither the target nor the case.

    What is sent in the care of another body goes wherever that one is, and its number often stands there unmarked.
    """
    if not isinstance(channel.address, PhoneNumber) or target.country is None or any(c.via for c in target.channels):
        return
    if target.kind.is_abroad and target.accredited_to is None:
        return
    places = {place for place in (target.country, target.accredited_to, case.country) if place is not None}
    if channel.address.countries and channel.address.countries.isdisjoint(places):
        names = " or ".join(sorted(place.name_in_sentence() for place in places))
        what = f"the {channel.kind} number {channel.address} is none of {names}"
        yield finding_at(where, "foreign-number", what, "look up in the bulletin whose number it is")


def _shared(case: Case) -> Iterator[Finding]:
    """Two targets with one letter box."""
    seen: dict[tuple[ChannelKind, Address], Target] = {}
    for number, target in enumerate(case.targets):
        for place, channel in enumerate(target.channels):
            if channel.address is None or channel.via or channel.kind not in _SENT_TO_ONE:
                continue
            other = seen.setdefault((channel.kind, channel.address), target)
            if other is not target:
                what = f"{channel.kind} of {target.id!r} is that of {other.id!r} too"
                where = f"targets[{number}].channels[{place}]"
                yield finding_at(where, "shared-address", what, "look up whether both are meant; one letter would do")
