"""Whether the cells of a data frame are those of records: one look at all of them, and every wrong column told."""

from collections.abc import Iterator
from typing import Any

from urgent_actions.action_report import MOST
from urgent_actions.errors import Problem
from urgent_actions.record import RECORDS
from urgent_actions.record_columns import COLUMNS, Column
from urgent_actions.totals.frame import rows_of
from urgent_actions.totals.record_texts import RecordTexts
from urgent_actions.values.country_codes import COUNTRY_CODES

_DAY = r"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"
_FORMS = {
    "id": r"^[A-Za-z0-9_.:-]{1,64}$",
    "case": r"^[A-Z]{2,12} [1-9][0-9]{0,3}/(?:[0-9]{2}|[0-9]{4})$",
    "on": _DAY,
    "corrected_on": _DAY,
    "target": r"^[^\s_./\\:;,@-]+(?:-[^\s_./\\:;,@-]+)*$",
    "count": r"^0*(?:[1-9][0-9]{0,5}|1000000)(?:\.0)?$",  # whole numbers with gaps are kept as 3.0 by pandas
    "language": r"^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$",
    "supporter": r"^[0-9a-f]{32,64}$",
}
_LISTS = {column.name: column.words for column in COLUMNS if column.words} | {"country": tuple(COUNTRY_CODES)}
_MANY = 100
_WAYS_OUT = {
    "id": "give keys of 1 to 64 letters, digits and _.:-",
    "case": "write it as 'UA 82/20'",
    "count": f"give whole numbers from 1 to {MOST}",
    "country": "give codes of ISO 3166-1 alpha-2, such as 'DE'",
    "language": "give tags of BCP 47, such as 'fr'",
    "supporter": "make it with supporter_token(key, case, identity)",
    "target": "give the id that the case has for it",
}
_WRONG = {
    "bad": ("cannot stand there", "cannot stand there"),
    "missing": ("is missing", "are missing"),
    "foreign": ("belongs to another record", "belong to other records"),
}


def wrong_cells(texts: RecordTexts) -> Iterator[Problem]:
    """What is wrong with the cells, counted by column; a lazy frame is run once. What stands in them is not shown."""
    nw, columns = texts.nw, [column for column in COLUMNS if column.name in texts.schema]
    asked = {(kind, column): test for column in columns for kind, test in _tests(texts, column)}
    sums = {f"n{number}": test.cast(nw.Int64).sum() for number, test in enumerate(asked.values())}
    counts = next(rows_of(texts.cells().select(**sums)))
    yield from (_problem(*what, count) for what, count in zip(asked, counts, strict=True) if count)


def _tests(texts: RecordTexts, column: Column) -> Iterator[tuple[str, Any]]:
    """By the kind of a problem, what holds of a row that has it."""
    cell, record = texts.nw.col(column.name), texts.nw.col("record")
    filled = cell != ""
    yield "bad", filled & ~_right(texts, column, cell)
    if column.needed:
        yield "missing", ~filled & record.is_in(column.needed)
    if len(column.of) < len(RECORDS):
        yield "foreign", filled & ~record.is_in(column.of)


def _right(texts: RecordTexts, column: Column, cell: Any) -> Any:
    """Whether a filled cell is one of a list, or of the right form; of many words DuckDB finds one sooner by form."""
    words = _LISTS.get(column.name, ())
    if words and not (len(words) >= _MANY and texts.frame.implementation.is_duckdb()):
        return cell.is_in(words)
    return cell.str.contains(f"^(?:{'|'.join(words)})$" if words else _FORMS[column.name])


def _problem(kind: str, column: Column, count: int) -> Problem:
    one, several = _WRONG[kind]
    what = f"1 cell of {column.name!r} {one}" if count == 1 else f"{count} cells of {column.name!r} {several}"
    ways_out = {
        "bad": _WAYS_OUT.get(column.name) or _choice(column),
        "missing": f"say it of every {' and '.join(column.needed)}",
        "foreign": f"leave them empty but for every {' and '.join(column.of)}",
    }
    return Problem(f"{kind}-cells", what, where=column.name, way_out=ways_out[kind])


def _choice(column: Column) -> str:
    return f"give one of {', '.join(column.words)}" if column.words else "write days as '2020-05-25'"
