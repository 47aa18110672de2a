"""Actions over time, with the days on which an edition came out and the spans in which a rule held."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from urgent_actions.case_history import CaseHistory
from urgent_actions.edition import EditionKind
from urgent_actions.pages.plot_numbers import BLUE, GREY, RED, Counted, altair, numbers_by, rows_as_data
from urgent_actions.pages.plot_reader import ACTIONS, PlotReader
from urgent_actions.rules.rule import Rule
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.language import Language
from urgent_actions.values.text import Message

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
    """Draw the numbers of actions day by day.

    Args:
        counted: totals of any kind that are by day, or a release.
        history: the case; a line marks the day of each edition that has one.
        rules: below the days, a bar for each shows from when to when it holds, as far as the days reach.
        locale: the language of the reader; where it is written from right to left, so do the days go.

    Returns:
        An `altair.VConcatChart`, or a chart of one panel where there are no rules.

    Raises:
        InvalidValue: it is no totals, they are not by day, or an argument is of another type.
        MissingExtra: the extra `plots` is not installed.
    """
    rules = tuple(rules)
    refuse_wrong(history=(history, (CaseHistory, type(None))), rules=(rules, [Rule]))
    reader = PlotReader(locale)
    numbers = {date.fromisoformat(str(day)): actions for (day,), actions in numbers_by(counted, "day").items()}
    editions = [] if history is None else _editions(history, reader)
    ends = _ends([*numbers, *(date.fromisoformat(str(row["day"])) for row in editions)])
    panel = _days(numbers, ends, reader) + _marks(editions, ends, reader)
    return panel if not rules else altair().vconcat(panel, _spans(rules, ends, reader)).resolve_scale(x="shared")


def _ends(days: list[date]) -> tuple[date, date]:
    """The first day that is drawn, and the day after the last."""
    if not days:
        return date(2000, 1, 1), date(2000, 1, 2)
    return min(days), max(days) + timedelta(days=1)


def _time(ends: tuple[date, date], name: str, reader: PlotReader, **more: Any) -> Any:
    whole = reader.onwards(type="utc", domain=[day.isoformat() for day in ends])
    return altair().X(f"{name}:T", scale=whole, title=None, axis=reader.days(), **more)


def _days(numbers: dict[date, int], ends: tuple[date, date], reader: PlotReader) -> Any:
    alt = altair()
    rows = [_row(day, actions, reader) for day, actions in sorted(numbers.items())]
    actions = reader.say(ACTIONS)
    title = reader.title(Message("Actions over time"), offset=10)
    chart = alt.Chart(rows_as_data(rows), width=_WIDTH, height=220, title=title)
    return chart.mark_bar(color=BLUE).encode(
        x=_time(ends, "day", reader),
        x2="next:T",
        y=alt.Y("actions:Q", title=actions, axis=reader.beside(**reader.counts)),
        y2=alt.datum(0),
        tooltip=[alt.Tooltip("when:N", title=" "), alt.Tooltip("said:N", title=actions)],
    )


def _row(day: date, actions: int, reader: PlotReader) -> dict[str, Any]:
    said = {"when": reader.day(day), "said": reader.number(actions)}
    return {"day": day.isoformat(), "next": (day + timedelta(days=1)).isoformat(), "actions": actions, **said}


def _editions(history: CaseHistory, reader: PlotReader) -> list[dict[str, str]]:
    dated = [(case.edition.kind, case.edition.issued) for case in history.editions]
    return [
        {"day": str(issued.earliest), "edition": reader.say(_KINDS[kind]), "when": issued.say(reader.language)}
        for kind, issued in dated
        if issued is not None
    ]


def _marks(editions: list[dict[str, str]], ends: tuple[date, date], reader: PlotReader) -> Any:
    alt = altair()
    base = alt.Chart(rows_as_data(editions)).encode(x=_time(ends, "day", reader))
    told = [alt.Tooltip("edition:N", title=" "), alt.Tooltip("when:N", title=" ")]
    marks = base.mark_rule(color=RED, strokeDash=[4, 3]).encode(tooltip=told)
    for level in range(_LEVELS):  # one above the other, since editions may follow within days
        words = alt.Chart(rows_as_data(editions[level::_LEVELS])).encode(x=_time(ends, "day", reader))
        marks += words.mark_text(align=reader.begin, y=-8 - 12 * level, color=RED).encode(text="edition:N")
    return marks


def _spans(rules: tuple[Rule, ...], ends: tuple[date, date], reader: PlotReader) -> Any:
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


def _span(rule: Rule, ends: tuple[date, date]) -> Iterable[dict[str, str]]:
    """When it held within the days that are drawn; nothing where it did not."""
    first = max(rule.during.first.earliest if rule.during.first else ends[0], ends[0])
    after = min(rule.during.last.latest + timedelta(days=1) if rule.during.last else ends[1], ends[1])
    if first < after:
        yield {"rule": rule.id, "during": str(rule.during), "first": str(first), "after": str(after)}
