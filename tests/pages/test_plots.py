"""Plots hold the numbers that the totals have and none that a release withholds; they are drawn without a browser."""

import json
import sys
from datetime import date, timedelta

import pytest

from urgent_actions import (
    ActionReport,
    Case,
    CaseHistory,
    Deadline,
    Edition,
    InvalidValue,
    MissingExtra,
    Rule,
    Source,
    Totals,
    Window,
    plot_by_channel,
    plot_by_country,
    plot_days_to_deadline,
    plot_timeline,
    publish,
    tally,
    write_records_arrow,
)
from urgent_actions.values.catalog import TRANSLATED

FIRST = date(2020, 5, 20)
REPORTS = [
    ActionReport(
        f"r-{number}",
        "UA 82/20",
        channel="post" if number % 3 else "fax",
        on=FIRST + timedelta(days=number % 50),
        count=1 + number % 4,
        country=["US", "DE", None][number % 3] if number else "CI",
    )
    for number in range(120)
]
COUNTED = tally(REPORTS)
HISTORY = CaseHistory(
    [Case("UA 82/20", Edition("update", "2020-06-10")), Case("UA 82/20", Edition(issued="2020-05-20"))]
)


def rule(name, window):
    return Rule(name, "close", during=Window.parse(window), reason="They said so.", source=Source("A page", None))


def rows(chart):
    """All rows that a chart holds, panel by panel."""
    found = []

    def look(part):
        if isinstance(part, dict):
            if "values" in (part.get("data") or {}):
                found.append(part["data"]["values"])
            for inner in part.values():
                look(inner)
        elif isinstance(part, list):
            for inner in part:
                look(inner)

    look(chart.to_dict())
    return found


@pytest.mark.parametrize("counted", [COUNTED, COUNTED.totals("channel", "day"), tally(write_records_arrow(REPORTS))])
def test_bars_by_channel_are_the_totals_by_channel_whatever_tells_them(counted):
    told = {(row["what"],): row["actions"] for row in rows(plot_by_channel(counted))[0]}
    assert told == {(str(channel),): actions for (channel,), actions in COUNTED.by("channel").items()}


def test_countries_bear_their_names_in_the_language_asked_for():
    told = {row["what"] for row in rows(plot_by_country(COUNTED, locale="fr"))[0]}
    assert told == {"États-Unis", "Allemagne", "Côte d’Ivoire", "non précisé"}


def test_a_plot_of_a_release_holds_nothing_that_it_withholds_and_says_so():
    release = publish(COUNTED, ("country",), threshold=10)
    chart = plot_by_country(release)
    shown = {key: number for key, number in release.by("country").items() if number is not None}
    assert 0 < len(shown) < len(release.by("country"))
    assert sorted(row["actions"] for row in rows(chart)[0]) == sorted(shown.values())
    written = json.dumps(chart.to_dict(), ensure_ascii=False)
    assert release.notes
    assert all(str(note) in written for note in release.notes)
    assert "Ivoire" not in written


def test_a_timeline_has_every_day_every_edition_and_the_spans_of_the_rules_that_held():
    rules = [rule("open", "2020-06-01/.."), rule("long ago", "2019-01-01/2019-12-31")]
    days, editions, *_, held = rows(plot_timeline(COUNTED, history=HISTORY, rules=rules))
    assert sum(row["actions"] for row in days) == COUNTED.total
    assert [(row["day"], row["edition"]) for row in editions] == [("2020-05-20", "first"), ("2020-06-10", "update")]
    assert held == [{"rule": "open", "during": "2020-06-01/..", "first": "2020-06-01", "after": "2020-07-09"}]


def a_week(*numbers, first=FIRST):
    cells = {(str(first + timedelta(days=n)),): (number, number) for n, number in enumerate(numbers)}
    return Totals(["day"], {key: cell for key, cell in cells.items() if cell[0]})


def across(chart):
    """The scale and the axis of the days, of the first layer."""
    return chart.to_dict()["layer"][0]["encoding"]["x"]


