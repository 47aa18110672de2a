"""Family "web page 2016": web pages of the section in the USA, 2016, whose addresses stand in a file beside them."""

from urgent_actions.bulletins.family import Family
from urgent_actions.bulletins.form import form_of
from urgent_actions.bulletins.form_case import case_of
from urgent_actions.bulletins.form_marks import form_likeness
from urgent_actions.bulletins.form_top import read_web_top
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.only_read import only_read
from urgent_actions.bulletins.page import Page
from urgent_actions.case import Case
from urgent_actions.values.publisher import Publisher


def likeness(page: Page) -> int:
    """How much the marks of such a page count that a page has."""
    return form_likeness(page, "web_page_2016")


def read_web_page(ledger: Ledger, publisher: Publisher | None) -> Case:
    """Read a page of this family.

    Raises:
        UnreadableBulletin: neither the page nor the caller names a case.
    """
    form = form_of(ledger)
    return case_of(form, read_web_top(form["opening"], ledger), ledger, publisher, layout="usa")


FAMILY = Family("web page 2016", likeness, read_web_page, only_read("web page 2016"))
