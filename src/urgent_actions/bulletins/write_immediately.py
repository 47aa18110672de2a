"""Family "write immediately": bulletins of the International Secretariat, 2009 to 2018, with their box of appeals."""

from urgent_actions.bulletins.family import Family
from urgent_actions.bulletins.form import form_of
from urgent_actions.bulletins.form_case import case_of
from urgent_actions.bulletins.form_marks import form_likeness
from urgent_actions.bulletins.form_top import read_form_top
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.only_read import only_read
from urgent_actions.bulletins.page import Page
from urgent_actions.case import Case
from urgent_actions.values.publisher import Publisher


def likeness(page: Page) -> int:
    """How much the marks of the box and of its header count that a page has."""
    return form_likeness(page, "write_immediately")


def read_form(ledger: Ledger, publisher: Publisher | None) -> Case:
    """Read a page of this family.

    Raises:
        UnreadableBulletin: neither the page nor the caller names a case.
    """
    form = form_of(ledger)
    return case_of(form, read_form_top(form["opening"], ledger), ledger, publisher, layout="secretariat")


FAMILY = Family("write immediately", likeness, read_form, only_read("write immediately"))
