"""A part of a letter, ready but for what is the sender's own."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NoReturn

import attrs

from urgent_actions.errors import BlanksLeft
from urgent_actions.letters.compiled_text import CompiledText, begins_with_stop, blank_left, without_stop
from urgent_actions.sender import Sender
from urgent_actions.values.bidi import isolated
from urgent_actions.values.language import Language
from urgent_actions.values.printable import printable_lines

Own = Callable[[Sender], str | None]
"""What a sender fills a blank with: printable, as all that a sender signs with is."""

Change = Callable[[str], str]
"""What becomes of a value before it stands in a blank."""

_OWN: dict[str, Own] = {
    "own_words": attrgetter("own_words"),
    "sender_name": attrgetter("name"),
    "sender_address": attrgetter("address"),
}


def _own(name: str, language: Language, changes: Sequence[Change]) -> Own:
    if name == "sender_country":
        return _country_in(language, changes)
    own = _OWN.get(name, _nothing)
    return _changed(own, changes) if changes else own


def _nothing(_: Sender) -> None:
    return None


def _changed(own: Own, changes: Sequence[Change]) -> Own:
    def changed(sender: Sender) -> str | None:
        value = own(sender)
        return value and _change(value, changes)

    return changed


def _country_in(language: Language, changes: Sequence[Change]) -> Own:
    known: dict[str, str] = {}

    def country(sender: Sender) -> str:
        try:
            return known[sender.country.code]
        except KeyError:
            name = _change(sender.country.name_in_sentence(language), changes)
            return known.setdefault(sender.country.code, name)

    return country


def _change(value: str, changes: Iterable[Change]) -> str:
    for change in changes:
        value = change(value)
    return value


def _isolated(name: str) -> str:
    return isolated(name, right_to_left=True)


@attrs.frozen
class Passage:
    """Words, and blanks that each sender fills.

    Args:
        text: the words and the blanks.
        language: of the words.
        tame: whether the words hold nothing that has to be seen together with what fills the blanks, such as the start
            of a text direction; then it is enough that each value is printable by itself.
        write: how values are written, where the words are in a notation; None where they are as they are read.
    """

    text: CompiledText
    language: Language
    tame: bool
    write: Change | None = attrs.field(default=None, eq=False)
    _parts: list[str] = attrs.field(init=False, repr=False, eq=False)
    _own: tuple[tuple[int, Own], ...] = attrs.field(init=False, repr=False, eq=False)

    @_parts.default
    def _as_parts(self) -> list[str]:
        """The words with a place for a value between each two."""
        return [part for word in self.text.words for part in (word, "")][:-1]

    @_own.default
    def _as_own(self) -> tuple[tuple[int, Own], ...]:
        """What fills each blank, with its place among the parts."""
        pairs = zip(self.text.blanks, self.text.words[1:], strict=True)
        own = (_own(name, self.language, tuple(self._changes(name, after))) for name, after in pairs)
        return tuple(zip(range(1, 2 * len(self.text.blanks), 2), own, strict=True))

    def _changes(self, name: str, after: str) -> Iterator[Change]:
        """A name is set apart from words of another direction, and no full stop follows another."""
        if begins_with_stop(after):
            yield without_stop
        if name == "sender_name" and self.language.right_to_left:
            yield _isolated
        if self.write:
            yield self.write

    @classmethod
    def of(cls, text: CompiledText, language: Language) -> "Passage":
        """A part in a language; what nobody can see in its words is shown."""
        printed = tuple(map(printable_lines, text.words))
        if text.blanks and printed != text.words:
            return cls(text, language, tame=False)
        return cls(attrs.evolve(text, words=printed), language, tame=True)

    def written(self, write: Change) -> "Passage":
        """The same in another notation, which the words are written in once; it has to be a tame one.

        Args:
            write: writes in that notation, piece by piece: `write(a) + write(b)` is `write(a + b)`.
        """
        return attrs.evolve(self, text=attrs.evolve(self.text, words=tuple(map(write, self.text.words))), write=write)

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
        for _, own in self._own:
            if not own(sender):
                self._refuse(sender)

    def _refuse(self, sender: Sender) -> NoReturn:
        own = zip(self.text.blanks, self._own, strict=True)
        missing = dict.fromkeys(name for name, (_, value) in own if not value(sender))
        raise BlanksLeft(*map(blank_left, missing))
