"""Where and when a closed way opens: later that day, the first later day, and the other countries to write from."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

import attrs

from urgent_actions.guidance.guidance import Guidance
from urgent_actions.guidance.missions_for import turns_of
from urgent_actions.guidance.option import Option
from urgent_actions.guidance.prepared_case import PreparedCase
from urgent_actions.rules.rule import Rule
from urgent_actions.values.country import Country
from urgent_actions.values.country_codes import COUNTRY_CODES

Opening = tuple[Option, frozenset[Country]]
"""What could be done, and from which countries."""


@attrs.frozen
class Openings:
    """The questions that are asked again: of a later day, and from other countries.

    Args:
        guidance: what was answered, for whom and when.
        prepared: who answers.
    """

    guidance: Guidance
    prepared: PreparedCase

    def first_open(self, option: Option, country: Country | None = None) -> Option | None:
        """The way as it stands on the first later day on which it is not closed, if any such day is known."""
        turns = turns_of(self.prepared.case, self.prepared.missions)
        starts = [self.guidance.on, *(day for day in turns if day > self.guidance.on)]
        for start, end in zip(starts, [*starts[1:], None], strict=True):
            ways = ways_like(option, self._ask(start, country))
            if start > self.guidance.on and ways and ways[0].usable:
                return ways[0]
            days = [way.advice.reopens for way in ways if way.advice.reopens]
            if days and (end is None or min(days) < end):
                return ways_like(option, self._ask(min(days), country))[0]
        return None

    def later_that_day(self, option: Option) -> Option | None:
        """The way at the first later moment of the day at which it is not closed, if a moment was asked about."""
        moment = option.advice.reopens_at
        return ways_like(option, self._ask(self.guidance.on, None, moment))[0] if moment else None

    def elsewhere(self, option: Option) -> Iterator[Opening]:
        """The way as it is open today to who writes from other countries, the easier answer first."""
        found: dict[tuple[bool, bool], list[tuple[Option, tuple[Country, ...]]]] = {}
        for group, way in self._from_elsewhere(option, lasting=False):
            if way.usable:
                found.setdefault((bool(way.status), not way.advice.preferred), []).append((way, group))
        for _, groups in sorted(found.items()):
            yield groups[0][0], frozenset(country for _, group in groups for country in group)

    def first_open_elsewhere(self, option: Option) -> Opening | None:
        """The way on the first later day on which it is open to who writes from some other country."""
        found = [
            (later, group)
            for group, way in self._from_elsewhere(option, lasting=True)
            if not way.usable and (later := self.first_open(option, group[0])) and keeps_safe(option, later)
        ]
        first = min((later.advice.attempt.on for later, _ in found), default=None)
        soon = [(later, group) for later, group in found if later.advice.attempt.on == first]
        return (soon[0][0], frozenset(country for _, group in soon for country in group)) if soon else None

    def _from_elsewhere(self, option: Option, *, lasting: bool) -> Iterator[tuple[tuple[Country, ...], Option]]:
        for group in self.prepared.alike(sorted(self._candidates(option, lasting)), on=self.guidance.on):
            ways = ways_like(option, self._ask(self.guidance.on, group[0]))
            if ways and keeps_safe(option, ways[0]):
                yield group, ways[0]

    def _candidates(self, option: Option, lasting: bool) -> frozenset[Country]:
        """The countries that could make a difference: by the rules that close it, or by the missions there.

        Nobody is told to write as if from elsewhere who lives in a state that the case is about, nor to write from
        there: that is dangerous.
        """
        states = self._states()
        home = self.guidance.sender.country
        if home in states:
            return frozenset()
        rules = [rule for rule in option.advice.because if not (lasting and _may_end(rule))]
        free = frozenset.intersection(_EVERYWHERE, *map(_free_of, rules))
        return (free | self._hosts(option)) - states - {home}

    def _hosts(self, option: Option) -> frozenset[Country]:
        """Where a mission of the state serves senders, if the way is to a mission that the directory knows."""
        known = {target.id: target for target in self.prepared.case.targets}
        target = option.target
        if not target.kind.is_abroad or (known.get(target.id) == target and target.accredited_to is not None):
            return frozenset()
        missions = [m for m in self.prepared.missions if target.country in {None, m.state}]
        return frozenset(country for m in missions for country in (m.seat, *m.covers))

    def _states(self) -> frozenset[Country]:
        case = self.prepared.case
        return frozenset(state for state in (case.country, *(t.country for t in self.guidance.targets)) if state)

    def _ask(self, on: date, country: Country | None, moment: datetime | None = None) -> Guidance:
        """The same question on a day, from a country; the moment asked about counts only on the day that it lies on."""
        sender = attrs.evolve(self.guidance.sender, country=country or self.guidance.sender.country)
        attempts = [option.advice.attempt for option in self.guidance]
        there = {target.id for target in self.prepared.seen_from(sender.country, on).targets}
        failed = {(a.target, kind) for a in attempts for kind in a.failed if a.target in there}
        at = moment or next((a.at for a in attempts if a.on == on), None)
        return self.prepared.guide(sender, on=on, at=at, failed=failed)


def ways_like(option: Option, guidance: Guidance) -> tuple[Option, ...]:
    """The same way in another answer; where another mission stands there, its ways of that kind, the best first."""
    same = [way for way in guidance if (way.target.id, way.channel.kind) == (option.target.id, option.channel.kind)]
    exact = [way for way in same if way.target == option.target and way.channel == option.channel]
    return tuple(exact or sorted(same, key=lambda way: way.status))


def keeps_safe(option: Option, other: Option) -> bool:
    """Whether all that warns the sender because of ties still warns."""
    return _of_ties(option) <= _of_ties(other)


def _of_ties(option: Option) -> set[str]:
    return {rule.id for rule in (*option.advice.because, *option.advice.also) if rule.when.ties}


def _free_of(rule: Rule) -> frozenset[Country]:
    """The countries whose senders the rule may let through."""
    excepted = frozenset(country for scope in rule.unless for country in scope.senders)
    return excepted | (_EVERYWHERE - rule.when.senders if rule.when.senders else frozenset())


def _may_end(rule: Rule) -> bool:
    """Whether another day may lift it."""
    scopes: Iterable[object] = (part for scope in (rule.when, *rule.unless) for part in (scope.lead, scope.hours))
    return rule.during.last is not None or any(scopes)


_EVERYWHERE = frozenset(map(Country, COUNTRY_CODES))
