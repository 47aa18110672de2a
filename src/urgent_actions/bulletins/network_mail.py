"""Family "network mail": the e-mails of the Urgent Action Network in the USA, 1999 to 2010."""

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
    """How many marks of this family a page has; the text is the Secretariat's, so those count too."""
    marks = marks_of(page)
    return 2 * marks["sheet"] + marks["shared"] + 2 * marks["network"] if marks["network"] else 0


def read_network_mail(ledger: Ledger, publisher: Publisher | None) -> Case:
    """Read a mail of this family.

    Raises:
        UnreadableBulletin: the mail names no case.
    """
    return read_appeal(ledger, publisher or Publisher(**word_list("appeals")["publishers"]["network"]))


FAMILY = Family("network mail", likeness, read_network_mail, only_read("network mail"))
