"""One row of a table of supporters: a sender, or what is wrong with it."""

import attrs

from urgent_actions.errors import Problem
from urgent_actions.sender import Sender


@attrs.frozen
class SenderRow:
    """A row of a table, in the order of the table. No name shows in its `repr`.

    Args:
        number: the number of the row, from 1, the heading not counted.
        line: the line of the file on which it begins.
        id: the caller's own key of the supporter.
        sender: who the row describes; None where it describes nobody.
        problems: what is wrong with it.
        unread: how many lines of the file were passed over with it, for it cannot be told from the rows behind it.
    """

    number: int
    line: int
    id: str | None = attrs.field(default=None, kw_only=True)
    sender: Sender | None = attrs.field(default=None, kw_only=True)
    problems: tuple[Problem, ...] = attrs.field(default=(), kw_only=True)
    unread: int = attrs.field(default=0, kw_only=True)
