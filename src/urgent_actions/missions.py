"""Which embassy stands for which state in which country, from its own seat there or from another country."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

import attrs

from urgent_actions.errors import Problem, refuse_if
from urgent_actions.target import Target
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.country import Country
from urgent_actions.values.field_types import wrong_members, wrong_types
from urgent_actions.values.plain_forms import as_countries, as_country, as_target_kind, as_tuple
from urgent_actions.values.source import Source
from urgent_actions.values.target_kind import TargetKind
from urgent_actions.values.window import ALWAYS, Window


def _in_order(countries: frozenset[Country]) -> str:
    """The countries by their codes, so that equal missions are shown alike."""
    return f"frozenset({{{', '.join(map(repr, sorted(countries)))}}})" if countries else "frozenset()"


@attrs.frozen
class Mission:
    """One embassy, consulate or permanent mission: the target that it is, from when to when, and who says so.

    The state is the target's `country`, the country in which it sits the target's `accredited_to`. An embassy is often
    accredited in further countries that have none of their own; a permanent mission is accredited to an organisation.

    Args:
        target: the post, with its channels.
        source: who says so, and when that was last checked.
        during: the days on which it stands as it is told here; an address that changed is a mission of its own.
        covers: the further countries that an embassy or consulate serves from its seat.
        to: the organisation that a permanent mission is accredited to, in short: `UN`.

    Raises:
        InvalidValue: fields contradict one another; all problems at once.
    """

    target: Target
    source: Source
    during: Window = attrs.field(default=ALWAYS, kw_only=True)
    covers: frozenset[Country] = attrs.field(default=frozenset(), kw_only=True, converter=as_countries, repr=_in_order)
    to: str | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems_in(self))

    @property
    def state(self) -> Country:
        """The state that it stands for."""
        return as_country(self.target.country or "")

    @property
    def seat(self) -> Country:
        """The country in which it sits."""
        return as_country(self.target.accredited_to or "")

    def serves(self, state: Country | str, host: Country | str, on: date) -> bool:
        """Whether it stands for a state on a day in a country in which it sits or which it covers."""
        refuse_wrong(on=(on, date))
        there = as_country(host)
        return self.state == as_country(state) and there in {self.seat, *self.covers} and on in self.during


@attrs.frozen
class Accreditation:
    """How a mission stands for its state in a country: it sits there, or covers it from elsewhere."""

    mission: Mission
    host: Country

    @property
    def resident(self) -> bool:
        """Whether the mission sits in that country."""
        return self.mission.seat == self.host

    @property
    def target(self) -> Target:
        """The post to write to."""
        return self.mission.target


def _as_missions(missions: Iterable[Mission]) -> tuple[Mission, ...]:
    return as_tuple(missions)


@attrs.frozen
class MissionDirectory:
    """The missions that are known. One that is not in it is unknown, not absent.

    The order of the missions is kept, and changes no answer.

    Raises:
        InvalidValue: on some day two missions have one id; give the first an end where an address has changed.
    """

    missions: tuple[Mission, ...] = attrs.field(default=(), converter=_as_missions)

    def __attrs_post_init__(self) -> None:
        refuse_if(wrong_members("missions", self.missions, Mission))
        refuse_if(_standing_twice(self.missions))

    def find(
        self, state: Country | str, host: Country | str, on: date, *, kind: TargetKind | str = TargetKind.EMBASSY
    ) -> tuple[Accreditation, ...]:
        """Who stands for a state in a country on a day; empty where that is unknown, which is an answer.

        Args:
            state: the state that is represented.
            host: the country in which it is.
            on: the day.
            kind: embassies, consulates, or the permanent missions that sit in that country.

        Returns:
            Those that sit in the country, then those that cover it from elsewhere, each group by seat and id.

        Raises:
            InvalidValue: there is no such country or kind of target, or the day is none.
        """
        refuse_wrong(on=(on, date))
        wanted, there = as_target_kind(kind), as_country(host)
        known = self._by_place.get((as_country(state), there), ())
        found = (Accreditation(m, there) for m in known if m.target.kind is wanted and on in m.during)
        return tuple(sorted(found, key=lambda one: (not one.resident, _place(one.mission))))

    def permanent(self, state: Country | str, organisation: str, on: date) -> tuple[Mission, ...]:
        """The permanent missions of a state to an organisation on a day, wherever they sit, by seat and id."""
        refuse_wrong(organisation=(organisation, str), on=(on, date))
        of = as_country(state)
        found = (m for m in self.missions if m.to == organisation and m.state == of and on in m.during)
        return tuple(sorted(found, key=_place))

    @cached_property
    def _by_place(self) -> dict[tuple[Country, Country], list[Mission]]:
        """The missions by their state and each country that they serve."""
        found: dict[tuple[Country, Country], list[Mission]] = {}
        for mission in self.missions:
            for host in {mission.seat, *mission.covers}:
                found.setdefault((mission.state, host), []).append(mission)
        return found

    def __iter__(self) -> Iterator[Mission]:
        return iter(self.missions)

    def __len__(self) -> int:
        return len(self.missions)


def _place(mission: Mission) -> tuple[str, str]:
    return mission.seat.code, mission.target.id


def _standing_twice(missions: tuple[Mission, ...]) -> Iterator[Problem]:
    known: dict[str, list[Mission]] = {}
    for number, mission in enumerate(missions):
        others = known.setdefault(mission.target.id, [])
        if any(mission.during & other.during for other in others):
            what = f"the mission {mission.target.id!r} stands there twice for the same days"
            way_out = "give the one an end and the other a beginning, or another id"
            yield Problem("duplicate-mission", what, where=f"missions[{number}]", way_out=way_out)
        others.append(mission)


def _problems_in(mission: Mission) -> Iterator[Problem]:
    yield from wrong_types(mission, {"source": Source, "during": Window, "to": (str, type(None))})
    if not isinstance(mission.target, Target):
        yield Problem("wrong-type", f"{mission.target!r} is not a Target", where="target")
        return
    if not mission.target.kind.is_abroad:
        yield Problem("no-mission", f"a target of kind {mission.target.kind} is no mission", where="target.kind")
    for name in ("country", "accredited_to"):
        if getattr(mission.target, name) is None:
            yield Problem(
                "mission-without-place", f"the mission {mission.target} has no {name}", where=f"target.{name}"
            )
    yield from _wrongly_accredited(mission)


def _wrongly_accredited(mission: Mission) -> Iterator[Problem]:
    """A permanent mission is accredited to an organisation, any other to countries: its seat, and what it covers."""
    permanent = mission.target.kind is TargetKind.MISSION
    if permanent and not str(mission.to or "").strip():
        way_out = "name it in short, such as 'UN'"
        yield Problem("no-organisation", "a permanent mission is to an organisation", where="to", way_out=way_out)
    if mission.to is not None and not permanent:
        what = f"a target of kind {mission.target.kind} is accredited to an organisation"
        yield Problem("organisation-of-embassy", what, where="to", way_out="only permanent missions are")
    if permanent and mission.covers:
        yield Problem("mission-covers", "a permanent mission covers no countries", where="covers")
    for country in sorted(mission.covers & {mission.target.country, mission.target.accredited_to}):
        what = f"{country} is where it sits or whom it stands for, not a further country"
        yield Problem("covers-itself", what, where="covers", way_out="leave it out")
