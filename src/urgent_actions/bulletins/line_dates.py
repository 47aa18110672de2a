"""Whose the index numbers and dates of a heading are: of the document itself, or of one before it."""

from urgent_actions.bulletins.line_draft import Draft, only_joins
from urgent_actions.bulletins.line_marks import Mark, find_mended_date, marks_in
from urgent_actions.bulletins.references import FoundIndex, FoundReference
from urgent_actions.edition import EditionKind
from urgent_actions.values.severity import Severity

_OPENERS = frozenset("([,;:-–—")


def read_marks(draft: Draft) -> None:
    """Share out index numbers and dates: the document's own, and those of the documents that it refers to.

    What hangs on the number itself speaks of the case's earlier documents where this one is not the first, as in
    `Further information on UA 349/03 (ASA 31/091/2003, 28 November 2003)`.
    """
    line, hanging, earlier = draft.line, draft.main is not None, False
    found: list[Mark | FoundReference] = [*marks_in(line, draft.spans), *draft.others]
    for mark in sorted(found, key=lambda mark: mark.start):
        gap = line[draft.reached : mark.start]
        hanging = hanging and only_joins(gap)
        draft.reached = mark.end if hanging else draft.reached
        if isinstance(mark, Mark):
            earlier = (earlier and hanging and ")" not in gap) or _speaks_of_earlier(draft, mark, hanging)
            (draft.earlier if earlier else draft.own).append(mark)
            draft.spans.append((mark.start, mark.end))
    _leave_brackets(draft)


def _speaks_of_earlier(draft: Draft, mark: Mark, hanging: bool) -> bool:
    """Whether a mark is not of this document but of one before it."""
    if mark.label == "earlier" or not hanging or draft.kind in {None, EditionKind.FIRST}:
        return mark.label == "earlier"
    if isinstance(mark.found, FoundIndex):
        return mark.label != "own"
    return mark.label == "own" or _is_open(draft.line[: mark.start])


def _is_open(text: str) -> bool:
    """Whether a bracket is open at the end of a text."""
    return text.rfind("(") > text.rfind(")")


def _leave_brackets(draft: Draft) -> None:
    """Behind the number, go on where the brackets with earlier documents close."""
    if draft.earlier and _is_open(draft.line[: draft.reached]):
        draft.reached = draft.line.find(")", draft.reached) + 1 or draft.reached


def settle_dates(draft: Draft) -> None:
    """A date without a label is the document's where a sign, the number or the place stands before it.

    A date in the words of a title is left unread, for it may be a deadline or the day of what happened.
    """
    for mark in list(draft.own):
        if isinstance(mark.found, FoundIndex):
            continue
        before = max((end for start, end in draft.spans if start < mark.start), default=0)
        gap = draft.line[before : mark.start].rstrip()
        ours = mark.label or (draft.kind and (gap[-1:] in _OPENERS or only_joins(gap)))
        if not ours:
            draft.own.remove(mark)
            draft.spans.remove((mark.start, mark.end))
        elif mark.found.problem:
            problem = mark.found.problem
            draft.remark(Severity.WARNING, problem.code, problem.what, mark.start, way_out=problem.way_out)
    if draft.reference and not draft.own:
        _read_mended_date(draft)


def _read_mended_date(draft: Draft) -> None:
    """A date that lacks its year, or whose month is misspelt.

    A first document is of the year of its number; of a later one the year is not known.
    """
    reference, main = draft.reference, draft.main
    found = find_mended_date(draft.line, main.end, reference.year) if reference and main else None
    if found is None:
        return
    given = repr(draft.line[found.start : found.end])
    if not found.has_year and draft.kind is not EditionKind.FIRST:
        what, way_out = f"{given} has no year", "look it up in the bulletin"
        draft.remark(Severity.WARNING, "date-without-year", what, found.start, way_out=way_out)
        return
    draft.mended = found.date
    draft.spans.append((found.start, found.end))
    code, why = ("mended-word", found.month) if found.has_year else ("year-of-case", "the year of the case")
    draft.remark(Severity.INFO, code, f"{given} was read as {found.date}: {why}", found.start)
