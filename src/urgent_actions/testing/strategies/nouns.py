"""Cases and all that they are made of, at random; senders, reports and missions too."""

from functools import cache
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st

from urgent_actions.action_report import MOST, ActionReport
from urgent_actions.bounce import Bounce
from urgent_actions.case import Case, Choice, Subject, SubjectNews
from urgent_actions.case_history import CaseHistory
from urgent_actions.contact_channel import Address, ContactChannel
from urgent_actions.correction import Correction
from urgent_actions.edition import Edition, EditionKind
from urgent_actions.errors import InvalidValue
from urgent_actions.letter_template import BLANKS, LetterTemplate, TemplateText, literal
from urgent_actions.missions import Mission, MissionDirectory
from urgent_actions.note import Note, NoteKind
from urgent_actions.record import Record
from urgent_actions.record_fields import Basis
from urgent_actions.reply import Reply
from urgent_actions.sender import Sender
from urgent_actions.target import Target
from urgent_actions.testing.strategies import addresses, rules, values
from urgent_actions.values.address_state import AddressState
from urgent_actions.values.case_status import CaseStatus
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country
from urgent_actions.values.impact import Impact
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.reply_kind import ReplyKind
from urgent_actions.values.target_kind import TargetKind
from urgent_actions.withdrawal import Withdrawal

T = TypeVar("T")

_HIDDEN = st.sampled_from([state for state in AddressState if state is not AddressState.KNOWN])
_ABROAD = st.sampled_from([kind for kind in TargetKind if kind.is_abroad])


@cache
def channels() -> st.SearchStrategy[ContactChannel]:
    """Ways to reach somebody, with an address that fits, and without one."""
    return known_channels() | st.builds(
        ContactChannel,
        values.channel_kinds(),
        state=_HIDDEN,
        printed=_maybe(values.words()),
        note=_maybe(values.words()),
    )


@cache
def known_channels() -> st.SearchStrategy[ContactChannel]:
    """Ways to reach somebody whose address is known."""
    return values.channel_kinds().flatmap(_channel_of)


@cache
def targets() -> st.SearchStrategy[Target]:
    """Posts at home, and posts abroad with the country in which they sit."""
    at_home = st.sampled_from([kind for kind in TargetKind if not kind.is_abroad])
    return _targets(at_home, st.none()) | _targets(_ABROAD, _maybe(values.countries()))


@cache
def templates() -> st.SearchStrategy[LetterTemplate]:
    """Model letters with blanks and braces, in one to three languages."""
    blanks = st.sampled_from(BLANKS).map("{{{}}}".format)
    lines = st.lists(values.words().map(literal) | blanks, min_size=1, max_size=6).map("\n\n".join)
    text = st.builds(TemplateText, values.languages(), lines, opening=_maybe(values.words().map(literal)))
    return st.lists(text, min_size=1, max_size=3, unique_by=lambda text: text.language).map(LetterTemplate)


@cache
def editions() -> st.SearchStrategy[Edition]:
    """Documents of every kind, with and without date, ordinal and index number."""
    return st.builds(
        Edition,
        st.sampled_from(EditionKind),
        _maybe(values.partial_dates()),
        ordinal=_maybe(st.integers(1, 9)),
        index=_maybe(values.index_numbers()),
        language=values.languages(),
        url=_maybe(addresses.web_links()),
    )


@cache
def cases() -> st.SearchStrategy[Case]:
    """Cases with up to three targets and rules; ended ones now and then."""
    return _cases(st.just(CaseStatus.OPEN), st.none()) | _cases(
        st.just(CaseStatus.ENDED), _maybe(values.partial_dates())
    )


@cache
def histories() -> st.SearchStrategy[CaseHistory]:
    """One to four editions of one case that do not contradict one another."""
    documents = st.lists(editions(), min_size=1, max_size=4)
    return st.builds(_history_of, cases(), documents)


def _history_of(case: Case, documents: list[Edition]) -> CaseHistory:
    """The first document, and those after it that the history takes in."""
    history = CaseHistory([attrs.evolve(case, edition=documents[0])])
    for document in documents[1:]:
        try:
            history = history.add(attrs.evolve(case, edition=document))
        except InvalidValue:
            continue
    return history


@cache
def senders() -> st.SearchStrategy[Sender]:
    """Supporters from a few countries, some with ties, a name, an address and words of their own."""
    return st.builds(
        Sender,
        values.countries(),
        st.lists(values.languages(), max_size=3),
        ties=st.frozensets(values.countries(), max_size=2),
        name=_maybe(values.words()),
        address=_maybe(addresses.postal_addresses().map(str)),
        own_words=_maybe(values.words()),
    )


@cache
def reports() -> st.SearchStrategy[ActionReport]:
    """Reports of every count, basis and way, with and without target, country and token."""
    return st.builds(ActionReport, _report_ids(), values.references(), **_claims())


@cache
def corrections() -> st.SearchStrategy[Correction]:
    """Reports said anew."""
    return st.builds(Correction, reports(), corrected_on=values.days())


