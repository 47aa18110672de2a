"""A letter made ready for one channel, or the reasons why it is not."""

from collections.abc import Callable, Iterator

import attrs

from urgent_actions.case import Case
from urgent_actions.errors import Problem, refuse_if
from urgent_actions.guidance.option import Option
from urgent_actions.guidance.words import CHANNELS
from urgent_actions.letters.email import Email
from urgent_actions.letters.fax import Fax
from urgent_actions.letters.form_entry import FormEntry
from urgent_actions.letters.letter import Letter
from urgent_actions.letters.network import network_of
from urgent_actions.letters.phone_call import PhoneCall
from urgent_actions.letters.postage_note import PostageNote, postage_note
from urgent_actions.letters.print_letter import print_letter
from urgent_actions.letters.printed_letter import PrintedLetter
from urgent_actions.letters.sending_notes import Content, sending_notes
from urgent_actions.letters.social_post import SocialPost
from urgent_actions.letters.text_message import TextMessage
from urgent_actions.letters.wishes import Wishes
from urgent_actions.rules.advice import explain_rule
from urgent_actions.sender import Sender
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.email_address import EmailAddress
from urgent_actions.values.phone_number import PhoneNumber
from urgent_actions.values.text import Message
from urgent_actions.values.web_link import WebLink


@attrs.frozen
class Dispatch:
    """A letter on one way.

    Args:
        letter: the letter.
        option: the target and the channel, with the advice on it.
        content: what is ready; None where there is nothing to send this way.
        because: why nothing is ready; or else what to mind where the way needs care, or what speaks against it where a
            closed one was asked for all the same.
        postage: what to know before it is posted; None for what does not go by post. It is for the sender alone.
    """

    letter: Letter
    option: Option
    content: Content | None
    because: tuple[Message, ...] = attrs.field(default=(), kw_only=True)
    postage: PostageNote | None = attrs.field(default=None, kw_only=True)

    @property
    def ready(self) -> bool:
        """Whether there is something to send."""
        return self.content is not None

    @property
    def notes(self) -> tuple[Message, ...]:
        """What the sender has to know, and neither says nor sends: of the postage, the number or the network."""
        posting = () if self.postage is None else self.postage.messages
        return (*posting, *(() if self.content is None else sending_notes(self.content)))


NO_WISHES = Wishes()


def dispatch(
    letter: Letter,
    option: Option,
    *,
    case: Case,
    sender: Sender,
    wishes: Wishes = NO_WISHES,
    anyway: bool = False,
) -> Dispatch:
    """Make a letter ready for one channel.

    For a closed channel nothing is made, and the reasons are told. Where it is open and yet nothing can be made, for
    there is no address or the letter does not fit, that is told.

    Args:
        letter: what `write_letter` wrote to the target, on the day of the guidance.
        option: the channel, as `guide` advised on it.
        case: the case.
        sender: who sends it.
        wishes: what the page adds: copies, hashtags, the limit of the form.
        anyway: make it for a closed channel too, whose reasons stay in the answer.

    Raises:
        InvalidValue: letter, option, case and sender do not belong together; all that differs is named. Or, for post,
            a part is too long for a letter or an address for a window, as `print_letter` tells. Or arguments are of
            another type; all of them are named.
    """
    refuse_wrong(
        letter=(letter, Letter),
        option=(option, Option),
        case=(case, Case),
        sender=(sender, Sender),
        wishes=(wishes, Wishes),
        anyway=(anyway, bool),
    )
    refuse_if(_mismatches(letter, option, case, sender))
    because = tuple(explain_rule(rule) for rule in option.advice.because)
    if not option.usable and not anyway:
        return Dispatch(letter, option, None, because=because)
    order = _Order(letter, option, case=case, sender=sender, wishes=wishes)
    content = _content(order)
    if isinstance(content, Message):
        return Dispatch(letter, option, None, because=(*because, content))
    postage = _postage(order) if isinstance(content, PrintedLetter) else None
    return Dispatch(letter, option, content, because=because, postage=postage)


@attrs.frozen
class _Order:
    """All that a letter is made ready from."""

    letter: Letter
    option: Option
    case: Case = attrs.field(kw_only=True)
    sender: Sender = attrs.field(kw_only=True)
    wishes: Wishes = attrs.field(kw_only=True)


def _content(order: _Order) -> Content | Message:
    channel = order.option.channel
    if channel.address is None:
        return Message("No address is known for this.")
    make = _MAKERS.get(channel.kind) or (_post if network_of(channel.kind) else None)
    if make is None:
        return Message("There is nothing to make ready for {channel}.", {"channel": CHANNELS[channel.kind]})
    return make(order)


def _email(order: _Order) -> Email:
    return Email.of(order.letter, order.option.channel.address_as(EmailAddress), copies=order.wishes.copies)


def _print(order: _Order) -> PrintedLetter:
    option, wishes = order.option, order.wishes
    target, channel = option.target, option.channel
    return print_letter(order.letter, target, channel, sender=order.sender, paper=wishes.paper, place=wishes.place)


def _postage(order: _Order) -> PostageNote:
    option, wishes = order.option, order.wishes
    return postage_note(
        option.target,
        option.channel,
        sender=order.sender,
        on=order.letter.on,
        rates=wishes.postage,
        paper=wishes.paper,
    )


def _fax(order: _Order) -> Fax:
    target, channel = order.option.target, order.option.channel
    return Fax.of(order.letter, channel.address_as(PhoneNumber), target=target, sender=order.sender)


def _call(order: _Order) -> PhoneCall:
    return PhoneCall.of(order.letter, order.option.channel, case=order.case, sender=order.sender)


def _text_message(order: _Order) -> TextMessage:
    return TextMessage.of(order.letter, order.option.channel, case=order.case)


def _entry(order: _Order) -> FormEntry | Message:
    link, limit = order.option.channel.address_as(WebLink), order.wishes.form_limit
    entry = FormEntry.of(order.letter, link, sender=order.sender, limit=limit)
    return entry or Message("The form has no room for one sentence of the letter.")


def _post(order: _Order) -> SocialPost:
    wishes, channel = order.wishes, order.option.channel
    on = order.letter.on
    return SocialPost.of(order.letter, channel, case=order.case, on=on, hashtags=wishes.hashtags, link=wishes.link)


_MAKERS: dict[ChannelKind, Callable[[_Order], Content | Message]] = {
    ChannelKind.POST: _print,
    ChannelKind.EMAIL: _email,
    ChannelKind.FAX: _fax,
    ChannelKind.PHONE: _call,
    ChannelKind.SMS: _text_message,
    ChannelKind.WHATSAPP: _text_message,
    ChannelKind.FORM: _entry,
}


def _mismatches(letter: Letter, option: Option, case: Case, sender: Sender) -> Iterator[Problem]:
    asked = option.advice.attempt
    pairs = {
        "case": (letter.case, asked.case, case.reference),
        "target": (letter.target, asked.target),
        "day": (letter.on, asked.on),
        "sender's country": (sender.country, asked.sender),
    }
    for name, values in pairs.items():
        if len(different := dict.fromkeys(values)) > 1:
            what = f"letter, advice and what was given have another {name}: {', '.join(map(str, different))}"
            yield Problem("mismatch", what, where=name.split("'")[0], way_out="write and guide for the same")
