"""What to know before a letter is posted: what it costs, and what stands on the envelope beside the address."""

from collections.abc import Iterator
from datetime import date

import attrs

from urgent_actions.contact_channel import ContactChannel
from urgent_actions.destination import destination_of
from urgent_actions.sender import Sender
from urgent_actions.target import Target
from urgent_actions.values.country import Country
from urgent_actions.values.country_line import country_line, language_of_posting
from urgent_actions.values.language import Language
from urgent_actions.values.paper import Paper
from urgent_actions.values.postage_rate import PostageRate
from urgent_actions.values.postage_rates import PostageRates, postage_rates
from urgent_actions.values.text import Message, Value

_GRAMS_OF_AN_ENVELOPE = 6
"""Of one in which a sheet lies that is folded twice (DL, C6/5 or #10), with its stamp; a light one has less."""


@attrs.frozen(kw_only=True)
class PostageNote:
    """What the one who posts a letter has to know; it is for the sender, and no part of the letter.

    Args:
        country: where the letter is posted.
        destination: where it goes; None where nothing tells.
        on: the day on which it is posted.
        rate: the price that is known, of that day or the last one before; None where none is.
        line: the last line of an address abroad, as it is read where the letter is posted; None within one country.
        paper: what the letter is printed on.
    """

    country: Country
    destination: Country | None
    on: date
    rate: PostageRate | None
    line: str | None
    paper: Paper

    @property
    def messages(self) -> tuple[Message, ...]:
        """The note, sentence by sentence: the postage, what goes for it, the mark on the envelope, the country line."""
        return tuple(_messages(self))

    @property
    def sheets(self) -> int | None:
        """How many sheets, with the envelope, the price is good for; None where the weight is not known."""
        if self.rate is None or self.rate.grams is None:
            return None
        return int((self.rate.grams - _GRAMS_OF_AN_ENVELOPE) // self.paper.grams)

    def say(self, locale: Language | str = "en") -> str:
        """The note in the language of the reader, each sentence on its line."""
        return "\n".join(message.say(locale) for message in self.messages)

    def __str__(self) -> str:
        return self.say()


def postage_note(
    target: Target,
    channel: ContactChannel,
    *,
    sender: Sender,
    on: date,
    rates: PostageRates | None = None,
    paper: Paper | None = None,
) -> PostageNote:
    """What to know before a letter to a target is posted.

    A price that is not known is not guessed, and one that may have risen since is told as such.

    Args:
        target: whom it is for.
        channel: a postal channel of the target.
        sender: who posts it, and where.
        on: the day on which it is posted.
        rates: what letters cost; the prices that come with the library unless told otherwise.
        paper: what the letter is printed on; that of the sender's country unless told otherwise.
    """
    destination = destination_of(target, channel)
    known = postage_rates() if rates is None else rates
    return PostageNote(
        country=sender.country,
        destination=destination,
        on=on,
        rate=None if destination is None else known.find(sender.country, destination, on),
        line=_country_line(destination, sender),
        paper=paper or Paper.of_country(sender.country),
    )


def _country_line(destination: Country | None, sender: Sender) -> str | None:
    if destination is None or destination == sender.country:
        return None
    return country_line(destination, language_of_posting(sender.country, sender.languages))


def _messages(note: PostageNote) -> Iterator[Message]:
    if note.destination is None:
        yield Message(
            "It is not known in which country the address lies, nor what a letter there costs: ask at a post office."
        )
    else:
        yield _price(note.destination, note)
    if note.rate is not None and note.sheets:
        yield Message.plural(
            "The price is for up to {grams} g: {count} sheet with its envelope weighs less.",
            "The price is for up to {grams} g: {count} sheets with their envelope weigh less.",
            note.sheets,
            {"grams": note.rate.grams or 0},
        )
    if note.line is not None:
        yield Message("Write PRIORITAIRE or PAR AVION on the envelope: post offices of all countries know these words.")
        yield Message("The country is the last line of the address, in capitals: {line}", {"line": note.line})


def _price(destination: Country, note: PostageNote) -> Message:
    rate = note.rate
    if rate is None:
        return Message("Postage to {country}: not known here; ask at a post office.", {"country": destination})
    blanks: dict[str, Value] = {
        "country": destination,
        "price": rate.price,
        "carrier": ", ".join(part for part in (rate.carrier, rate.stamp) if part),
        "day": rate.first_day,
        "source": str(rate.source.url or rate.source.publisher or rate.source.title),
    }
    if rate.is_trusted(note.on):
        return Message("Postage to {country}: {price} since {day} ({carrier}; source: {source}).", blanks)
    return Message(
        "Postage to {country}: {price} since {day} ({carrier}; source: {source}). It may be more by now: ask at a post "
        "office.",
        blanks,
    )
