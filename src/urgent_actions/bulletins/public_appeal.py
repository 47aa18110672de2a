"""Family "public appeal": the International Secretariat, 1996 to 2009: `PUBLIC  AI Index: ASA 31/035/2004`."""

from urgent_actions.bulletins.appeal_case import read_appeal
from urgent_actions.bulletins.appeal_marks import marks_of
from urgent_actions.bulletins.family import Family
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.only_read import only_read
from urgent_actions.bulletins.page import Page
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.case import Case
from urgent_actions.values.publisher import Publisher


def likeness(page: Page) -> int:
    """How many marks of this family a page has; appeals that lost the words above their heading are taken for it."""
    marks = marks_of(page)
    own = marks["sheet"] and not marks["network"] and (marks["public"] or not marks["external"])
    return 2 * marks["sheet"] + marks["shared"] + 2 * marks["public"] if own else 0


def read_public_appeal(ledger: Ledger, publisher: Publisher | None) -> Case:
    """Read a page of this family.

    Raises:
        UnreadableBulletin: the page names no case.
    """
    return read_appeal(ledger, publisher or Publisher(**word_list("appeals")["publishers"]["secretariat"]))


FAMILY = Family("public appeal", likeness, read_public_appeal, only_read("public appeal"))
