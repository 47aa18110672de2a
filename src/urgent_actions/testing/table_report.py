"""What a table of expected answers has shown: that all its rows hold, and how they tried the rules."""

import attrs

from urgent_actions.testing.rule_coverage import RuleCoverage


@attrs.frozen
class TableReport:
    """A table that holds.

    Args:
        rows: how many rows were asked.
        tried: ids of the rules that applied in some row.
        untried: ids of the rules that applied in none: the table says nothing about them.
        coverage: what the rows tried of each rule, in the order of the book: its conditions and its boundary days.
    """

    rows: int
    tried: tuple[str, ...]
    untried: tuple[str, ...]
    coverage: tuple[RuleCoverage, ...] = ()

    def explain(self) -> str:
        """The report with a line for each rule that was tried, saying what of it no row has tried."""
        return "\n".join([str(self), *(str(one) for one in self.coverage if one.rule in self.tried)])

    def __str__(self) -> str:
        total = len(self.tried) + len(self.untried)
        told = f"{self.rows} rows hold; {len(self.tried)} of {total} rules were tried"
        return told + "".join(f"\nno row tries: {rule}" for rule in self.untried)
