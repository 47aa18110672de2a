"""The fields of the labelled template, each below its heading: title, country, dates, number, index, status, story."""

import re
from collections.abc import Callable, Mapping

from urgent_actions.bulletins.date_line import dates_in
from urgent_actions.bulletins.form import Form
from urgent_actions.bulletins.form_top import (
    FormTop,
    add_to_summary,
    read_country,
    read_form_top,
    read_header,
    read_issued,
)
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.page_title import read_prefix
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.postal import country_of
from urgent_actions.values.case_status import CaseStatus
from urgent_actions.values.publisher import Publisher

_BRACKETED = re.compile(r"[ ]{0,3}\(([^()]{2,60})\)\Z")

_Reader = Callable[[FormTop, Piece, Ledger], object]


def read_fields(form: Form, ledger: Ledger) -> FormTop:
    """Read the fields of the form; what stands before them without a heading is read as a header."""
    top = read_form_top(form["opening"], ledger)
    for name, read in _READERS.items():
        for line in form[name]:
            read(top, line.words, ledger)
    for line in form["summary"]:
        add_to_summary(top, line)
    return top


def _read_title(top: FormTop, words: Piece, ledger: Ledger) -> None:
    top.title = top.title or words
    read_prefix(top, ledger)


def _read_status(top: FormTop, words: Piece, ledger: Ledger) -> None:
    """`ended`, `ended on 5 July 2017`, or `open`."""
    if not re.match(r"(?:ended|closed|open)\b", str(words), re.IGNORECASE):
        return
    top.status_at = words
    top.status = CaseStatus.OPEN if str(words).casefold().startswith("open") else CaseStatus.ENDED
    found = next(dates_in(words, ledger), None)
    if found is not None and found.problem is not None:
        ledger.error(found.problem.code, found.problem.what, words, found.problem.way_out)
    elif found is not None and top.status is CaseStatus.ENDED:
        top.ended_on = found.date


def _read_publisher(top: FormTop, words: Piece, _: Ledger) -> None:
    """A name, with its country in brackets where that is known."""
    country = _BRACKETED.search(str(words))
    found = country_of(words.of(country, 1)) if country else None
    name = str(words)[: country.start()] if country and found else str(words)
    top.publisher, top.publisher_at = Publisher(name.strip(), found), words


_READERS: Mapping[str, _Reader] = {
    "country": read_country,
    "title": _read_title,
    "number": read_header,
    "index": read_header,
    "issued": read_issued,
    "publisher": _read_publisher,
    "status": _read_status,
}
