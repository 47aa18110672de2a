"""The verb: a subject line or a heading in, which document of which case it is out, of which place and day.

`Second update to UA 114/12 on Syria (issued 19 February 2013)` and its many cousins have kept one order for thirty
years: what the document is, the number of the case, the place, the day. The web posts turn it round: a title, then
place and number in brackets.
"""

import re
from collections.abc import Iterator, Sequence

import attrs

from urgent_actions.bulletins.edition_words import kind_said_behind, read_edition_words
from urgent_actions.bulletins.line_dates import read_marks, settle_dates
from urgent_actions.bulletins.line_draft import Draft, only_joins, words_of
from urgent_actions.bulletins.line_marks import Mark
from urgent_actions.bulletins.places import Places, read_places
from urgent_actions.bulletins.references import FoundIndex, FoundReference, find_references
from urgent_actions.bulletins.subject_line import SubjectLine
from urgent_actions.edition import Edition, EditionKind
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.index_number import IndexNumber
from urgent_actions.values.severity import Severity

LONGEST = 1_000
"""Characters of a line that are looked at; what comes after them is unread."""

_LONGEST_MISPRINT = 3  # letters of what may stand in the place of a series
_BETWEEN_SIGNS = re.compile(r"[^()\[\]:;!?#/]+")


def read_subject_line(text: str) -> SubjectLine:
    """Read a subject line or a heading.

    Args:
        text: one line, in English or with the set phrases of French, Spanish or German.

    >>> line = read_subject_line("Seond update to UA 87/11 on Syria (issued 7 march 2011)")
    >>> str(line.reference), line.ordinal, str(line.kind), str(line.country), str(line.issued)
    ('UA 87/11', 3, 'update', 'SY', '2011-03-07')
    >>> line = read_subject_line("Further information on UA 349/03 (ASA 31/091/2003, 28 November 2003)")
    >>> str(line.kind), line.issued, str(line.earlier[0].index), str(line.earlier[0].issued)
    ('further information', None, 'ASA 31/091/2003', '2003-11-28')
    """
    line = text[:LONGEST]
    main = next(find_references(line), None) or _number_alone(line)
    words = read_edition_words(line, main.start if main else None)
    draft = Draft(line, main, words, list(_further_numbers(line, main)))
    read_marks(draft)
    _read_place(draft)
    settle_dates(draft)
    _read_words_behind(draft)
    _remark(draft)
    return _line_of(draft, text[LONGEST:])


def _line_of(draft: Draft, behind: str) -> SubjectLine:
    dates = [mark.found for mark in draft.own if not isinstance(mark.found, FoundIndex)]
    indexes = [mark.found for mark in draft.own if isinstance(mark.found, FoundIndex)]
    others = dict.fromkeys(other.reference for other in draft.others if other.reference)
    unread = [piece for piece, _ in draft.unread()]
    return SubjectLine(
        reference=draft.reference,
        kind=draft.kind,
        ordinal=draft.words.ordinal,
        country=draft.place.country,
        countries=draft.place.countries,
        issued=dates[0].date if dates else draft.mended,
        index=indexes[0].index if indexes else None,
        earlier=tuple(_earlier(draft.earlier)),
        others=tuple(other for other in others if other != draft.reference),
        diagnostics=tuple(sorted(draft.remarks, key=lambda remark: remark.column or 0)),
        unread=tuple([*unread, behind] if behind else unread),
    )


def _number_alone(line: str) -> FoundReference | None:
    """A number that names no series, where nothing but words of the edition or a place stands before it.

    So `Second 12.24` and `(Mexico: 108.23)` are numbers of cases, and the 24/70 in `on call 24/70` is none. Two or
    three letters in the place of the series are taken for a misprint of it, as in `Update to us 196/09 on Zimbabwe`.
    """
    for found in find_references(line, series="UA"):
        words = read_edition_words(line, found.start)
        start = max(words.end, line.rfind("(", 0, found.start) + 1)
        alone = words.end > 0 or not line[found.end :].lstrip()[:1].isalnum()
        if found.named or not alone or not _is_place_or_nothing(line, start, found.start, after_words=words.end > 0):
            continue
        reference = found.reference and CaseReference(
            words.series or "UA", found.reference.number, year=found.reference.year
        )
        return attrs.evolve(found, reference=reference, named=words.series is not None)
    return None


