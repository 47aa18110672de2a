"""Totals and releases as JSON documents: what a section passes on, and what is published.

Law: what is written is read back as the same, without what only the publisher knows: `kept` and `reasons` of a release.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from urgent_actions.errors import InvalidData, InvalidValue, Problem, did_you_mean, refuse_if
from urgent_actions.formats.json import VERSION
from urgent_actions.formats.json_text import dump_json, parse_json
from urgent_actions.formats.wrong_type import wrong_type
from urgent_actions.totals.order import in_order
from urgent_actions.totals.release import Release
from urgent_actions.totals.totals import Totals

T = TypeVar("T")


def write_totals(totals: Totals, *, indent: int | None = None) -> str:
    """Write totals as a JSON document: in each row the values, the number of actions, the number of reports.

    >>> write_totals(Totals(["channel"], {("post",): (3, 2)}))
    '{"urgent_actions":1,"totals":{"facets":["channel"],"rows":[["post",3,2]]}}'
    """
    rows = [list(row) for row in totals.rows()]
    return dump_json({"urgent_actions": VERSION, "totals": {"facets": list(totals.facets), "rows": rows}}, indent)


def read_totals(text: str | bytes) -> Totals:
    """Read totals from a JSON document.

    Raises:
        InvalidData: it is no JSON, no such document, or says what no totals can be.
    """
    return _read(text, "totals", ("facets", "rows"), _totals)


def write_release(release: Release, *, indent: int | None = None) -> str:
    """Write what is published as a JSON document: in each row the values and the number, null where it is withheld.

    The true numbers and the reasons, which only the publisher knows, are not written.

    >>> release = Release(["channel"], threshold=10, tables={("channel",): {("post",): 12}, (): {(): 12}})
    >>> write_release(release)
    '{"urgent_actions":1,"release":{"facets":["channel"],"threshold":10,"tables":[{"by":["channel"],"rows":[["post",12]]},{"by":[],"rows":[[12]]}]}}'
    """
    tables = [
        {"by": list(facets), "rows": [[*key, numbers[key]] for key in in_order(numbers)]}
        for facets, numbers in release.tables.items()
    ]
    rounding = {} if release.round_to is None else {"round_to": release.round_to}
    body = {"facets": list(release.facets), "threshold": release.threshold} | rounding | {"tables": tables}
    return dump_json({"urgent_actions": VERSION, "release": body}, indent)


def read_release(text: str | bytes) -> Release:
    """Read what was published from a JSON document, such as an earlier release.

    Raises:
        InvalidData: it is no JSON, no such document, or says what no release can be.
    """
    return _read(text, "release", ("facets", "threshold", "tables", "round_to"), _release)


def _read(text: str | bytes, name: str, keys: tuple[str, ...], make: Callable[[dict[str, Any]], T]) -> T:
    document = parse_json(text)
    if type(document) is not dict:
        raise InvalidData(*wrong_type(dict, document).problems)
    body = document.get(name)
    if document.keys() != {"urgent_actions", name} or document["urgent_actions"] != VERSION or type(body) is not dict:
        what = f"the document is no {name} of version {VERSION}"
        raise InvalidData(Problem("wrong-document", what, way_out=f"give one that was written as {name}"))
    unknown = [
        Problem("unknown-key", f"unknown key {key!r}", where=name, way_out=did_you_mean(key, keys))
        for key in body
        if key not in keys
    ]
    if unknown:
        raise InvalidData(*unknown)
    try:
        return make(body)
    except InvalidValue as error:
        raise InvalidData(*(problem.below(name) for problem in error.problems)) from None
    except (KeyError, TypeError, ValueError, AttributeError):
        what = f"the {name} does not have the form that it is written in"
        raise InvalidData(Problem("wrong-form", what, where=name)) from None


def _totals(body: dict[str, Any]) -> Totals:
    pairs = [*_pairs(body["rows"], 2)]
    twice = _twice([key for key, _ in pairs], "rows")
    return _made(lambda: Totals(body["facets"], dict(pairs)), twice)


def _release(body: dict[str, Any]) -> Release:
    tables, twice = {}, _twice([tuple(table["by"]) for table in body["tables"]], "tables")
    for place, table in enumerate(body["tables"]):
        pairs = [(key, number) for key, (number,) in _pairs(table["rows"], 1)]
        twice += _twice([key for key, _ in pairs], f"tables[{place}].rows")
        tables[tuple(table["by"])] = dict(pairs)
    said = {"threshold": body["threshold"], "tables": tables, "round_to": body.get("round_to")}
    return _made(lambda: Release(body["facets"], **said), twice)


def _made(make: Callable[[], T], problems: list[Problem]) -> T:
    """What is made, if nothing was wrong before; else all that was, and what is wrong with it besides."""
    try:
        made = make()
    except InvalidValue as error:
        raise InvalidValue(*problems, *error.problems) from None
    refuse_if(problems)
    return made


def _twice(keys: list[tuple[Any, ...]], where: str) -> list[Problem]:
    """What stands there again, of which nobody can tell which one is meant."""
    first: dict[tuple[Any, ...], int] = {}
    told = [(place, key, first.setdefault(key, place)) for place, key in enumerate(keys)]
    return [
        Problem(
            "key-twice",
            f"{list(key)} stands there twice",
            where=f"{where}[{place}]",
            way_out=f"keep it or {where}[{one}]",
        )
        for place, key, one in told
        if place != one
    ]


def _pairs(rows: list[list[Any]], numbers: int) -> Iterator[tuple[Any, Any]]:
    for row in rows:
        yield tuple(row[:-numbers]), tuple(row[-numbers:])
