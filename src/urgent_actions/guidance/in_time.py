"""The rules that follow from a deadline and from how long the post takes: a letter may come too late to help."""

from collections.abc import Iterator

import attrs

from urgent_actions.case import Case
from urgent_actions.destination import destination_of
from urgent_actions.rules.effect import Effect
from urgent_actions.rules.rule import Rule
from urgent_actions.rules.scope import Scope
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country
from urgent_actions.values.lead import Lead
from urgent_actions.values.text import Message, Value
from urgent_actions.values.transit import Transit, senders_by_transit


def in_time_rules(case: Case, prefix: str) -> Iterator[Rule]:
    """The rules on letters that are likely to come after the deadline, for senders anywhere.

    With fewer days left than the fastest letter takes, post is closed if the deadline is firm, and needs care if it is
    not; an assumed one is never firm. With fewer than the slowest takes, a remark says so. After the deadline other
    rules speak. A case without a deadline has none of these, and neither has a target of which it is not known, or not
    for certain, to which country its letters go.

    Args:
        case: the case.
        prefix: how the ids begin.
    """
    if case.deadline is None:
        return
    for destination, targets in _targets_by_destination(case).items():
        for transit, senders in senders_by_transit(destination).items():
            scope = Scope(cases={case.reference}, targets=targets, channels={ChannelKind.POST}, senders=senders)
            yield from _late(scope, transit, destination=destination, firm=case.deadline.firm, prefix=prefix)


def _late(scope: Scope, transit: Transit, *, destination: Country, firm: bool, prefix: str) -> Iterator[Rule]:
    days: dict[str, Value] = {"country": destination, "least": transit.least, "most": transit.most}
    stated = (transit.source.publisher or transit.source.title) + (", elsewhere" if transit.elsewhere else "")
    name = f"{prefix}post to {destination} in {transit.least} to {transit.most} days ({stated})"
    if transit.least > 0:
        effect = Effect.CLOSE if firm else Effect.CAUTION
        reason = _too_late(days, transit)
        when = attrs.evolve(scope, lead=Lead(0, transit.least - 1))
        yield Rule(f"{name}: too late", effect, when=when, reason=reason, source=transit.source)
    if transit.least < transit.most:
        reason = _may_be_late(days, transit)
        when = attrs.evolve(scope, lead=Lead(transit.least, transit.most - 1))
        yield Rule(f"{name}: may be late", Effect.NOTE, when=when, reason=reason, source=transit.source)


def _too_late(days: dict[str, Value], transit: Transit) -> Message:
    if transit.elsewhere:
        return Message(
            "A letter would come after the deadline ({country}: {least} to {most} days by post, as carriers elsewhere "
            "state).",
            days,
        )
    return Message("A letter would come after the deadline ({country}: {least} to {most} days by post).", days)


def _may_be_late(days: dict[str, Value], transit: Transit) -> Message:
    if transit.elsewhere:
        return Message(
            "A letter may come after the deadline ({country}: {least} to {most} days by post, as carriers elsewhere "
            "state).",
            days,
        )
    return Message("A letter may come after the deadline ({country}: {least} to {most} days by post).", days)


def _targets_by_destination(case: Case) -> dict[Country, frozenset[str]]:
    """The targets with a postal address, by the one country that a letter to them goes to."""
    found: dict[Country, set[str]] = {}
    for target in case.targets:
        written = [channel for channel in target.by(ChannelKind.POST) if channel.address is not None]
        destinations = {destination_of(target, channel) for channel in written}
        if len(destinations) == 1 and (destination := destinations.pop()) is not None:
            found.setdefault(destination, set()).add(target.id)
    return {destination: frozenset(targets) for destination, targets in found.items()}