def _further_numbers(line: str, main: FoundReference | None) -> Iterator[FoundReference]:
    """The cases that are named besides: with a series, or joined to the number before: `UA 12/02 & 13/02`."""
    if main is None:
        return
    series, reached = main.reference.series if main.reference else "UA", main.end
    for found in find_references(line, series=series):
        if found.start < reached:
            continue
        gap = line[reached : found.start]
        if found.named or not gap.strip(" ,&+") or words_of(gap) == ["and"]:
            reached = found.end
            yield found


def _is_place_or_nothing(line: str, start: int, end: int, *, after_words: bool) -> bool:
    """Whether a stretch has nothing but signs or a place; behind words of the edition, a joint or a misprint too."""
    words = words_of(line[start:end])
    misprint = len(words) == 1 and len(words[0]) <= _LONGEST_MISPRINT
    if not words or (after_words and (misprint or only_joins(line[start:end]))):
        return True
    return bool(read_places(line, start, end, alone=True).spans)


def _read_place(draft: Draft) -> None:
    draft.place = next((place for place in _places_of(draft) if place.spans), Places())
    draft.spans += draft.place.spans
    draft.remarks += draft.place.diagnostics


def _places_of(draft: Draft) -> Iterator[Places]:
    """Behind the number; else in the brackets that it stands in, or before it; else by what only hints at a place."""
    line, main, behind_words = draft.line, draft.main, draft.words.end
    if main is None:
        yield read_places(line, draft.reached, alone=behind_words == 0)
        return
    yield read_places(line, draft.reached, hints=False)
    yield read_places(line, max(behind_words, line.rfind("(", 0, main.start) + 1), main.start, alone=True)
    yield read_places(line, behind_words, main.start, alone=True)
    yield read_places(line, draft.reached)


def _read_words_behind(draft: Draft) -> None:
    """`UA 338/06 never issued`, `UA 35/11 on Iran - corrected version`."""
    if draft.main is None:
        return
    for piece, start in list(draft.unread()):
        for part in _BETWEEN_SIGNS.finditer(draft.line, start, start + len(piece)):
            kind = kind_said_behind(part[0])
            if kind and start >= draft.main.end:
                draft.kind = kind
                draft.spans.append(part.span())


def _remark(draft: Draft) -> None:
    """Say what was put right, what was concluded and what is missing."""
    main, line = draft.main, draft.line
    if main and main.reference is None:
        what = f"{line[main.start : main.end]!r} has no year"
        draft.remark(Severity.WARNING, "reference-without-year", what, main.start, way_out="write it as 'UA 82/20'")
    elif main and main.fault:
        what = f"{line[main.start : main.end]!r} was read as {main.reference}: {main.fault}"
        draft.remark(Severity.INFO, "mended-reference", what, main.start)
    if main and main.reference and not main.named:
        what = f"{line[main.start : main.end]!r} names no series and was read as {main.reference}"
        draft.remark(Severity.INFO, "series-assumed", what, main.start)
    if draft.place.unclear:
        what = f"{draft.place.unclear!r} is no one country"
        draft.remark(
            Severity.WARNING, "unclear-country", what, draft.place.spans[0][0], way_out="set the country by hand"
        )


def _earlier(marks: Sequence[Mark]) -> Iterator[Edition]:
    """The documents that a line refers to: an index number and the day behind it are one document."""
    index: IndexNumber | None = None
    kind = EditionKind.FIRST
    for mark in [*marks, None]:
        found = mark.found if mark else None
        if isinstance(found, FoundIndex) or found is None:
            if index:
                yield Edition(kind, index=index)
                kind = EditionKind.FURTHER_INFORMATION
            index = found.index if found else None
        elif found.date:
            yield Edition(kind, found.date, index=index)
            kind, index = EditionKind.FURTHER_INFORMATION, None
