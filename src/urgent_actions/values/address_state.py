"""Whether the address of a channel is known, and if not, why not."""

from urgent_actions.values.word import Word


class AddressState(Word):
    """What is known of an address; only a known one can be used."""

    KNOWN = "known"
    WITHHELD = "withheld"
    """The page shows that there is one, not which: `[email protected]`."""
    UNREADABLE = "unreadable"
    """What is printed cannot be an address: `tony@example.`"""
    MISSING = "missing"
    """The bulletin speaks of the channel, and prints no address."""
