"""Which attempts one scope means that another means too, told from what they ask alone.

The answers are one-sided: yes is certain, for every attempt that can be made; no says that the facets do not show it.
"""

from collections.abc import Iterable

import attrs

from urgent_actions.rules.scope import ASKS_ABOUT, FACETS, Scope
from urgent_actions.values.address_state import AddressState
from urgent_actions.values.case_status import CaseStatus
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.hours import Hours
from urgent_actions.values.lead import Lead
from urgent_actions.values.target_kind import TargetKind

_ALL: dict[str, frozenset[object]] = {
    "kinds": frozenset(TargetKind),
    "channels": frozenset(ChannelKind),
    "addresses": frozenset(AddressState),
    "statuses": frozenset(CaseStatus),
}
"""The facets of which every attempt has one value of a closed list: to ask nothing is to ask for any of these."""

_SEVERAL = frozenset({"ties", "languages", "affiliations", "failed"})
"""The facets of which an attempt may have several values, so that it can meet two scopes that share none."""


def includes(wide: Scope, narrow: Scope, *, but: str | None = None) -> bool:
    """Whether every attempt that the narrow scope means is meant by the wide one too, a facet aside if one is named."""
    return all(_facet_includes(wide, narrow, facet) for facet in FACETS if facet != but)


def apart(one: Scope, other: Scope) -> bool:
    """Whether no attempt is meant by both."""
    single = (facet for facet in ASKS_ABOUT if facet not in _SEVERAL)
    asked = ((getattr(one, facet), getattr(other, facet)) for facet in single)
    if any(ours and theirs and ours.isdisjoint(theirs) for ours, theirs in asked):
        return True
    return one.lead is not None and other.lead is not None and not _leads_meet(one.lead, other.lead)


def used_up(scope: Scope, exceptions: Iterable[Scope]) -> bool:
    """Whether the exceptions leave nothing of a scope: one of them includes it, or several do, value by value."""
    scopes = tuple(exceptions)
    return any(_used_up_by(scope, scopes, facet) for facet in ASKS_ABOUT)


def _used_up_by(scope: Scope, exceptions: tuple[Scope, ...], facet: str) -> bool:
    """Whether the exceptions that fit in all other facets take up every value of one."""
    fitting = [exception for exception in exceptions if includes(exception, scope, but=facet)]
    if any(not getattr(exception, facet) for exception in fitting):
        return True
    asked = _values(scope, facet)
    return bool(asked) and asked <= frozenset().union(*(getattr(exception, facet) for exception in fitting))


def _facet_includes(wide: Scope, narrow: Scope, facet: str) -> bool:
    ours, theirs = getattr(wide, facet), getattr(narrow, facet)
    if not ours:
        return True
    if isinstance(ours, Lead):
        return theirs is not None and _lead_includes(ours, theirs)
    if isinstance(ours, Hours):
        return theirs is not None and _hours_include(ours, theirs)
    asked = _values(narrow, facet)
    return bool(asked) and asked <= ours


def _values(scope: Scope, facet: str) -> frozenset[object]:
    asked: frozenset[object] = getattr(scope, facet)
    return asked or _ALL.get(facet, frozenset())


def _lead_includes(wide: Lead, narrow: Lead) -> bool:
    early = wide.least is None or (narrow.least is not None and narrow.least >= wide.least)
    late = wide.most is None or (narrow.most is not None and narrow.most <= wide.most)
    return early and late


def _leads_meet(one: Lead, other: Lead) -> bool:
    least = max((lead.least for lead in (one, other) if lead.least is not None), default=None)
    most = min((lead.most for lead in (one, other) if lead.most is not None), default=None)
    return least is None or most is None or least <= most


def _hours_include(wide: Hours, narrow: Hours) -> bool:
    """Hours of the same days in the same zone, the one within the other; others are not compared."""
    return attrs.evolve(wide, opens=narrow.opens, closes=narrow.closes) == narrow and (
        wide.opens <= narrow.opens and narrow.closes <= wide.closes
    )
