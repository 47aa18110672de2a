"""What was read out of a bulletin, where it stood, what was noticed, and what was left unread."""

import re
from collections.abc import Iterator

import attrs

from urgent_actions.bulletins.diagnostic import Diagnostic
from urgent_actions.case import Case
from urgent_actions.values.html_table import html_table
from urgent_actions.values.severity import Severity

_STEP = re.compile(r"\w+")
_LONG = 80


@attrs.frozen(kw_only=True)
class Span:
    """A stretch of the text: lines and columns count from 1; `end_column` is the one after its last character."""

    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}-{self.end_line}:{self.end_column}"


@attrs.frozen(kw_only=True)
class UnreadText:
    """Words that were not understood, as they stand: a line, what is left of one, or all lines beyond any bulletin."""

    line: int
    column: int
    text: str

    def __str__(self) -> str:
        return f"{self.line}: {self.text}"


@attrs.frozen(kw_only=True)
class Reading:
    """A bulletin, read. Every word of the text stands in one of `spans`, in `structure` or in `unread`.

    Args:
        case: what the bulletin says.
        family: the layout it was read as, such as `web post`.
        spans: which part of the case stood where, by the path of the part (`targets[0].channels[1]`), in the order of
            the text; a part may stand at several places.
        structure: what only gives the page its form: labels, bullets, headings of sections.
        diagnostics: what was noticed, in the order of the text.
        unread: the words that are neither, one entry a line; the last one may be all the rest of a text that is longer
            than any bulletin.
    """

    case: Case
    family: str
    spans: tuple[tuple[str, Span], ...]
    structure: tuple[Span, ...]
    diagnostics: tuple[Diagnostic, ...]
    unread: tuple[UnreadText, ...]

    def where(self, path: str) -> tuple[Span, ...]:
        """Where a part of the case stood, the parts below it included."""
        below = (f"{path}.", f"{path}[")
        return tuple(span for name, span in self.spans if name == path or name.startswith(below))

    def of(self, severity: Severity | str) -> tuple[Diagnostic, ...]:
        """The diagnostics of one severity."""
        wanted = Severity.of(severity)
        return tuple(diagnostic for diagnostic in self.diagnostics if diagnostic.severity is wanted)

    def understood(self) -> list[tuple[str, str, str]]:
        """Place, path and value of every part, in the order of the text; several places of one part on one row."""
        places: dict[str, list[str]] = {}
        for path, span in self.spans:
            places.setdefault(path, []).append(str(span))
        return [(" ".join(spans), path, _said(_part(self.case, path))) for path, spans in places.items()]

    def rows(self) -> list[tuple[str, str]]:
        """The case, what was noticed and what was left unread, as pairs of a label and a text."""
        return [*self.case.rows(), ("Read as", self.family), *self._noticed()]

    def _noticed(self) -> Iterator[tuple[str, str]]:
        for diagnostic in self.diagnostics:
            yield f"{diagnostic.severity}".capitalize(), str(diagnostic)
        for words in self.unread:
            yield "Unread", str(words)

    def _repr_html_(self) -> str:
        return html_table(self.rows(), header=("", str(self.case.reference)))


def _part(case: Case, path: str) -> object:
    """The part of a case that a path such as `targets[0].channels[1]` names; None where there is none."""
    part: object = case
    for step in _STEP.findall(path):
        if step.isdigit():
            row = part if isinstance(part, tuple) else ()
            part = row[int(step)] if int(step) < len(row) else None
        else:
            part = getattr(part, step, None)
    return part


def _said(part: object) -> str:
    """A part in words; of a long one its beginning."""
    said = " ".join(str("" if part is None else part).split())
    return said if len(said) <= _LONG else said[:_LONG].rsplit(" ", 1)[0] + " ..."
