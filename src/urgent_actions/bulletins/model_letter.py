"""The model letter of a page: how it opens, its paragraphs, how it closes."""

import re
from collections.abc import Sequence
from functools import cache

import attrs

from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.lexicon import capitalised
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.patterns import loose
from urgent_actions.bulletins.piece import Piece, hull
from urgent_actions.bulletins.sections import closing, is_opening
from urgent_actions.bulletins.stock import whole
from urgent_actions.bulletins.tokens import tokens_of
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.letter_template import LetterTemplate, TemplateText, literal

_OPENING_END = re.compile(r"[,:]")
_LONGEST_OPENING = 110


@attrs.define(eq=False)
class FoundLetter:
    """The parts of the letter, in pieces."""

    opening: Piece | None = None
    paragraphs: list[list[Piece]] = attrs.field(factory=list)
    closing: Piece | None = None

    @property
    def body(self) -> str:
        """The paragraphs, set off by blank lines."""
        return "\n\n".join("\n".join(str(line) for line in paragraph) for paragraph in self.paragraphs)

    def text(self, language: str) -> TemplateText | None:
        """The letter in a language, every brace in it a plain one; None where it has no text."""
        if not self.paragraphs:
            return None
        parts = {
            name: literal(str(piece)) for name, piece in (("opening", self.opening), ("closing", self.closing)) if piece
        }
        return TemplateText(language, literal(self.body), **parts)

    def template(self, language: str) -> LetterTemplate | None:
        """The letter as a template; None where it has no text."""
        text = self.text(language)
        return LetterTemplate(text) if text else None


def read_letter(lines: Sequence[Line]) -> FoundLetter:
    """Read the lines of the letter."""
    letter = FoundLetter()
    for line in lines:
        words, new = line.words, line.new
        if line.bullet is not None:
            words = hull([line.bullet, words])
        if letter.opening is None and not letter.paragraphs:
            words = _without_opening(letter, words)
            new = True
        if words:
            _add(letter, words, new=new)
    _take_closing(letter)
    return letter


def _without_opening(letter: FoundLetter, words: Piece) -> Piece:
    """What follows the opening on its line, where the line opens the letter."""
    text = str(words)
    end = _OPENING_END.search(text[:_LONGEST_OPENING])
    alone = end is not None and end.end() == len(text)
    if not (is_opening(text) or alone):
        return words
    stop = end.end() if end else len(text)
    if stop > _LONGEST_OPENING:
        return words
    letter.opening = words.part(0, stop)
    return words.part(stop).stripped(" ")


def _add(letter: FoundLetter, words: Piece, *, new: bool) -> None:
    if new or not letter.paragraphs:
        letter.paragraphs.append([words])
    else:
        letter.paragraphs[-1].append(words)


def _take_closing(letter: FoundLetter) -> None:
    """The last line, or the last words of it, where they close a letter."""
    if not letter.paragraphs:
        return
    line = letter.paragraphs[-1][-1]
    found = closing().fullmatch(str(line)) or whole("closing").match(str(line)) or _closing_at_end().search(str(line))
    if not found:
        return
    start = found.start("closing") if "closing" in found.groupdict() else found.start()
    letter.closing = line.part(start)
    rest = line.part(0, start).stripped(" ")
    letter.paragraphs[-1][-1:] = [rest] if rest else []
    if not letter.paragraphs[-1]:
        letter.paragraphs.pop()


@cache
def _closing_at_end() -> re.Pattern[str]:
    return re.compile(rf"[.!?][ ]{{1,3}}(?P<closing>{closing().pattern})\Z", re.IGNORECASE)


@cache
def _signature() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{'|'.join(map(loose, word_list('web_post')['closing']['signature']))})[ ,.]{{0,3}}", re.IGNORECASE
    )


def note_letter(letter: FoundLetter, after: Sequence[Line], ledger: Ledger, *, number: int = 0) -> None:
    """Note where the parts of the letter stood; blanks for the signature give form.

    `number` counts the languages in which the letter is given.
    """
    path = f"letter.texts[{number}]"
    ledger.claim(f"{path}.opening", [letter.opening] if letter.opening and letter.paragraphs else [])
    ledger.claim(f"{path}.body", [hull(paragraph) for paragraph in letter.paragraphs])
    ledger.claim(f"{path}.closing", [letter.closing] if letter.closing and letter.paragraphs else [])
    ledger.form(*(line.words for line in after if _signature().fullmatch(str(line))))


def surnames_in(opening: Piece | None) -> frozenset[str]:
    """The words of the opening that are part of a name: what is neither greeting, title nor office."""
    if opening is None:
        return frozenset()
    tokens, names, at = tokens_of([opening]), set(), 0
    while at < len(tokens):
        known = (
            capitalised("titles", tokens, at)
            or capitalised("offices", tokens, at)
            or capitalised("modifiers", tokens, at)
        )
        if not known and tokens[at].is_capitalised and tokens[at].key not in _GREETINGS:
            names.add(tokens[at].key)
        at += known or 1
    return frozenset(names)


_GREETINGS = frozenset(
    {"dear", "your", "mr", "excellency", "honor", "honour", "sir", "madam", "to", "respected", "esteemed"}
)
