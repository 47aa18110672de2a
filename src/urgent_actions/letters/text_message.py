"""A letter as a text message (SMS) or on WhatsApp: what it asks, and a link that opens it."""

import re
from math import ceil

import attrs

from urgent_actions.case import Case
from urgent_actions.contact_channel import ContactChannel
from urgent_actions.letters.asks import asks_of
from urgent_actions.letters.letter import Letter
from urgent_actions.letters.mailto import quoted
from urgent_actions.letters.post_length import length_in_units
from urgent_actions.letters.shortening import in_a_row
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.phone_number import PhoneNumber
from urgent_actions.values.printable import in_one_line

_BASIC = re.compile(r"[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*")
"""The letters of the basic alphabet of GSM (3GPP TS 23.038): a message holds 160 of them, and 70 of any others."""


@attrs.frozen
class TextMessage:
    """A message to a telephone.

    Args:
        number: of the target.
        kind: SMS or WhatsApp.
        text: what is sent; it holds nothing of the supporter, whose number shows.
    """

    number: PhoneNumber
    kind: ChannelKind
    text: str

    @classmethod
    def of(cls, letter: Letter, channel: ContactChannel, *, case: Case) -> "TextMessage":
        """What a letter asks, as a message.

        Raises:
            InvalidValue: the channel has no number, or arguments are of another type; all of them are named.
        """
        refuse_wrong(letter=(letter, Letter), channel=(channel, ContactChannel), case=(case, Case))
        said = in_a_row(asks_of(case, letter))
        text = in_one_line(
            f"{letter.opening} {letter.subject}: {said}" if said else f"{letter.opening} {letter.subject}"
        )
        return cls(channel.address_as(PhoneNumber), channel.kind, text)

    def __str__(self) -> str:
        return f"{self.number}\n\n{self.text}"

    @property
    def link(self) -> str:
        """A link that opens the message: `sms:` (RFC 5724), or the one that WhatsApp documents."""
        number = self.number.e164 or re.sub(r"[^\d+]", "", str(self.number))
        if self.kind is ChannelKind.WHATSAPP:
            return f"https://wa.me/{number.removeprefix('+')}?text={quoted(self.text)}"
        return f"sms:{number}?body={quoted(self.text)}"

    @property
    def segments(self) -> int:
        """How many messages it is charged as: 160 letters of the basic alphabet are one, or 70 of any other."""
        basic = _BASIC.fullmatch(self.text) is not None
        length = len(self.text) if basic else length_in_units(self.text)
        one, each = (160, 153) if basic else (70, 67)
        return 1 if length <= one else ceil(length / each)
