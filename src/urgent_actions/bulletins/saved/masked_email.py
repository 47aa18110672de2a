"""E-mail addresses that a web page hides from programs, each byte of them XORed with the first one.

The pages are made so by Cloudflare's "Email Address Obfuscation": the code stands in `data-cfemail`, or behind the `#`
of a link to `/cdn-cgi/l/email-protection`, and the page's own script puts the address in its place.
"""

from urgent_actions.errors import InvalidValue
from urgent_actions.values.email_address import EmailAddress

MASK = "[email protected]"
"""What such a page shows where its script did not run: there is an address, and the page does not say which."""

LONGEST_CODE = 2000
"""Hexadecimal digits of a code that is looked at; it may hold a subject and a text behind the address."""


def unmasked(code: str) -> str:
    """The text behind a code: an address, in a link also a subject; empty where the code is malformed.

    >>> unmasked("2a444b474f6a4f524b475a464f0445584d")
    'name@example.org'
    >>> unmasked("2a44zz"), unmasked("2a")
    ('', '')
    """
    if len(code) > LONGEST_CODE or not code.isascii() or not code.isalnum():
        return ""
    try:
        key, *masked = bytes.fromhex(code)
        return bytes(byte ^ key for byte in masked).decode()
    except ValueError:  # no pairs of digits, no byte at all, or no UTF-8
        return ""


def address_or_nothing(text: str) -> str:
    """The text, if it is an e-mail address; otherwise nothing.

    >>> address_or_nothing("name@example.org"), address_or_nothing("name@")
    ('name@example.org', '')
    """
    if len(text) > 320 or "@" not in text or not text.isprintable():
        return ""
    try:
        return str(EmailAddress.parse(text))
    except InvalidValue:
        return ""


def address_in(code: str) -> str:
    """The address behind a code, or the mask where it cannot be told: what is no valid address stays withheld.

    >>> address_in("2a444b474f6a4f524b475a464f0445584d"), address_in("2a444b474f")
    ('name@example.org', '[email protected]')
    """
    return address_or_nothing(unmasked(code)) or MASK
