"""The columns of a table of missions, and how a cell of each is read and written.

Several addresses of one kind stand in one cell, set apart by `|`, and so do several countries; the lines of a postal
address are lines of the cell.
"""

from collections.abc import Callable

from urgent_actions.contact_channel import Address, ContactChannel, parse_address
from urgent_actions.formats.addresses import write_address
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.phone_number import PhoneNumber
from urgent_actions.values.target_kind import TargetKind
from urgent_actions.values.web_link import WebLink

LISTED = " | "
"""What stands between the things in one cell."""

TEXTS = ("organisation", "office", "title", "name")
"""The columns that name the post and its holder, as the fields of a target."""

CHANNELS = {str(kind): kind for kind in ChannelKind if kind is not ChannelKind.OTHER}
"""The kinds of channel, by their columns; nobody can say what the address of any other way looks like."""

NEEDED = ("state", "host", "source")
"""The columns without which no mission can be told."""


def _countries(cell: str) -> frozenset[Country]:
    return frozenset(Country.parse(part) for part in _parts(cell))


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(LISTED.strip()) if part.strip()]


def _stripped(cell: str) -> str:
    return cell.strip()


def _date(cell: str) -> PartialDate:
    return PartialDate.parse(cell.strip())


def _addresses(kind: ChannelKind) -> Callable[[str], tuple[Address, ...]]:
    """Numbers are taken as TOML takes them: with +, or else as printed."""
    numbered = kind.takes_number or kind is ChannelKind.TELEX
    return lambda cell: tuple(PhoneNumber(part) if numbered else parse_address(kind, part) for part in _parts(cell))


_READ: dict[str, Callable[[str], object]] = {
    "id": _stripped,
    "kind": lambda cell: TargetKind.of(cell.strip()),
    "state": Country.parse,
    "host": Country.parse,
    "covers": _countries,
    "to": str,
    **dict.fromkeys(TEXTS, str),
    **{name: _addresses(kind) for name, kind in CHANNELS.items()},
    "from": _date,
    "until": _date,
    "source": str,
    "url": lambda cell: WebLink.parse(cell.strip()),
    "publisher": str,
    "stated": _date,
    "checked": _date,
}

COLUMNS = tuple(_READ)
"""The columns of a table of missions, in the order in which they are written."""


def read_cell(column: str, cell: str) -> object:
    """What a cell that is not empty says: a text, a country, a date, or the addresses of one kind.

    Raises:
        InvalidValue: it says no such thing.
    """
    return _READ[column](cell)


def write_address_cell(channel: ContactChannel) -> str:
    """The address of a channel as its part of a cell."""
    if channel.address is None:
        return ""
    written = write_address(channel.address)
    return written if isinstance(written, str) else "\n".join(written)
