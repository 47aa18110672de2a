"""A link that opens a new mail with everything in it (RFC 6068), as long as links may be."""

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote

from urgent_actions.letters.email import Email
from urgent_actions.letters.recurring import Recurring
from urgent_actions.values.email_address import EmailAddress

_IN_ADDRESS = "!$'*+@^_`{}~"  # what may stand unquoted in an address, the comma that sets addresses apart not included


def mailto_link(email: Email, *, body: bool = True, separator: str = ",") -> str:
    r"""The whole letter as a link; how long it may be is a matter of the program that follows it.

    The subject and the text are in percent-encoded UTF-8, lines end in `%0D%0A`; the supporter's own address is not in
    it, for the mail program knows it.

    Args:
        email: what to send.
        body: whether the text is in it; without it only the addresses and the subject are.
        separator: what stands between addresses: the comma, or what the supporter's mail program wants.

    >>> mailto_link(Email("info@example.org", "A. Example", "Dear Minister,\nplease act.", language="en"))
    'mailto:info@example.org?subject=A.%20Example&body=Dear%20Minister%2C%0D%0Aplease%20act.'
    """
    fields = [f"cc={addresses_in_link(email.copies, separator)}"] if email.copies else []
    fields.append(f"subject={quoted(email.subject)}")
    if body:
        fields.append(f"body={quoted(email.text)}")
    return f"mailto:{addresses_in_link(email.to, separator)}?{'&'.join(fields)}"


def quoted(text: str) -> str:
    """Text as links hold it: all but letters and digits of ASCII in percent-encoded UTF-8, lines ending in CR LF."""
    return "%0D%0A%0D%0A".join(map(_QUOTED.__getitem__, text.split("\n\n")))


def addresses_in_link(addresses: Iterable[EmailAddress], separator: str = ",") -> str:
    """Addresses as links hold them, in A-labels where they can be."""
    return separator.join(_quoted_address(each.ascii or str(each)) for each in addresses)


def _quote(text: str) -> str:
    """What nearly every text has is quoted at once; a text that has nothing else is soon done."""
    return quote(text, safe=" ,\n").replace(" ", "%20").replace(",", "%2C").replace("\n", "%0D%0A")


_QUOTED = Recurring(_quote)


@lru_cache(maxsize=1024)
def _quoted_address(address: str) -> str:
    return quote(address, safe=_IN_ADDRESS)
