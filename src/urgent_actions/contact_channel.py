"""One way to reach one target, as the bulletin prints it."""

from collections.abc import Iterator
from typing import TypeVar

import attrs

from urgent_actions.errors import InvalidValue, Problem, refuse_if
from urgent_actions.values.address_state import AddressState
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.email_address import EmailAddress
from urgent_actions.values.field_types import Kinds, wrong_types
from urgent_actions.values.handle import Handle
from urgent_actions.values.hours import Hours
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.phone_number import PhoneNumber
from urgent_actions.values.plain_forms import as_address_state, as_channel_kind, as_partial_date_or_none
from urgent_actions.values.postal_address import PostalAddress
from urgent_actions.values.web_link import WebLink

A = TypeVar("A", PostalAddress, EmailAddress, PhoneNumber, WebLink, Handle)

Address = PostalAddress | EmailAddress | PhoneNumber | WebLink | Handle
"""Where something is sent; which of these fits is a matter of the channel's kind."""


@attrs.frozen
class ContactChannel:
    """A kind of channel and its address, or why there is none.

    Args:
        kind: post, e-mail, phone, fax, form, a social network, ...
        address: a PostalAddress for post, an EmailAddress for e-mail, a PhoneNumber for phone, fax, SMS and WhatsApp, a
            WebLink for forms and websites, a Handle or a WebLink for social networks, any of them for other ways.
        state: whether the address is known; `known` just if there is one.
        printed: what stood in its place where it is not known: `[email protected]`, `tony@example.`.
        via: the body in whose care it is (c/o) or that passes it on.
        hours: when a telephone is answered.
        verified: when somebody last made sure that the address is right.
        note: what else the bulletin says of it, in its words.

    Raises:
        InvalidValue: the address is of the wrong sort, or contradicts the state; all problems at once.

    >>> str(ContactChannel("phone", PhoneNumber("+12022985700")))
    'phone: +1 202-298-5700'
    """

    kind: ChannelKind = attrs.field(converter=as_channel_kind)
    address: Address | None = None
    state: AddressState = attrs.field(kw_only=True, converter=as_address_state)
    printed: str | None = attrs.field(default=None, kw_only=True)
    via: str | None = attrs.field(default=None, kw_only=True)
    hours: Hours | None = attrs.field(default=None, kw_only=True)
    verified: PartialDate | None = attrs.field(default=None, kw_only=True, converter=as_partial_date_or_none)
    note: str | None = attrs.field(default=None, kw_only=True)

    @state.default
    def _state(self) -> AddressState:
        return AddressState.MISSING if self.address is None else AddressState.KNOWN

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems_in(self))

    @classmethod
    def withheld(cls, kind: ChannelKind | str, printed: str | None = None) -> "ContactChannel":
        """A channel that exists, as the page shows, under an address that it hides."""
        return cls(kind, state=AddressState.WITHHELD, printed=printed)

    @classmethod
    def parse(cls, text: str) -> "ContactChannel":
        """Read `phone: +1 202-298-5700`, `post: first line` and the other lines below, or `email (withheld)`.

        Raises:
            InvalidValue: the kind is unknown, or the rest is no address of that kind.
        """
        kind, _, rest = text.partition(": ")
        if rest:
            found = ChannelKind.of(kind)
            return cls(found, parse_address(found, rest))
        kind, _, state = kind.removesuffix(")").partition(" (")
        return cls(kind, state=AddressState.of(state or AddressState.MISSING))

    def address_as(self, sort: type[A]) -> A:
        """The address, where it is of that sort.

        Raises:
            InvalidValue: there is none, or it is of another sort.
        """
        if isinstance(self.address, sort):
            return self.address
        way_out = f"give a channel with a {sort.__name__}"
        raise InvalidValue(Problem("wrong-address", f"{self} has no such address", where="channel", way_out=way_out))

    def __str__(self) -> str:
        return f"{self.kind}: {self.address}" if self.address else f"{self.kind} ({self.state})"


def parse_address(kind: ChannelKind, text: str) -> Address:
    """Read the address of a kind of channel; numbers must name their country or are kept as printed.

    Raises:
        InvalidValue: the text is no such address.
    """
    if kind is ChannelKind.POST:
        return PostalAddress.parse(text)
    if kind is ChannelKind.EMAIL:
        return EmailAddress.parse(text)
    if kind.takes_number or kind is ChannelKind.TELEX:
        return PhoneNumber.parse(text)
    if kind.is_social and not text.lower().startswith(("http:", "https:", "www.")):
        return Handle.parse(text)
    return WebLink.parse(text)


_SORTS: dict[ChannelKind, tuple[type[Address], ...]] = {
    ChannelKind.POST: (PostalAddress,),
    ChannelKind.EMAIL: (EmailAddress,),
    ChannelKind.FORM: (WebLink,),
    ChannelKind.WEBSITE: (WebLink,),
    **{kind: (PhoneNumber,) for kind in ChannelKind if kind.takes_number},
    **{kind: (Handle, WebLink) for kind in ChannelKind if kind.is_social},
}


_TEXT = (str, type(None))
_KINDS: dict[str, Kinds] = {"printed": _TEXT, "via": _TEXT, "note": _TEXT, "hours": (Hours, type(None))}


def _problems_in(channel: ContactChannel) -> Iterator[Problem]:
    sorts = _SORTS.get(channel.kind, (PostalAddress, EmailAddress, PhoneNumber, WebLink, Handle))
    if channel.address is not None and not isinstance(channel.address, sorts):
        what = f"{channel.address!r} is no address for {channel.kind}"
        names = " or ".join(sort.__name__ for sort in sorts)
        yield Problem("wrong-address", what, where="address", way_out=f"give a {names}")
    if (channel.address is None) is (channel.state is AddressState.KNOWN):
        what = f"the address is {channel.address!r}, and its state {channel.state}"
        yield Problem(
            "state-contradicts-address", what, where="state", way_out="known goes with an address, and only with one"
        )
    if channel.hours is not None and not channel.kind.takes_number:
        yield Problem("hours-without-phone", f"hours are given for {channel.kind}", where="hours")
    yield from wrong_types(channel, _KINDS)
