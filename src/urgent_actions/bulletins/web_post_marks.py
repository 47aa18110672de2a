"""By what a web post is known, and by what a second one in the same text."""

import re
from functools import cache

from urgent_actions.bulletins.dates import find_dates
from urgent_actions.bulletins.line_breaks import heading_label
from urgent_actions.bulletins.page import LONGEST_LINE, Page
from urgent_actions.bulletins.patterns import one_of
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.sections import is_opening
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Vocabulary, Wording

_BRACKETS = re.compile(r"\([^()\n]{0,90}\d{1,4}[./]\d{2,4}[^()\n]{0,40}\)[ .]{0,3}")


def likeness(page: Page) -> int:
    """How many marks of a web post a page has: its standing requests, its heading, its letter."""
    lines = page.readable
    requests = len(page.numbers_of(_requests()))
    heading = any(_is_heading(line) for line in lines[:40])
    outcome = any(_outcome().match(line) for line in lines[:40])
    letter = any(map(is_opening, lines))
    return 2 * requests + (1 + int(letter) + 2 * int(outcome) if heading and (letter or outcome) else 0)


@cache
def _requests() -> Vocabulary:
    return Vocabulary.of(one_of((pattern,)) for pattern in word_list("web_post")["marks"]["patterns"])


@cache
def _outcome() -> Wording:
    return one_of(tuple(word_list("web_post")["marks"]["outcome"]), before=r"[ ]{0,3}")


def _is_heading(line: str) -> bool:
    return "(" in line and bool(heading_label().match(line)) and bool(_BRACKETS.search(line[:400]))


def second_bulletin(page: Page) -> Piece | None:
    """Where a second bulletin begins, or None: a second heading with its date, or a second request to report."""
    lines = [line for line in page.lines if 0 < len(line.stripped(" ")) <= LONGEST_LINE]
    headings = [number for number, line in enumerate(lines) if _begins_bulletin(lines, number)]
    if len(headings) > 1:
        return lines[headings[1]]
    reports = [line.of(match) for line in lines for match in _report().finditer(str(line))]
    return reports[1] if len(reports) > 1 else None


@cache
def _report() -> Wording:
    return one_of((word_list("web_post")["marks"]["report"],))


def _begins_bulletin(lines: list[Piece], number: int) -> bool:
    text = str(lines[number])
    if not _is_heading(text):
        return False
    if number == 0 or _outcome().match(text):
        return True
    below = " ".join(str(line)[:80] for line in lines[number + 1 : number + 3])
    return bool(_outcome().match(text)) or any(True for _ in find_dates(below)) or bool(_report().search(text))
