"""How many days before the deadline actions were done, and how many came after it."""

from typing import Any

from urgent_actions.pages.plot_numbers import BLUE, PALE, RED, Counted, altair, by_day, rows_as_data, said_of
from urgent_actions.pages.plot_reader import ACTIONS, PlotReader
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.deadline import Deadline
from urgent_actions.values.language import Language
from urgent_actions.values.text import Message

_IN_TIME, _LATE = Message("in time"), Message("after the deadline")
_LEFT = Message("days left")


def plot_days_to_deadline(counted: Counted, deadline: Deadline, *, locale: Language | str = "en") -> Any:
    """Draw the numbers of actions by the days that were left; 0 is the last day, and what is below came too late.

    A day whose number a release withholds is shaded, and not as nought.

    Args:
        counted: totals of one case that are by day, or a release of them.
        deadline: the deadline of the case.
        locale: the language of the reader.

    Returns:
        An `altair.LayerChart`, or a chart of one layer where nothing is withheld.

    Raises:
        InvalidValue: it is no totals, they are not by day, days of theirs are none, or there is no deadline.
        MissingExtra: the extra `plots` is not installed.
    """
    refuse_wrong(deadline=(deadline, Deadline))
    reader = PlotReader(locale)
    rows = [_row(deadline.days_left(day), actions, reader) for day, actions in by_day(counted).items()]
    heading = Message("Days to the deadline of {day}", {"day": deadline.on})
    withheld = [row for row in rows if row["actions"] is None]
    colour = _colour(reader, withheld=bool(withheld))
    bars = _bars([row for row in rows if row["actions"] is not None], colour, reader)
    drawn = bars + _shades(withheld, colour, reader) if withheld else bars
    return drawn.properties(width=520, height=220, title=reader.title(heading, said_of(counted, reader.language)))


def _row(left: int, actions: int | None, reader: PlotReader) -> dict[str, Any]:
    when = reader.number_or_withheld(None) if actions is None else reader.say(_LATE if left < 0 else _IN_TIME)
    return {
        "left": left,
        "from": left + 0.5,
        "to": left - 0.5,
        "actions": actions,
        "said": reader.number_or_withheld(actions),
        "when": when,
    }


def _bars(rows: list[dict[str, Any]], colour: Any, reader: PlotReader) -> Any:
    alt = altair()
    actions = reader.say(ACTIONS)
    many = alt.Y("actions:Q", title=actions, axis=reader.beside(**reader.counts))
    bars = alt.Chart(rows_as_data(rows)).mark_bar()
    return bars.encode(y=many, y2=alt.datum(0), color=colour, **_across(reader))


def _shades(rows: list[dict[str, Any]], colour: Any, reader: PlotReader) -> Any:
    """What is withheld, from bottom to top: how large it is is not to be told."""
    return altair().Chart(rows_as_data(rows)).mark_rect().encode(color=colour, **_across(reader))


def _across(reader: PlotReader) -> dict[str, Any]:
    alt = altair()
    left = reader.say(_LEFT)
    down_to_none = alt.Scale(reverse=not reader.from_right, nice=False)
    told = [alt.Tooltip("left:Q", title=left), alt.Tooltip("said:N", title=reader.say(ACTIONS))]
    days = alt.X("from:Q", title=left, scale=down_to_none, axis=alt.Axis(**reader.counts))
    return {"x": days, "x2": "to:Q", "tooltip": told}


def _colour(reader: PlotReader, *, withheld: bool) -> Any:
    alt = altair()
    shades = {reader.say(_IN_TIME): BLUE, reader.say(_LATE): RED}
    shades |= {reader.number_or_withheld(None): PALE} if withheld else {}
    scale = alt.Scale(domain=[*shades], range=[*shades.values()])
    return alt.Color("when:N", title=None, scale=scale, legend=reader.legend())
