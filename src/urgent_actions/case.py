"""The file on a person or community at risk, as one publisher's latest bulletin states it."""

from collections.abc import Iterable, Iterator

import attrs

from urgent_actions.edition import Edition
from urgent_actions.errors import Problem, UnknownTarget, did_you_mean, refuse_if
from urgent_actions.letter_template import LetterTemplate
from urgent_actions.note import Note
from urgent_actions.rules.rule import Rule
from urgent_actions.target import Target
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.case_status import CaseStatus
from urgent_actions.values.country import Country
from urgent_actions.values.deadline import Deadline
from urgent_actions.values.field_types import Kinds, wrong_members, wrong_types
from urgent_actions.values.html_table import html_table
from urgent_actions.values.language import Language
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.plain_forms import (
    as_case_status,
    as_country_or_none,
    as_languages,
    as_partial_date_or_none,
    as_reference,
    as_tuple,
)
from urgent_actions.values.publisher import Publisher
from urgent_actions.values.source import Source
from urgent_actions.values.word import Word

MOST_WEEKS = 104
"""The weeks that an assumed deadline may be away: two years."""


class Choice(Word):
    """To how many of its targets a bulletin asks a supporter to write."""

    ANY = "any"
    ALL = "all"
    ONE = "one"


class SubjectNews(Word):
    """What an edition says has changed for one of its subjects."""

    NEW = "new"
    """Named here for the first time: `New name:`."""
    RELEASED = "released"
    """Free again: `Released:`."""
    DEAD = "dead"
    """No longer alive: `Killed:`, `Executed:`."""


def _as_news(value: SubjectNews | str | None) -> SubjectNews | None:
    return None if value is None else SubjectNews.of(value)


@attrs.frozen
class Subject:
    """A person or community at risk.

    Args:
        name: as the bulletin gives it; `one man` where it gives none.
        pronouns: only where the bulletin gives them, never guessed from a name.
        description: who they are, in the words of the bulletin.
        news: what this edition says has changed for them, where it says so.
    """

    name: str
    pronouns: str | None = attrs.field(default=None, kw_only=True)
    description: str | None = attrs.field(default=None, kw_only=True)
    news: SubjectNews | None = attrs.field(default=None, kw_only=True, converter=_as_news)

    def __attrs_post_init__(self) -> None:
        refuse_if(wrong_types(self, {"name": str, "pronouns": (str, type(None)), "description": (str, type(None))}))
        if not self.name.strip():
            refuse_if([Problem("nameless-subject", "a subject needs a name", where="name")])

    def __str__(self) -> str:
        return self.name


def _as_choice(value: Choice | str | None) -> Choice | None:
    return None if value is None else Choice.of(value)


# one converter for each type, since type checkers do not read generic ones


def _as_subjects(subjects: Iterable[Subject]) -> tuple[Subject, ...]:
    return as_tuple(subjects)


def _as_demands(demands: Iterable[str]) -> tuple[str, ...]:
    return as_tuple(demands)


def _as_targets(targets: Iterable[Target]) -> tuple[Target, ...]:
    return as_tuple(targets)


