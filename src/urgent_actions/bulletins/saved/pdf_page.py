"""The lines of one page of a PDF file, with an empty line where the page leaves room between two paragraphs."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import attrs

from urgent_actions.bulletins.saved.visual_order import is_right_to_left, reading_order

WIDER = 1.25
"""How much farther than usual two lines are apart where a paragraph ends."""


@attrs.define(eq=False)
class _Lines:
    """Lines as they are drawn, each with its height on the page."""

    texts: list[str] = attrs.field(factory=lambda: [""])
    heights: list[float | None] = attrs.field(factory=lambda: [None])

    def add(self, text: str, page: Sequence[float], place: Sequence[float], *_: object) -> None:
        """Take a piece of text, the matrix of the page and that of the text (ISO 32000-2, 9.4.2)."""
        for number, part in enumerate(text.split("\n")):
            if number:
                self.texts.append("")
                self.heights.append(None)
            self.texts[-1] += part
            if part.strip() and self.heights[-1] is None:
                self.heights[-1] = place[4] * page[1] + place[5] * page[3] + page[5]


def lines_of_page(page: Any) -> list[str]:
    """The lines of a page of pypdf, in the order in which they are read."""
    drawn = _Lines()
    page.extract_text(visitor_text=drawn.add)
    return _spaced(_turned(drawn.texts, page), drawn.heights)


def _turned(texts: list[str], page: Any) -> list[str]:
    """The lines, those of right-to-left scripts taken as they are seen, and put into the order in which one reads."""
    places = [place for place, text in enumerate(texts) if is_right_to_left(text)]
    if not places:
        return texts
    seen = page.extract_text(extraction_mode="layout").splitlines()
    read = [reading_order(line.strip()) for line in seen if is_right_to_left(line)]
    turned = dict(zip(places, read, strict=True)) if len(read) == len(places) else {}
    return [turned.get(place, text) for place, text in enumerate(texts)]


def _spaced(texts: list[str], heights: list[float | None]) -> list[str]:
    """The lines with an empty one wherever the next is farther away than usual, or above."""
    drawn = [(text, height) for text, height in zip(texts, heights, strict=True) if height is not None]
    falls = [above - below for (_, above), (_, below) in pairwise(drawn)]
    usual = Counter(round(fall, 1) for fall in falls if fall > 0).most_common(1)
    lines: list[str] = []
    for (text, _), fall in zip(drawn, [0.0, *falls], strict=False):
        if fall < 0 or (usual and fall > WIDER * usual[0][0]):
            lines.append("")
        lines.append(text)
    return lines
