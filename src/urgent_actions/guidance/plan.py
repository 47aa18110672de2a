"""A plan: what to do first, what next, and what cannot be done yet."""

from collections.abc import Iterator, Sequence

import attrs

from urgent_actions.case import Case, Choice
from urgent_actions.guidance.change import Change, Facet
from urgent_actions.guidance.guidance import Guidance
from urgent_actions.guidance.prepared_case import PreparedCase
from urgent_actions.guidance.said import said
from urgent_actions.guidance.step import Role, Step
from urgent_actions.guidance.what_if import what_if
from urgent_actions.guidance.words import STATUSES
from urgent_actions.target import Target
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.html_table import html_table
from urgent_actions.values.language import Language
from urgent_actions.values.printable import printable
from urgent_actions.values.text import Message


@attrs.frozen
class Unreached:
    """A target to whom nothing can be sent on the day, and the smallest change known that would open a way to it."""

    target: Target
    hint: Change | None

    def explain(self, locale: Language | str = "en") -> str:
        """That it cannot be reached, and what would help."""
        blanks = {"target": self.target.post}
        cannot = Message("{target} cannot be reached on this day.", blanks).say(locale)
        return f"{cannot} {self.hint.explain(locale)}" if self.hint else cannot


@attrs.frozen
class Plan:
    """The steps of one sender on one day, what helps most first.

    Args:
        case: the case.
        steps: what can be done, in its order; nothing that is closed.
        unreached: the targets that no step is for.
    """

    case: Case
    steps: tuple[Step, ...]
    unreached: tuple[Unreached, ...] = attrs.field(default=(), kw_only=True)

    def explain(self, locale: Language | str = "en") -> str:
        """A numbered line for each step, then one for each target that cannot be reached."""
        steps = (f"{number}. {step.explain(locale)}" for number, step in enumerate(self.steps, start=1))
        return "\n".join(map(printable, (*steps, *(one.explain(locale) for one in self.unreached))))

    def rows(self, locale: Language | str = "en") -> list[tuple[str, str, str, str]]:
        """Target, channel with address, status, and why it stands there, of every step, as text."""
        return [
            (
                step.option.target.post,
                said(step.option.channel, locale),
                STATUSES[step.option.status].say(locale),
                "\n".join(reason.say(locale) for reason in step.because),
            )
            for step in self.steps
        ]

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    def _repr_html_(self) -> str:
        rows = [(number, *row) for number, row in enumerate(self.rows(), start=1)]
        header = ("", "Target", "Channel", "Status", "Why")
        return html_table(rows, header=header, caption=str(self.case.reference))


def plan(guidance: Guidance, prepared: PreparedCase) -> Plan:
    """Put what can be done in order: what is open, then preferred, then in time, then soonest there.

    Where the case asks to write to each of its targets, or does not say to how many, the best way to each comes first.
    Where any will do, the target with the best way comes first, and where one is named, that one; the others follow as
    alternatives. A copy comes right after the first letter to an official of the same state, else after the first
    letter. Further ways come last.

    Args:
        guidance: what was answered.
        prepared: the case that answered, with its rules and missions; it says what would open a target that cannot be
            reached.

    Raises:
        InvalidValue: an argument is of another type; all of them are named.
    """
    refuse_wrong(guidance=(guidance, Guidance), prepared=(prepared, PreparedCase))
    ways = _ways(guidance)
    letters = [ways[target.id] for target in guidance.targets if target.id in ways and not target.copy]
    copies = [ways[target.id] for target in guidance.targets if target.id in ways and target.copy]
    chosen, others = _chosen(letters, guidance.case.choose)
    steps = [*_with_copies([best for best, *_ in chosen], [best for best, *_ in copies])]
    steps += [attrs.evolve(step, role=Role.OTHER_WAY) for _, *further in (*chosen, *copies) for step in further]
    steps += [attrs.evolve(step, role=Role.INSTEAD) for target in others for step in target]
    unreached = (target for target in guidance.targets if target.id not in ways)
    missed = tuple(Unreached(target, _hint(target, guidance, prepared)) for target in unreached)
    return Plan(guidance.case, tuple(steps), unreached=missed)


def _ways(guidance: Guidance) -> dict[str, list[Step]]:
    """The ways to each target that can be reached, the best first."""
    ways: dict[str, list[Step]] = {}
    for option in guidance.options:
        if option.usable:
            ways.setdefault(option.target.id, []).append(Step.of(option, guidance.case))
    return {target: sorted(steps, key=lambda step: step.rank) for target, steps in ways.items()}


def _chosen(letters: list[list[Step]], choose: Choice | None) -> tuple[list[list[Step]], list[list[Step]]]:
    """To whom to write, and to whom one may write instead."""
    ranked = letters if choose is Choice.ONE else sorted(letters, key=lambda steps: steps[0].rank)
    return (ranked[:1], ranked[1:]) if choose in {Choice.ANY, Choice.ONE} else (ranked, [])


def _with_copies(letters: Sequence[Step], copies: Sequence[Step]) -> Iterator[Step]:
    left = list(copies)
    states = {letter.option.target.country for letter in letters}
    for number, letter in enumerate(letters):
        yield letter
        state = letter.option.target.country
        going = [copy for copy in left if copy.option.target.country == state]
        going += [copy for copy in left if number == 0 and copy.option.target.country not in states]
        yield from going
        left = [copy for copy in left if copy not in going]
    yield from left


def _hint(target: Target, guidance: Guidance, prepared: PreparedCase) -> Change | None:
    """The smallest change that opens a way to the target itself; of two alike, that of the nearer day."""
    options = guidance.of(target.id)
    found = [change for option in options for change in what_if(guidance, option, prepared)]
    own = [change for change in found if Facet.TARGET not in change.facets]
    return min(own, key=_size, default=None)


def _size(change: Change) -> tuple[object, ...]:
    order = list(Facet)
    kinds = [order.index(facet) for facet in change.facets]
    return len(change.facets), kinds, change.when, change.option.status
