"""What a book decides: a status, the rules that demand it, and the milder ones that apply as well."""

from collections.abc import Iterable

import attrs

from urgent_actions.rules.effect import Effect, Status
from urgent_actions.rules.rule import Rule


@attrs.frozen
class Decision:
    """The part of an answer that is the same for all attempts to which the same rules apply.

    Args:
        status: the strictest that any rule demands; open where none demands anything.
        because: the rules that demand that status, dated ones first. Alone they give the same answer.
        also: the milder rules that apply as well.
    """

    status: Status
    because: tuple[Rule, ...] = ()
    also: tuple[Rule, ...] = attrs.field(default=(), kw_only=True)

    @property
    def usable(self) -> bool:
        """Whether the channel may be used, with care or without."""
        return self.status is not Status.CLOSED

    @property
    def preferred(self) -> bool:
        """Whether it may be used and a rule prefers it."""
        return self.usable and any(rule.effect is Effect.PREFER for rule in self.also)


def decide(applying: Iterable[Rule]) -> Decision:
    """Combine the rules that apply, in whatever order they come: the strictest of them wins."""
    found = tuple(applying)
    status = max((rule.effect.status for rule in found), default=Status.OPEN)
    because = tuple(rule for rule in found if status and rule.effect.status is status)
    return Decision(status, because, also=tuple(rule for rule in found if rule not in because))
