"""Whether a total is what its parts add up to, and where it is not."""

from collections.abc import Iterable, Iterator

import attrs

from urgent_actions.totals.facets import BY
from urgent_actions.totals.order import in_order
from urgent_actions.totals.tally import Tally, join_tallies
from urgent_actions.totals.totals import Key, Totals, join_totals
from urgent_actions.values.arguments import refuse_wrong

_OF_REPORTS = ("report", *BY)


@attrs.frozen
class Difference:
    """A number of the whole that its parts do not add up to.

    Args:
        facets: what the number is by; where tallies were compared, the report and all that it says.
        key: which one it is, a value for each facet.
        whole: the number of actions in the whole.
        parts: the number of actions in the parts together.

    >>> str(Difference(("channel", "country"), ("post", None), 12, 11))
    'post, country not said: 12 in the whole, 11 in its parts'
    """

    facets: tuple[str, ...]
    key: Key
    whole: int
    parts: int

    def __str__(self) -> str:
        values = zip(self.facets, self.key, strict=True)
        named = ", ".join(f"{facet} not said" if value is None else value for facet, value in values)
        return f"{named or 'all'}: {self.whole} in the whole, {self.parts} in its parts"


def reconcile(total: Tally | Totals, parts: Iterable[Tally | Totals]) -> tuple[Difference, ...]:
    """Compare a total with its parts, such as a merged tally with those of the sections.

    Tallies are compared report by report, with each report once; where the whole is totals, it is compared cell by cell
    with what the parts add up to, tallies among them joined first and then taken by the facets of the whole.

    Args:
        total: the whole.
        parts: what it should be made of.

    Returns:
        Every number that differs, in order; nothing where all agree.

    Raises:
        InvalidValue: the parts are neither tallies nor totals, a tally has totals for parts, or totals are by others
            than the whole.
    """
    refuse_wrong(total=(total, (Tally, Totals)))
    if not isinstance(parts, Iterable):
        refuse_wrong(parts=(parts, [Tally]))
    parts = tuple(parts)
    if isinstance(total, Tally):
        refuse_wrong(parts=(parts, [Tally]))
        joined = join_tallies(part for part in parts if isinstance(part, Tally))
        return tuple(_differences(_OF_REPORTS, _by_report(total), _by_report(joined)))
    return tuple(_differences(total.facets, _actions(total), _actions(_together(parts, total.facets))))


def _together(parts: tuple[Tally | Totals, ...], facets: tuple[str, ...]) -> Totals:
    """What the parts add up to; tallies are joined first, for they may have reports in common."""
    tallies = [part for part in parts if isinstance(part, Tally)]
    others = [part for part in parts if not isinstance(part, Tally)]
    refuse_wrong(parts=(others, [Totals]))
    joined = [join_tallies(tallies).totals(*facets)] if tallies else []
    return join_totals([Totals(facets), *joined, *others])


def _actions(totals: Totals) -> dict[Key, int]:
    return {key: actions for key, (actions, _) in totals.cells.items()}


def _by_report(tally: Tally) -> dict[Key, int]:
    counts: dict[Key, int] = {}
    for said in tally.counted:
        values = (getattr(said, field) for field in BY.values())
        counts[said.id, *(None if value is None else str(value) for value in values)] = said.count
    return counts


def _differences(facets: tuple[str, ...], whole: dict[Key, int], parts: dict[Key, int]) -> Iterator[Difference]:
    for key in in_order({*whole, *parts}):
        if whole.get(key, 0) != parts.get(key, 0):
            yield Difference(facets, key, whole.get(key, 0), parts.get(key, 0))
