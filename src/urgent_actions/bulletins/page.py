"""A published text as it is read: every character at its place, blanks of every sort as one blank, cut into lines."""

import re
from bisect import bisect_right
from functools import cached_property

import attrs

from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.wording import Folded, Vocabulary, Wording, folded
from urgent_actions.errors import Problem, UnreadableBulletin

LONGEST_LINE = 20_000
"""Characters of a line that is looked at; a longer one is kept unread. Whole bulletins on one line stay below it."""

MOST_LINES = 5_000
"""Lines that are looked at; the longest published bulletins have a few hundred."""

LONGEST_TEXT = 1_000_000
"""Characters in which a line that is looked at begins; the longest published bulletins have some twenty thousand."""

_BREAKS = "\r\n\v\f\x85\u2028\u2029"
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_QUOTE = re.compile(r"(?:[ ]?>){1,9}[ ]?")
_FEWEST_QUOTED = 5
"""Lines with the mark of a quotation that make a quoted message; fewer may be bullets."""

_ODD = re.compile(r"[\t\u00a0\u1680\u180e\u2000-\u200b\u202f\u205f\u3000\ufeff]")
_BLANK = re.compile(
    r"[\t\u00a0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000]"
    r"|(?<![\w@.\u200b\ufeff])[\u200b\ufeff]+|[\u200b\ufeff]+(?![\w@.\u200b\ufeff])"
)
"""Blanks of another sort; one without width only beside a blank or a sign: within a word it would cut that in two."""


@attrs.frozen(eq=False, slots=False)
class Page:
    """A text that can be looked at, with the places of its lines.

    Of a text that is longer than any bulletin the beginning is looked at, and the rest is kept as it stands: so a text
    of any length takes time in proportion to it, and little of that.

    Raises:
        UnreadableBulletin: the text is empty, or no text at all.
    """

    text: str = attrs.field(repr=False)

    def __attrs_post_init__(self) -> None:
        binary = _BINARY.search(self.text)
        if binary:
            what = f"character U+{ord(binary[0]):04X} at position {binary.start() + 1} is in no text"
            raise UnreadableBulletin(
                Problem(
                    "not-text", what, way_out="give the text of the bulletin, not the file of a program or an image"
                )
            )
        if not self.plain or self.plain.isspace():
            raise UnreadableBulletin(Problem("empty-text", "the text is empty", way_out="give the text of a bulletin"))

    @cached_property
    def plain(self) -> str:
        """The text with a plain blank for each blank of another sort and for the marks of a quotation.

        Every character keeps its place.
        """
        plain, parts, end = self._with_quotes, [], 0
        for quote in self.quotes:
            parts += [plain[end : quote.start], " " * len(quote)]
            end = quote.end
        return "".join([*parts, plain[end:]]) if parts else plain

    @cached_property
    def quotes(self) -> list[Piece]:
        """The marks before the lines of a message that another one quotes, where most lines have one: `> `."""
        if self._with_quotes.count(">") < _FEWEST_QUOTED:
            return []
        lines = self._lines_of(self._with_quotes)
        marks = [line.of(found) for line in lines if (found := _QUOTE.match(str(line)))]
        filled = sum(bool(line) for line in lines)
        return marks if len(marks) >= _FEWEST_QUOTED and len(marks) > filled / 2 else []

    @cached_property
    def _with_quotes(self) -> str:
        text = self.text
        return _BLANK.sub(lambda blanks: " " * len(blanks[0]), text) if _ODD.search(text) else text

    @cached_property
    def starts(self) -> list[int]:
        """Where each line starts that is looked at; behind them the first one that no longer is, if there is one."""
        starts = [0]
        for found in _BREAK.finditer(self.text):
            starts.append(found.end())
            if len(starts) > MOST_LINES or found.end() > LONGEST_TEXT:
                break
        return starts

    @cached_property
    def rest(self) -> Piece | None:
        """What stands behind the lines that are looked at; None where only blanks do."""
        rest = Piece(self.plain, self.starts[-1], len(self.plain))
        return rest if self._has_rest and str(rest).strip() else None

    @property
    def _has_rest(self) -> bool:
        return len(self.starts) > MOST_LINES or self.starts[-1] > LONGEST_TEXT

    @cached_property
    def lines(self) -> list[Piece]:
        """Every line without its break, the empty ones too, but for the rest."""
        return self._lines_of(self.plain)

    def _lines_of(self, plain: str) -> list[Piece]:
        ends = self.starts[1:] if self._has_rest else [*self.starts[1:], len(self.text)]
        whole = [Piece(plain, start, end) for start, end in zip(self.starts, ends, strict=False)]
        return [line.part(0, len(str(line).rstrip(_BREAKS))) for line in whole]

    @cached_property
    def readable(self) -> list[str]:
        """The texts of the lines that hold anything and are looked at, in order."""
        return [str(line) for line in self.lines if 0 < len(line) <= LONGEST_LINE]

    def has(self, wording: Wording) -> bool:
        """Whether a line has a wording."""
        return wording.may_stand_in(self._folded) and any(map(wording.search, self.readable))

    def numbers_of(self, vocabulary: Vocabulary) -> list[int]:
        """The numbers of the wordings of a vocabulary that a line has, in order."""
        return [number for number, wording in self.may_have(vocabulary) if any(map(wording.search, self.readable))]

    def may_have(self, vocabulary: Vocabulary) -> list[tuple[int, Wording]]:
        """The wordings of a vocabulary whose words stand in it, each with its number, in order."""
        return vocabulary.standing_in(self._folded)

    @cached_property
    def _folded(self) -> Folded:
        return Folded.joined(map(folded, self.readable))

    def place(self, position: int) -> tuple[int, int]:
        """Line and column of a character, both counted from 1."""
        line = bisect_right(self.starts, position)
        return line, position - self.starts[line - 1] + 1
