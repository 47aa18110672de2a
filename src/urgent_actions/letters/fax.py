"""A letter as a fax: a cover sheet, the letter, and the number as it is dialled."""

import attrs

from urgent_actions.letters.letter import Letter
from urgent_actions.letters.letter_head import names_of
from urgent_actions.sender import Sender
from urgent_actions.target import Target
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.cldr import date_in_words
from urgent_actions.values.phone_number import PhoneNumber
from urgent_actions.values.printable import printable
from urgent_actions.values.text import Message


@attrs.frozen
class Fax:
    """A letter that goes by fax.

    Args:
        number: of the target.
        dialled: the number as dialled from the sender's country.
        cover: the lines of the cover sheet, in the language of the letter.
        letter: the letter itself.
    """

    number: PhoneNumber
    dialled: str
    cover: tuple[str, ...] = attrs.field(kw_only=True, repr=False)
    letter: Letter = attrs.field(kw_only=True)

    @classmethod
    def of(cls, letter: Letter, number: PhoneNumber, *, target: Target, sender: Sender) -> "Fax":
        """A letter as a fax to a number of its target.

        Raises:
            InvalidValue: arguments are of another type; all of them are named.
        """
        asked = {"letter": (letter, Letter), "target": (target, Target), "sender": (sender, Sender)}
        refuse_wrong(**asked, number=(number, PhoneNumber))
        cover = _cover(letter, number, target)
        return cls(number, number.dialled_from(sender.country), cover=cover, letter=letter)

    @property
    def text(self) -> str:
        """The cover sheet and the letter, with a form feed between them."""
        return "\n".join(self.cover) + "\n\f" + self.letter.text

    def __str__(self) -> str:
        cover = "\n".join(self.cover)
        return f"{self.dialled}\n\n{cover}\n\n{self.letter.text}"


def _cover(letter: Letter, number: PhoneNumber, target: Target) -> tuple[str, ...]:
    lines = [
        Message("To: {name}", {"name": ", ".join(names_of(target))}),
        Message("Fax: {number}", {"number": str(number)}),
        *(Message("From: {name}", {"name": name}) for name in letter.signature[:1]),
        Message("Date: {day}", {"day": date_in_words(letter.on, letter.language.tag)}),
        Message("About: {subject}", {"subject": letter.subject}),
    ]
    return tuple(printable(line.say(letter.language)) for line in lines)
