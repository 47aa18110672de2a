"""Rules, books and attempts at random, from pools so small that rules often apply."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from itertools import combinations
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from urgent_actions.rules.attempt import Attempt
from urgent_actions.rules.effect import Effect
from urgent_actions.rules.rule import Rule
from urgent_actions.rules.rulebook import RuleBook
from urgent_actions.rules.scope import FACETS, Scope
from urgent_actions.testing.strategies import values
from urgent_actions.values.address_state import AddressState
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.case_status import CaseStatus
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.source import Source
from urgent_actions.values.target_kind import TargetKind
from urgent_actions.values.text import Text
from urgent_actions.values.window import ALWAYS

T = TypeVar("T")

_CASES = tuple(map(CaseReference.parse, ("UA 82/20", "UA 82/21")))
_REASONS = (Text.of("no post is accepted"), Text([("en", "it is unsafe"), ("ru", "это опасно")]))
_GROUPS = ("section-de", "health-professional")
_ZONES = ("UTC", "Europe/Moscow", "America/New_York")
_OFTEN_ASKED = (ChannelKind.POST, ChannelKind.EMAIL, ChannelKind.PHONE, ChannelKind.TWITTER)

_PERHAPS_A_CLOCK = st.none() | st.times()
_PERHAPS_A_COUNTRY = st.none() | values.countries()
_PERHAPS_DAYS = st.none() | st.integers(-30, 60)


@st.composite
def attempts(draw: st.DrawFn) -> Attempt:
    """Attempts of which all is known, and such of which country, sender, deadline or hour are not."""
    on, zone = draw(values.days()), draw(st.sampled_from(_ZONES))
    clock = draw(_PERHAPS_A_CLOCK)
    return Attempt(
        draw(st.sampled_from(_CASES)),
        on,
        target=draw(values.target_keys()),
        target_kind=draw(values.target_kinds()),
        country=draw(_PERHAPS_A_COUNTRY),
        channel=draw(values.channel_kinds()),
        address=draw(values.address_states()),
        sender=draw(_PERHAPS_A_COUNTRY),
        ties=draw(_some_of(values.COUNTRIES, 0, 2)),
        languages=draw(_some_of(values.LANGUAGES, 0, 3)),
        affiliations=draw(_some_of(_GROUPS, 0, 2)),
        failed=draw(_some_of(_OFTEN_ASKED, 0, 1)),
        status=draw(st.sampled_from(CaseStatus)),
        at=None if clock is None else datetime.combine(on, clock, ZoneInfo(zone)),
        days_left=draw(_PERHAPS_DAYS),
    )


@st.composite
def scopes(draw: st.DrawFn, least: int = 0, most: int = 3) -> Scope:
    """Scopes that ask from `least` to `most` facets, each for several values."""
    facets = draw(st.lists(st.sampled_from(FACETS), unique=True, min_size=least, max_size=most))
    return Scope(**{facet: draw(_ASKED[facet]) for facet in facets})


@cache
def rules() -> st.SearchStrategy[Rule]:
    """Rules of every effect, some dated, some with exceptions."""
    return st.builds(
        Rule,
        st.integers(0, 999_999).map("rule {}".format),
        st.sampled_from(Effect),
        when=scopes(),
        unless=st.lists(scopes(least=1), max_size=2),
        during=st.just(ALWAYS) | values.windows(),
        reason=st.sampled_from(_REASONS),
        source=st.builds(Source, st.just("UA 82/20"), stated=st.none() | values.partial_dates()),
    )


def rulebooks(least: int = 0, most: int = 6) -> st.SearchStrategy[RuleBook]:
    """Books of `least` to `most` rules."""
    return st.lists(rules(), min_size=least, max_size=most, unique_by=lambda rule: rule.id).map(RuleBook)


@cache
def _some_of(pool: Iterable[T], least: int, most: int) -> st.SearchStrategy[frozenset[T]]:
    """Sets of so many members of a pool, in one draw."""
    members = tuple(pool)
    return st.sampled_from([frozenset(some) for size in range(least, most + 1) for some in combinations(members, size)])


_ASKED: dict[str, st.SearchStrategy[Any]] = {
    "cases": _some_of(_CASES, 1, 2),
    "countries": _some_of(values.COUNTRIES, 2, 4),
    "senders": _some_of(values.COUNTRIES, 2, 4),
    "ties": _some_of(values.COUNTRIES, 2, 4),
    "targets": _some_of(values.TARGET_KEYS, 2, 3),
    "kinds": _some_of(TargetKind, 4, 5),
    "channels": _some_of(_OFTEN_ASKED, 1, 3),
    "addresses": _some_of(AddressState, 2, 3),
    "languages": _some_of(values.LANGUAGES, 2, 4),
    "affiliations": _some_of(_GROUPS, 1, 2),
    "failed": _some_of(_OFTEN_ASKED, 1, 3),
    "statuses": _some_of(CaseStatus, 1, 2),
    "hours": values.hours(),
    "lead": values.leads(),
}