def test_days_that_a_release_withholds_are_shaded_and_not_as_nought():
    release = publish(a_week(30, 0, 3, 40, 0, 50, 2))
    withheld = [day for (day,), number in release.by("day").items() if number is None]
    assert {"2020-05-22", "2020-05-26"} <= {*withheld}
    chart = plot_timeline(release, history=HISTORY)
    days, shaded, *_ = rows(chart)
    assert [row["day"] for row in shaded] == withheld
    assert {row["said"] for row in shaded} == {"withheld"}
    assert [row["actions"] for row in days] == [number for number in release.by("day").values() if number is not None]
    assert chart.to_dict()["layer"][1]["mark"]["type"] == "rect"
    assert chart.to_dict()["layer"][0]["title"]["subtitle"] == [str(note) for note in release.notes]


def test_a_timeline_of_a_release_goes_on_to_the_last_day_that_is_withheld():
    release = publish(a_week(30, 40, 50, 3))
    assert release.by("day")["2020-05-23",] is None
    assert across(plot_timeline(release))["scale"]["domain"] == ["2020-05-20", "2020-05-24"]


@pytest.mark.parametrize("counted", [tally([]), publish(a_week(1, 2))])
def test_a_timeline_of_nothing_has_no_days(counted):
    chart = plot_timeline(counted, rules=[rule("open", "2020-06-01/..")])
    assert across(chart)["axis"] is None
    assert "2000" not in json.dumps(chart.to_dict())
    assert chart.to_dict()["layer"][0]["encoding"]["y"]["axis"]["values"] == [0]


def test_a_timeline_tells_its_years_and_keeps_its_days_apart():
    assert across(plot_timeline(a_week(1, 2, 3)))["title"] == "2020"
    assert across(plot_timeline(a_week(1, 2, first=date(2020, 12, 30))))["title"] == "2020"
    assert across(plot_timeline(a_week(1, 2, first=date(2020, 12, 31))))["title"] == "2020\N{EN DASH}2021"
    assert across(plot_timeline(COUNTED))["axis"]["labelSeparation"] > 0


def test_a_timeline_of_a_few_days_marks_each_of_them_once():
    assert across(plot_timeline(a_week(1, 2, 3)))["axis"]["tickCount"] == "day"
    assert "tickCount" not in across(plot_timeline(COUNTED))["axis"]


def test_days_that_are_none_are_refused_all_at_once():
    wrong = Totals(["day"], {("2020-05-20",): (1, 1), ("May",): (1, 1), (None,): (1, 1)})
    for plot in (plot_timeline, lambda counted: plot_days_to_deadline(counted, Deadline("2020-06-30"))):
        with pytest.raises(InvalidValue) as caught:
            plot(wrong)
        assert [str(problem) for problem in caught.value.problems] == [
            "'May' is no day at counted; leave it out, or write days as 2020-05-25",
            "None is no day at counted; leave it out, or write days as 2020-05-25",
        ]


def test_days_to_the_deadline_tell_what_came_too_late():
    told = rows(plot_days_to_deadline(COUNTED, Deadline("2020-06-30")))[0]
    assert max(row["left"] for row in told) == 41
    late = sum(row["actions"] for row in told if row["when"] == "after the deadline")
    assert late == sum(report.count for report in REPORTS if report.on > date(2020, 6, 30))
    assert {row["when"] for row in told if row["left"] >= 0} == {"in time"}


def test_days_to_the_deadline_that_a_release_withholds_are_shaded_and_not_as_nought():
    release = publish(a_week(30, 0, 3, 40, 0, 50, 2))
    chart = plot_days_to_deadline(release, Deadline("2020-05-23"))
    bars, shaded = rows(chart)
    shown, withheld = ([row["left"] for row in panel] for panel in (bars, shaded))
    numbers = {3 - n: release.by("day").get((str(FIRST + timedelta(days=n)),), 0) for n in range(7)}
    assert {*withheld} == {left for left, number in numbers.items() if number is None} >= {1, -3}
    assert {*shown} == {left for left, number in numbers.items() if number}
    assert {row["when"] for row in shaded} == {"withheld"}
    assert chart.to_dict()["title"]["subtitle"] == [str(note) for note in release.notes]


