"""Actions by channel and by country, as bars, the longest first."""

from typing import Any

from urgent_actions.pages.plot_numbers import BLUE, Counted, altair, numbers_by, rows_as_data, said_of
from urgent_actions.pages.plot_reader import ACTIONS, PlotReader
from urgent_actions.values.language import Language
from urgent_actions.values.text import Message


def plot_by_channel(counted: Counted, *, locale: Language | str = "en") -> Any:
    """Draw the numbers of actions by channel.

    Args:
        counted: totals of any kind, or a release.
        locale: the language of the reader; one that is written from right to left is read so in the plot too.

    Returns:
        An `altair.Chart`; `chart.save("channels.png")` writes it to a file.

    Raises:
        InvalidValue: it is no totals, or they are not by channel.
        MissingExtra: the extra `plots` is not installed.
    """
    reader = PlotReader(locale)
    numbers = numbers_by(counted, "channel").items()
    rows = [_row(reader.channel(word), actions, reader) for (word,), actions in numbers]
    title = reader.title(Message("Actions by channel"), said_of(counted, reader.language))
    return _bars(rows, Message("channel"), title, reader)


def plot_by_country(counted: Counted, *, locale: Language | str = "en") -> Any:
    """Draw the numbers of actions by the country of the senders, as bars; `plot_map` draws them on a map.

    Args:
        counted: totals of any kind, or a release.
        locale: the language of the reader, and so of the names of the countries.

    Returns:
        An `altair.Chart`.

    Raises:
        InvalidValue: it is no totals, or they are not by country.
        MissingExtra: the extra `plots` is not installed.
    """
    reader = PlotReader(locale)
    numbers = numbers_by(counted, "country").items()
    rows = [_row(reader.country(code), actions, reader) for (code,), actions in numbers]
    title = reader.title(Message("Actions by country"), said_of(counted, reader.language))
    return _bars(rows, Message("country"), title, reader)


def _row(what: str, actions: int, reader: PlotReader) -> dict[str, Any]:
    return {"what": what, "actions": actions, "said": reader.number(actions)}


def _bars(rows: list[dict[str, Any]], heading: Message, title: Any, reader: PlotReader) -> Any:
    alt = altair()
    what, actions = reader.say(heading), reader.say(ACTIONS)
    longest_first = alt.EncodingSortField("actions", order="descending")
    where = alt.Y("what:N", sort=longest_first, title=what, axis=reader.beside(labelLimit=260))
    how_many = alt.X("actions:Q", title=actions, scale=reader.onwards(), axis=alt.Axis(**reader.counts))
    base = alt.Chart(rows_as_data(rows), width=420, title=title).encode(y=where, x=how_many)
    written = base.mark_text(align=reader.begin, dx=-4 if reader.from_right else 4).encode(text="said:N")
    return base.mark_bar(color=BLUE).encode(tooltip=reader.tooltips(what)) + written
