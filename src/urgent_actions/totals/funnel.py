"""How much of what was done arrived, and how much of that was answered."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from urgent_actions.action_report import ActionReport
from urgent_actions.totals.counting import ReportKey
from urgent_actions.totals.later_facts import LaterFacts
from urgent_actions.values.reply_kind import ReplyKind


@attrs.frozen
class Funnel:
    """Numbers of actions, each a part of the one before.

    Args:
        done: all that count.
        delivered: of these, what has not come back.
        answered: of these, what had a reply.
        favourable: of these, what had one that was favourable.

    >>> Funnel(12, 10, 3, 1) + Funnel(1, 1, 0, 0)
    Funnel(done=13, delivered=11, answered=3, favourable=1)
    """

    done: int = 0
    delivered: int = 0
    answered: int = 0
    favourable: int = 0

    def __iter__(self) -> Iterator[int]:
        return iter((self.done, self.delivered, self.answered, self.favourable))

    def __add__(self, other: "Funnel") -> "Funnel":
        return Funnel(*map(sum, zip(self, other, strict=True))) if isinstance(other, Funnel) else NotImplemented


def funnel_of(said: ActionReport, facts: LaterFacts | None) -> Funnel:
    """How far one report came."""
    if facts is None:
        return Funnel(said.count, said.count)
    if facts.bounce:
        return Funnel(said.count)
    is_favourable = any(reply.reply is ReplyKind.FAVOURABLE for reply in facts.replies)
    return Funnel(said.count, said.count, said.count * bool(facts.replies), said.count * is_favourable)


def funnels(
    grouped: Iterable[tuple[tuple[object, ...], ActionReport]], later: Mapping[ReportKey, LaterFacts]
) -> dict[tuple[object, ...], Funnel]:
    """How far the reports of each group came."""
    sums: dict[tuple[object, ...], Funnel] = {}
    for key, said in grouped:
        sums[key] = sums.get(key, Funnel()) + funnel_of(said, later.get((said.id, said.case)))
    return sums
