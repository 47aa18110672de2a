"""The headings of a form's sections: which section a line opens, and where a line was run together from several."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import attrs

from urgent_actions.bulletins.patterns import loose
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Vocabulary, Wording

_BEFORE = r"(?:(?<=[.:;,)”\"\]][ ])|(?<=[.:;)”\"\]])|(?<=\d[ ]))"
_BEHIND_LABEL = r"[ ]{0,2}(?:\([^()\n]{0,60}\))?[ ]{0,3}(?::|\Z)[ ]{0,3}"


@attrs.frozen(eq=False)
class FormLabel:
    """How a section opens.

    Args:
        name: the section.
        is_label: whether the words only name what follows; otherwise they are read with the section.
        is_line: whether the section ends with its line, or with the next one where nothing stands behind the label.
        is_kept: whether the label is part of what the section says.
        at_start: the words at the start of a line, as the source of a pattern.
        loud: the same in capitals, where no colon is needed; empty for a label that is never so.
        inline: the words within a line, or None where they only ever open one.
    """

    name: str
    is_label: bool
    is_line: bool
    is_kept: bool
    at_start: str
    loud: str
    inline: Wording | None


@cache
def form_labels() -> tuple[FormLabel, ...]:
    """All of them, in the order in which they are tried."""
    return tuple(_label(entry) for entry in word_list("form")["sections"])


def _label(entry: dict[str, object]) -> FormLabel:
    patterns = entry["patterns"] if isinstance(entry["patterns"], list) else []
    forms = "|".join(map(loose, patterns))
    is_label = bool(entry.get("label"))
    behind = _BEHIND_LABEL if is_label else r"(?!\w)"
    before = r"(?:\A|(?<=[ ]))" if entry.get("anywhere") else _BEFORE
    return FormLabel(
        str(entry["name"]),
        is_label,
        bool(entry.get("line")),
        bool(entry.get("keep")),
        rf"(?:{forms}){behind}",
        _loud(patterns) if is_label else "",
        Wording.of(rf"{before}(?P<label>{forms})(?!\w)", re.IGNORECASE) if entry.get("inline") else None,
    )


def label_at(text: str) -> tuple[FormLabel | None, int]:
    """The label with which a line begins, and where it ends."""
    found = _quiet_label().match(text) or _loud_label().match(text)
    if not found or not found.lastgroup:
        return None, 0
    return form_labels()[int(found.lastgroup.removeprefix("label_"))], found.end()


@cache
def _quiet_label() -> re.Pattern[str]:
    """Any label at the start of a line; the name of the group that is closed last has its number."""
    return re.compile(_one_of([label.at_start for label in form_labels()]), re.IGNORECASE)


@cache
def _loud_label() -> re.Pattern[str]:
    """The same in capitals: such a heading needs no colon, where the text goes on behind it in another case."""
    return re.compile(_one_of([label.loud for label in form_labels()]))


def _one_of(sources: Sequence[str]) -> str:
    numbered = (f"(?P<label_{number}>{source})" for number, source in enumerate(sources) if source)
    return rf"[ ]{{0,5}}(?:{'|'.join(numbered)})"


def _loud(names: Iterable[str]) -> str:
    forms = "|".join(loose(_in_capitals(name)) for name in names if " " in name)
    return rf"(?:{forms})(?![\w:’'])(?=[ ]{{1,3}}\S)[ ]{{0,3}}" if forms else ""


def _in_capitals(pattern: str) -> str:
    """A pattern for its words in capitals: every letter but those of escapes."""
    return re.sub(r"(?<!\\)[a-z]", lambda letter: letter[0].upper(), pattern)


def sections_within(text: str) -> Iterator[int]:
    """Where within a line a section opens that may stand in a text that was run together."""
    for _, wording in _within().standing_in(text):
        yield from (found.start("label") for found in wording.compiled.finditer(text))


@cache
def _within() -> Vocabulary:
    inline = (label.inline for label in form_labels() if label.inline is not None)
    return Vocabulary.of([*inline, *(_loud_within(label.loud) for label in form_labels() if label.loud)])


def _loud_within(source: str) -> Wording:
    return Wording.of(rf"(?<![A-Z])[ ]{{1,3}}(?P<label>{source})")
