"""A link that opens a new mail with everything in it (RFC 6068), as long as links may be."""

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote

from urgent_actions.letters.email import Email
from urgent_actions.letters.recurring import Recurring
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.email_address import EmailAddress

_IN_ADDRESS = (
    "!$'*@"  # what stands as it is beside letters and digits: neither what RFC 3986 forbids, nor + for a blank
)


def mailto_link(email: Email, *, body: bool = True, separator: str = ",") -> str:
    r"""The whole letter as a link; how long it may be is a matter of the program that follows it.

    The subject and the text are in percent-encoded UTF-8, lines end in `%0D%0A`; the supporter's own address is not in
    it, for the mail program knows it.

    Args:
        email: what to send.
        body: whether the text is in it; without it only the addresses and the subject are.
        separator: what stands between addresses: the comma, or what the supporter's mail program wants.

    Raises:
        InvalidValue: what was given is no `Email`.

    >>> mailto_link(Email("info@example.org", "A. Example", "Dear Minister,\nplease act.", language="en"))
    'mailto:info@example.org?subject=A.%20Example&body=Dear%20Minister%2C%0D%0Aplease%20act.'
    """
    if not isinstance(email, Email):  # asked here first, for links are made by the million
        refuse_wrong(email=(email, Email))
    start = link_start(email.to, email.copies, email.subject, separator)
    return f"{start}&body={quoted(email.text)}" if body else start


def link_start(to: Iterable[EmailAddress], copies: Iterable[EmailAddress], subject: str, separator: str = ",") -> str:
    """A link with all but the text."""
    cc = addresses_in_link(copies, separator)
    return f"mailto:{addresses_in_link(to, separator)}?{f'cc={cc}&' if cc else ''}subject={quoted(subject)}"


def quoted(text: str) -> str:
    """Text as links hold it: all but letters and digits of ASCII in percent-encoded UTF-8, lines ending in CR LF."""
    return "%0D%0A%0D%0A".join(map(_QUOTED.__getitem__, text.split("\n\n")))


def quoted_anew(text: str) -> str:
    """The same of a text that hardly comes again, and of one that is only a piece of a line."""
    # what nearly every text has is quoted at once; a text that has nothing else is soon done
    return quote(text, safe=" ,\n").replace(" ", "%20").replace(",", "%2C").replace("\n", "%0D%0A")


_QUOTED = Recurring(quoted_anew)


def addresses_in_link(addresses: Iterable[EmailAddress], separator: str = ",") -> str:
    """Addresses as links hold them, in A-labels where they can be."""
    return separator.join(_quoted_address(each.ascii or str(each)) for each in addresses)


@lru_cache(maxsize=1024)
def _quoted_address(address: str) -> str:
    return quote(address, safe=_IN_ADDRESS)
