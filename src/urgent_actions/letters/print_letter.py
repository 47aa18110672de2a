"""A letter made ready for paper: to be posted, or laid on a fax machine."""

import tomllib
from collections.abc import Iterator
from functools import cache

from urgent_actions.contact_channel import ContactChannel
from urgent_actions.destination import destination_of
from urgent_actions.errors import Problem, refuse_if
from urgent_actions.letters.envelope_address import addressee_of, envelope_address
from urgent_actions.letters.letter import Letter
from urgent_actions.letters.printed_letter import PrintedLetter
from urgent_actions.sender import Sender
from urgent_actions.target import Target
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.bidi import isolated
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.cldr import date_in_words, ever_wider
from urgent_actions.values.country_line import country_line, without_country
from urgent_actions.values.data_table import data_text
from urgent_actions.values.language import Language
from urgent_actions.values.paper import Paper
from urgent_actions.values.printable import in_one_line


def print_letter(
    letter: Letter,
    target: Target,
    channel: ContactChannel,
    *,
    sender: Sender,
    paper: Paper | str | None = None,
    place: str | None = None,
) -> PrintedLetter:
    """Lay out a letter for the post or for a fax machine.

    Args:
        letter: the letter to that target.
        target: whom it is for.
        channel: the target's postal address or fax number.
        sender: who signs it. Without a name there is only the space to sign; without an address none is printed.
        paper: what it is printed on; that of the sender's country unless told otherwise.
        place: where it is written, for the line with the date; never taken from the sender's address.

    Raises:
        InvalidValue: the letter is for another target, the channel is neither post nor fax or has no address, or a part
            is too long for a letter. Or arguments are of another type; all of them are named.
    """
    refuse_wrong(
        letter=(letter, Letter),
        target=(target, Target),
        channel=(channel, ContactChannel),
        sender=(sender, Sender),
        paper=(paper, (Paper, str, type(None))),
        place=(place, (str, type(None))),
    )
    refuse_if(_problems_of(letter, target, channel))
    by_post = channel.kind is ChannelKind.POST
    abroad = destination_of(target, channel) not in {None, sender.country}
    return PrintedLetter(
        case=letter.case,
        target=target.id,
        language=letter.language,
        paper=Paper.of_country(sender.country) if paper is None else Paper.of(paper),
        addressee=envelope_address(target, channel, sender=sender) if by_post else _on_a_fax(target, channel, letter),
        sender=_sender_lines(sender, letter.language, abroad=abroad),
        day=_day_line(letter, place),
        subject=_line("subject", letter.language, subject=letter.subject),
        opening=letter.opening,
        body=letter.body,
        closing=letter.closing,
        name=in_one_line(sender.name or ""),
    )


def _problems_of(letter: Letter, target: Target, channel: ContactChannel) -> Iterator[Problem]:
    if letter.target != target.id:
        what = f"the letter is to {letter.target}, not to {target.id}"
        yield Problem("wrong-target", what, where="target", way_out="give the target that the letter was written to")
    if channel.kind not in {ChannelKind.POST, ChannelKind.FAX}:
        what = f"a letter on paper cannot go by {channel.kind}"
        yield Problem("not-on-paper", what, where="channel", way_out="give a channel of kind post or fax")
    elif channel.address is None:
        what = f"the {channel.kind} of {target.id} is {channel.state}"
        yield Problem("no-address", what, where="channel", way_out="give a channel with its address")


def _on_a_fax(target: Target, channel: ContactChannel, letter: Letter) -> tuple[str, ...]:
    """The addressee, in whose care, and the number in place of a street."""
    number = isolated(str(channel.address), letter.language.right_to_left)
    via = (in_one_line(f"c/o {channel.via}"),) if channel.via else ()
    return (*addressee_of(target), *via, _line("fax", letter.language, number=number))


def _sender_lines(sender: Sender, language: Language, *, abroad: bool) -> tuple[str, ...]:
    """The name and address; from abroad with the country, so that the letter can come back."""
    lines = tuple(in_one_line(line) for line in (sender.address or "").splitlines() if line.strip())
    if lines and abroad:
        street, _ = without_country(lines, sender.country)
        lines = (*street, country_line(sender.country, language))
    return (*((in_one_line(sender.name),) if sender.name else ()), *lines) if lines else ()


def _day_line(letter: Letter, place: str | None) -> str:
    date = date_in_words(letter.on, letter.language.tag)
    where = isolated(in_one_line(place or ""), letter.language.right_to_left)
    return _line("day" if where else "day_alone", letter.language, place=where, date=date)


def _line(name: str, language: Language, **words: str) -> str:
    """A line in the manner of a language; what fills it is never read as a blank itself."""
    before, *rest = _manners(language)[name].split("{")
    pieces = [piece.partition("}") for piece in rest]
    return before + "".join(words[blank] + after for blank, _, after in pieces)


def _manners(language: Language) -> dict[str, str]:
    lines = _all_manners()
    return lines["en"] | next((lines[tag] for tag in ever_wider(language.tag) if tag in lines), {})


@cache
def _all_manners() -> dict[str, dict[str, str]]:
    return tomllib.loads(data_text("letter_lines.toml"))
