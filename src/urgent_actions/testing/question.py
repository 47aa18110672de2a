"""How the cells of a row become a question, to a book of rules alone or to the guidance on a case."""

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from urgent_actions.case import Case
from urgent_actions.errors import InvalidValue, Problem
from urgent_actions.guidance.prepared_case import PreparedCase
from urgent_actions.missions import MissionDirectory
from urgent_actions.rules.advice import Advice
from urgent_actions.rules.attempt import Attempt
from urgent_actions.rules.rulebook import RuleBook
from urgent_actions.sender import Sender
from urgent_actions.testing.cells import EXPECTED

Cells = Mapping[str, Any]


@attrs.frozen
class Question:
    """Which cells a row may have, which it must have, and how they are answered.

    Args:
        needed: the columns without which nothing can be asked.
        further: the columns that may say more.
        book: the rules that decide.
        answer: gives the advice on the channels that a row means, at least one.
    """

    needed: tuple[str, ...]
    further: tuple[str, ...]
    book: RuleBook
    answer: Callable[[Cells], tuple[Advice, ...]]

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns that a table may have."""
        return (*self.needed, *self.further, *EXPECTED)


def question_to_rules(book: RuleBook) -> Question:
    """A row is one attempt, and the book alone answers."""
    needed = ("case", "on", "target", "kind", "channel")
    further = ("country", "address", "from", "ties", *_OF_SENDER, "case status", "at", "days left")
    return Question(needed, further, book, lambda cells: (book.advise(_attempt(cells)),))


def question_to_case(case: Case, rules: RuleBook, missions: MissionDirectory) -> Question:
    """A row is one sender who asks for one channel of one target of a case."""
    prepared = PreparedCase(case, rules=rules, missions=missions)

    def answer(cells: Cells) -> tuple[Advice, ...]:
        groups = cells.get("affiliations", ())
        sender = Sender(cells["from"], cells.get("languages", ()), ties=cells.get("ties", ()), affiliations=groups)
        failed = [(cells["target"], kind) for kind in cells.get("failed", ())]
        guidance = prepared.guide(sender, on=cells["on"], at=cells.get("at"), failed=failed)
        options = guidance.of(cells["target"])
        found = tuple(option.advice for option in options if option.channel.kind is cells["channel"])
        if not found:
            what = f"{cells['target']} has no channel {str(cells['channel'])!r}"
            known = ", ".join(sorted({str(option.channel.kind) for option in options}))
            raise InvalidValue(Problem("unknown-channel", what, where="channel", way_out=f"it has {known or 'none'}"))
        return found

    return Question(("from", "on", "target", "channel"), ("ties", *_OF_SENDER, "at"), prepared.rules, answer)


_OF_SENDER = ("languages", "affiliations", "failed")
_FIELDS = {"kind": "target_kind", "from": "sender", "days left": "days_left", "case status": "status"}


def _attempt(cells: Cells) -> Attempt:
    given = {_FIELDS.get(column, column): value for column, value in cells.items() if column not in EXPECTED}
    return Attempt(given.pop("case"), given.pop("on"), **given)
