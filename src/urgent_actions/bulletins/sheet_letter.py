"""The letter of a page without a layout; what it leaves to the sender to fill stays a blank that must be filled."""

import re
from collections.abc import Sequence

from urgent_actions.bulletins.conclusions import tell_other_letters
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.piece import Piece, hull
from urgent_actions.bulletins.sheet import Sheet, is_greeting
from urgent_actions.bulletins.stock import language_of, whole
from urgent_actions.letter_template import BLANKS, LetterTemplate, TemplateText, literal
from urgent_actions.values.folding import fold

_FILL_IN = re.compile(r"\[(?P<words>[^\[\]\n]{2,80})\]|_{4,80}")
_QUOTED = re.compile(r"[\"“„«].{10,4000}[\"”“»]\Z", re.DOTALL)
_OWN = {"date": "date", "name": "sender_name", "your name": "sender_name", "country": "sender_country"}


def letter_of(sheet: Sheet, spoken: Sequence[Line], ledger: Ledger) -> LetterTemplate | None:
    """The first letter of a page, or the message between quotation marks that it gives instead.

    Args:
        sheet: the page.
        spoken: the prose below the heading of a letter.
        ledger: where the places are noted.
    """
    if sheet.letters:
        lines = sheet.letters[0]
        for other in sheet.letters[1:2]:
            tell_other_letters(other[0].words, ledger)
        greetings = [line for line in lines if line is lines[0] or is_greeting(line)]
        body = [line for line in lines if line not in greetings]
        return _template(hull(line.words for line in greetings), body, ledger)
    quoted = [line for line in spoken if _QUOTED.match(str(line))]
    return _template(None, quoted, ledger) if quoted else None


def _template(opening: Piece | None, lines: Sequence[Line], ledger: Ledger) -> LetterTemplate | None:
    closing = next((line.words for line in lines[-3:] if whole("closing").match(str(line))), None)
    body = [line for line in lines if line.words is not closing]
    words = "".join(("\n\n" if line.new else "\n") + str(line) for line in body).strip()
    if not words:
        return None
    path = "letter.texts[0]"
    ledger.claim(f"{path}.opening", [opening] if opening else [])
    ledger.claim(f"{path}.body", [line.words for line in body])
    ledger.claim(f"{path}.closing", [closing] if closing else [])
    parts = {name: _with_blanks(str(piece)) for name, piece in (("opening", opening), ("closing", closing)) if piece}
    text = TemplateText(language_of([words]), _with_blanks(words), **parts)
    found = {_blank(match) for part in (words, str(opening or "")) for match in _FILL_IN.finditer(part)}
    return LetterTemplate([text], extra=found - set(BLANKS))


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
