"""The letter of a page without a layout; what it leaves to the sender to fill stays a blank that must be filled."""

import re
from collections.abc import Sequence

import attrs

from urgent_actions.bulletins.conclusions import tell_other_letters
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.letter_translations import may_join
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.piece import Piece, hull
from urgent_actions.bulletins.sheet import Sheet, is_greeting
from urgent_actions.bulletins.stock import known_language_of, language_of, whole
from urgent_actions.letter_template import BLANKS, LetterTemplate, TemplateText, literal
from urgent_actions.values.folding import fold

_FILL_IN = re.compile(r"\[(?P<words>[^\[\]\n]{2,80})\]|_{4,80}")
_QUOTED = re.compile(r"[\"“„«].{10,4000}[\"”“»]\Z", re.DOTALL)
_OWN = {"date": "date", "name": "sender_name", "your name": "sender_name", "country": "sender_country"}


@attrs.frozen(eq=False)
class _Letter:
    """The lines of a letter, sorted."""

    opening: Piece | None
    body: Sequence[Line]
    closing: Piece | None

    @classmethod
    def of(cls, lines: Sequence[Line], opening: Piece | None) -> "_Letter":
        """A letter without its opening, in lines."""
        closing = next((line.words for line in lines[-3:] if whole("closing").match(str(line))), None)
        return cls(opening, [line for line in lines if line.words is not closing], closing)

    @property
    def words(self) -> str:
        """Its paragraphs, set off by blank lines."""
        return "".join(("\n\n" if line.new else "\n") + str(line) for line in self.body).strip()

    @property
    def blanks(self) -> set[str]:
        """The blanks that only the sender can fill."""
        parts = (self.words, str(self.opening or ""))
        return {_blank(match) for part in parts for match in _FILL_IN.finditer(part)} - set(BLANKS)

    def text(self, language: str) -> TemplateText:
        """Its text in a language."""
        named = (("opening", self.opening), ("closing", self.closing))
        return TemplateText(
            language, _with_blanks(self.words), **{name: _with_blanks(str(piece)) for name, piece in named if piece}
        )

    def claim(self, ledger: Ledger, number: int = 0) -> None:
        """Note where its parts stood."""
        path = f"letter.texts[{number}]"
        ledger.claim(f"{path}.opening", [self.opening] if self.opening else [])
        ledger.claim(f"{path}.body", [line.words for line in self.body])
        ledger.claim(f"{path}.closing", [self.closing] if self.closing else [])


def letter_of(sheet: Sheet, spoken: Sequence[Line], ledger: Ledger) -> LetterTemplate | None:
    """The first letter of a page with its translations, or the message between quotation marks given instead.

    Args:
        sheet: the page.
        spoken: the prose below the heading of a letter.
        ledger: where the places are noted.
    """
    if sheet.letters:
        first, *others = map(_greeted, sheet.letters)
        return _with_translations(_template(first, ledger), others, ledger)
    quoted = [line for line in spoken if _QUOTED.match(str(line))]
    return _template(_Letter.of(quoted, None), ledger) if quoted else None


def _greeted(lines: Sequence[Line]) -> _Letter:
    greetings = [line for line in lines if line is lines[0] or is_greeting(line)]
    return _Letter.of([line for line in lines if line not in greetings], hull(line.words for line in greetings))


def _template(letter: _Letter, ledger: Ledger) -> LetterTemplate | None:
    if not letter.words:
        return None
    letter.claim(ledger)
    return LetterTemplate(letter.text(language_of([letter.words])), extra=letter.blanks)


def _with_translations(
    template: LetterTemplate | None, others: Sequence[_Letter], ledger: Ledger
) -> LetterTemplate | None:
    """The letter with those behind it that say the same in other languages; of another one it is told."""
    left = []
    for letter in others:
        language = known_language_of(letter.words)
        text = letter.text(language) if language and letter.words else None
        if template and text and may_join(template, text):
            letter.claim(ledger, len(template.texts))
            extra = template.extra | letter.blanks
            template = attrs.evolve(template, texts=(*template.texts, text), extra=extra)
        else:
            left += [letter.opening or letter.body[0].words]
    for opening in left[:1]:
        tell_other_letters(opening, ledger)
    return template


def _with_blanks(text: str) -> str:
    """The words with a blank for each place that the sender fills, every other brace a plain one."""
    parts, end = [], 0
    for match in _FILL_IN.finditer(text):
        parts += [literal(text[end : match.start()]), f"{{{_blank(match)}}}"]
        end = match.end()
    return "".join([*parts, literal(text[end:])])


def _blank(match: re.Match[str]) -> str:
    """The name of a blank: one that a letter fills by itself, or the words in the brackets."""
    words = fold(match["words"] or "").removeprefix("insert ").removeprefix("the ")
    if words in _OWN:
        return _OWN[words]
    name = re.sub(r"[^a-z0-9]+", "_", words.encode("ascii", "ignore").decode()).strip("_")
    return name if name[:1].isalpha() and name not in BLANKS else f"to_fill_{name}".rstrip("_")
