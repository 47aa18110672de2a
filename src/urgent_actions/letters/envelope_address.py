"""The address as it stands on the envelope: the addressee, in whose care, the street and town, and the country last."""

from collections.abc import Iterable, Iterator

from urgent_actions.contact_channel import ContactChannel
from urgent_actions.destination import destination_of, expected_country
from urgent_actions.errors import InvalidValue, Problem
from urgent_actions.sender import Sender
from urgent_actions.target import Target
from urgent_actions.values.country import Country
from urgent_actions.values.country_line import country_line, language_of_posting, without_country
from urgent_actions.values.folding import fold
from urgent_actions.values.postal_address import PostalAddress
from urgent_actions.values.postcode import with_postcode_in_place
from urgent_actions.values.printable import in_one_line

_CARE_OF = "c/o"


def envelope_address(target: Target, channel: ContactChannel, *, sender: Sender) -> tuple[str, ...]:
    r"""The lines on the envelope of a letter to a target.

    The lines of the street stay as the bulletin prints them, with the postcode where the country of destination writes
    it. The country closes the address of a letter abroad, in capitals and in a language of the country of posting, and
    no other line says it again; a letter within one country names none. Where nothing tells in which country the
    address lies, none is named.

    Args:
        target: whom it is for.
        channel: a postal channel of the target, with its address.
        sender: who posts it, and where.

    Raises:
        InvalidValue: the channel has no postal address.

    >>> post = ContactChannel("post", PostalAddress.parse("Lesnaya 5\nMoscow 125993\nRussia"))
    >>> minister = Target("minister", "official", office="Minister of Justice", country="RU", channels=(post,))
    >>> envelope_address(minister, post, sender=Sender("DE"))
    ('Minister of Justice', 'Lesnaya 5', 'Moscow', '125993', 'RUSSLAND')
    """
    if not isinstance(channel.address, PostalAddress):
        what = f"a letter to {target.id} cannot be addressed: {channel.kind} is {channel.state}"
        raise InvalidValue(
            Problem("no-address", what, where="channel", way_out="give a postal channel with its address")
        )
    street, _ = without_country(channel.address.lines, expected_country(target, channel))
    destination = destination_of(target, channel)
    lines = with_postcode_in_place(street, destination) if destination else street
    names = (*addressee_of(target), *_care_of(channel, street))
    return (*_clean((*names, *lines)), *_country(destination, sender))


def addressee_of(target: Target) -> tuple[str, ...]:
    """The person, the office and the organisation that a letter is for, each on its line."""
    person = " ".join(part for part in (target.title, target.name) if part)
    return _clean((person, target.office or "", target.organisation or ""))


def _care_of(channel: ContactChannel, street: Iterable[str]) -> Iterator[str]:
    """In whose care it goes, unless the address says so itself."""
    if channel.via and not any(line.lower().startswith(_CARE_OF) for line in street):
        yield channel.via if channel.via.lower().startswith(_CARE_OF) else f"{_CARE_OF} {channel.via}"


def _country(destination: Country | None, sender: Sender) -> Iterator[str]:
    if destination is not None and destination != sender.country:
        yield country_line(destination, language_of_posting(sender.country, sender.languages))


def _clean(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines that say something, each said once, with nothing that a printer would obey."""
    said: dict[str, str] = {}
    for line in lines:
        if line.strip():
            said.setdefault(fold(line) or line, in_one_line(line))
    return tuple(said.values())
