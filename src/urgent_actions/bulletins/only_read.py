"""The writer of a family in which nothing is published any more: it refuses, and says what to do."""

from collections.abc import Callable

from urgent_actions.case import Case
from urgent_actions.errors import InvalidValue, Problem


def only_read(name: str) -> Callable[[Case], str]:
    """A writer that raises InvalidValue, since bulletins of the family are only read."""

    def refuse(_: Case) -> str:
        what = f"bulletins of the family {name!r} are only read"
        raise InvalidValue(Problem("read-only-family", what, where="family", way_out="write it as a 'web post'"))

    return refuse
