"""The top of a page: title, number, country and date, which document of the case it is, and the summary."""

import re
from collections.abc import Sequence
from functools import cache

from urgent_actions.bulletins.date_line import date_on, leave_date
from urgent_actions.bulletins.dates import find_dates
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.line_breaks import heading_label
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.page_title import Top, read_number, read_title, repeats_title
from urgent_actions.bulletins.patterns import caught, one_of
from urgent_actions.bulletins.piece import Piece, hull
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Wording
from urgent_actions.errors import InvalidValue
from urgent_actions.values.case_status import CaseStatus

_NUMBER_LINE = re.compile(
    r"(?:Urgent Action|UA|AU|EXTRA|MA)\b[ ]{0,2}:?[^()\d\n]{0,60}\d{1,4}[./]\d{2,4}[^\d\n]{0,40}\Z", re.IGNORECASE
)


def read_top(lines: Sequence[Line], ledger: Ledger) -> Top:
    """Read the lines before the first request."""
    top = Top()
    for number, line in enumerate(lines):
        if not _read_line(top, line, ledger, alone=number == len(lines) - 1):
            _add_to_summary(top, line)
    return top


def _read_line(top: Top, line: Line, ledger: Ledger, *, alone: bool) -> bool:
    """Read a line of the heading; what is none is summary."""
    text = str(line)
    if top.summary and not heading_label().match(text):
        return _read_date(top, line.words, ledger) if top.issued is None else False
    if _captions().fullmatch(text.strip(" :")):
        ledger.form(line.words)
        return True
    return (
        _read_date(top, line.words, ledger)
        or _read_status(top, line.words, ledger)
        or _read_number_line(top, line.words, ledger)
        or (top.issued is None and leave_date(line.words, ledger))
        or read_title(top, line.words, ledger, alone=alone)
        or repeats_title(top, line.words, ledger)
    )


@cache
def _captions() -> Wording:
    return one_of(tuple(word_list("web_post")["captions"]))


def _read_date(top: Top, words: Piece, ledger: Ledger) -> bool:
    if top.issued is not None:
        return False
    try:
        issued = date_on(words, ledger)
    except InvalidValue as error:
        problem = error.problems[0]
        ledger.error(problem.code, problem.what, words, problem.way_out)
        ledger.form(words)
        return True
    if issued is None:
        return False
    top.issued, top.issued_at = issued, words
    return True


def _read_status(top: Top, words: Piece, ledger: Ledger) -> bool:
    lists = word_list("web_post")["ended"]
    dated = one_of(tuple(lists["dated"]), behind="").match(str(words))
    if not dated and not one_of(tuple(lists["plain"])).match(str(words)):
        return False
    top.status, top.status_at = CaseStatus.ENDED, words
    found = next(find_dates(dated[caught(dated, "date")]), None) if dated else None
    if found is not None and found.problem:
        ledger.error(found.problem.code, found.problem.what, words, found.problem.way_out)
    elif found is not None:
        top.ended_on = found.date
    return True


def _read_number_line(top: Top, words: Piece, ledger: Ledger) -> bool:
    """A line that gives the number, and the country perhaps: `UA: Cuba 122.19`."""
    if top.reference is not None or not _NUMBER_LINE.match(str(words)):
        return False
    return read_number(top, words, ledger)


def _add_to_summary(top: Top, line: Line) -> None:
    if line.new or not top.summary:
        top.summary.append([line.words])
    else:
        top.summary[-1].append(line.words)


def summary_of(top: Top) -> str | None:
    """The paragraphs of the summary, set off by blank lines."""
    return "\n\n".join("\n".join(map(str, paragraph)) for paragraph in top.summary) or None


def summary_places(top: Top) -> list[Piece]:
    """Where the summary stood."""
    return [hull(paragraph) for paragraph in top.summary]
