"""Many partial totals as one."""

from collections.abc import Iterable
from typing import TypeVar

from urgent_actions.errors import InvalidValue, Problem
from urgent_actions.totals.tally import Tally, join_tallies
from urgent_actions.totals.totals import Totals, join_totals
from urgent_actions.values.arguments import refuse_wrong

P = TypeVar("P", Tally, Totals)


def add_up(parts: Iterable[P]) -> P:
    """Add up the tallies of sections, or their totals, in time linear in all that they hold.

    Args:
        parts: tallies, or totals by the same facets; at least one.

    Raises:
        InvalidValue: there is none, they are of different kinds, or by different facets.

    >>> add_up([Tally(), Tally()]) == Tally()
    True
    """
    if isinstance(parts, Iterable):
        parts = tuple(parts)
    refuse_wrong(parts=(parts, [Totals if _begins_with_totals(parts) else Tally]))
    if not parts:
        raise InvalidValue(Problem("no-parts", "there is nothing to add up", where="parts"))
    return join_totals(parts) if isinstance(parts[0], Totals) else join_tallies(parts)


def _begins_with_totals(parts: object) -> bool:
    return isinstance(parts, tuple) and bool(parts) and isinstance(parts[0], Totals)
