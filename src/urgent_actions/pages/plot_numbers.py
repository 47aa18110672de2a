"""What a plot is drawn of: numbers of actions by facets, from totals of any kind, or from what is published of them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from urgent_actions.errors import Problem, missing_extra, refuse_if
from urgent_actions.totals.frame_tally import FrameTally
from urgent_actions.totals.release import Release
from urgent_actions.totals.tally import Tally
from urgent_actions.totals.totals import Totals
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.language import Language

Counted = Tally | FrameTally | Totals | Release
"""Totals of any kind; of a release only what it shows is drawn."""

BLUE, PALE, GREY, DARK, RED = "#2f6b9a", "#d3dae0", "#9aa3ab", "#4a545c", "#b5423c"


def numbers_by(counted: Counted, *facets: str) -> Mapping[tuple[str | None, ...], int]:
    """The numbers of actions by facets; what is withheld is left out.

    Raises:
        InvalidValue: it is no totals, or they are not by such a facet.
    """
    refuse_wrong(counted=(counted, (Tally, FrameTally, Totals, Release)))
    if isinstance(counted, Release):
        shown = counted.by(*facets).items()
        return {tuple(map(_text, key)): number for key, number in shown if number is not None}
    totals = counted.by(*facets) if isinstance(counted, Totals) else counted.totals(*facets)
    return {key: actions for key, (actions, _) in totals.cells.items()}


def withheld_by(counted: Counted, *facets: str) -> list[tuple[str | None, ...]]:
    """For which values of some facets a release withholds the number, which is not the same as none."""
    if not isinstance(counted, Release):
        return []
    return [tuple(map(_text, key)) for key, number in counted.by(*facets).items() if number is None]


def by_day(counted: Counted) -> dict[date, int | None]:
    """The number of actions of each day, None for one that a release withholds.

    Raises:
        InvalidValue: it is no totals, they are not by day, or days of theirs are none; all of those at once.
    """
    told: dict[str | None, int | None] = {day: actions for (day,), actions in numbers_by(counted, "day").items()}
    told |= {day: None for (day,) in withheld_by(counted, "day")}
    days = {day: _day(day) for day in told}
    refuse_if(_no_day(day) for day in told if days[day] is None)
    return {one: told[day] for day, one in days.items() if one is not None}


def said_of(counted: Counted, locale: Language | str = "en") -> list[str]:
    """What a release says of the numbers that it withholds; of totals there is nothing to say."""
    return [note.say(locale) for note in counted.notes] if isinstance(counted, Release) else []


def altair() -> Any:
    """What draws.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        import altair
    except ModuleNotFoundError:
        raise missing_extra("plots", "a plot") from None
    return altair


def rows_as_data(rows: list[dict[str, Any]]) -> Any:
    """Rows as a chart holds them, within itself and whatever their number: a plot opens no file and no connection."""
    return altair().Data(values=rows)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        return None


def _no_day(given: str | None) -> Problem:
    way_out = "leave it out, or write days as 2020-05-25"
    return Problem("no-day", f"{given!r} is no day", where="counted", way_out=way_out)
