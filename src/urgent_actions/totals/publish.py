"""Totals made ready for the public: small numbers are withheld, and whatever would tell them."""

from collections.abc import Iterable, Iterator

import attrs

from urgent_actions.errors import Problem, did_you_mean, refuse_if
from urgent_actions.totals.disclosure import Disclosure
from urgent_actions.totals.facets import BY
from urgent_actions.totals.frame_tally import FrameTally
from urgent_actions.totals.release import Release, selections
from urgent_actions.totals.tally import Tally
from urgent_actions.totals.totals import Totals
from urgent_actions.values.arguments import refuse_wrong, several


def publish(
    counted: Tally | FrameTally | Totals,
    by: Iterable[str] = (),
    *,
    threshold: int = 10,
    before: Iterable[Release] = (),
    round_to: int | None = None,
) -> Release:
    """Make totals ready for the public, so that no small number can be computed from what is shown.

    A number is small where fewer people than the threshold stand behind it in every single case; it is withheld, with
    as many others as it takes that nobody can compute it from margins, from the total, or from the difference to an
    earlier release. For every number that is withheld two tables at least are possible whose numbers are `threshold`
    apart.

    Args:
        counted: a tally, of records or of a frame, in which a supporter with a token is one person, or totals, in which
            each report is. Nobody can tell whether the tokens of several cases are of the same people, so a number that
            counts several is of as many people as the case with most of them has. Totals that are not by case do not
            know, and are taken for those of one.
        by: the facets of the table, with which all its margins are published; totals are published by all theirs where
            none are given.
        threshold: the smallest number of people that is shown, from 2 on; half of `round_to` where that is more, so
            that nothing that was done is shown as nought.
        before: every earlier release of the same table, the oldest first, its facets in any order; what was withheld
            then stays withheld. Those that know their true numbers (`kept`) leave more to be shown.
        round_to: round what is shown to multiples of this, halves up.

    Raises:
        InvalidValue: an argument is of another type, there is no such facet, the threshold is below 2, or an earlier
            release is by other facets; all problems at once.
    """
    before = several(before)
    refuse_wrong(counted=(counted, (Tally, FrameTally, Totals)), before=(before, [Release]))
    facets: tuple[str, ...] = (by,) if isinstance(by, str) else tuple(by)
    if isinstance(counted, Totals):
        facets = facets or counted.facets
    before = tuple(before)
    refuse_if(_problems_in(counted, facets, before))
    release = Release(facets, threshold=threshold, tables={(): {(): None}}, round_to=round_to)
    release = attrs.evolve(release, threshold=max(threshold, ((round_to or 0) + 1) // 2))
    disclosure = Disclosure.of(counted, release, tuple(_turned(earlier, facets) for earlier in before))
    if disclosure.is_too_small or not disclosure.withhold():
        return release
    tables, reasons = disclosure.tables(), disclosure.reasons()
    return attrs.evolve(release, tables=tables, kept=disclosure.totals, cases=disclosure.people.cases, reasons=reasons)


def _problems_in(
    counted: Tally | FrameTally | Totals, facets: tuple[str, ...], before: tuple[Release, ...]
) -> Iterator[Problem]:
    known = counted.facets if isinstance(counted, Totals) else tuple(BY)
    for facet in facets:
        if facet not in known:
            yield Problem("unknown-facet", f"cannot publish by {facet!r}", way_out=did_you_mean(str(facet), known))
        elif facets.count(facet) > 1:
            yield Problem("facet-twice", f"the facet {facet!r} stands there twice", where="by", way_out="keep one")
    for number, release in enumerate(before):
        if {*release.facets} != {*facets} and not release.is_empty:
            then, now = (", ".join(named) or "nothing" for named in (release.facets, facets))
            what = f"the release is by {then}, and its sums would tell small differences to a table by {now}"
            way_out = f"publish by {then} again, or by {now} only what was reported since"
            yield Problem("other-facets", what, where=f"before[{number}]", way_out=way_out)


def _turned(release: Release, facets: tuple[str, ...]) -> Release:
    """A release as it would be with its facets in another order."""
    if release.facets == facets or release.is_empty:
        return release
    tables = {chosen: release.by(*chosen) for chosen in selections(facets)}
    return attrs.evolve(release, facets=facets, tables=tables, reasons={})
