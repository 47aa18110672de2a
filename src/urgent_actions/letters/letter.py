"""One letter, filled in: all that is needed to sign it and send it."""

import attrs

from urgent_actions.letters.letter_head import LetterHead
from urgent_actions.values.cldr import date_in_words
from urgent_actions.values.html_table import html_table


@attrs.frozen
class Letter(LetterHead):
    """A letter to one target. Its texts have no blanks left; names do not show in its `repr`.

    For which case it is, to whom, in which language and on which day, is told by its head: see `LetterHead`.

    Args:
        opening: the greeting with its punctuation.
        body: the paragraphs, set off by blank lines.
        closing: the line above the signature.
        signature: the sender's name and address as lines; empty to sign by hand.
    """

    opening: str = attrs.field(kw_only=True)
    body: str = attrs.field(kw_only=True, repr=False)
    closing: str = attrs.field(kw_only=True)
    signature: tuple[str, ...] = attrs.field(default=(), kw_only=True, repr=False)

    @property
    def text(self) -> str:
        """The whole letter, its parts set off by blank lines."""
        day = date_in_words(self.on, self.language.tag)
        return "\n\n".join(("\n".join(self.addressee), day, self.message))

    @property
    def message(self) -> str:
        """The letter from its greeting to its signature: what e-mail and online forms take."""
        return "\n\n".join((self.opening, self.body, "\n".join((self.closing, *self.signature))))

    def __str__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return html_table([(self.text,)], header=(self.subject,))
