"""What the notes of a page settle, whatever its layout: the last day, the end, the choice, languages, hours, and care.

A note stays a note, in its words; what it settles is stated in the field where the rules look for it. What the layout
itself has settled stands, and of two notes the first counts.
"""

from collections.abc import Callable, Sequence

import attrs

from urgent_actions.bulletins.asked_words import asked_choice, asked_languages, ended_on, says_ended
from urgent_actions.bulletins.conclusions import tell_odd_deadline
from urgent_actions.bulletins.in_care_of import Care, care_in
from urgent_actions.bulletins.last_days import last_day_in
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.requests import whole_sentences_of
from urgent_actions.bulletins.telephone_hours import hours_in
from urgent_actions.case import Case
from urgent_actions.contact_channel import ContactChannel
from urgent_actions.target import Target
from urgent_actions.values.address_state import AddressState
from urgent_actions.values.case_status import CaseStatus
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.deadline import Deadline

_SPOKEN = ("en", "fr", "es", "de")
"""The languages in which sentences are understood."""


@attrs.frozen(eq=False)
class _Sentence:
    """One sentence of a note: its words, where the note stood, and the languages in which its dates may be."""

    text: str
    at: Sequence[Piece]
    languages: tuple[str, ...]


def with_what_notes_say(case: Case, ledger: Ledger) -> Case:
    """The case with what its notes settle, the places noted."""
    spoken = case.edition.language.tag
    languages = tuple(dict.fromkeys(tag for tag in (spoken, "en") if tag in _SPOKEN))
    places: dict[str, list[Piece]] = {}
    for path, piece in ledger.claims:
        places.setdefault(path, []).append(piece)
    for number, note in enumerate(case.notes):
        at = places.get(f"notes[{number}]", [])
        for words in whole_sentences_of(Piece(note.text, 0, len(note.text)), languages):
            sentence = _Sentence(str(words), at, languages)
            for settle in _SETTLERS:
                case = settle(case, sentence, ledger)
    return case


def _with_deadline(case: Case, said: _Sentence, ledger: Ledger) -> Case:
    found = last_day_in(said.text, said.languages)
    at = said.at[0] if said.at else None
    if found is None:
        return case
    if not isinstance(found, Deadline):
        ledger.warn(found.code, found.what, at, found.way_out)
        return case
    if case.deadline is not None:
        return case
    ledger.claim("deadline", said.at)
    case = attrs.evolve(case, deadline=found)
    tell_odd_deadline(case, ledger, at)
    return case


def _with_end(case: Case, said: _Sentence, ledger: Ledger) -> Case:
    if not says_ended(said.text):
        return case
    ledger.claim("status", said.at)
    since = case.ended_on or ended_on(said.text, said.languages)
    return attrs.evolve(case, status=CaseStatus.ENDED, ended_on=since)


def _with_choice(case: Case, said: _Sentence, ledger: Ledger) -> Case:
    choice = asked_choice(said.text) if case.choose is None else None
    if choice is None:
        return case
    ledger.claim("choose", said.at)
    return attrs.evolve(case, choose=choice)


def _with_languages(case: Case, said: _Sentence, ledger: Ledger) -> Case:
    found = [] if case.languages else asked_languages(said.text)
    for number, _ in enumerate(found):
        ledger.claim(f"languages[{number}]", said.at)
    return attrs.evolve(case, languages=found) if found else case


def _with_hours(case: Case, said: _Sentence, _: Ledger) -> Case:
    """Hours belong to the one target that has a telephone; with several nobody can tell whose they are."""
    phoned = [number for number, target in enumerate(case.targets) if target.by(ChannelKind.PHONE)]
    hours = hours_in(said.text, case.targets[phoned[0]].country) if len(phoned) == 1 else None
    if hours is None:
        return case
    return _with_channels(
        case,
        phoned,
        lambda one: attrs.evolve(one, hours=hours) if one.kind is ChannelKind.PHONE and one.hours is None else one,
    )


def _with_care(case: Case, said: _Sentence, _: Ledger) -> Case:
    care = care_in(said.text)
    if care is None:
        return case
    meant = [number for number, target in enumerate(case.targets) if _is_meant(target, care)]
    if len(meant) > 1 and not care.is_for_all:
        return case
    return _with_channels(case, meant, lambda one: attrs.evolve(one, via=care.body) if _led(one, care) else one)


def _is_meant(target: Target, care: Care) -> bool:
    return not target.kind.is_abroad and not target.copy and any(one.kind is care.kind for one in target.channels)


def _led(channel: ContactChannel, care: Care) -> bool:
    return channel.kind is care.kind and channel.via is None and channel.state is AddressState.KNOWN


def _with_channels(case: Case, numbers: Sequence[int], change: Callable[[ContactChannel], ContactChannel]) -> Case:
    targets = list(case.targets)
    for number in numbers:
        targets[number] = attrs.evolve(targets[number], channels=map(change, targets[number].channels))
    return attrs.evolve(case, targets=targets)


_SETTLERS = (_with_deadline, _with_end, _with_choice, _with_languages, _with_hours, _with_care)