def _as_rules(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    return as_tuple(rules)


def _as_notes(notes: Iterable[Note]) -> tuple[Note, ...]:
    return as_tuple(notes)


@attrs.frozen
class Case:
    """One case, in one edition, by one publisher.

    Args:
        reference: its number, the same through every update and with every publisher.
        edition: which document of the case this is, when it was issued, in which language.
        publisher: whose bulletin it is.
        title: the heading, without labels and number.
        country: where the violation is.
        subjects: the people or communities at risk.
        summary: what happened, as paragraphs set off by blank lines.
        demands: what the letters ask for.
        deadline: the last day for appeals, where there is one; none is ever assumed.
        status: open or ended.
        ended_on: when it ended, where that is said.
        choose: whether to write to any, all or one of the targets, where that is said.
        languages: the languages that the bulletin asks to write in.
        targets: to whom to write, in the order of the bulletin.
        rules: the instructions that close, caution or prefer, as rules.
        letter: the model letter.
        notes: the instructions that are no rules.

    Raises:
        InvalidValue: fields contradict one another; all problems at once. What a bulletin may print by mistake, such as
            a deadline before its own date, is no error here: the reader of bulletins and `lint` flag it.
    """

    reference: CaseReference = attrs.field(converter=as_reference)
    edition: Edition = attrs.field(factory=Edition)
    publisher: Publisher | None = attrs.field(default=None, kw_only=True)
    title: str | None = attrs.field(default=None, kw_only=True)
    country: Country | None = attrs.field(default=None, kw_only=True, converter=as_country_or_none)
    subjects: tuple[Subject, ...] = attrs.field(default=(), kw_only=True, converter=_as_subjects)
    summary: str | None = attrs.field(default=None, kw_only=True)
    demands: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=_as_demands)
    deadline: Deadline | None = attrs.field(default=None, kw_only=True)
    status: CaseStatus = attrs.field(default=CaseStatus.OPEN, kw_only=True, converter=as_case_status)
    ended_on: PartialDate | None = attrs.field(default=None, kw_only=True, converter=as_partial_date_or_none)
    choose: Choice | None = attrs.field(default=None, kw_only=True, converter=_as_choice)
    languages: tuple[Language, ...] = attrs.field(default=(), kw_only=True, converter=as_languages)
    targets: tuple[Target, ...] = attrs.field(default=(), kw_only=True, converter=_as_targets)
    rules: tuple[Rule, ...] = attrs.field(default=(), kw_only=True, converter=_as_rules)
    letter: LetterTemplate | None = attrs.field(default=None, kw_only=True)
    notes: tuple[Note, ...] = attrs.field(default=(), kw_only=True, converter=_as_notes)

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems_in(self))

    @property
    def issued(self) -> PartialDate | None:
        """The date of this edition."""
        return self.edition.issued

    @property
    def source(self) -> Source:
        """This bulletin as the source of what it says."""
        publisher = self.publisher.name if self.publisher else None
        return Source(str(self.reference), self.edition.url, publisher=publisher, stated=self.issued)

    def target(self, target_id: str) -> Target:
        """The target with an id.

        Raises:
            UnknownTarget: the case has no such target; the nearest id is named.
        """
        for target in self.targets:
            if target.id == target_id:
                return target
        ids = [target.id for target in self.targets]
        way_out = did_you_mean(str(target_id), ids) if ids else ""
        what = f"{self.reference} has no target {target_id!r}"
        raise UnknownTarget(Problem("unknown-target", what, where="target", way_out=way_out))

    def with_default_deadline(self, weeks: int = 6) -> "Case":
        """The case with a deadline so many weeks after its date, if it has a date and no deadline of its own.

        Appeals usually run for six weeks. That is a custom and no statement of the bulletin, so it is only ever a
        default to ask for; such a deadline is marked as assumed, and is not firm.

        Raises:
            InvalidValue: the number of weeks is not from 1 to 104.
        """
        from dateutil.relativedelta import relativedelta

        if type(weeks) is not int or not 1 <= weeks <= MOST_WEEKS:
            what = f"a deadline of {weeks!r} weeks is not one of 1 to {MOST_WEEKS}"
            refuse_if([Problem("bad-weeks", what, where="weeks", way_out="appeals usually run for 6 weeks")])
        if self.deadline is not None or self.issued is None:
            return self
        return attrs.evolve(self, deadline=Deadline(self.issued.latest + relativedelta(weeks=weeks), assumed=True))

    def rows(self) -> list[tuple[str, str]]:
        """What the case says, as pairs of a label and a text, without what is not known."""
        parts = {
            "Case": self.reference,
            "Title": self.title,
            "Country": self.country.name() if self.country else None,
            "At risk": ", ".join(map(str, self.subjects)),
            "Issued": self.issued,
            "Deadline": self.deadline.on if self.deadline else "none given",
            "Status": self.status,
            "Publisher": self.publisher,
        }
        rows = [(label, str(value)) for label, value in parts.items() if value]
        for target in self.targets:
            rows += [(f"To {target}", "\n".join(map(_said, target.channels)))]
        return rows

    def _repr_html_(self) -> str:
        return html_table(self.rows(), header=("", str(self.reference)))


def _said(channel: object) -> str:
    return str(channel).replace("\n", ", ")


_NONE = type(None)
_KINDS: dict[str, Kinds] = {
    "edition": Edition,
    "publisher": (Publisher, _NONE),
    "title": (str, _NONE),
    "summary": (str, _NONE),
    "deadline": (Deadline, _NONE),
    "letter": (LetterTemplate, _NONE),
}
_MEMBERS = {"subjects": Subject, "demands": str, "targets": Target, "rules": Rule, "notes": Note}


def _problems_in(case: Case) -> Iterator[Problem]:
    yield from wrong_types(case, _KINDS)
    for name, kind in _MEMBERS.items():
        yield from wrong_members(name, getattr(case, name), kind)
    ids = [target.id for target in case.targets if isinstance(target, Target)]
    for number, name in enumerate(ids):
        if name in ids[:number]:
            what = f"two targets have the id {name!r}"
            yield Problem("duplicate-target", what, where=f"targets[{number}].id", way_out="number the second one")
    rule_ids = [rule.id for rule in case.rules if isinstance(rule, Rule)]
    for number, name in enumerate(rule_ids):
        if name in rule_ids[:number]:
            what = f"two rules have the id {name!r}"
            yield Problem("duplicate-id", what, where=f"rules[{number}].id", way_out="give one of them another id")
    if case.ended_on is not None and case.status is CaseStatus.OPEN:
        what = f"the case is open, and ended on {case.ended_on}"
        yield Problem("open-but-ended", what, where="ended_on", way_out="set status to 'ended', or leave ended_on out")
