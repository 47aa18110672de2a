"""Totals and releases as the command prints them: tables for people, JSON and CSV for programs."""

import json
from collections.abc import Iterable, Mapping, Sequence

from urgent_actions.formats.csv_table import write_csv_table
from urgent_actions.formats.totals_json import write_release
from urgent_actions.totals.release import Release, shown
from urgent_actions.totals.tally import Tally
from urgent_actions.values.text_table import text_table

_USUAL = ("channel", "target", "country", "day")


def print_tally(totals: Tally, by: tuple[str, ...] | None, form: str) -> None:
    """Print what is known, by the facets together, or by each of the usual ones."""
    tables: list[tuple[str, ...]] = [by] if by else [(facet,) for facet in _USUAL]
    if form == "json":
        print(json.dumps(_document(totals, tables), ensure_ascii=False, indent=2))
    elif form == "csv" and by:
        _print_csv((*by, "actions"), [(*key, count) for key, count in totals.by(*by).items()])
    elif form == "csv":
        rows = [(facet, *key, count) for facet in _USUAL for key, count in totals.by(facet).items()]
        _print_csv(("facet", "value", "actions"), rows)
    else:
        for facets in tables:
            _print_table(facets, totals.by(*facets))
        _print_findings(totals)


def print_release(release: Release, form: str) -> None:
    """Print what may be published; a withheld number is three dots, null in JSON, an empty cell in CSV."""
    if form == "json":
        print(write_release(release, indent=2))
    elif form == "csv":
        _print_csv((*release.facets, "actions"), [(*row,) for row in release.rows()])
    else:
        if not release.is_empty:
            _print_table(release.facets, {key: shown(number) for key, number in release.by(*release.facets).items()})
            print("total", shown(release.total))
        print(*release.notes, sep="\n")


def _print_table(facets: Sequence[str], numbers: Mapping[tuple[object, ...], object]) -> None:
    rows = [(*map(_said, key), number) for key, number in numbers.items()]
    print(text_table(rows, header=(*facets, "actions")), end="\n\n")


def _print_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    cells = ({name: _text(cell) or "" for name, cell in zip(columns, row, strict=True)} for row in rows)
    print(write_csv_table(columns, cells), end="")


def _print_findings(totals: Tally) -> None:
    print("total", _counted(totals.total, "action"), "in", _counted(len(totals.counted), "report"))
    if totals.delivered != totals.total:
        print("delivered", totals.delivered)
    for kind, count in totals.replies.items():
        print("reply", f"{kind}:", count)
    if totals.disputed:
        what = _counted(len(totals.disputed), "id")
        print(f"{what} came in with different reports: the smaller claim counts (--json names them)")
    if totals.unmatched:
        print(_counted(len(totals.unmatched), "later fact"), "without its report: it counts when the report comes")


def _document(totals: Tally, tables: list[tuple[str, ...]]) -> dict[str, object]:
    body = {
        "total": totals.total,
        "delivered": totals.delivered,
        "reports": len(totals.counted),
        "supporters": totals.supporters,
        "anonymous": totals.anonymous,
        "replies": {str(kind): count for kind, count in totals.replies.items()},
        "disputed": sorted(totals.disputed),
        "unmatched": sorted({fact.id for fact in totals.unmatched}),
        "by": [
            {"facets": list(facets), "rows": [[*map(_text, key), count] for key, count in totals.by(*facets).items()]}
            for facets in tables
        ],
    }
    return {"urgent_actions": 1, "tally": body}


def _counted(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def _said(value: object) -> str:
    return "not said" if value is None else str(value)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
