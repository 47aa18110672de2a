"""A letter made ready for a channel, as the command line shows it."""

from collections.abc import Iterator

from urgent_actions.letters.dispatch import Dispatch
from urgent_actions.letters.email import Email
from urgent_actions.letters.form_entry import FormEntry
from urgent_actions.letters.phone_call import PhoneCall
from urgent_actions.letters.sending_way import sending_ways
from urgent_actions.letters.social_post import SocialPost
from urgent_actions.letters.text_message import TextMessage
from urgent_actions.values.language import Language
from urgent_actions.values.printable import printable_lines


def dispatch_text(made: Dispatch, locale: Language) -> str:
    """What is ready, with the links that open it; or why nothing is.

    Args:
        made: the letter on its way.
        locale: the language of the reader; the letter keeps its own.
    """
    return printable_lines("\n\n".join(_parts(made, locale)))


def _parts(made: Dispatch, locale: Language) -> Iterator[str]:
    content = made.content
    if content is None:
        yield from (reason.say(locale) for reason in made.because)
        return
    yield content.say(locale) if isinstance(content, FormEntry) else str(content)
    if isinstance(content, Email):
        yield from (f"{way.told.say(locale)}\n{way.link}" for way in sending_ways(content) if way.link)
    elif isinstance(content, PhoneCall) and content.hours is not None:
        yield content.hours.say(locale)
    elif isinstance(content, SocialPost):
        yield from content.links
    elif isinstance(content, TextMessage):
        yield content.link
