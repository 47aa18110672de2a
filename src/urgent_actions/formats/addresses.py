"""How the address of a channel is written: its form says of which sort it is.

Lines of post are a list, an account begins with @, a link with http, an e-mail address has an @ inside, and anything
else is a number. No text has two of these forms; that the sort fits its channel is the channel's own check.
"""

from typing import Any

from urgent_actions.contact_channel import Address
from urgent_actions.errors import InvalidValue, Problem
from urgent_actions.formats.value_forms import VALUE_FORMS
from urgent_actions.formats.wrong_type import wrong_type
from urgent_actions.values.email_address import EmailAddress
from urgent_actions.values.handle import Handle
from urgent_actions.values.phone_number import PhoneNumber
from urgent_actions.values.postal_address import PostalAddress
from urgent_actions.values.web_link import WebLink

_WAYS = (
    "write post as a list of lines, e-mail as name@example.org, a number as +12022985700, a link as https://example.org,"
    " an account as @name"
)


def write_address(address: Address) -> str | list[str]:
    """A postal address as its lines, any other as its string."""
    return list(address.lines) if isinstance(address, PostalAddress) else VALUE_FORMS[type(address)].write(address)


def read_address(given: object) -> Address:
    """An address of the sort that its form tells.

    Raises:
        InvalidValue: it has none of the forms, or breaks the rules of its sort.
    """
    if type(given) is list:
        return _read_lines(given)
    if type(given) is not str:
        raise wrong_type(str, given)
    sort = _sort_of(given)
    if sort is None:
        raise InvalidValue(Problem("bad-address", f"cannot read {given!r} as an address", way_out=_WAYS))
    address: Address = VALUE_FORMS[sort].read(given)
    return address


def _read_lines(given: list[Any]) -> PostalAddress:
    for line in given:
        if type(line) is not str:
            raise wrong_type(str, line)
    return PostalAddress(tuple(given))


def _sort_of(text: str) -> type[Handle | WebLink | EmailAddress | PhoneNumber] | None:
    if text.startswith("@"):
        return Handle
    if text[:4].lower() in {"http", "www."}:
        return WebLink
    if "@" in text:
        return EmailAddress
    return PhoneNumber if any(char.isdecimal() for char in text) else None
