"""How many days before the deadline actions were done, and how many came after it."""

from datetime import date
from typing import Any

from urgent_actions.pages.plot_numbers import BLUE, RED, Counted, altair, numbers_by, rows_as_data
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.deadline import Deadline

_IN_TIME, _LATE = "in time", "after the deadline"


def plot_days_to_deadline(counted: Counted, deadline: Deadline) -> Any:
    """Draw the numbers of actions by the days that were left; 0 is the last day, and what is below came too late.

    Args:
        counted: totals of one case that are by day, or a release of them.
        deadline: the deadline of the case.

    Returns:
        An `altair.Chart`.

    Raises:
        InvalidValue: it is no totals, they are not by day, or there is no deadline.
        MissingExtra: the extra `plots` is not installed.
    """
    refuse_wrong(deadline=(deadline, Deadline))
    numbers = numbers_by(counted, "day").items()
    rows = [_row(deadline.days_left(date.fromisoformat(str(day))), actions) for (day,), actions in numbers]
    return _bars(rows, f"Days to the deadline of {deadline.on}")


def _row(left: int, actions: int) -> dict[str, Any]:
    when = _LATE if left < 0 else _IN_TIME
    return {"left": left, "from": left + 0.5, "to": left - 0.5, "actions": actions, "when": when}


def _bars(rows: list[dict[str, Any]], title: str) -> Any:
    alt = altair()
    colour = alt.Color(
        "when:N", title=None, scale=alt.Scale(domain=["in time", "after the deadline"], range=[BLUE, RED])
    )
    days = alt.X("from:Q", title="days left", scale=alt.Scale(reverse=True), axis=alt.Axis(tickMinStep=1))
    many = alt.Y("actions:Q", title="actions", axis=alt.Axis(format=",d", tickMinStep=1))
    bars = alt.Chart(rows_as_data(rows), width=520, height=220, title=title).mark_bar()
    return bars.encode(x=days, x2="to:Q", y=many, y2=alt.datum(0), color=colour, tooltip=["left:Q", "actions:Q"])
