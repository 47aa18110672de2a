"""The rules that follow from what a case itself says: its dates, its status, its addresses, its embassies.

They are rules like any other, so that the laws of the book hold for them, and every answer names its reason and source.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

import attrs

from urgent_actions.case import Case
from urgent_actions.guidance.in_time import in_time_rules
from urgent_actions.guidance.mission_words import host_unknown, serves_others
from urgent_actions.rules.effect import Effect
from urgent_actions.rules.rule import Rule
from urgent_actions.rules.rulebook import RuleBook
from urgent_actions.rules.scope import Scope
from urgent_actions.target import Target
from urgent_actions.values.address_state import AddressState
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.case_status import CaseStatus
from urgent_actions.values.country import Country
from urgent_actions.values.listing import Listing
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.source import Source
from urgent_actions.values.target_kind import TargetKind
from urgent_actions.values.text import Message
from urgent_actions.values.window import Window

ANY = Scope()
IMPLIED = "implied: "
"""How the ids of these rules begin, and of no others."""

ONE_DAY = timedelta(days=1)

NOBODY: Mapping[str, frozenset[Country]] = MappingProxyType({})
"""No embassy is known to cover further countries."""

ITS_OWN: Mapping[str, Source] = MappingProxyType({})
"""Every target is one that the bulletin itself names."""


def implied_rules(
    case: Case, covered: Mapping[str, frozenset[Country]] = NOBODY, sources: Mapping[str, Source] = ITS_OWN
) -> RuleBook:
    """The rules implied by a case, each with the bulletin as its source and an id that begins with `implied:`.

    Args:
        case: the case.
        covered: the further countries that an embassy serves from its seat, by the id of its target.
        sources: who says where a target sits and when it answers, by its id, where that is not the bulletin.
    """
    refuse_wrong(case=(case, Case))
    return RuleBook(
        (
            *_before_issue(case),
            *_after_end(case),
            *_after_deadline(case),
            *_without_address(case),
            *_embassies_elsewhere(case, covered, sources),
            *_ties(case),
            *_own_country(case),
            *_failed_before(case),
            *_remarks(case),
            *_hours(case, sources),
            *in_time_rules(case, IMPLIED),
        )
    )


def _rule(
    case: Case, name: str, effect: Effect, reason: Message, *, when: Scope = ANY, source: Source | None = None
) -> Rule:
    scope = attrs.evolve(when, cases={case.reference})
    return Rule(f"{IMPLIED}{name}", effect, when=scope, reason=reason, source=source or case.source)


def _dated(rule: Rule, first: date | None = None, last: date | None = None) -> Rule:
    return attrs.evolve(rule, during=Window(first, last))


def _before_issue(case: Case) -> Iterator[Rule]:
    if case.issued is not None:
        reason = Message("The bulletin is not issued before {day}.", {"day": case.issued})
        yield _dated(_rule(case, "not issued yet", Effect.CLOSE, reason), last=case.issued.earliest - ONE_DAY)


def _after_end(case: Case) -> Iterator[Rule]:
    if case.status is CaseStatus.ENDED:
        reason = Message("The action has ended; no more letters are asked for.")
        end = case.ended_on or case.issued
        yield _dated(_rule(case, "ended", Effect.CLOSE, reason), end.earliest if end else None)


def _after_deadline(case: Case) -> Iterator[Rule]:
    if case.deadline is None:
        return
    after = case.deadline.last_day + ONE_DAY
    day = {"day": PartialDate.of(case.deadline.last_day)}
    if case.deadline.firm:
        reason = Message("The action expired on {day}.", day)
        yield _dated(_rule(case, "expired", Effect.CLOSE, reason), after)
    else:
        reason = Message("The last day for appeals was {day}; ask your section office before you write.", day)
        yield _dated(_rule(case, "after the deadline", Effect.CAUTION, reason), after)


_NO_ADDRESS = {
    AddressState.WITHHELD: Message("The page hides this address, so it cannot be used."),
    AddressState.UNREADABLE: Message("What the bulletin prints here cannot be an address."),
    AddressState.MISSING: Message("The bulletin prints no address for this."),
}


def _without_address(case: Case) -> Iterator[Rule]:
    for state, reason in _NO_ADDRESS.items():
        yield _rule(case, f"address {state}", Effect.CLOSE, reason, when=Scope(addresses={state}))


def _embassies_elsewhere(
    case: Case, covered: Mapping[str, frozenset[Country]], sources: Mapping[str, Source]
) -> Iterator[Rule]:
    for target in case.targets:
        if target.kind in {TargetKind.EMBASSY, TargetKind.CONSULATE}:
            yield _embassy_elsewhere(case, target, covered.get(target.id, frozenset()), sources.get(target.id))


def _embassy_elsewhere(case: Case, target: Target, further: frozenset[Country], source: Source | None) -> Rule:
    """An embassy serves its host country and what it covers; of one whose host is not known, only that can be said."""
    here, host = Scope(targets={target.id}), target.accredited_to
    if host is None:
        return _rule(case, f"host of {target.id}", Effect.NOTE, host_unknown(target.kind), when=here)
    reason = serves_others(target.kind, host, further)
    closed_here = _rule(case, f"host of {target.id}", Effect.CLOSE, reason, when=here, source=source)
    return attrs.evolve(closed_here, unless=Scope(senders={host, *further}))


def _ties(case: Case) -> Iterator[Rule]:
    for country in _countries(case):
        reason = Message(
            "You have ties to {country}: writing could harm you or people close to you; in doubt, do not write.",
            {"country": country},
        )
        yield _rule(
            case, f"ties to {country}", Effect.CAUTION, reason, when=_about(case, country, Scope(ties={country}))
        )


def _own_country(case: Case) -> Iterator[Rule]:
    """Who lives where the letters go is warned, unless the bulletin is addressed to supporters in that very country."""
    for country in _countries(case):
        if case.publisher is None or case.publisher.country != country:
            reason = Message(
                "You write from {country} itself: writing could harm you; in doubt, do not write.",
                {"country": country},
            )
            yield _rule(
                case,
                f"writing from {country}",
                Effect.CAUTION,
                reason,
                when=_about(case, country, Scope(senders={country})),
            )


def _failed_before(case: Case) -> Iterator[Rule]:
    kinds = {channel.kind for target in case.targets for channel in target.channels}
    reason = Message("You did not get through this way before.")
    for kind in sorted(kinds, key=str):
        yield _rule(case, f"{kind} failed before", Effect.CAUTION, reason, when=Scope(channels={kind}, failed={kind}))


def _remarks(case: Case) -> Iterator[Rule]:
    if case.languages:
        reason = Message("Write in {languages} if you can.", {"languages": Listing(case.languages, "or")})
        yield _rule(case, "languages", Effect.NOTE, reason)
    for target in case.targets:
        if target.copy:
            reason = Message("Only a copy goes here.")
            yield _rule(case, f"copy to {target.id}", Effect.NOTE, reason, when=Scope(targets={target.id}))


def _hours(case: Case, sources: Mapping[str, Source]) -> Iterator[Rule]:
    for target in case.targets:
        for channel in target.channels:
            if channel.hours is not None:
                name = f"hours of {target.id}: {channel.hours}"
                here = Scope(targets={target.id}, channels={channel.kind})
                reason = Message("It is answered {hours}.", {"hours": channel.hours})
                yield _rule(case, name, Effect.NOTE, reason, when=here, source=sources.get(target.id))


def _about(case: Case, country: Country, scope: Scope) -> Scope:
    """The attempts that touch a country: all of the case if it happened there, else those to its officials."""
    return scope if country == case.country else attrs.evolve(scope, countries={country})


def _countries(case: Case) -> list[Country]:
    states = {target.country for target in case.targets} | {case.country}
    return sorted(country for country in states if country is not None)
