"""A model letter cut at its blanks once, so that each letter is only a join."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import attrs

from urgent_actions.errors import Problem
from urgent_actions.letter_template import split_blanks
from urgent_actions.letters.advice_words import words_of_quotations
from urgent_actions.letters.folded_text import FoldedText

BRACKETS = re.compile(r"\[[^\[\]\n]{1,80}\]")
"""What a publisher may have left for the supporter to fill."""


@attrs.frozen
class CompiledText:
    """The words between the blanks, and the blanks between the words, in turn."""

    words: tuple[str, ...]
    blanks: tuple[str, ...]

    def bound(self, values: "Mapping[str, str | CompiledText | None]") -> "CompiledText":
        """The text with the blanks filled that have a value, which may have blanks itself, and the others left."""
        parts = [CompiledText(self.words[:1], ())]
        for name, after in zip(self.blanks, self.words[1:], strict=True):
            value = values.get(name) or CompiledText(("", ""), (name,))
            if isinstance(value, str):
                value = CompiledText((without_stop(value) if begins_with_stop(after) else value,), ())
            parts += [value, CompiledText((after,), ())]
        return joined(parts)

    def paragraphs(self) -> Iterator["CompiledText"]:
        """The text cut where its words have a blank line."""
        words, blanks = list[str](), list[str]()
        for word, blank in zip(self.words, (*self.blanks, None), strict=True):
            first, *others = word.split("\n\n")
            words.append(first)
            for other in others:
                yield CompiledText(tuple(words), tuple(blanks))
                words, blanks = [other], []
            blanks += [blank] if blank else []
        yield CompiledText(tuple(words), tuple(blanks))


def joined(texts: Iterable[CompiledText]) -> CompiledText:
    """Several texts as one."""
    words, blanks = [""], list[str]()
    for text in texts:
        words[-1] += text.words[0]
        words += text.words[1:]
        blanks += text.blanks
    return CompiledText(tuple(words), tuple(blanks))


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
    for found in printed_blanks(text):
        yield text[end : found.start()], False
        yield found[0], True
        end = found.end()
    yield text[end:], False


def printed_blanks(text: str) -> Iterator[re.Match[str]]:
    """The brackets that ask to be filled; `[sic]`, `[2019]` and `[...]` belong to a quotation.

    >>> [found[0] for found in printed_blanks("On [date] he wrote [sic] to them [...].")]
    ['[date]']
    """
    for found in BRACKETS.finditer(text):
        if any(map(str.isalpha, found[0])) and not words_of_quotations().issuperset(FoldedText(found[0]).words):
            yield found


def begins_with_stop(words: str) -> bool:
    """Whether words that follow a blank begin with a full stop, and not with an ellipsis."""
    return words.startswith(".") and not words.startswith("..")


def without_stop(value: str) -> str:
    """What fills a blank before a full stop: `A. E.` or `2020 г.` has one already, and no language writes two."""
    return value.removesuffix(".") or value


def blank_left(name: str) -> Problem:
    """That nothing fills a blank, and what would."""
    given = name if name.startswith("[") else f"{{{name}}}"
    way_out = _WAYS.get(name, f"give it with fill={{{name!r}: '...'}}")
    return Problem("blank-left", f"nothing fills {given}", where=name, way_out=way_out)


_WAYS = {
    "sender_name": "give the sender a name",
    "sender_address": "give the sender an address",
    "own_words": "give the sender own_words",
    "target_name": "the target has no name: take a template without it",
    "target_office": "the target has no office: take a template without it",
    "country": "the case has no country: take a template without it",
    "subjects": "the case has no subjects: take a template without it",
}
