"""The fields of a bulletin in a language other than English: a label, a word in brackets, and lines."""

import re
from collections.abc import Iterator
from functools import cache

import attrs

from urgent_actions.bulletins.page import LONGEST_LINE, Page
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.translated_words import TRANSLATIONS, fields_by_label, heading_of, label_of

_LABEL = re.compile(r"(?:\d{1,2}\.[ ])?(?P<label>[^:()\n]{1,60}?)[ ]{0,3}(?:\((?P<said>[^:\n]{1,200}?)\))?[ ]{0,3}:")
ROUND = " \u200e\u200f\u061c\u2066\u2067\u2068\u2069"
"""Blanks, and the marks that set text of one direction off from text of the other: no part of any value."""

_LONG = frozenset({"summary", "demands", "letter_body", "remark"})
"""The fields that may have several paragraphs; any other ends at a blank line."""

LIKENESS = 60
"""How much heading and number count together: no other family has them."""


@attrs.frozen(eq=False)
class Field:
    """One field of a page.

    Args:
        name: which one, or the kind of an address.
        label: its label with the colon.
        said: what stands in brackets behind the label; empty where nothing does.
        lines: the lines of its value; an empty one between two paragraphs.
        page: the page on which it stands.
    """

    name: str
    label: Piece
    said: str = attrs.field(kw_only=True)
    lines: list[Piece] = attrs.field(kw_only=True)
    page: Page = attrs.field(kw_only=True)

    @property
    def text(self) -> str:
        """The value with its line breaks, as it stands on the page, blanks of every sort included."""
        return "\n".join(self.page.text[line.start : line.end] for line in self.lines).strip("\n")

    @property
    def line(self) -> str:
        """The value on one line."""
        return " ".join(self.text.split("\n"))

    @property
    def pieces(self) -> list[Piece]:
        """Where the value stands."""
        return [line for line in self.lines if line]


def language_of_labels(page: Page) -> str | None:
    """The tag of the language whose heading and whose label of the number a page has."""
    tags = [tag for tag in TRANSLATIONS if heading_of(tag) in page.plain and label_of(tag, "reference") in page.plain]
    if not tags:
        return None
    lines = {str(line.stripped(ROUND)) for line in page.lines if 0 < len(line) <= LONGEST_LINE}
    tags = [tag for tag in tags if heading_of(tag) in lines]
    return next((tag for tag in tags if any(_number(tag).match(line) for line in lines)), None)


@cache
def _number(tag: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(label_of(tag, 'reference'))}[ ]{{0,3}}:[^\w\n]{{0,6}}\w", re.IGNORECASE)


def translated_fields(page: Page, tag: str) -> tuple[list[Piece], list[Field]]:
    """The lines before the first field, and the fields in order; a line too long for any bulletin is left out."""
    before: list[Piece] = []
    fields: list[Field] = []
    for line in page.lines:
        if len(line) > LONGEST_LINE:
            continue
        words = line.stripped(ROUND)
        opened = next(_opened(words, tag, page), None)
        if opened is not None:
            fields.append(opened)
        elif not fields:
            before.append(words)
        elif _goes_on(fields[-1], words):
            fields[-1].lines.append(words)
    return before, fields


def _goes_on(field: Field, words: Piece) -> bool:
    """Whether a line without a label is part of the field above; else it stays unread."""
    if field.name in _LONG:
        return True
    if field.name == "reference" or not field.lines:
        return bool(words) and not field.lines
    return bool(field.lines[-1])


def _opened(words: Piece, tag: str, page: Page) -> Iterator[Field]:
    """The field that a line opens, if it opens one."""
    label = _LABEL.match(str(words))
    name = fields_by_label(tag).get(label["label"].casefold()) if label else None
    if label is not None and name is not None:
        rest = words.part(label.end()).stripped(ROUND)
        said = (label["said"] or "").strip(ROUND)
        yield Field(name, words.of(label), said=said, lines=[rest] if rest else [], page=page)
