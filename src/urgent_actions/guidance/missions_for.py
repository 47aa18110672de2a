"""Who stands for the states of a case where the sender is: in the place of an open request, or beside the targets."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from urgent_actions.case import Case
from urgent_actions.guidance.implied import IMPLIED
from urgent_actions.guidance.mission_words import in_its_place, no_address_known, nobody_known
from urgent_actions.missions import Accreditation, Mission, MissionDirectory
from urgent_actions.note import NoteKind
from urgent_actions.rules.effect import Effect
from urgent_actions.rules.rule import Rule
from urgent_actions.rules.scope import Scope
from urgent_actions.target import Target, target_id
from urgent_actions.values.address_state import AddressState
from urgent_actions.values.country import Country
from urgent_actions.values.source import Source
from urgent_actions.values.target_kind import TargetKind
from urgent_actions.values.text import Message

_KINDS = (TargetKind.EMBASSY, TargetKind.CONSULATE)


@attrs.frozen
class Representation:
    """A case as it is for senders in one country on one day.

    Args:
        case: the case; an open request is resolved where a mission is known, and those that join come last.
        covered: the further countries that an embassy serves, by the id of its target.
        sources: who says how to reach a target that was found, by its id.
        notes: what is to be said of those that are no embassy in the sender's own country.
        unknown: whom nobody knows, with the way out.
    """

    case: Case
    covered: Mapping[str, frozenset[Country]]
    sources: Mapping[str, Source]
    notes: tuple[Rule, ...]
    unknown: tuple[Message, ...]


def represented(case: Case, host: Country, on: date, missions: MissionDirectory) -> Representation:
    """Who stands for the states of a case in a country on a day, as far as the case and a directory know.

    An embassy of the case without a country and an address is an open request, and so is the note that asks for copies
    to the diplomats accredited to the sender's country. What joins beside the targets gets a copy just if the
    bulletin only asks for copies.
    """
    targets = {target.id: target for target in case.targets}
    listed = {target.id: mission for target in case.targets if (mission := _listed(target, on, missions))}
    covered = {key: mission.covers for key, mission in listed.items() if mission.covers}
    sources: dict[str, Source] = {}
    notes: list[Rule] = []
    unknown: list[Message] = []
    for state in _states(case, host):
        for kind in _KINDS:
            search = _Search(case, state, kind, host, _best(missions, state, kind, host, on=on), listed)
            for target, found in search.placed(taken=targets.keys()):
                targets[target.id] = target
                covered[target.id] = found.mission.covers
                sources[target.id] = found.mission.source
                notes.extend(search.note_on(target.id, found))
            notes.extend(search.notes_on_named())
            unknown.extend(search.unknown())
    here = tuple(targets.values())
    case_here = case if here == case.targets else attrs.evolve(case, targets=here)
    return Representation(case_here, covered, sources, tuple(notes), tuple(unknown))


def turns_of(case: Case, missions: MissionDirectory) -> list[date]:
    """The days, in order, on which other missions stand for a state of a case than the day before."""
    states = {case.country, *(target.country for target in case.targets)}
    days = (day for mission in missions if mission.state in states for day in mission.during.boundaries)
    return sorted(set(days))


@attrs.frozen
class _Search:
    """The search for one kind of post of one state in one country, what was found for it, and what the case names."""

    case: Case
    state: Country
    kind: TargetKind
    host: Country
    found: tuple[Accreditation, ...]
    listed: Mapping[str, Mission]

    @property
    def named(self) -> tuple[Target, ...]:
        """The posts of that kind and state that the case names, wherever they sit."""
        return tuple(target for target in self.case.targets if target.kind is self.kind and self._is_of(target))

    @property
    def open(self) -> tuple[Target, ...]:
        """Those of them that are only asked for: nobody says where they sit, or how to reach them."""
        return tuple(target for target in self.named if _is_open(target))

    @property
    def noted(self) -> bool:
        """Whether a note asks for copies to the diplomats in the sender's own country."""
        copies = any(note.kind is NoteKind.COPY_TO_EMBASSY for note in self.case.notes)
        return copies and self.kind is TargetKind.EMBASSY

    @property
    def served(self) -> bool:
        """Whether the case itself names a post of the state in the sender's country."""
        return any(target.accredited_to == self.host and self._is_of(target) for target in self.case.targets)

    @property
    def asked(self) -> bool:
        """Whether the case asks to write to such a post in the sender's country, or to one elsewhere."""
        elsewhere = any(target.accredited_to for target in self.named)
        return bool(self.open) or (not self.served and (elsewhere or self.noted))

    def placed(self, taken: Iterable[str]) -> Iterator[tuple[Target, Accreditation]]:
        """The missions as targets: in the place of an open request, or with an id of their own."""
        joining = bool(self.open) or (not self.served and (self.asked or self.kind is TargetKind.EMBASSY))
        keys = {*taken}
        places = iter(self.open)
        for found in self.found if joining else ():
            if found.target.channels and not self._names(found):
                place = next(places, None)
                target = self._joining(found, keys) if place is None else _resolved(place, found)
                keys.add(target.id)
                yield target, found

    def note_on(self, key: str, found: Accreditation) -> Iterator[Rule]:
        """What is to be said of one that is no embassy in the sender's own country."""
        if found.target.kind is not self.kind or not found.resident:
            reason = in_its_place(self.kind, found)
            here = Scope(cases={self.case.reference}, targets={key})
            mission, name = found.mission, f"{IMPLIED}{key} for {self.host}"
            yield Rule(name, Effect.NOTE, when=here, during=mission.during, reason=reason, source=mission.source)

    def notes_on_named(self) -> Iterator[Rule]:
        """The same of a post elsewhere that the case names and that covers the sender's country."""
        for key, mission in self.listed.items():
            for found in self.found:
                if found.mission == mission:
                    yield from self.note_on(key, found)

    def unknown(self) -> Iterator[Message]:
        """Whom the case asks to write to, and nobody knows how."""
        if self.asked and not self.found:
            yield nobody_known(self.kind, self.state, self.host)
        elif self.asked and not any(found.target.channels or self._names(found) for found in self.found):
            yield no_address_known(self.kind, self.state, self.host)

    def _joining(self, found: Accreditation, taken: set[str]) -> Target:
        named = self.named
        copy = all(target.copy for target in named) if named else self.noted
        return attrs.evolve(found.target, id=target_id(found.target.id, taken=taken), copy=copy)

    def _names(self, found: Accreditation) -> bool:
        """Whether the case itself names the mission."""
        return found.mission in self.listed.values()

    def _is_of(self, target: Target) -> bool:
        return (target.country or self.case.country) == self.state


