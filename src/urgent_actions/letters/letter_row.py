"""One row of a table of supporters and what came of it: a letter, or why there is none."""

from collections.abc import Iterable, Iterator

import attrs

from urgent_actions.errors import InvalidValue, Problem, UrgentActionsError
from urgent_actions.guidance.option import Option
from urgent_actions.letters.bound_letter import BoundLetter
from urgent_actions.letters.letter import Letter
from urgent_actions.letters.mailing import Mailing
from urgent_actions.letters.sender_row import SenderRow
from urgent_actions.sender import Sender
from urgent_actions.values.text import Message


@attrs.frozen
class LetterRow:
    """A row, and its letter with the channel by which it goes.

    Args:
        row: the row.
        bound: the letter but for what is the sender's own; None where there is none.
        way: the channel that was named, as the guidance advises on it for this sender; None where none was named.
        because: the rules that close it, or that call for care, each as a sentence.
        problems: what is wrong with the row, or with the letter that came of it.
    """

    row: SenderRow
    bound: BoundLetter | None = attrs.field(default=None, kw_only=True)
    way: Option | None = attrs.field(default=None, kw_only=True)
    because: tuple[Message, ...] = attrs.field(default=(), kw_only=True)
    problems: tuple[Problem, ...] = attrs.field(default=(), kw_only=True)

    @property
    def sender(self) -> Sender:
        """Who signs.

        Raises:
            InvalidValue: the row describes nobody.
        """
        if self.row.sender is None:
            raise InvalidValue(*self.row.problems)
        return self.row.sender

    @property
    def letter(self) -> Letter | None:
        """The letter, filled in each time that it is asked for; None where there is none."""
        return None if self.bound is None else self.bound.letter(self.sender)

    def refused(self, problems: Iterable[Problem]) -> "LetterRow":
        """The same row without its letter, for what is wrong with that."""
        return LetterRow(self.row, problems=tuple(attrs.evolve(each, line=self.row.line) for each in problems))


def letter_rows(mailing: Mailing, rows: Iterable[SenderRow]) -> Iterator[LetterRow]:
    """Write the letters of rows one by one, each row told whatever came of it; nothing of any is kept.

    Args:
        mailing: what is the same for all letters.
        rows: the supporters.
    """
    for row in rows:
        yield _written(mailing, row)


def _written(mailing: Mailing, row: SenderRow) -> LetterRow:
    if row.sender is None:
        return LetterRow(row, problems=row.problems)
    way = mailing.ask(row.sender)
    if isinstance(way, tuple):
        return LetterRow(row, because=way)
    try:
        bound = mailing.bound_for(row.sender, way)
        bound.message.refuse_missing(row.sender)
        return LetterRow(row, bound=bound, way=way, because=mailing.cautions(way))
    except UrgentActionsError as error:
        return LetterRow(row).refused(error.problems)
