"""Actions over time, with the days on which an edition came out and the spans in which a rule held."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from urgent_actions.case_history import CaseHistory
from urgent_actions.pages.plot_numbers import BLUE, GREY, RED, Counted, altair, numbers_by, rows_as_data
from urgent_actions.rules.rule import Rule
from urgent_actions.values.arguments import refuse_wrong

_WIDTH = 620


def plot_timeline(counted: Counted, *, history: CaseHistory | None = None, rules: Iterable[Rule] = ()) -> Any:
    """Draw the numbers of actions day by day.

    Args:
        counted: totals of any kind that are by day, or a release.
        history: the case; a line marks the day of each edition that has one.
        rules: below the days, a bar for each shows from when to when it holds, as far as the days reach.

    Returns:
        An `altair.VConcatChart`, or a chart of one panel where there are no rules.

    Raises:
        InvalidValue: it is no totals, they are not by day, or an argument is of another type.
        MissingExtra: the extra `plots` is not installed.
    """
    rules = tuple(rules)
    refuse_wrong(history=(history, (CaseHistory, type(None))), rules=(rules, [Rule]))
    numbers = {date.fromisoformat(str(day)): actions for (day,), actions in numbers_by(counted, "day").items()}
    editions = [] if history is None else _editions(history)
    ends = _ends([*numbers, *(date.fromisoformat(str(row["day"])) for row in editions)])
    panel = _days(numbers, ends) + _marks(editions, ends)
    return panel if not rules else altair().vconcat(panel, _spans(rules, ends)).resolve_scale(x="shared")


def _ends(days: list[date]) -> tuple[date, date]:
    """The first day that is drawn, and the day after the last."""
    if not days:
        return date(2000, 1, 1), date(2000, 1, 2)
    return min(days), max(days) + timedelta(days=1)


def _time(ends: tuple[date, date], name: str, **more: Any) -> Any:
    alt = altair()
    return alt.X(f"{name}:T", scale=alt.Scale(type="utc", domain=[day.isoformat() for day in ends]), **more)


def _days(numbers: dict[date, int], ends: tuple[date, date]) -> Any:
    alt = altair()
    rows = [
        {"day": day.isoformat(), "next": (day + timedelta(days=1)).isoformat(), "actions": actions}
        for day, actions in sorted(numbers.items())
    ]
    chart = alt.Chart(rows_as_data(rows), width=_WIDTH, height=220, title=alt.Title("Actions over time", offset=22))
    return chart.mark_bar(color=BLUE).encode(
        x=_time(ends, "day", title=None),
        x2="next:T",
        y=alt.Y("actions:Q", title="actions", axis=alt.Axis(format=",d", tickMinStep=1)),
        y2=alt.datum(0),
        tooltip=["day:N", "actions:Q"],
    )


def _editions(history: CaseHistory) -> list[dict[str, str]]:
    dated = [case.edition for case in history.editions if case.edition.issued is not None]
    return [{"day": str(edition.issued.earliest), "edition": str(edition.kind)} for edition in dated if edition.issued]


def _marks(editions: list[dict[str, str]], ends: tuple[date, date]) -> Any:
    alt = altair()
    base = alt.Chart(rows_as_data(editions)).encode(x=_time(ends, "day"))
    lines = base.mark_rule(color=RED, strokeDash=[4, 3]).encode(tooltip=["day:N", "edition:N"])
    return lines + base.mark_text(align="center", y=-8, color=RED).encode(text="edition:N")


def _spans(rules: tuple[Rule, ...], ends: tuple[date, date]) -> Any:
    alt = altair()
    rows = [row for rule in rules for row in _span(rule, ends)]
    chart = alt.Chart(rows_as_data(rows), width=_WIDTH, title=alt.Title("Rules that held", fontSize=11))
    return chart.mark_bar(color=GREY, height=12).encode(
        x=_time(ends, "first", title=None),
        x2="after:T",
        y=alt.Y("rule:N", title=None, sort=None, axis=alt.Axis(labelLimit=300)),
        tooltip=["rule:N", "during:N"],
    )


def _span(rule: Rule, ends: tuple[date, date]) -> Iterable[dict[str, str]]:
    """When it held within the days that are drawn; nothing where it did not."""
    first = max(rule.during.first.earliest if rule.during.first else ends[0], ends[0])
    after = min(rule.during.last.latest + timedelta(days=1) if rule.during.last else ends[1], ends[1])
    if first < after:
        yield {"rule": rule.id, "during": str(rule.during), "first": str(first), "after": str(after)}
