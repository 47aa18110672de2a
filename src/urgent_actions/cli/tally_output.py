"""Totals and releases as the command prints them: tables for people, JSON and CSV for programs."""

import json
from collections.abc import Iterable, Mapping, Sequence

from urgent_actions.formats.csv_table import write_csv_table
from urgent_actions.formats.totals_json import write_release
from urgent_actions.totals.frame_tally import FrameTally
from urgent_actions.totals.release import Release, shown
from urgent_actions.totals.tally import Tally
from urgent_actions.totals.totals import Totals
from urgent_actions.values.text_table import text_table

_USUAL = ("channel", "target", "country", "day")


def print_tally(totals: Tally | FrameTally, by: tuple[str, ...] | None, form: str) -> None:
    """Print what is known, by the facets together, or by each of the usual ones."""
    tables = _tables(totals, [by] if by else [(facet,) for facet in _USUAL])
    if form == "json":
        print(json.dumps(_document(totals, tables), ensure_ascii=False, indent=2))
    elif form == "csv" and by:
        _print_csv((*by, "actions"), _rows(tables[0]))
    elif form == "csv":
        rows = [(facet, *row) for facet, table in zip(_USUAL, tables, strict=True) for row in _rows(table)]
        _print_csv(("facet", "value", "actions"), rows)
    else:
        for table in tables:
            _print_table(table.facets, {row[:-1]: row[-1] for row in _rows(table)})
        _print_findings(totals, tables[0])


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


def _tables(totals: Tally | FrameTally, tables: list[tuple[str, ...]]) -> list[Totals]:
    if isinstance(totals, FrameTally):
        return [*totals.tables(*tables)]
    return [totals.totals(*facets) for facets in tables]


def _rows(table: Totals) -> list[tuple[str | int | None, ...]]:
    """The values as they are written, and the number of actions."""
    return [row[:-1] for row in table.rows()]


def _unmatched(totals: Tally | FrameTally) -> list[str]:
    """The ids of later facts without a report."""
    ids = totals.unmatched if isinstance(totals, FrameTally) else {fact.id for fact in totals.unmatched}
    return sorted(ids)


def _print_findings(totals: Tally | FrameTally, sums: Totals) -> None:
    print("total", _counted(sums.total, "action"), "in", _counted(sums.reports, "report"))
    if returned := totals.returned:
        print("delivered", sums.total - returned)
    for kind, count in totals.replies.items():
        print("reply", f"{kind}:", count)
    if disputed := totals.disputed:
        what = _counted(len(disputed), "id")
        print(f"{what} came in with different reports: the smaller claim counts (--json names them)")
    if unmatched := _unmatched(totals):
        print(_counted(len(unmatched), "id"), "with later facts, and without a report: they count when it comes")


def _document(totals: Tally | FrameTally, tables: list[Totals]) -> dict[str, object]:
    sums = tables[0]
    body = {
        "total": sums.total,
        "delivered": sums.total - totals.returned,
        "reports": sums.reports,
        "supporters": totals.supporters,
        "anonymous": totals.anonymous,
        "replies": {str(kind): count for kind, count in totals.replies.items()},
        "disputed": sorted(totals.disputed),
        "unmatched": _unmatched(totals),
        "by": [{"facets": list(one.facets), "rows": [list(row) for row in _rows(one)]} for one in tables],
    }
    return {"urgent_actions": 1, "tally": body}


def _counted(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def _said(value: object) -> str:
    return "not said" if value is None else str(value)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
