"""A family of bulletins: one layout, by which a publisher prints its cases over some years."""

from collections.abc import Callable

import attrs

from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.page import Page
from urgent_actions.case import Case
from urgent_actions.values.publisher import Publisher


@attrs.frozen
class Family:
    """What a family can do; each lives in a file of its own and is named once, in `families.py`.

    Args:
        name: by which people know it, such as `web post`.
        likeness: how many of its marks a page has; 0 for a page of another family.
        read: reads a page into a case, and notes places and remarks in the ledger. The publisher is the one that the
            caller names; without it, the family's own.
        write: the page of a case, to be read by the same family; it may leave out what the layout cannot say.
        most: marks that no page has more of, where the layout has so few; a page with more of another's is not asked.
    """

    name: str
    likeness: Callable[[Page], int]
    read: Callable[[Ledger, Publisher | None], Case]
    write: Callable[[Case], str]
    most: int | None = attrs.field(default=None, kw_only=True)
