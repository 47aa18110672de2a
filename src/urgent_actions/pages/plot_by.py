"""Actions by channel and by country, as bars, the longest first."""

from typing import Any

from urgent_actions.pages.plot_numbers import BLUE, Counted, altair, numbers_by, rows_as_data, said_of
from urgent_actions.values.country import Country
from urgent_actions.values.language import Language
from urgent_actions.values.plain_forms import as_language

_NOT_SAID = "not said"


def plot_by_channel(counted: Counted) -> Any:
    """Draw the numbers of actions by channel.

    Args:
        counted: totals of any kind, or a release.

    Returns:
        An `altair.Chart`; `chart.save("channels.png")` writes it to a file.

    Raises:
        InvalidValue: it is no totals, or they are not by channel.
        MissingExtra: the extra `plots` is not installed.
    """
    rows = [{"what": key[0], "actions": actions} for key, actions in numbers_by(counted, "channel").items()]
    return _bars(rows, "channel", said_of(counted))


def plot_by_country(counted: Counted, *, locale: Language | str = "en") -> Any:
    """Draw the numbers of actions by the country of the senders.

    Bars tell numbers apart that on a map the size of the states would hide, and want no geometry from elsewhere.

    Args:
        counted: totals of any kind, or a release.
        locale: the language of the names of the countries.

    Returns:
        An `altair.Chart`.

    Raises:
        InvalidValue: it is no totals, or they are not by country.
        MissingExtra: the extra `plots` is not installed.
    """
    language = as_language(locale)
    numbers = numbers_by(counted, "country").items()
    rows = [{"what": _name(code, language), "actions": actions} for (code,), actions in numbers]
    return _bars(rows, "country", said_of(counted, language))


def _name(code: str | None, language: Language) -> str:
    return _NOT_SAID if code is None else Country(code).name(language)


def _bars(rows: list[dict[str, Any]], heading: str, said: list[str]) -> Any:
    alt = altair()
    where = alt.Y("what:N", sort=alt.EncodingSortField("actions", order="descending"), title=heading)
    how_many = alt.X("actions:Q", title="actions", axis=alt.Axis(format=",d", tickMinStep=1))
    title = alt.Title(f"Actions by {heading}", subtitle=said)
    base = alt.Chart(rows_as_data(rows), width=420, title=title).encode(y=where, x=how_many)
    written = base.mark_text(align="left", dx=4).encode(text=alt.Text("actions:Q", format=",d"))
    return base.mark_bar(color=BLUE).encode(tooltip=["what:N", "actions:Q"]) + written
