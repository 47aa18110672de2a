"""The headings of a form's sections: which section a line opens, and where a line was run together from several."""

import re
from collections.abc import Iterator
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
        pattern: the words at the start of a line.
        inline: the same within a line, or None where they only ever open one.
    """

    name: str
    is_label: bool
    is_line: bool
    is_kept: bool
    pattern: re.Pattern[str]
    inline: Wording | None


@cache
def form_labels() -> tuple[FormLabel, ...]:
    """All of them, in the order in which they are tried."""
    return tuple(_label(entry) for entry in word_list("form")["sections"])


def _label(entry: dict[str, object]) -> FormLabel:
    patterns = entry["patterns"]
    forms = "|".join(map(loose, patterns if isinstance(patterns, list) else []))
    is_label = bool(entry.get("label"))
    behind = _BEHIND_LABEL if is_label else r"(?!\w)"
    before = r"(?:\A|(?<=[ ]))" if entry.get("anywhere") else _BEFORE
    return FormLabel(
        str(entry["name"]),
        is_label,
        bool(entry.get("line")),
        bool(entry.get("keep")),
        re.compile(rf"[ ]{{0,5}}(?:{forms}){behind}", re.IGNORECASE),
        Wording.of(rf"{before}(?P<label>{forms})(?!\w)", re.IGNORECASE) if entry.get("inline") else None,
    )


def label_at(text: str) -> tuple[FormLabel | None, int]:
    """The label with which a line begins, and where it ends."""
    for label in form_labels():
        found = label.pattern.match(text)
        if found:
            return label, found.end()
    # a heading in capitals needs no colon, where the text goes on behind it in another case
    for label in form_labels():
        found = _loud(label).match(text) if label.is_label else None
        if found:
            return label, found.end()
    return None, 0


@cache
def _loud(label: FormLabel) -> re.Pattern[str]:
    names = next(entry["patterns"] for entry in word_list("form")["sections"] if _label_names(entry) == label.name)
    forms = "|".join(loose(_in_capitals(name)) for name in names if " " in name)
    return re.compile(rf"[ ]{{0,5}}(?:{forms or '(?!)'})(?![\w:’'])(?=[ ]{{1,3}}\S)[ ]{{0,3}}")


def _label_names(entry: dict[str, object]) -> str:
    return str(entry["name"]) if entry.get("label") else ""


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
    return Vocabulary.of([*inline, *(_loud_within(label) for label in form_labels() if label.is_label)])


def _loud_within(label: FormLabel) -> Wording:
    return Wording.of(rf"(?<![A-Z])[ ]{{1,3}}(?P<label>{_loud(label).pattern.removeprefix('[ ]{0,5}')})")
