"""One printed letter in a DOCX document: the frames that stand at their place, and the words that run below."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Any

from urgent_actions.letters.docx_paragraph import DocxParagraph, element
from urgent_actions.letters.printed_letter import PrintedLetter, directions_of

_POINTS_IN_A_MM = 72 / 25.4
_TWIPS_IN_A_MM = 20 * _POINTS_IN_A_MM
_LINE_HEIGHT = 1.2
_WIDTH_OF_A_LETTER = 0.52
_SIZES = (11.0, 10.0, 9.0, 8.0, 7.0)


def sheet_paragraphs(letter: PrintedLetter) -> Iterator[Any]:
    """The paragraphs of a letter, as elements: frames for what has its place on the first page, then the words."""
    paragraphs = (*_head(letter), *_words(letter))
    return (paragraph.element() for paragraph in paragraphs)


def set_page(section: Any, letter: PrintedLetter) -> None:
    """Give a section the paper and margins of a letter, and number its pages from the second on."""
    from docx.shared import Mm

    measures = letter.paper.measures
    section.page_width, section.page_height = Mm(measures["width"]), Mm(measures["height"])
    sides = ("left_margin", "top_margin", "right_margin", "bottom_margin")
    for side, margin in zip(sides, measures["margins"], strict=True):
        setattr(section, side, Mm(margin))
    section.different_first_page_header_footer = True
    section.first_page_footer.is_linked_to_previous = section.footer.is_linked_to_previous = False
    _number_pages(section)


def _number_pages(section: Any) -> None:
    """Begin again with 1, and show the number at the foot of all pages but the first."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn

    if section._sectPr.find(qn("w:pgNumType")) is None:
        section._sectPr.find(qn("w:cols")).addprevious(element("w:pgNumType", {"w:start": "1"}))
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot._p.append(element("w:fldSimple", {"w:instr": "PAGE"}))


def _head(letter: PrintedLetter) -> Iterator[DocxParagraph]:
    """The sender, the address and the day at their places, and what they hang on."""
    measures = letter.paper.measures
    yield from _framed(letter, letter.sender, measures["sender"], 10)
    x, y, width, height = measures["address"]
    size, needed = _fitting(letter.addressee, width, height)
    above = height - max(needed, measures["usual"])
    yield from _framed(letter, letter.addressee, (x, y + above, width, height - above), size)
    yield from _framed(letter, (letter.day,), measures["day"], 11, at_the_right=True)
    # from left to right in any language: word processors measure a frame from the side where the paragraph below begins
    yield DocxParagraph(text="", language=letter.language, rtl=False, exactly=1)


def _words(letter: PrintedLetter) -> Iterator[DocxParagraph]:
    measures = letter.paper.measures
    room = (measures["text"] - measures["margins"][1]) * _POINTS_IN_A_MM
    manner: dict[str, Any] = {"language": letter.language, "rtl": letter.language.right_to_left}
    yield DocxParagraph(text=letter.subject, bold=True, before=room, after=14, **manner)
    yield DocxParagraph(text=letter.opening, after=9, **manner)
    *first, last = map("\n".join, letter.paragraphs)
    yield from (DocxParagraph(text=text, after=9, **manner) for text in first)
    yield DocxParagraph(text=last, after=9, with_next=True, **manner)
    yield DocxParagraph(text=letter.closing, before=6, with_next=True, **manner)
    yield DocxParagraph(text=letter.name, before=measures["signature"] * _POINTS_IN_A_MM, **manner)


def _framed(
    letter: PrintedLetter, lines: Sequence[str], box: Sequence[float], size: float, *, at_the_right: bool = False
) -> Iterator[DocxParagraph]:
    """Lines at a place of the page, each running in its own direction, all at the side where the first begins."""
    measures = (str(round(measure * _TWIPS_IN_A_MM)) for measure in box)
    frame = dict(zip(("w:x", "w:y", "w:w", "w:h"), measures, strict=True))
    frame |= {"w:hRule": "atLeast", "w:wrap": "around", "w:vAnchor": "page", "w:hAnchor": "page"}
    at_the_right = at_the_right or directions_of(lines, letter.language)[:1] == (True,)
    for line, rtl in zip(lines, directions_of(lines, letter.language), strict=True):
        yield DocxParagraph(
            text=line, language=letter.language, rtl=rtl, size=size, at_its_end=rtl != at_the_right, frame=frame
        )


def _fitting(lines: Sequence[str], width: float, height: float) -> tuple[float, float]:
    """A size at which lines fit in a box, judged by the usual width of letters, and the height that they then take."""
    heights = {size: _height(lines, width, size) for size in _SIZES}
    size = next((size for size in _SIZES if heights[size] <= height), _SIZES[-1])
    return size, heights[size]


def _height(lines: Sequence[str], width: float, size: float) -> float:
    letters_in_a_line = width * _POINTS_IN_A_MM / (size * _WIDTH_OF_A_LETTER)
    broken = sum(ceil(len(line) / letters_in_a_line) for line in lines)
    return broken * size * _LINE_HEIGHT / _POINTS_IN_A_MM
