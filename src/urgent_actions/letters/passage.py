"""A part of a letter, ready but for what is the sender's own."""

from collections.abc import Callable

import attrs

from urgent_actions.errors import BlanksLeft, refuse_if
from urgent_actions.letters.compiled_text import CompiledText, blank_left
from urgent_actions.sender import Sender
from urgent_actions.values.language import Language
from urgent_actions.values.printable import printable_lines

Own = Callable[[Sender], str | None]
"""What a sender fills a blank with."""


def _name(sender: Sender) -> str | None:
    return sender.name and printable_lines(sender.name)


def _address(sender: Sender) -> str | None:
    return sender.address and printable_lines(sender.address)


def _own_words(sender: Sender) -> str | None:
    return sender.own_words and printable_lines(sender.own_words).strip()


def _nothing(_: Sender) -> None:
    return None


def _country_in(language: Language) -> Own:
    known: dict[str, str] = {}

    def country(sender: Sender) -> str:
        code = sender.country.code
        if code not in known:
            known[code] = sender.country.name_in_sentence(language)
        return known[code]

    return country


@attrs.frozen
class Passage:
    """Words, and blanks that each sender fills.

    Args:
        text: the words and the blanks.
        language: of the words.
        tame: whether the words hold nothing that has to be seen together with what fills the blanks, such as the start
            of a text direction; then it is enough that each value is printable by itself.
    """

    text: CompiledText
    language: Language
    tame: bool
    _parts: list[str] = attrs.field(init=False, repr=False, eq=False)
    _own: tuple[tuple[int, Own], ...] = attrs.field(init=False, repr=False, eq=False)

    @_parts.default
    def _as_parts(self) -> list[str]:
        """The words with a place for a value between each two."""
        return [part for word in self.text.words for part in (word, "")][:-1]

    @_own.default
    def _as_own(self) -> tuple[tuple[int, Own], ...]:
        """What fills each blank, with its place among the parts."""
        own = {
            "own_words": _own_words,
            "sender_name": _name,
            "sender_address": _address,
            "sender_country": _country_in(self.language),
        }
        return tuple((2 * number + 1, own.get(name, _nothing)) for number, name in enumerate(self.text.blanks))

    @classmethod
    def of(cls, text: CompiledText, language: Language) -> "Passage":
        """A part in a language; what nobody can see in its words is shown."""
        printed = tuple(map(printable_lines, text.words))
        if text.blanks and printed != text.words:
            return cls(text, language, tame=False)
        return cls(attrs.evolve(text, words=printed), language, tame=True)

    def fill(self, sender: Sender, after: str = "") -> str:
        """The part with its blanks filled, printable throughout.

        Args:
            sender: who fills them.
            after: printable words that follow it.

        Raises:
            BlanksLeft: a blank cannot be filled; all of them are named at once.
        """
        parts = [*self._parts, after]
        for place, own in self._own:
            parts[place] = own(sender) or self._refuse(sender)
        filled = "".join(parts)
        return filled if self.tame else printable_lines(filled)

    def refuse_missing(self, sender: Sender) -> None:
        """Raise BlanksLeft where a sender leaves blanks, with all of them."""
        names = zip(self.text.blanks, self._own, strict=True)
        missing = dict.fromkeys(name for name, (_, own) in names if not own(sender))
        refuse_if(map(blank_left, missing), BlanksLeft)

    def _refuse(self, sender: Sender) -> str:
        self.refuse_missing(sender)
        return ""
