"""A model letter cut at its blanks once, so that each letter is only a join."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import attrs

from urgent_actions.errors import BlanksLeft, Problem
from urgent_actions.letter_template import split_blanks

_BRACKETS = re.compile(r"\[[^\[\]\n]{1,80}\]")


@attrs.frozen
class CompiledText:
    """The words between the blanks, and the blanks between the words, in turn."""

    words: tuple[str, ...]
    blanks: tuple[str, ...]

    def fill(self, values: Mapping[str, str | None]) -> str:
        """The text with every blank filled.

        Raises:
            BlanksLeft: a blank has no value; all such blanks are named at once.
        """
        missing = tuple(dict.fromkeys(name for name in self.blanks if not values.get(name)))
        if missing:
            raise BlanksLeft(*map(_left, missing))
        filled = (values[name] or "" for name in self.blanks)
        return "".join(part for pair in zip(self.words, (*filled, ""), strict=True) for part in pair)


@lru_cache(maxsize=1024)
def compiled(text: str) -> CompiledText:
    """Cut a template's text at its blanks; a printed `[date]` is a blank too, named by its brackets."""
    words, blanks = [""], []
    for part, is_blank in _pieces(text):
        if is_blank:
            blanks.append(part)
            words.append("")
        else:
            words[-1] += part
    return CompiledText(tuple(words), tuple(blanks))


def _pieces(text: str) -> Iterable[tuple[str, bool]]:
    for part, is_blank in split_blanks(text):
        yield from [(part, True)] if is_blank else _with_brackets(part)


def _with_brackets(text: str) -> Iterator[tuple[str, bool]]:
    """A bracket that a publisher left for the supporter to fill must not leave as it is."""
    end = 0
    for found in _BRACKETS.finditer(text):
        yield text[end : found.start()], False
        yield found[0], True
        end = found.end()
    yield text[end:], False


def _left(name: str) -> Problem:
    given = name if name.startswith("[") else f"{{{name}}}"
    way_out = _WAYS.get(name, f"give it with fill={{{name!r}: '...'}}")
    return Problem("blank-left", f"nothing fills {given}", where=name, way_out=way_out)


_WAYS = {
    "sender_name": "give the sender a name",
    "sender_address": "give the sender an address",
    "own_words": "give it with fill={'own_words': '...'}",
    "target_name": "the target has no name: take a template without it",
    "target_office": "the target has no office: take a template without it",
    "country": "the case has no country: take a template without it",
    "subjects": "the case has no subjects: take a template without it",
}
