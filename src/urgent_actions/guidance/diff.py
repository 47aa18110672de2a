"""Which answers a change of rules changes: for whom, about which channel, on which days, and by which rules.

The laws, each held by a property test: a book does not differ from itself; every change that is told is what the two
books answer on each of its days, and every day on which they differ is told; to exchange the books exchanges before and
after, and nothing else.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta

from urgent_actions.case import Case
from urgent_actions.contact_channel import ContactChannel
from urgent_actions.guidance.changes import AnswerChange, Diff, RuleChange
from urgent_actions.guidance.prepared_case import NO_MISSIONS, PreparedCase
from urgent_actions.missions import MissionDirectory
from urgent_actions.rules.decision import Decision
from urgent_actions.rules.rulebook import RuleBook
from urgent_actions.sender import Sender
from urgent_actions.target import Target
from urgent_actions.values.arguments import refuse_wrong, several

_ONE_DAY = timedelta(days=1)

Way = tuple[Target, ContactChannel]


def diff(
    cases: Case | Iterable[Case],
    old: RuleBook,
    new: RuleBook,
    *,
    senders: Collection[Sender],
    days: Iterable[date],
    missions: MissionDirectory = NO_MISSIONS,
) -> Diff:
    """Compare what two books of rules answer, for every channel of some cases, some senders and some days.

    Args:
        cases: one case or several; the rules of each, and those that it implies, are asked beside both books.
        old: the rules before the change.
        new: the rules after it.
        senders: those who ask; of several with one profile (country, languages, ties, affiliations) one is asked.
        days: the days to compare, in any order.
        missions: the embassies that are known, before and after.

    Returns:
        The rules that differ, and the answers whose status or deciding rules differ, consecutive days as one change.

    Raises:
        InvalidValue: arguments are of another type, all of which are named, or a rule of a book has the id of a
            different rule of a case.
    """
    files, dates = (several((cases,) if isinstance(cases, Case) else cases), several(days))
    refuse_wrong(
        cases=(files, [Case]),
        old=(old, RuleBook),
        new=(new, RuleBook),
        senders=(senders, [Sender]),
        days=(dates, [date]),
        missions=(missions, MissionDirectory),
    )
    profiles = dict.fromkeys(sender.profile for sender in senders)
    changes: list[AnswerChange] = []
    for case in files:
        before, after = (PreparedCase(case, rules=rules, missions=missions) for rules in (old, new))
        for sender in profiles:
            changes += _joined(_changes_by_day(before, after, sender, sorted(set(dates))))
    return Diff(tuple(_rule_changes(old, new)), tuple(changes))


def _rule_changes(old: RuleBook, new: RuleBook) -> Iterator[RuleChange]:
    before, after = ({rule.id: rule for rule in book} for book in (old, new))
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            yield RuleChange(name, before.get(name), after=after.get(name))


def _changes_by_day(
    before: PreparedCase, after: PreparedCase, sender: Sender, days: Iterable[date]
) -> Iterator[AnswerChange]:
    """Every channel on every day on which it is answered otherwise."""
    case = before.case.reference
    for day in days:
        for (target, channel), (then, now) in _differing(before, after, sender, day).items():
            yield AnswerChange(
                case, sender, target=target, channel=channel, first=day, last=day, before=then, after=now
            )


def _differing(
    before: PreparedCase, after: PreparedCase, sender: Sender, day: date
) -> Mapping[Way, tuple[Decision, Decision]]:
    pairs = tuple(zip(before.decide(sender, on=day), after.decide(sender, on=day), strict=True))
    if not any(_differ(*pair) for pair in pairs):
        return {}
    options = before.guide(sender, on=day).options
    answers = zip(options, pairs, strict=True)
    return {(option.target, option.channel): pair for option, pair in answers if _differ(*pair)}


def _differ(then: Decision, now: Decision) -> bool:
    """Whether another status is answered, or other rules decide it."""
    return then.status is not now.status or set(then.because) != set(now.because)


def _joined(changes: Iterable[AnswerChange]) -> Iterator[AnswerChange]:
    """The changes with those of consecutive days joined, in the order of targets and channels, then of days."""
    runs: dict[Way, list[AnswerChange]] = {}
    for change in changes:
        earlier = runs.setdefault((change.target, change.channel), [])
        if earlier and earlier[-1].last + _ONE_DAY == change.first and earlier[-1].is_alike(change):
            earlier[-1] = earlier[-1].until(change.last)
        else:
            earlier.append(change)
    for run in runs.values():
        yield from run