PLOTS = {
    "Actions over time": lambda **given: plot_timeline(COUNTED, history=HISTORY, **given),
    "Actions by channel": lambda **given: plot_by_channel(COUNTED, **given),
    "Actions by country": lambda **given: plot_by_country(COUNTED, **given),
    "Days to the deadline of June 30, 2020": lambda **given: plot_days_to_deadline(
        COUNTED, Deadline("2020-06-30"), **given
    ),
}


def words_of(chart):
    """What a reader sees: headings, names of axes and of legends, and the words in the rows."""
    seen = {word for panel in rows(chart) for row in panel for key, word in row.items() if key not in {"day", "next"}}

    def look(part):
        for key, inner in part.items() if isinstance(part, dict) else enumerate(part):
            if key in {"title", "text", "domain", "range"}:
                seen.update(inner if isinstance(inner, list) else [inner] if isinstance(inner, str) else [])
            if isinstance(inner, dict | list):
                look(inner)

    look(chart.to_dict())
    return {word.strip("\u2067\u2069") for word in seen if isinstance(word, str)}


@pytest.mark.parametrize("heading", PLOTS)
def test_no_english_is_left_in_a_plot_for_readers_of_another_language(heading):
    english = words_of(PLOTS[heading]())
    ours = {heading, "actions", "not said", "days left", "in time", "after the deadline", "update", "first", "country"}
    assert {heading, "actions"} <= english
    for locale in TRANSLATED:
        assert ours.isdisjoint(words_of(PLOTS[heading](locale=locale))), locale


def test_numbers_and_days_on_the_axes_are_written_as_the_reader_writes_them():
    axes = json.dumps(plot_timeline(COUNTED, locale="de").to_dict(), ensure_ascii=False)
    assert r"/,/g, \".\"" in axes
    assert r"\"#. Mai\"" in axes
    (row,) = rows(plot_by_channel(Totals(["channel"], {("fax",): (12_345, 1)}), locale="ru"))[0]
    assert (row["what"], row["said"]) == ("факс", "12\xa0345")


def test_a_plot_for_readers_from_right_to_left_begins_on_the_right():
    chart = plot_by_country(COUNTED, locale="ar").to_dict()
    bars = chart["layer"][0]["encoding"]
    assert (bars["y"]["axis"]["orient"], bars["x"]["scale"]["reverse"]) == ("right", True)
    names = [row["what"] for row in rows(plot_by_country(COUNTED, locale="ar"))[0]]
    assert {name[0] + name[-1] for name in names} == {"\u2067\u2069"}
    assert plot_by_country(COUNTED).to_dict()["layer"][0]["encoding"]["x"]["scale"]["reverse"] is False


def test_plots_may_stand_beside_one_another():
    both = plot_timeline(COUNTED, locale="fr") | plot_by_channel(COUNTED, locale="ar")
    assert len(both.to_dict()["hconcat"]) == 2


def test_plots_are_drawn_as_pictures(tmp_path):
    charts = {
        "timeline": plot_timeline(COUNTED, history=HISTORY, rules=[rule("open", "2020-06-01/..")]),
        "nothing": plot_timeline(tally([])),
        "country": plot_by_country(COUNTED, locale="ar"),
        "channel": plot_by_channel(COUNTED),
        "deadline": plot_days_to_deadline(COUNTED, Deadline("2020-06-30")),
    }
    for name, chart in charts.items():
        chart.save(tmp_path / f"{name}.png")
        assert (tmp_path / f"{name}.png").read_bytes().startswith(b"\x89PNG")


def test_what_is_no_totals_is_refused():
    with pytest.raises(InvalidValue, match="at counted"):
        plot_by_channel([])
    with pytest.raises(InvalidValue, match="not by 'channel'"):
        plot_by_channel(COUNTED.totals("country"))


def test_what_is_missing_to_plot_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(MissingExtra, match=r"urgent-actions\[plots\]"):
        plot_by_channel(COUNTED)
