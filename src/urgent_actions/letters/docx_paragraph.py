"""A paragraph of a DOCX file (ECMA-376, part 1, 17.3): its text, and all that a word processor is told of it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from urgent_actions.values.language import Language

_TYPEFACE = "Arial"
_TWIPS_IN_A_POINT = 20


@attrs.frozen(kw_only=True)
class DocxParagraph:
    """Text of one size, direction and language.

    Args:
        text: the text; its lines are broken where it breaks them.
        language: what it is written in.
        rtl: whether it runs from right to left.
        size: of the letters, in points.
        bold: whether it stands out.
        before: the space above, in points.
        after: the space below, in points.
        exactly: the height of a line in points, where nothing else may decide it.
        at_its_end: whether it stands at the side where its lines end, not at the one where they begin.
        with_next: whether it stays on the page of the next one.
        frame: the attributes of the frame that it stands in (`w:framePr`).
    """

    text: str
    language: Language
    rtl: bool
    size: float = 11
    bold: bool = False
    before: float = 0
    after: float = 0
    exactly: float | None = None
    at_its_end: bool = False
    with_next: bool = False
    frame: Mapping[str, str] = attrs.field(factory=dict)

    def element(self) -> Any:
        """The XML of the paragraph, with its parts in the order that the schema asks for."""
        run = element("w:r", children=(element("w:rPr", children=self._of_the_run()), *self._lines()))
        return element("w:p", children=(element("w:pPr", children=self._of_the_paragraph()), run))

    def _of_the_paragraph(self) -> Iterator[Any]:
        if self.with_next:
            yield element("w:keepNext")
        if self.frame:
            yield element("w:framePr", self.frame)
        if self.rtl:
            yield element("w:bidi")
        yield element("w:spacing", self._spacing())
        if self.at_its_end:
            yield element("w:jc", {"w:val": "end"})

    def _spacing(self) -> dict[str, str]:
        height = {"w:line": "288", "w:lineRule": "auto"}
        if self.exactly is not None:
            height = {"w:line": _twips(self.exactly), "w:lineRule": "exact"}
        return {"w:before": _twips(self.before), "w:after": _twips(self.after), **height}

    def _of_the_run(self) -> Iterator[Any]:
        yield element("w:rFonts", dict.fromkeys(("w:ascii", "w:hAnsi", "w:cs"), _TYPEFACE))
        yield from (element("w:b"), element("w:bCs")) if self.bold else ()
        yield from (element(tag, {"w:val": str(round(2 * self.size))}) for tag in ("w:sz", "w:szCs"))
        yield from (element("w:rtl"),) if self.rtl else ()
        yield element("w:lang", dict.fromkeys(("w:val", "w:eastAsia", "w:bidi"), self.language.tag))

    def _lines(self) -> Iterator[Any]:
        for number, line in enumerate(self.text.split("\n")):
            yield from (element("w:br"),) if number else ()
            shown = element("w:t", {"xml:space": "preserve"})
            shown.text = line
            yield shown


def element(tag: str, attributes: Mapping[str, str] | None = None, children: Iterable[Any] = ()) -> Any:
    """An element of WordprocessingML, with its attributes and children."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        made.set(qn(name), value)
    made.extend(list(children))
    return made


def _twips(points: float) -> str:
    return str(round(points * _TWIPS_IN_A_POINT))
