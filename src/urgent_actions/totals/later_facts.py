"""What became of one report: its correction, withdrawal, bounce and replies, joined in any order.

Law: `|` is commutative, associative and idempotent. Each part is taken by a rule that is: the greatest of corrections,
the earliest withdrawal and bounce, the union of the replies.
"""

from collections.abc import Callable, Iterator
from typing import TypeVar

import attrs

from urgent_actions.action_report import ActionReport
from urgent_actions.bounce import Bounce
from urgent_actions.correction import Correction
from urgent_actions.reply import Reply
from urgent_actions.totals.claim import Rank, claim
from urgent_actions.withdrawal import Withdrawal

F = TypeVar("F")

Fact = Correction | Withdrawal | Bounce | Reply


@attrs.frozen
class LaterFacts:
    """The facts about the report of one id in one case.

    Args:
        correction: what the report should have said; of several the one stated last, of those of one day the smaller
            claim.
        withdrawal: the earliest.
        bounce: the earliest.
        replies: all of them, each once.
    """

    correction: Correction | None = None
    withdrawal: Withdrawal | None = None
    bounce: Bounce | None = None
    replies: frozenset[Reply] = frozenset()

    @classmethod
    def of(cls, fact: Fact) -> "LaterFacts":
        """What one record tells."""
        match fact:
            case Correction():
                return cls(correction=fact)
            case Withdrawal():
                return cls(withdrawal=fact)
            case Bounce():
                return cls(bounce=fact)
            case Reply():
                return cls(replies=frozenset({fact}))

    def corrected(self, report: ActionReport) -> ActionReport:
        """The report as it should have been, as far as that is known."""
        return report if self.correction is None else self.correction.report

    def __or__(self, other: "LaterFacts") -> "LaterFacts":
        if not isinstance(other, LaterFacts):
            return NotImplemented
        return LaterFacts(
            _preferred(self.correction, other.correction, _later_then_smaller),
            _preferred(self.withdrawal, other.withdrawal, _day),
            _preferred(self.bounce, other.bounce, _day),
            self.replies | other.replies,
        )

    def __iter__(self) -> Iterator[Fact]:
        """The records that are left of all that came in."""
        yield from (fact for fact in (self.correction, self.withdrawal, self.bounce) if fact is not None)
        yield from sorted(self.replies, key=lambda reply: (reply.on, str(reply.reply), str(reply.impact)))


def _preferred(one: F | None, other: F | None, rank: Callable[[F], tuple[int, Rank]]) -> F | None:
    """The one of the lower rank, where the rank leaves no two different ones equal."""
    known = [fact for fact in (one, other) if fact is not None]
    return min(known, key=rank, default=None)


def _day(fact: Withdrawal | Bounce) -> tuple[int, Rank]:
    return fact.on.toordinal(), (0, ())


def _later_then_smaller(correction: Correction) -> tuple[int, Rank]:
    return -correction.corrected_on.toordinal(), claim(correction.report)
