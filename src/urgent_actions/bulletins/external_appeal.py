"""Family "external appeal": the International Secretariat, 1988 to 1995: `EXTERNAL (for general distribution)`."""

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
    """How many marks of this family a page has; 0 where it is not marked as external, or the network mailed it."""
    marks = marks_of(page)
    own = marks["external"] and not marks["public"] and not marks["network"]
    return 2 * marks["sheet"] + marks["shared"] + 2 * marks["external"] if own else 0


def read_external_appeal(ledger: Ledger, publisher: Publisher | None) -> Case:
    """Read a page of this family.

    Raises:
        UnreadableBulletin: the page names no case.
    """
    return read_appeal(ledger, publisher or Publisher(**word_list("appeals")["publishers"]["secretariat"]))


FAMILY = Family("external appeal", likeness, read_external_appeal, only_read("external appeal"))
