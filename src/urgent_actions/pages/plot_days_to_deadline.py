"""How many days before the deadline actions were done, and how many came after it."""

from datetime import date
from typing import Any

from urgent_actions.pages.plot_numbers import BLUE, RED, Counted, altair, numbers_by, rows_as_data
from urgent_actions.pages.plot_reader import ACTIONS, PlotReader
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.deadline import Deadline
from urgent_actions.values.language import Language
from urgent_actions.values.text import Message

_IN_TIME, _LATE = Message("in time"), Message("after the deadline")


def plot_days_to_deadline(counted: Counted, deadline: Deadline, *, locale: Language | str = "en") -> Any:
    """Draw the numbers of actions by the days that were left; 0 is the last day, and what is below came too late.

    Args:
        counted: totals of one case that are by day, or a release of them.
        deadline: the deadline of the case.
        locale: the language of the reader.

    Returns:
        An `altair.Chart`.

    Raises:
        InvalidValue: it is no totals, they are not by day, or there is no deadline.
        MissingExtra: the extra `plots` is not installed.
    """
    refuse_wrong(deadline=(deadline, Deadline))
    reader = PlotReader(locale)
    numbers = numbers_by(counted, "day").items()
    rows = [_row(deadline.days_left(date.fromisoformat(str(day))), actions, reader) for (day,), actions in numbers]
    return _bars(rows, Message("Days to the deadline of {day}", {"day": deadline.on}), reader)


def _row(left: int, actions: int, reader: PlotReader) -> dict[str, Any]:
    when = reader.say(_LATE if left < 0 else _IN_TIME)
    return {
        "left": left,
        "from": left + 0.5,
        "to": left - 0.5,
        "actions": actions,
        "said": reader.number(actions),
        "when": when,
    }


def _bars(rows: list[dict[str, Any]], title: Message, reader: PlotReader) -> Any:
    alt = altair()
    left, actions = reader.say(Message("days left")), reader.say(ACTIONS)
    shades = alt.Scale(domain=[reader.say(_IN_TIME), reader.say(_LATE)], range=[BLUE, RED])
    colour = alt.Color("when:N", title=None, scale=shades, legend=reader.legend())
    down_to_none = alt.Scale(reverse=not reader.from_right, nice=False)
    days = alt.X("from:Q", title=left, scale=down_to_none, axis=alt.Axis(**reader.counts))
    many = alt.Y("actions:Q", title=actions, axis=reader.beside(**reader.counts))
    told = [alt.Tooltip("left:Q", title=left), alt.Tooltip("said:N", title=actions)]
    bars = alt.Chart(rows_as_data(rows), width=520, height=220, title=reader.title(title)).mark_bar()
    return bars.encode(x=days, x2="to:Q", y=many, y2=alt.datum(0), color=colour, tooltip=told)
