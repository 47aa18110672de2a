"""A channel in one line, in the language of the reader."""

from urgent_actions.contact_channel import ContactChannel
from urgent_actions.guidance.words import CHANNELS, NO_ADDRESS
from urgent_actions.values.language import Language
from urgent_actions.values.postal_address import PostalAddress
from urgent_actions.values.text import Message


def said(channel: ContactChannel, locale: Language | str = "en") -> str:
    """A channel in one line: its kind and its address, or why there is none."""
    label, address = CHANNELS[channel.kind], channel.address
    if address is None:
        return Message("{channel} ({why})", {"channel": label, "why": NO_ADDRESS[channel.state]}).say(locale)
    place = address.in_one_line if isinstance(address, PostalAddress) else str(address)
    return Message("{channel}: {address}", {"channel": label, "address": place}).say(locale)