def _best(
    missions: MissionDirectory, state: Country, kind: TargetKind, host: Country, *, on: date
) -> tuple[Accreditation, ...]:
    """Those that sit in the country, else those that cover it, else the permanent missions that sit there."""
    found = missions.find(state, host, on, kind=kind)
    resident = tuple(one for one in found if one.resident)
    if found or kind is not TargetKind.EMBASSY:
        return resident or found
    return missions.find(state, host, on, kind=TargetKind.MISSION)


def _listed(target: Target, on: date, missions: MissionDirectory) -> Mission | None:
    """The mission of the directory that a target of the case is: the only one at its seat, or the one with its id."""
    if target.kind not in _KINDS or target.country is None or target.accredited_to is None:
        return None
    found = missions.find(target.country, target.accredited_to, on, kind=target.kind)
    there = [one.mission for one in found if one.resident]
    same = [mission for mission in there if len(there) == 1 or mission.target.id == target.id]
    return same[0] if same else None


def _resolved(place: Target, found: Accreditation) -> Target:
    salutation = place.salutation or found.target.salutation
    return attrs.evolve(found.target, id=place.id, copy=place.copy, salutation=salutation)


def _is_open(target: Target) -> bool:
    known = any(channel.state is AddressState.KNOWN for channel in target.channels)
    return target.kind in _KINDS and target.accredited_to is None and not known


def _states(case: Case, host: Country) -> list[Country]:
    """The states that the targets answer for, and that of the case where copies go to its diplomats; none at home."""
    asked = any(_is_open(target) for target in case.targets) or any(
        note.kind is NoteKind.COPY_TO_EMBASSY for note in case.notes
    )
    states = [target.country for target in case.targets] + ([case.country] if asked else [])
    return [state for state in dict.fromkeys(states) if state is not None and state != host]
