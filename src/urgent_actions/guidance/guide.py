"""What can be done for a case: every channel of every target, asked of the book of rules."""

from collections.abc import Collection
from datetime import date, datetime

from urgent_actions.case import Case
from urgent_actions.guidance.guidance import Guidance
from urgent_actions.guidance.prepared_case import NO_MISSIONS, NO_RULES, PreparedCase
from urgent_actions.missions import MissionDirectory
from urgent_actions.rules.rulebook import RuleBook
from urgent_actions.sender import Sender
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.channel_kind import ChannelKind


def guide(
    case: Case,
    *,
    sender: Sender,
    on: date,
    rules: RuleBook = NO_RULES,
    missions: MissionDirectory = NO_MISSIONS,
    at: datetime | None = None,
    failed: Collection[tuple[str, ChannelKind | str]] = (),
) -> Guidance:
    """Say what a sender can do for a case on a day, why not the rest, and where to write instead.

    Whoever answers many senders makes a `PreparedCase` once, and asks that.

    Args:
        case: the case, as its bulletin states it.
        sender: who wants to write; all but name and address is looked at.
        on: the day on which it would be sent.
        rules: further rules; the case's own and those that it implies are always asked.
        missions: the embassies that are known; that of a target's state in the sender's country joins the targets, or
            else the one that covers it, and a request for copies to the diplomats there is resolved.
        at: the moment, with its time zone, where hours matter to the minute; it lies on the day `on` of that zone.
        failed: what this sender tried in vain before, as pairs of a target's id and a kind of channel.

    Raises:
        InvalidValue: an argument is of another type, all of which are named, or a rule of `rules` has the id of a
            different rule of the case.
        UnknownTarget: `failed` names a target that the case does not have.
    """
    refuse_wrong(
        case=(case, Case),
        sender=(sender, Sender),
        on=(on, date),
        rules=(rules, RuleBook),
        missions=(missions, MissionDirectory),
        at=(at, (datetime, type(None))),
    )
    return PreparedCase(case, rules=rules, missions=missions).guide(sender, on=on, at=at, failed=failed)
