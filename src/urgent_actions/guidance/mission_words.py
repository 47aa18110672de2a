"""What a supporter is told of an embassy or a consulate that is elsewhere, without an address, or unknown."""

from urgent_actions.missions import Accreditation
from urgent_actions.values.country import Country
from urgent_actions.values.listing import Listing
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


def host_unknown(kind: TargetKind) -> Message:
    """The bulletin names such a post, and not the country that it serves."""
    if kind is TargetKind.CONSULATE:
        return Message("The bulletin does not say in which country this consulate sits; make sure that it is yours.")
    return Message("The bulletin does not say in which country this embassy sits; make sure that it is yours.")


def serves_others(kind: TargetKind, host: Country, further: frozenset[Country]) -> Message:
    """Such a post serves senders in the country in which it sits, and in further ones if it covers any."""
    blanks: dict[str, Value] = {"host": host}
    if further:
        blanks["countries"] = Listing(sorted(further))
        if kind is TargetKind.CONSULATE:
            return Message(
                "This consulate serves senders in {host}, and from there only {countries}; write to your own.", blanks
            )
        return Message(
            "This embassy serves senders in {host}, and from there only {countries}; write to your own.", blanks
        )
    if kind is TargetKind.CONSULATE:
        return Message("This consulate serves senders in {host} only; write to the one in your own country.", blanks)
    return Message("This embassy serves senders in {host} only; write to the one in your own country.", blanks)
