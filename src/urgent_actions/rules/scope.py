"""Which attempts a rule speaks of: a set of values for each question it asks, all of which must hold."""

from collections.abc import Iterator

import attrs

from urgent_actions.errors import Problem, refuse_if
from urgent_actions.rules.attempt import Attempt
from urgent_actions.values.address_state import AddressState
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.case_status import CaseStatus
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country
from urgent_actions.values.field_types import wrong_types
from urgent_actions.values.hours import Hours
from urgent_actions.values.key import is_key, wrong_keys
from urgent_actions.values.language import Language
from urgent_actions.values.lead import Lead
from urgent_actions.values.plain_forms import (
    as_address_states,
    as_case_statuses,
    as_channel_kinds,
    as_countries,
    as_language_set,
    as_references,
    as_strings,
    as_target_kinds,
)
from urgent_actions.values.target_kind import TargetKind

Asked = frozenset[object] | Hours | Lead
"""What one facet asks for."""


@attrs.frozen(kw_only=True)
class Scope:
    """What must be true of an attempt, facet by facet; an empty facet asks nothing.

    Args:
        cases: the case is one of these.
        countries: the target answers for one of these states.
        senders: the sender writes from one of these countries.
        ties: the sender has ties to one of these countries.
        targets: the target's id is one of these.
        kinds: the target is of one of these kinds.
        channels: the channel is of one of these kinds.
        addresses: the address is in one of these states.
        languages: the sender writes one of these languages.
        affiliations: the sender belongs to one of these groups: a section, a profession, a network, as keys.
        failed: by one of these kinds of channel the sender did not get through to the target before.
        statuses: the case is in one of these statuses.
        hours: the moment lies in these hours; an attempt that names only a day is meant if they open on that day.
        lead: so many days are left to the deadline; an attempt without a deadline is never meant.

    Raises:
        InvalidValue: a facet asks for what no attempt can have; all such values are named at once.

    What is unknown of an attempt meets no facet that asks for it. Codes and words stand for their values; one bare
    string where a set is meant is refused, and so is every word that the list of its facet does not have.

    >>> from datetime import date
    >>> post_to_russia = Scope(countries={"RU"}, channels={"post"})
    >>> e_mail = Attempt(CaseReference.parse("UA 82/20"), date(2020, 5, 25), target="prosecutor",
    ...     target_kind=TargetKind.OFFICIAL, country=Country("RU"), channel=ChannelKind.EMAIL)
    >>> e_mail in post_to_russia
    False
    """

    cases: frozenset[CaseReference] = attrs.field(default=frozenset(), converter=as_references)
    countries: frozenset[Country] = attrs.field(default=frozenset(), converter=as_countries)
    senders: frozenset[Country] = attrs.field(default=frozenset(), converter=as_countries)
    ties: frozenset[Country] = attrs.field(default=frozenset(), converter=as_countries)
    targets: frozenset[str] = attrs.field(default=frozenset(), converter=as_strings)
    kinds: frozenset[TargetKind] = attrs.field(default=frozenset(), converter=as_target_kinds)
    channels: frozenset[ChannelKind] = attrs.field(default=frozenset(), converter=as_channel_kinds)
    addresses: frozenset[AddressState] = attrs.field(default=frozenset(), converter=as_address_states)
    languages: frozenset[Language] = attrs.field(default=frozenset(), converter=as_language_set)
    affiliations: frozenset[str] = attrs.field(default=frozenset(), converter=as_strings)
    failed: frozenset[ChannelKind] = attrs.field(default=frozenset(), converter=as_channel_kinds)
    statuses: frozenset[CaseStatus] = attrs.field(default=frozenset(), converter=as_case_statuses)
    hours: Hours | None = None
    lead: Lead | None = None

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems_in(self))

    def __contains__(self, attempt: Attempt) -> bool:
        """Whether the attempt meets every facet."""
        return next(self.unmet(attempt), None) is None

    def unmet(self, attempt: Attempt) -> Iterator[str]:
        """The names of the facets that the attempt does not meet, in the order of the fields."""
        for facet, values in self.asked:
            if not _meets(facet, values, attempt):
                yield facet

    @property
    def asked(self) -> tuple[tuple[str, Asked], ...]:
        """The facets that ask something, each with its values, in the order of the fields."""
        return tuple((name, value) for name in FACETS if (value := getattr(self, name)))


FACETS = tuple(field.name for field in attrs.fields(Scope))

ASKS_ABOUT = {
    "cases": "case",
    "countries": "country",
    "senders": "sender",
    "targets": "target",
    "kinds": "target_kind",
    "channels": "channel",
    "addresses": "address",
    "ties": "ties",
    "languages": "languages",
    "affiliations": "affiliations",
    "failed": "failed",
    "statuses": "status",
}
"""The field of an attempt that each facet with a set of values asks about."""


def _problems_in(scope: Scope) -> Iterator[Problem]:
    if scope.lead is not None and not isinstance(scope.lead, Lead):
        yield Problem("bad-lead", f"lead is {scope.lead!r}", where="lead", way_out="give Lead(least, most)")
    yield from wrong_types(scope, {"hours": (Hours, type(None))})
    for key in sorted(scope.targets):
        if not is_key(key):
            way_out = "give the id that the case has for it"
            yield Problem("bad-target-id", f"{key!r} is not a target's id", where="targets", way_out=way_out)
    yield from wrong_keys("affiliations", scope.affiliations)


def _meets(facet: str, asked: Asked, attempt: Attempt) -> bool:
    if isinstance(asked, Lead):
        return attempt.days_left is not None and attempt.days_left in asked
    if isinstance(asked, Hours):
        return asked.open_on(attempt.on) if attempt.at is None else attempt.at in asked
    known = getattr(attempt, ASKS_ABOUT[facet])
    return bool(asked & known) if isinstance(known, frozenset) else known in asked
