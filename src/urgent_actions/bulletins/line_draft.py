"""A heading or subject line while it is read, and what of it is still unread."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import attrs

from urgent_actions.bulletins.diagnostic import Diagnostic
from urgent_actions.bulletins.edition_words import EditionWords
from urgent_actions.bulletins.line_marks import Mark
from urgent_actions.bulletins.places import Places
from urgent_actions.bulletins.references import FoundReference
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.edition import EditionKind
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.folding import fold
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.severity import Severity

_WORD = re.compile(r"[^\W_]+")


@attrs.define(eq=False)
class Draft:
    """A line while it is read.

    Args:
        line: the whole line.
        main: the number of its case.
        words: what stands before the number.
        others: the numbers of further cases.
        kind: what the document is; words behind the number may still change it.
        place: the countries.
        own: index numbers and dates of the document.
        earlier: those of the documents before it.
        spans: the stretches that were understood.
        remarks: what was noticed.
        mended: a date that was put right.
        reached: the character up to which what hangs on the number reaches.
    """

    line: str
    main: FoundReference | None
    words: EditionWords
    others: Sequence[FoundReference]
    kind: EditionKind | None = attrs.field(init=False)
    place: Places = attrs.field(factory=Places, init=False)
    own: list[Mark] = attrs.field(factory=list, init=False)
    earlier: list[Mark] = attrs.field(factory=list, init=False)
    spans: list[tuple[int, int]] = attrs.field(factory=list, init=False)
    remarks: list[Diagnostic] = attrs.field(factory=list, init=False)
    mended: PartialDate | None = attrs.field(default=None, init=False)
    reached: int = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.kind = self.words.kind
        self.reached = self.main.end if self.main else self.words.end
        self.spans = [(0, self.words.end)]
        self.spans += [(found.start, found.end) for found in (self.main, *self.others) if found]
        self.remarks = list(self.words.diagnostics)

    def remark(self, severity: Severity, code: str, what: str, at: int, *, way_out: str = "") -> None:
        """Note what was put right, concluded or missed, at a character."""
        self.remarks.append(Diagnostic(code, what, column=at + 1, severity=severity, way_out=way_out))

    @property
    def reference(self) -> CaseReference | None:
        """The number of the case, where it is whole."""
        return self.main.reference if self.main else None

    def unread(self) -> Iterator[tuple[str, int]]:
        """What was not understood, and where it stands, without the words that only join."""
        start = 0
        for begin, end in [*sorted(self.spans), (len(self.line), len(self.line))]:
            piece = self.line[start:begin].strip(" \t-–—,:;!#/()[]")
            if not only_joins(piece):
                yield piece, self.line.find(piece, start)
            start = max(start, end)


def words_of(text: str) -> list[str]:
    """The words of a stretch as they are compared, without signs."""
    return _WORD.findall(fold(text)) if text else []


def only_joins(text: str) -> bool:
    """Whether a stretch has nothing but signs and words that join or label."""
    return set(words_of(text)) <= _joints()


@cache
def _joints() -> frozenset[str]:
    editions, places = word_list("editions"), word_list("places")
    phrases = [
        *editions["joints"]["words"],
        *(phrase for kind in ("dates", "indexes") for listed in editions[kind].values() for phrase in listed),
        *places["joints"]["before"], *places["joints"]["between"],
    ]  # fmt: skip
    return frozenset(word for phrase in phrases for word in fold(phrase).split())
