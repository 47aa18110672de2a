"""What a supporter is told of an embassy that is elsewhere, without an address, or unknown."""

from urgent_actions.missions import Accreditation
from urgent_actions.values.country import Country
from urgent_actions.values.target_kind import TargetKind
from urgent_actions.values.text import Message, Value


def nobody_known(kind: TargetKind, state: Country, host: Country) -> Message:
    """No such post of the state in the country is known, nor one that covers it."""
    blanks: dict[str, Value] = {"state": state, "host": host}
    if kind is TargetKind.CONSULATE:
        return Message("No consulate of {state} in {host} is known. Ask your section office for its address.", blanks)
    return Message("No embassy of {state} in {host} is known. Ask your section office for its address.", blanks)


def no_address_known(kind: TargetKind, state: Country, host: Country) -> Message:
    """There is such a post, and no way to reach it is known."""
    blanks: dict[str, Value] = {"state": state, "host": host}
    if kind is TargetKind.CONSULATE:
        return Message("The consulate of {state} in {host} has no known address. Ask your section office.", blanks)
    return Message("The embassy of {state} in {host} has no known address. Ask your section office.", blanks)


def in_its_place(kind: TargetKind, found: Accreditation) -> Message:
    """No such post of the state is known to sit in the country, and another one serves it."""
    blanks: dict[str, Value] = {"state": found.mission.state, "host": found.host}
    if found.mission.to is not None:
        blanks["to"] = found.mission.to
        return Message("No embassy of {state} in {host} is known; this is its permanent mission there ({to}).", blanks)
    blanks["seat"] = found.mission.seat
    if kind is TargetKind.CONSULATE:
        return Message("No consulate of {state} in {host} is known; the one in {seat} covers {host}.", blanks)
    return Message("No embassy of {state} in {host} is known; the one in {seat} covers {host}.", blanks)
