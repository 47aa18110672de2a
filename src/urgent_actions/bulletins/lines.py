"""The lines of a page, without their bullets, and cut where the page had lost a line break."""

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from urgent_actions.bulletins.labels import has_label
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.line_breaks import glued_request, lost_breaks
from urgent_actions.bulletins.page import LONGEST_LINE
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.site_head import lines_of_page

_FEW, _NEARLY = 20, 0.8
"""Lines of a page, and the share of them behind a blank one, that tell double spacing."""

_BULLET = re.compile(r"[ ]*(?:[•◼■▪●·‣\uf06e\uf0a7\uf0b7*–—-]|\(?\d{1,2}[.)])[ ]+(?=\S)")


@attrs.frozen(eq=False)
class Line:
    """A line without its bullet; `new` says that a blank line or the start of the page is before it."""

    words: Piece
    bullet: Piece | None = None
    new: bool = False

    def __str__(self) -> str:
        return str(self.words)


def lines_of(ledger: Ledger) -> list[Line]:
    """The lines of a page that are no longer than any line of a bulletin; a longer one is told of and left unread."""
    lines: list[Line] = []
    new = True
    glued = ledger.page.has(glued_request())
    for piece in lines_of_page(ledger):
        if len(piece) > LONGEST_LINE:
            what = f"a line of {len(piece)} characters is kept unread"
            ledger.warn("long-line", what, piece, f"break it into lines of at most {LONGEST_LINE} characters")
        elif piece.stripped(" "):
            lines += _with_bullets(piece.cut(lost_breaks(str(piece), glued=glued)), new=new)
            new = False
        else:
            new = True
    return single_spaced(lines)


def single_spaced(lines: list[Line]) -> list[Line]:
    """The lines; where a blank one stands before nearly every line, blank lines say nothing.

    Lines of contact data tell it: within a block of them no page leaves a blank line that says anything.
    """
    if len(lines) < _FEW or not _are_apart(lines):
        return lines
    contacts = [line for line in lines if has_label(str(line))]
    if not contacts or not _are_apart(contacts):
        return lines
    return [Line(line.words, line.bullet, new=False) for line in lines]


def _are_apart(lines: Sequence[Line]) -> bool:
    return sum(line.new for line in lines) >= _NEARLY * len(lines)


def _with_bullets(pieces: Iterable[Piece], *, new: bool) -> Iterator[Line]:
    for piece in pieces:
        bullet = _BULLET.match(str(piece))
        words = (piece.part(bullet.end()) if bullet else piece).stripped(" ")
        if words:
            yield Line(words, piece.of(bullet).stripped(" ") if bullet else None, new)
            new = False
