"""What the one who sends has to know of what was made ready, and no rule says."""

from collections.abc import Iterator

from urgent_actions.guidance.words import CHANNELS
from urgent_actions.letters.email import Email
from urgent_actions.letters.fax import Fax
from urgent_actions.letters.form_entry import FormEntry
from urgent_actions.letters.network import network_of
from urgent_actions.letters.phone_call import PhoneCall
from urgent_actions.letters.printed_letter import PrintedLetter
from urgent_actions.letters.social_post import SocialPost
from urgent_actions.letters.text_message import TextMessage
from urgent_actions.values.text import Message

Content = Email | Fax | FormEntry | PhoneCall | PrintedLetter | SocialPost | TextMessage
"""What is ready to be sent, said, printed or posted."""


def sending_notes(content: Content) -> Iterator[Message]:
    """That a number may be another one from abroad, a form has no room, a network takes no words alone; or nothing."""
    if isinstance(content, Fax | PhoneCall | TextMessage) and content.number.e164 is None:
        yield Message("Nothing tells to which country this number belongs: ask before you use it from another country.")
    if isinstance(content, FormEntry) and content.left_out:
        yield Message.plural(
            "The form has no room for all of the letter: {count} sentence is left out.",
            "The form has no room for all of the letter: {count} sentences are left out.",
            len(content.left_out),
        )
    if isinstance(content, SocialPost):
        network = network_of(content.network)
        if network is not None and network.pictured:
            yield Message(
                "{network} takes no words alone: put them below a picture or a film, or below a post of the account.",
                {"network": CHANNELS[content.network]},
            )