@cache
def records() -> st.SearchStrategy[Record]:
    """Reports, and later facts of every kind."""
    return st.one_of(reports(), corrections(), *map(records_of, (Withdrawal, Bounce, Reply)))


@cache
def records_of(kind: type[Withdrawal | Bounce | Reply]) -> st.SearchStrategy[Record]:
    """Later facts of one kind, a reply with and without its impact."""
    fact: dict[str, Any] = {"id": _report_ids(), "case": values.references(), "on": values.days()}
    if kind is Reply:
        fact |= {"reply": st.sampled_from(ReplyKind), "impact": _maybe(st.sampled_from(Impact))}
    return st.builds(kind, **fact)


@cache
def _report_ids() -> st.SearchStrategy[str]:
    return st.from_regex(r"[A-Za-z0-9_.:-]{1,64}", fullmatch=True)


def _claims() -> dict[str, st.SearchStrategy[Any]]:
    """What a report and its correction say."""
    return {
        "channel": values.channel_kinds(),
        "on": values.days(),
        "target": _maybe(values.target_keys()),
        "count": st.integers(1, 20) | st.integers(1, MOST),
        "country": _maybe(values.countries()),
        "language": _maybe(values.languages()),
        "basis": st.sampled_from(Basis),
        "supporter": _maybe(st.from_regex(r"[0-9a-f]{32}", fullmatch=True)),
    }


@cache
def missions() -> st.SearchStrategy[Mission]:
    """Embassies and consulates with what they cover, and permanent missions with their organisation."""
    return _targets(_ABROAD, values.countries(), values.countries()).flatmap(_missions_at)


@cache
def mission_directories() -> st.SearchStrategy[MissionDirectory]:
    """Directories of up to four missions."""
    return st.lists(missions(), max_size=4, unique_by=lambda mission: mission.target.id).map(MissionDirectory)


def _missions_at(target: Target) -> st.SearchStrategy[Mission]:
    permanent = target.kind is TargetKind.MISSION
    further = values.countries().filter(lambda country: country not in {target.country, target.accredited_to})
    return st.builds(
        Mission,
        st.just(target),
        values.sources(),
        during=values.windows(),
        covers=st.just(frozenset()) if permanent else st.frozensets(further, max_size=2),
        to=st.sampled_from(["UN", "EU"]) if permanent else st.none(),
    )


def _maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | strategy


@cache
def _channel_of(kind: ChannelKind) -> st.SearchStrategy[ContactChannel]:
    hours = _maybe(values.hours()) if kind.takes_number else st.none()
    return st.builds(
        ContactChannel,
        st.just(kind),
        _addresses(kind),
        via=_maybe(values.words()),
        hours=hours,
        verified=_maybe(values.partial_dates()),
    )


@cache
def _addresses(kind: ChannelKind) -> st.SearchStrategy[Address]:
    if kind is ChannelKind.POST:
        return addresses.postal_addresses()
    if kind is ChannelKind.EMAIL:
        return addresses.email_addresses()
    if kind.takes_number or kind is ChannelKind.TELEX:
        return addresses.phone_numbers()
    return addresses.handles() | addresses.web_links() if kind.is_social else addresses.web_links()


def _targets(
    kinds: st.SearchStrategy[TargetKind],
    hosts: st.SearchStrategy[Country | None],
    states: st.SearchStrategy[Country | None] | None = None,
) -> st.SearchStrategy[Target]:
    return st.builds(
        Target,
        values.target_keys(),
        kinds,
        name=_maybe(values.words()),
        office=_maybe(values.words()),
        title=_maybe(st.sampled_from(["H.E.", "General"])),
        organisation=values.words(),
        country=_maybe(values.countries()) if states is None else states,
        accredited_to=hosts,
        copy=st.booleans(),
        salutation=_maybe(values.texts()),
        channels=st.lists(channels(), max_size=4),
    )


def _cases(
    status: st.SearchStrategy[CaseStatus], ended_on: st.SearchStrategy[PartialDate | None]
) -> st.SearchStrategy[Case]:
    subjects = st.builds(
        Subject,
        values.words(),
        pronouns=_maybe(st.just("they/them")),
        description=_maybe(values.words()),
        news=_maybe(st.sampled_from(SubjectNews)),
    )
    return st.builds(
        Case,
        values.references(),
        editions(),
        publisher=_maybe(values.publishers()),
        title=_maybe(values.words()),
        country=_maybe(values.countries()),
        subjects=st.lists(subjects, max_size=2),
        summary=_maybe(values.words()),
        demands=st.lists(values.words(), max_size=2),
        deadline=_maybe(values.deadlines()),
        status=status,
        ended_on=ended_on,
        choose=_maybe(st.sampled_from(Choice)),
        languages=st.lists(values.languages(), max_size=2),
        targets=st.lists(targets(), max_size=3, unique_by=lambda target: target.id),
        rules=st.lists(rules.rules(), max_size=3, unique_by=lambda rule: rule.id),
        letter=_maybe(templates()),
        notes=st.lists(st.builds(Note, st.sampled_from(NoteKind), values.words()), max_size=2),
    )
