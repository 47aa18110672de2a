"""The last day for letters, as sentences and headings of a page without a layout give it."""

from urgent_actions.bulletins.date_line import dates_in
from urgent_actions.bulletins.last_days import last_day_in
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.patterns import caught
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.sheet_facts import Facts
from urgent_actions.bulletins.stock import LANGUAGES, stock
from urgent_actions.values.deadline import Deadline

_LONGEST_BEFORE = 12
"""Characters between the words that speak of the last day and the date."""


def read_deadline(facts: Facts, sentence: Piece, ledger: Ledger) -> bool:
    """Read the last day that a sentence gives, and say whether it gives one; of two the first counts."""
    for found in stock("deadline").finditer(str(sentence)):
        name = caught(found, "date")
        date = next(dates_in(sentence.of(found, name), ledger, LANGUAGES), None)
        if date is None or date.start > _LONGEST_BEFORE:
            continue
        if date.problem is not None:
            ledger.error(date.problem.code, date.problem.what, sentence, date.problem.way_out)
        elif facts.deadline is None and date.date is not None:
            asked = last_day_in(str(sentence), LANGUAGES)
            facts.deadline = Deadline(date.date, isinstance(asked, Deadline) and asked.firm)
            ledger.claim("deadline", [sentence.part(found.start(), found.start(name) + date.end)])
        return True
    return False
