"""What a table has asked about one rule: which of its conditions made a difference, and which of its days."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import attrs

from urgent_actions.rules.attempt import Attempt
from urgent_actions.rules.rule import Rule

_ONE_DAY = timedelta(days=1)


@attrs.frozen
class RuleCoverage:
    """One rule as the rows of a table tried it.

    A condition is a facet of the rule's scope, such as `channels`, or one of its exceptions, such as `unless[0]`. A
    boundary day is the first or last day on which the rule holds, or the day before or after.

    Args:
        rule: the rule's id.
        met: the conditions that some row met.
        unmet: the conditions that some row did not meet.
        days: the boundary days that some row asked about.
        untried_days: those that none did.
    """

    rule: str
    met: tuple[str, ...] = attrs.field(kw_only=True)
    unmet: tuple[str, ...] = attrs.field(kw_only=True)
    days: tuple[date, ...] = attrs.field(kw_only=True)
    untried_days: tuple[date, ...] = attrs.field(kw_only=True)

    @property
    def complete(self) -> bool:
        """Whether every condition was met by a row and not by another, and every boundary day was asked about."""
        return set(self.met) == set(self.unmet) and not self.untried_days

    def __str__(self) -> str:
        """One line for whoever writes the table: what no row has tried."""
        lacking = [f"no row meets {name}" for name in self.unmet if name not in self.met]
        lacking += [f"every row meets {name}" for name in self.met if name not in self.unmet]
        if self.untried_days:
            lacking.append(f"no row asks about {', '.join(map(str, self.untried_days))}")
        return f"{self.rule}: {'; '.join(lacking) or 'all conditions and boundary days are tried'}"


def rule_coverage(rule: Rule, attempts: Iterable[Attempt]) -> RuleCoverage:
    """What some attempts tried of one rule; where there are any, each condition is met, or not met, or both."""
    asked = tuple(attempts)
    missed = [set(rule.when.unmet(one)) for one in asked]
    facets = [facet for facet, _ in rule.when.asked]
    met = [facet for facet in facets if any(facet not in names for names in missed)]
    unmet = [facet for facet in facets if any(facet in names for names in missed)]
    for number, scope in enumerate(rule.unless):
        met += [f"unless[{number}]"] * any(one in scope for one in asked)
        unmet += [f"unless[{number}]"] * any(one not in scope for one in asked)
    boundaries = sorted(set(_boundary_days(rule)))
    tried = {one.on for one in asked}
    return RuleCoverage(
        rule.id,
        met=tuple(met),
        unmet=tuple(unmet),
        days=tuple(day for day in boundaries if day in tried),
        untried_days=tuple(day for day in boundaries if day not in tried),
    )


def _boundary_days(rule: Rule) -> Iterator[date]:
    """On either side of each change: the last day on which it is still as before, and the first of the new."""
    for day in rule.during.boundaries:
        yield day
        if day > date.min:
            yield day - _ONE_DAY
