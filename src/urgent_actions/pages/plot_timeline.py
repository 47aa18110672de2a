"""Actions over time, with the days on which an edition came out and the spans in which a rule held."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from urgent_actions.case_history import CaseHistory
from urgent_actions.edition import EditionKind
from urgent_actions.pages.plot_numbers import (
    BLUE,
    GREY,
    PALE,
    RED,
    Counted,
    altair,
    by_day,
    rows_as_data,
    said_of,
)
from urgent_actions.pages.plot_reader import ACTIONS, PlotReader
from urgent_actions.rules.rule import Rule
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.language import Language
from urgent_actions.values.text import Message

Row = dict[str, Any]
Ends = tuple[date, date]
"""The first day that is drawn, and the day after the last."""

_WIDTH = 620
_LEVELS = 2
_KINDS = {
    # Translators: these seven say what a published document of a case is; the noun is "document"
    EditionKind.FIRST: Message("first"),
    EditionKind.UPDATE: Message("update"),
    EditionKind.FURTHER_INFORMATION: Message("further information"),
    EditionKind.REISSUE: Message("reissue"),
    EditionKind.CORRECTION: Message("correction"),
    EditionKind.OUTCOME: Message("outcome"),
    EditionKind.WITHDRAWN: Message("withdrawn"),
}


def plot_timeline(
    counted: Counted,
    *,
    history: CaseHistory | None = None,
    rules: Iterable[Rule] = (),
    locale: Language | str = "en",
) -> Any:
    """Draw the numbers of actions day by day; a day whose number a release withholds is shaded, and not as nought.

    Args:
        counted: totals of any kind that are by day, or a release.
        history: the case; a line marks the day of each edition that has one.
        rules: below the days, a bar for each shows from when to when it holds, as far as the days reach.
        locale: the language of the reader; where it is written from right to left, so do the days go.

    Returns:
        An `altair.VConcatChart`, or a chart of one panel where there are no rules or no days.

    Raises:
        InvalidValue: it is no totals, they are not by day, days of theirs are none, or an argument is of another type.
        MissingExtra: the extra `plots` is not installed.
    """
    rules = tuple(rules)
    refuse_wrong(history=(history, (CaseHistory, type(None))), rules=(rules, [Rule]))
    reader = PlotReader(locale)
    numbers = by_day(counted)
    editions = [] if history is None else _editions(history, reader)
    ends = _ends([*numbers, *(date.fromisoformat(str(row["day"])) for row in editions)])
    title = reader.title(Message("Actions over time"), said_of(counted, reader.language), offset=10)
    rows = [_row(day, actions, reader) for day, actions in sorted(numbers.items())]
    withheld = [row for row in rows if row["actions"] is None]
    panel = _days([row for row in rows if row["actions"] is not None], title, ends, reader)
    panel = panel + _withheld(withheld, ends, reader) if withheld else panel
    panel += _marks(editions, ends, reader)
    if ends is None or not rules:
        return panel
    return altair().vconcat(panel, _spans(rules, ends, reader)).resolve_scale(x="shared")


def _ends(days: list[date]) -> Ends | None:
    """From when to when is drawn; None where there are no days."""
    return (min(days), max(days) + timedelta(days=1)) if days else None


def _time(ends: Ends | None, name: str, reader: PlotReader) -> Any:
    if ends is None:
        return altair().X(f"{name}:T", title=None, axis=None)
    whole = reader.onwards(type="utc", domain=[day.isoformat() for day in ends])
    years = dict.fromkeys((ends[0].year, (ends[1] - timedelta(days=1)).year))
    title = reader.line("\N{EN DASH}".join(map(str, years)))
    return altair().X(f"{name}:T", scale=whole, title=title, axis=reader.days(ends[1] - ends[0]))


def _days(rows: list[Row], title: Any, ends: Ends | None, reader: PlotReader) -> Any:
    alt = altair()
    actions = reader.say(ACTIONS)
    chart = alt.Chart(rows_as_data(rows), width=_WIDTH, height=220, title=title)
    return chart.mark_bar(color=BLUE).encode(
        x=_time(ends, "day", reader),
        x2="next:T",
        y=alt.Y("actions:Q", title=actions, **_upwards(rows, reader)),
        y2=alt.datum(0),
        tooltip=[alt.Tooltip("when:N", title=" "), alt.Tooltip("said:N", title=actions)],
    )


def _upwards(rows: list[Row], reader: PlotReader) -> dict[str, Any]:
    """The scale and the axis of the numbers, with nought at the bottom even where there are none."""
    if rows:
        return {"axis": reader.beside(**reader.counts)}
    return {"axis": reader.beside(values=[0]), "scale": altair().Scale(domain=[0, 1])}


def _row(day: date, actions: int | None, reader: PlotReader) -> Row:
    said = {"when": reader.day(day), "said": reader.number_or_withheld(actions)}
    return {"day": day.isoformat(), "next": (day + timedelta(days=1)).isoformat(), "actions": actions, **said}


def _withheld(rows: list[Row], ends: Ends | None, reader: PlotReader) -> Any:
    """Days whose numbers are withheld, shaded from bottom to top: how large they are is not to be told."""
    alt = altair()
    told = [alt.Tooltip("when:N", title=" "), alt.Tooltip("said:N", title=reader.say(ACTIONS))]
    shades = alt.Chart(rows_as_data(rows)).mark_rect()
    return shades.encode(x=_time(ends, "day", reader), x2="next:T", color=reader.withheld_in(PALE), tooltip=told)


def _editions(history: CaseHistory, reader: PlotReader) -> list[dict[str, str]]:
    dated = [(case.edition.kind, case.edition.issued) for case in history.editions]
    return [
        {"day": str(issued.earliest), "edition": reader.say(_KINDS[kind]), "when": issued.say(reader.language)}
        for kind, issued in dated
        if issued is not None
    ]


def _marks(editions: list[dict[str, str]], ends: Ends | None, reader: PlotReader) -> Any:
    alt = altair()
    base = alt.Chart(rows_as_data(editions)).encode(x=_time(ends, "day", reader))
    told = [alt.Tooltip("edition:N", title=" "), alt.Tooltip("when:N", title=" ")]
    marks = base.mark_rule(color=RED, strokeDash=[4, 3]).encode(tooltip=told)
    for level in range(_LEVELS):  # one above the other, since editions may follow within days
        words = alt.Chart(rows_as_data(editions[level::_LEVELS])).encode(x=_time(ends, "day", reader))
        marks += words.mark_text(align=reader.begin, y=-8 - 12 * level, color=RED).encode(text="edition:N")
    return marks


def _spans(rules: tuple[Rule, ...], ends: Ends, reader: PlotReader) -> Any:
    alt = altair()
    rows = [row for rule in rules for row in _span(rule, ends)]
    title = reader.title(Message("Rules that held"), fontSize=11)
    chart = alt.Chart(rows_as_data(rows), width=_WIDTH, title=title)
    return chart.mark_bar(color=GREY, height=12).encode(
        x=_time(ends, "first", reader),
        x2="after:T",
        y=alt.Y("rule:N", title=None, sort=None, axis=reader.beside(labelLimit=300)),
        tooltip=[alt.Tooltip("rule:N", title=" "), alt.Tooltip("during:N", title=" ")],
    )


def _span(rule: Rule, ends: Ends) -> Iterable[dict[str, str]]:
    """When it held within the days that are drawn; nothing where it did not."""
    first = max(rule.during.first.earliest if rule.during.first else ends[0], ends[0])
    after = min(rule.during.last.latest + timedelta(days=1) if rule.during.last else ends[1], ends[1])
    if first < after:
        yield {"rule": rule.id, "during": str(rule.during), "first": str(first), "after": str(after)}
