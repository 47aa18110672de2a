"""The book that is kept while a page is read: every stretch of it is claimed once, and what nobody claims is unread.

Law: nothing is lost. Spans, structure and unread text together cover every character of the page but its blanks, for
the unread text is computed as what the other two leave.
"""

from collections.abc import Iterable, Iterator

import attrs

from urgent_actions.bulletins.diagnostic import Diagnostic
from urgent_actions.bulletins.page import Page
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.reading import Span, UnreadText
from urgent_actions.errors import Problem, UnreadableBulletin
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.severity import Severity


@attrs.define(eq=False)
class Ledger:
    """The claims and remarks of one reading.

    Args:
        page: what is read.
        reference: the case that the caller says the text is about; it counts where the text names none.
    """

    page: Page
    reference: CaseReference | None = None
    claims: list[tuple[str, Piece]] = attrs.field(factory=list, init=False)
    forms: list[Piece] = attrs.field(factory=list, init=False)
    remarks: list[Diagnostic] = attrs.field(factory=list, init=False)

    def claim(self, path: str, pieces: Iterable[Piece]) -> None:
        """Note that a part of the case stood here."""
        self.claims += [(path, piece) for piece in pieces if piece.start < piece.end]

    def form(self, *pieces: Piece) -> None:
        """Note that this only gives the page its form."""
        self.forms += [piece for piece in pieces if piece.start < piece.end]

    def take(self, other: "Ledger") -> None:
        """Note all that another ledger of the page has."""
        self.claims += other.claims
        self.forms += other.forms
        self.remarks += other.remarks

    def tell(self, code: str, what: str, at: Piece | None = None, *, severity: Severity, way_out: str = "") -> None:
        """Note a diagnostic, at the start of a piece or of nowhere in particular."""
        line, column = self.page.place(at.start) if at is not None else (None, None)
        self.remarks.append(Diagnostic(code, what, way_out=way_out, line=line, column=column, severity=severity))

    def error(self, code: str, what: str, at: Piece | None = None, way_out: str = "") -> None:
        """Note what cannot be."""
        self.tell(code, what, at, severity=Severity.ERROR, way_out=way_out)

    def warn(self, code: str, what: str, at: Piece | None = None, way_out: str = "") -> None:
        """Note what is missing or was not understood."""
        self.tell(code, what, at, severity=Severity.WARNING, way_out=way_out)

    def info(self, code: str, what: str, at: Piece | None = None, way_out: str = "") -> None:
        """Note what was concluded."""
        self.tell(code, what, at, severity=Severity.INFO, way_out=way_out)

    def settle(self, reference: CaseReference | None) -> CaseReference:
        """The case that the text names or, where it names none, the one that the caller named.

        Raises:
            UnreadableBulletin: neither names one.
        """
        if reference is not None:
            return reference
        if self.reference is None:
            way_out = "add its number to the heading, (UA 82/20), or give reference="
            raise UnreadableBulletin(
                Problem("no-reference", "the bulletin names no case", way_out=way_out), *self.remarks
            )
        what = f"the text names no case; it is read as {self.reference}, as the caller said"
        self.info("reference-by-caller", what)
        return self.reference

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All remarks in the order of the text, those of nowhere in particular first."""
        return tuple(sorted(self.remarks, key=lambda remark: (remark.line or 0, remark.column or 0)))

    def span(self, piece: Piece) -> Span:
        """A piece as lines and columns."""
        (line, column), (end_line, end_column) = self.page.place(piece.start), self.page.place(piece.end)
        return Span(line=line, column=column, end_line=end_line, end_column=end_column)

    def spans(self) -> tuple[tuple[str, Span], ...]:
        """The parts of the case with their places, in the order of the text."""
        in_order = sorted(self.claims, key=lambda claim: (claim[1].start, claim[1].end))
        return tuple((path, self.span(piece)) for path, piece in in_order)

    def structure(self) -> tuple[Span, ...]:
        """The places of what gives the page its form, in the order of the text."""
        return tuple(self.span(piece) for piece in sorted(self.forms, key=lambda piece: piece.start))

    def close(self) -> tuple[UnreadText, ...]:
        """Sort what nobody claimed: signs alone only give form; words are unread, line by line, and told of.

        What stands behind the lines that are looked at is unread as a whole.
        """
        self.form(*self.page.quotes)
        left = [piece.stripped(" ") for piece in self._unclaimed()]
        words = [piece for piece in left if _has_words(piece)]
        self.form(*(piece for piece in left if not _has_words(piece)))
        for piece in words:
            what = f"not understood: {shortened(str(piece))!r}"
            self.warn("unread-text", what, piece, "look whether it matters; it is kept in `unread`")
        rest = self.page.rest
        if rest is not None:
            what = f"from here on {len(rest)} characters are not looked at, for no bulletin is that long"
            self.warn("too-long", what, rest, "give the text of one bulletin; they are kept in `unread`")
            words.append(rest)
        return tuple(map(self._unread, words))

    def _unclaimed(self) -> Iterator[Piece]:
        """The stretches of each line that lie in no claim; one sweep over lines and claims."""
        claimed = sorted([*(piece for _, piece in self.claims), *self.forms], key=lambda piece: piece.start)
        reached = at = 0
        for line in self.page.lines:
            start = max(reached, line.start)
            while at < len(claimed) and claimed[at].start < line.end:
                if claimed[at].start > start:
                    yield Piece(line.page, start, claimed[at].start)
                start = reached = max(start, claimed[at].end)
                at += 1
            if start < line.end:
                yield Piece(line.page, start, line.end)

    def _unread(self, piece: Piece) -> UnreadText:
        line, column = self.page.place(piece.start)
        return UnreadText(line=line, column=column, text=self.page.text[piece.start : piece.end])


def _has_words(piece: Piece) -> bool:
    return any(map(str.isalnum, str(piece)))


def shortened(text: str) -> str:
    """The beginning of a text on one line, short enough for a message."""
    said = " ".join(text[:300].split())
    return said if len(said) <= 60 else said[:60].rsplit(" ", 1)[0] + "..."
