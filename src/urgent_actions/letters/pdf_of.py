"""Printed letters as one PDF file, set by Typst; each begins on a new page."""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from urgent_actions.errors import InvalidValue, Problem, missing_extra, refuse_if
from urgent_actions.letters.printed_letter import PrintedLetter, directions_of, pile_of
from urgent_actions.letters.typefaces import Typeface, typefaces_for
from urgent_actions.values.data_table import data_text
from urgent_actions.values.language import Language

_DRAWN_BY_THE_LAYOUT = "·/0123456789"
_BROKEN_BY_TYPST = (
    r"\u0900-\u109f\u1780-\u17ff\u2e80-\uffef"  # of India, of Thailand to Cambodia, and of China to Korea
)
_LONG_WORD = re.compile(rf"[^\s{_BROKEN_BY_TYPST}]{{31,}}")
_PIECE = re.compile(r".{1,30}[\u0300-\u036f\u064b-\u0670]*")
_ZERO_WIDTH_SPACE = "\u200b"


def pdf_of(letters: PrintedLetter | Iterable[PrintedLetter]) -> bytes:
    """Set letters as a PDF file, ready to be printed, signed and folded.

    The same letters give the same bytes, with the same versions of Typst and of the fonts. What letters say is data to
    Typst and never its markup.

    Args:
        letters: one or more, each on its own paper and in its own language.

    Raises:
        InvalidValue: there is no letter, or something else than one, an address does not fit in the window, or no
            installed typeface draws some characters; the problems of all letters at once.
        MissingExtra: the extra `pdf` is not installed.
    """
    pile = pile_of(letters)
    faces = _faces_of(pile)
    folders = sorted({face.folder for each in faces for face in each})
    data = [_as_data(letter, names) for letter, names in zip(pile, faces, strict=True)]
    return _typeset([{"where": f"letters[{number}]", **each} for number, each in enumerate(data)], folders)


def _faces_of(pile: tuple[PrintedLetter, ...]) -> list[tuple[Typeface, ...]]:
    faces: list[tuple[Typeface, ...]] = []
    problems: list[Problem] = []
    for number, letter in enumerate(pile):
        try:
            faces.append(typefaces_for(letter.text + _DRAWN_BY_THE_LAYOUT, letter.language))
        except InvalidValue as error:
            problems += [problem.below(f"letters[{number}]") for problem in error.problems]
    refuse_if(problems)
    return faces


def _typeset(letters: list[dict[str, Any]], folders: list[str]) -> bytes:
    try:
        import typst
    except ModuleNotFoundError:
        raise missing_extra("pdf", "printing a letter") from None
    data = json.dumps(letters, ensure_ascii=False)
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[*folders])
    try:
        return typst.compile(
            data_text("letter.typ").encode(), font_paths=fonts, format="pdf", sys_inputs={"letters": data}
        )
    except RuntimeError as error:
        raise _told(error) from error


def _told(error: RuntimeError) -> Exception:
    """What the layout refuses, in our words; anything else is a fault of ours and stays as it is."""
    refused = re.search(r"too-many-lines at (letters\[\d+\])", str(error))
    if refused is None:
        return error
    what = "an address does not fit in the window of an envelope, even in small print"
    return InvalidValue(Problem("too-many-lines", what, where=refused[1], way_out="give fewer or shorter lines"))


def _as_data(letter: PrintedLetter, faces: Sequence[Typeface]) -> dict[str, Any]:
    """A letter as the layout `data/letter.typ` reads it."""
    code, *finer = letter.language.tag.split("-")
    return {
        "case": str(letter.case),
        "lang": code,
        "region": next((part for part in finer if len(part) == 2), None),
        "rtl": letter.language.right_to_left,
        "fonts": [face.name for face in faces],
        "scale": faces[0].scale,
        "sheet": letter.paper.measures,
        "sender": _lines(letter.sender, letter.language),
        "addressee": _lines(letter.addressee, letter.language),
        "day": _breakable(letter.day),
        "subject": _breakable(letter.subject),
        "opening": _breakable(letter.opening),
        "paragraphs": [list(map(_breakable, lines)) for lines in letter.paragraphs],
        "closing": list(map(_breakable, letter.closing.splitlines())),
        "name": _breakable(letter.name),
    }


def _lines(lines: tuple[str, ...], language: Language) -> list[dict[str, Any]]:
    return [
        {"text": _breakable(line), "rtl": rtl} for line, rtl in zip(lines, directions_of(lines, language), strict=True)
    ]


def _breakable(text: str) -> str:
    """The text with places to break inside words that are longer than a line may be, such as links."""
    return _LONG_WORD.sub(lambda word: _ZERO_WIDTH_SPACE.join(_PIECE.findall(word[0])), text)
