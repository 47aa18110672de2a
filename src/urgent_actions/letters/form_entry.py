"""A letter as the entries of an online form: field by field, the message within the form's limit."""

from collections.abc import Iterator

import attrs

from urgent_actions.letters.letter import Letter
from urgent_actions.letters.shortening import Shortened, shortened
from urgent_actions.sender import Sender
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.language import Language
from urgent_actions.values.printable import in_one_line, printable_lines
from urgent_actions.values.text import Message
from urgent_actions.values.web_link import WebLink
from urgent_actions.values.word import Word


class FormField(Word):
    """What forms ask for."""

    NAME = "name"
    ADDRESS = "address"
    COUNTRY = "country"
    SUBJECT = "subject"
    MESSAGE = "message"

    @property
    def told(self) -> Message:
        """What it is called, in the language of the reader."""
        return _TOLD[self]


_TOLD = {
    FormField.NAME: Message("Name"),
    FormField.ADDRESS: Message("Address"),
    FormField.COUNTRY: Message("Country"),
    FormField.SUBJECT: Message("Subject"),
    FormField.MESSAGE: Message("Message"),
}


@attrs.frozen
class FormEntry:
    """What to put into an online form.

    Args:
        link: the form.
        fields: what goes where, in the order in which forms ask; name and address only where the sender has them.
        left_out: the sentences of the letter that the form has no room for; empty where all of it fits.
    """

    link: WebLink
    fields: tuple[tuple[FormField, str], ...] = attrs.field(kw_only=True, repr=False)
    left_out: tuple[str, ...] = attrs.field(default=(), kw_only=True)

    @classmethod
    def of(cls, letter: Letter, link: WebLink, *, sender: Sender, limit: int | None = None) -> "FormEntry | None":
        """A letter as the entries of a form.

        Args:
            letter: the letter.
            link: the form.
            sender: who fills it in.
            limit: the most signs that the message may have, as the form counts: in UTF-16 code units, a line break
                being two; None for any length.

        Returns:
            The entries, or None where neither what is asked nor whom it is about fits between greeting and closing.

        Raises:
            InvalidValue: arguments are of another type; all of them are named.
        """
        asked = {"letter": (letter, Letter), "link": (link, WebLink), "sender": (sender, Sender)}
        refuse_wrong(**asked, limit=(limit, (int, type(None))))
        kept = _kept(letter, limit)
        if kept is None:
            return None
        message = _message(letter, kept.text)
        return cls(link, fields=tuple(_fields(letter, sender, message)), left_out=kept.left_out)

    def say(self, locale: Language | str = "en") -> str:
        """The entries for people: the link, and each field below its name in the language of the reader."""
        entries = (f"{field.told.say(locale)}:\n{words}" for field, words in self.fields)
        return "\n\n".join((str(self.link), *entries))

    def __str__(self) -> str:
        return self.say()

    @property
    def message(self) -> str:
        """The letter itself, as far as it fits."""
        return dict(self.fields)[FormField.MESSAGE]


def submitted_length(text: str) -> int:
    """How long a browser says that a text is when it sends it: in UTF-16 code units, a line break being two (HTML)."""
    return len(text.replace("\n", "\r\n").encode("utf-16-le", "surrogatepass")) // 2


def _kept(letter: Letter, limit: int | None) -> Shortened | None:
    if limit is None:
        return Shortened(letter.body)
    return shortened(letter.body, lambda body: submitted_length(_message(letter, body)) <= limit)


def _message(letter: Letter, body: str) -> str:
    return printable_lines(attrs.evolve(letter, body=body).message)


def _fields(letter: Letter, sender: Sender, message: str) -> Iterator[tuple[FormField, str]]:
    if sender.name:
        yield FormField.NAME, sender.name
    if sender.address:
        yield FormField.ADDRESS, sender.address
    yield FormField.COUNTRY, sender.country.name(letter.language)
    yield FormField.SUBJECT, in_one_line(letter.subject)
    yield FormField.MESSAGE, message
