"""The pages of a PDF file as one text: without the numbers and headers of its pages, and with broken lines joined.

A line is joined to the next, and a line of a margin left out, only where that is certain: an address keeps its lines.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from urgent_actions.bulletins.saved.visual_order import is_right_to_left

ROOM = 40
"""Letters of the longest line of a page, at least, if lines are broken for want of room."""

FULL = 0.85
"""The part of the longest line of a page that a line fills, at least, if it was broken for want of room."""

SHORTEST_SENTENCE = 5
"""Blanks in a line, at least, if it is taken for the end of a paragraph and not for a name or an address."""

_SENTENCE_ENDS = ".!?…"
_NUMBER = re.compile(
    r"(?:(?:page|p\.|seite|página|pagina|стр\.|страница|صفحة)\s*)?[-–—]?\s*(\d{1,3})\s*[-–—]?"
    r"(?:\s*(?:/|\||of|von|de|sur|из|من)\s*(\d{1,3}))?",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[ \t\u00a0]+")
_BEGINS_ALONE = re.compile(r"[•◼▪●○■□➢–—*·]|-\s|\(?\d{1,2}[.)]\s|[^\s:]{1,20}(?: [^\s:]{1,20}){0,2}:")


def text_of_pages(pages: Sequence[Sequence[str]]) -> str:
    """The lines of all pages, in order, with one empty line at most between two of them."""
    cleaned = [[_BLANKS.sub(" ", line).strip() for line in page] for page in pages]
    lines = [line for page in _without_margins(cleaned) for line in _joined(page)]
    kept = [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]
    return "\n".join(kept).strip("\n") + "\n"


def _without_margins(pages: list[list[str]]) -> list[list[str]]:
    """The pages without their numbers; a line that every page begins or ends with stays on the first of them."""
    for end in (0, -1):
        if _are_numbers([page[end] for page in map(_filled, pages) if page], len(pages)):
            pages = [_without_end(page, end) for page in pages]
        ends = [page[end] if page else "" for page in map(_filled, pages)]
        if len(pages) > 1 and ends[0] and len(set(ends)) == 1:
            pages = [pages[0], *(_without_end(page, end) for page in pages[1:])]
    return pages


def _filled(page: list[str]) -> list[str]:
    return [line for line in page if line]


def _without_end(page: list[str], end: int) -> list[str]:
    places = [place for place, line in enumerate(page) if line]
    return [line for place, line in enumerate(page) if place != places[end]] if places else page


def _are_numbers(ends: list[str], pages: int) -> bool:
    """Whether the lines count the pages: a number alone only says so where there are more than one."""
    found = [_NUMBER.fullmatch(line) for line in ends]
    if not ends or len(ends) != pages or not all(found):
        return False
    numbers = [int(match[1]) for match in found if match]
    counts = [b - a for a, b in pairwise(numbers)]
    totals = {match[2] for match in found if match}
    certain = pages > 1 or totals == {str(pages)} or not ends[0].lstrip("-–— ")[:1].isdigit()
    return certain and all(step == 1 for step in counts) and (pages > 1 or numbers == [1])


def _joined(lines: list[str]) -> Iterator[str]:
    """The lines of a page; one that broke for want of room goes on with the next."""
    longest = max(map(len, lines), default=0)
    parts: list[str] = []
    for line in lines:
        if parts and not _goes_on(parts[-1], line, longest):
            yield " ".join(parts)
            parts = []
        parts.append(line)
    if parts:
        yield " ".join(parts)


def _goes_on(line: str, following: str, longest: int) -> bool:
    """Whether a line is full, and the next one is of the same sentence, or of the same paragraph of sentences."""
    if not line or not following or longest < ROOM or len(line) < FULL * longest:
        return False
    if is_right_to_left(line + following) or line[-1] in ":;" or _BEGINS_ALONE.match(following):
        return False
    if line[-1] in _SENTENCE_ENDS:
        ends = following[-1] in _SENTENCE_ENDS and following.count(" ") >= SHORTEST_SENTENCE
        return ends or len(following) >= FULL * longest
    last = line.rsplit(" ", 1)[-1]
    return following[0].islower() or last[0].islower() or line.count("(") > line.count(")")
