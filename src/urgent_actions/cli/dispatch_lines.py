"""A letter made ready for a channel, as the command line shows it."""

from collections.abc import Iterator
from datetime import datetime

from urgent_actions.letters.dispatch import Dispatch
from urgent_actions.letters.email import Email
from urgent_actions.letters.form_entry import FormEntry
from urgent_actions.letters.phone_call import PhoneCall
from urgent_actions.letters.sending_way import sending_ways
from urgent_actions.letters.social_post import SocialPost
from urgent_actions.letters.text_message import TextMessage
from urgent_actions.values.language import Language
from urgent_actions.values.printable import printable_lines


def dispatch_text(made: Dispatch, locale: Language, *, at: datetime | None = None) -> str:
    """What is ready, with the links that open it; or why nothing is.

    Args:
        made: the letter on its way.
        locale: the language of the reader; the letter keeps its own.
        at: the moment, with the time zone of the sender, for calls.
    """
    return printable_lines("\n\n".join(_parts(made, locale, at)))


def _parts(made: Dispatch, locale: Language, at: datetime | None) -> Iterator[str]:
    content = made.content
    if content is None:
        yield from (reason.say(locale) for reason in made.because)
        return
    yield content.say(locale) if isinstance(content, FormEntry) else str(content)
    if isinstance(content, Email):
        yield from (f"{way.told.say(locale)}\n{way.link}" for way in sending_ways(content) if way.link)
    elif isinstance(content, PhoneCall):
        yield from _clocks(content, locale, at)
    elif isinstance(content, SocialPost):
        yield from content.links
    elif isinstance(content, TextMessage):
        yield content.link


def _clocks(call: PhoneCall, locale: Language, at: datetime | None) -> Iterator[str]:
    """The hours of the telephone, and at a moment those of that day on both clocks, and what the clock shows there."""
    if call.hours is not None:
        yield call.hours.say(locale)
    if at is not None and at.tzinfo is not None:
        told = (call.hours_here(at.date(), at.tzinfo), call.clock_there(at))
        yield from (message.say(locale) for message in told if message is not None)
