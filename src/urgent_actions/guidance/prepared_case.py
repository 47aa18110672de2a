"""A case made ready to be asked by many senders: one profile of senders on one day has one answer, decided once."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, datetime

import attrs

from urgent_actions.case import Case
from urgent_actions.contact_channel import ContactChannel
from urgent_actions.guidance.guidance import Guidance
from urgent_actions.guidance.implied import ITS_OWN, NOBODY, implied_rules
from urgent_actions.guidance.missions_for import Representation, represented, turns_of
from urgent_actions.guidance.option import Option
from urgent_actions.guidance.tried import Failed, tried_in_vain
from urgent_actions.missions import MissionDirectory
from urgent_actions.rules.attempt import Attempt
from urgent_actions.rules.decision import Decision
from urgent_actions.rules.index import Index
from urgent_actions.rules.rule import Rule
from urgent_actions.rules.rulebook import RuleBook
from urgent_actions.sender import Sender
from urgent_actions.target import Target
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country
from urgent_actions.values.plain_forms import as_country
from urgent_actions.values.source import Source
from urgent_actions.values.text import Message

NO_RULES = RuleBook()
NO_MISSIONS = MissionDirectory()
MOST_REMEMBERED = 100_000  # answers, some megabytes

Difference = tuple[Case, frozenset[tuple[str, frozenset[Country]]], frozenset[tuple[str, Source]], tuple[Rule, ...]]
"""What the missions in a country make of a case: its targets, whom they cover, who names them, and what is noted."""


class PreparedCase:
    """A case with all rules about it, ready to answer.

    It remembers its answers: the second sender of one profile (country, languages, ties, affiliations) on one day costs
    a look-up.

    Args:
        case: the case, as its bulletin states it.
        rules: further rules; the case's own and those that it implies are always asked.
        missions: the embassies that are known.

    Raises:
        InvalidValue: a rule of `rules` has the id of a different rule of the case.

    >>> from urgent_actions.values.case_reference import CaseReference
    >>> prepared = PreparedCase(Case(CaseReference.parse("UA 82/20")))
    >>> prepared.decide(Sender("US"), on=date(2020, 5, 25))
    ()
    """

    def __init__(self, case: Case, *, rules: RuleBook = NO_RULES, missions: MissionDirectory = NO_MISSIONS) -> None:
        refuse_wrong(case=(case, Case), rules=(rules, RuleBook), missions=(missions, MissionDirectory))
        self._given = rules | RuleBook(case.rules)
        self.case = case
        self.rules = self._given | implied_rules(case)
        self.missions = missions
        self._turns = turns_of(case, missions)
        self._desks: dict[tuple[Country, int], _Desk] = {}  # of each country between two turns
        self._shared: dict[Difference, _Desk] = {_difference(_alone(case)): _desk_of(case, self.rules)}
        self._answers: dict[tuple[object, ...], tuple[Decision, ...]] = {}

    def decide(self, sender: Sender, *, on: date) -> tuple[Decision, ...]:
        """Decide every option of `guide(sender, on=on)`, in its order: the status, and the rules that it comes from."""
        if type(sender) is not Sender:  # looked at first, since to look it up is to trust it
            refuse_wrong(sender=(sender, Sender), on=(on, date))
        profile = (sender.country, sender.languages, sender.ties, sender.affiliations, on)
        found = self._answers.get(profile)
        if found is None:
            found = self._answers[profile] = self._decided(sender, on)
        return found

    def guide(self, sender: Sender, *, on: date, at: datetime | None = None, failed: Failed = ()) -> Guidance:
        """Say what a sender can do on a day, why not the rest, and where to write instead; see `guide`."""
        refuse_wrong(sender=(sender, Sender), on=(on, date), at=(at, (datetime, type(None))))
        desk = self._desk(sender.country, on)
        tried = tried_in_vain(desk.case, failed)
        attempts = [self._attempt(way, sender, on=on, at=at, failed=tried[way.target.id]) for way in desk.ways]
        answers = zip(desk.ways, map(desk.book.advise, attempts), strict=True)
        options = tuple(Option(way.target, way.channel, advice) for way, advice in answers)
        return Guidance(self.case, sender.profile, on=on, options=options, unknown=desk.unknown)

    def seen_from(self, country: Country | str, on: date) -> Case:
        """The case as it is for senders in a country on a day, with the missions that stand there for its states."""
        return self._desk(as_country(country), on).case

    def alike(self, countries: Iterable[Country], *, on: date) -> tuple[tuple[Country, ...], ...]:
        """Countries from which every sender gets the same answers on a day, together."""
        groups: dict[tuple[int, int], list[Country]] = {}
        for country in countries:
            desk = self._desk(country, on)
            key = id(desk.book), desk.book.index.bits_of(("senders", country))
            groups.setdefault(key, []).append(country)
        return tuple(map(tuple, groups.values()))

    def _decided(self, sender: Sender, on: date) -> tuple[Decision, ...]:
        refuse_wrong(on=(on, date))
        if len(self._answers) >= MOST_REMEMBERED:
            self._answers.clear()
        desk = self._desk(sender.country, on)
        index, left = desk.book.index, self._days_left(on)
        of_sender = index.bits_of(
            ("senders", sender.country),
            ("ties", sender.ties),
            ("languages", frozenset(sender.languages)),
            ("affiliations", sender.affiliations),
        )
        shared = index.bits_on(on, left) & index.bits_at(on, None) & of_sender
        return tuple(index.decide_bits(shared & way.bits) for way in desk.ways)

    def _desk(self, country: Country, on: date) -> "_Desk":
        """The desk of a country on a day, the same on all days on which the same missions stand."""
        key = country, bisect_right(self._turns, on)
        found = self._desks.get(key)
        if found is None:
            found = self._desks[key] = self._new_desk(represented(self.case, country, on, self.missions))
        return found

    def _new_desk(self, here: Representation) -> "_Desk":
        """A desk with the rules that it shares with every country to which the missions make the same difference."""
        key = _difference(here)
        if key not in self._shared:
            book = self._given | implied_rules(here.case, here.covered, here.sources) | RuleBook(here.notes)
            self._shared[key] = _desk_of(here.case, book)
        return attrs.evolve(self._shared[key], unknown=here.unknown)

    def _attempt(
        self, way: "_Way", sender: Sender, *, on: date, at: datetime | None, failed: frozenset[ChannelKind]
    ) -> Attempt:
        """The question that the rules are asked: this sender, this target, this channel, this day."""
        return Attempt(
            self.case.reference,
            on,
            target=way.target.id,
            target_kind=way.target.kind,
            country=way.target.country,
            channel=way.channel.kind,
            address=way.channel.state,
            sender=sender.country,
            ties=sender.ties,
            languages=frozenset(sender.languages),
            affiliations=sender.affiliations,
            failed=failed,
            status=self.case.status,
            at=at,
            days_left=self._days_left(on),
        )

    def _days_left(self, on: date) -> int | None:
        return self.case.deadline.days_left(on) if self.case.deadline else None


@attrs.frozen
class _Way:
    """A channel of a target, and the scopes that are content with both, as bits of the index."""

    target: Target
    channel: ContactChannel
    bits: int


@attrs.frozen
class _Desk:
    """What is the same for all who write from one country while the same missions serve it."""

    case: Case
    book: RuleBook
    ways: tuple[_Way, ...] = attrs.field(kw_only=True)
    unknown: tuple[Message, ...] = attrs.field(default=(), kw_only=True)


def _alone(case: Case) -> Representation:
    """A case as it is where no mission is known."""
    return Representation(case, NOBODY, ITS_OWN, (), ())


def _difference(here: Representation) -> Difference:
    return here.case, frozenset(here.covered.items()), frozenset(here.sources.items()), here.notes


def _desk_of(case: Case, book: RuleBook) -> _Desk:
    ways = (
        _Way(target, channel, _bits(book.index, case, target, channel))
        for target in case.targets
        for channel in target.channels
    )
    return _Desk(case, book, ways=tuple(ways))


def _bits(index: Index, case: Case, target: Target, channel: ContactChannel) -> int:
    """The scopes that are content with the case, the target and the channel."""
    return index.bits_of(
        ("cases", case.reference),
        ("statuses", case.status),
        ("targets", target.id),
        ("kinds", target.kind),
        ("countries", target.country),
        ("channels", channel.kind),
        ("addresses", channel.state),
        ("failed", frozenset()),
    )
