"""To which country a letter by a postal channel goes."""

from urgent_actions.contact_channel import ContactChannel
from urgent_actions.target import Target
from urgent_actions.values.country import Country
from urgent_actions.values.country_line import without_country
from urgent_actions.values.postal_address import PostalAddress


def destination_of(target: Target, channel: ContactChannel) -> Country | None:
    """The country that the address of a channel names, or else that where its target is; None where nothing tells.

    A letter in the care of somebody else goes where that body sits, which only the address can tell.

    Args:
        target: whom it is for.
        channel: one of its channels.
    """
    if not isinstance(channel.address, PostalAddress):
        return None
    expected = expected_country(target, channel)
    return without_country(channel.address.lines, expected)[1] or expected


def expected_country(target: Target, channel: ContactChannel) -> Country | None:
    """Where the address of a channel lies, as far as the target tells; in another's care it may lie anywhere."""
    if channel.via:
        return None
    return target.accredited_to if target.kind.is_abroad else target.country
