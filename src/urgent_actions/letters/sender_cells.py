"""Supporters as the rows of a table: which columns it may have, and the sender that the cells of a row describe."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeVar

import attrs

from urgent_actions.errors import InvalidData, InvalidValue, Problem, did_you_mean, refuse_if
from urgent_actions.sender import Sender
from urgent_actions.values.country import Country
from urgent_actions.values.language import Language

V = TypeVar("V")

LONGEST_NAME = 200
"""The most characters of a country, a language or a group, as people write them."""

_SET_APART = re.compile(r"\s*[|;,]\s*")


@lru_cache(maxsize=1024)
def _country(cell: str) -> Country:
    return Country.parse(cell)


@lru_cache(maxsize=1024)
def _language(cell: str) -> Language:
    return Language.parse(cell)


def _text(cell: object) -> str:
    if not isinstance(cell, str):  # what was given is not told: it may be a name all the same
        raise InvalidValue(Problem("wrong-type", "the cell is no string"))
    return cell


def _short(cell: object) -> str:
    """A text that may be a name; one that is too long for any is not looked up."""
    text = _text(cell)
    if len(text) > LONGEST_NAME:
        what = f"{len(text)} characters are too many"
        raise InvalidValue(Problem("too-long", what, way_out=f"give at most {LONGEST_NAME}"))
    return text


def _each(read: Callable[[str], V]) -> Callable[[object], tuple[V, ...]]:
    """A reader of a list, or of a text in which a bar, a semicolon or a comma sets several apart."""

    @lru_cache(maxsize=1024)
    def in_text(cell: str) -> tuple[V, ...]:
        return members(_SET_APART.split(cell.strip()))

    def members(cell: object) -> tuple[V, ...]:
        if isinstance(cell, str):
            return in_text(cell) if len(cell) <= LONGEST_NAME else members(_SET_APART.split(cell.strip()))
        if not isinstance(cell, Iterable):
            raise InvalidValue(Problem("wrong-type", "the cell is neither a list nor a string"))
        return tuple(read(_short(member)) for member in cell if member)

    return members


_READ: dict[str, Callable[[Any], object]] = {
    "country": lambda cell: _country(_short(cell)),
    "languages": _each(_language),
    "ties": _each(_country),
    "affiliations": _each(str),
    "name": _text,
    "address": _text,
    "own_words": _text,
}

SENDER_COLUMNS = ("id", *_READ)
"""The columns that a table of supporters may have: a key of the caller's own, and the fields of a `Sender`."""


def refuse_columns(names: Iterable[str]) -> None:
    """Raise InvalidData where a table has columns that no supporters have, or one twice, or lacks the country."""
    refuse_if(_wrong_columns(tuple(map(str, names))), InvalidData)


def sender_of(cells: Mapping[str, object]) -> Sender:
    """The supporter whom the cells of a row describe; an empty cell says nothing.

    Args:
        cells: by their columns, `country` among them. A country is a code or a name, a language a tag or a name; of
            languages, ties and affiliations there may be several, as a list or as a text with `|`, `;` or `,` between.

    Raises:
        InvalidValue: cells that say no such thing; all of them, none with a name or an address.

    >>> sender_of({"id": "7", "country": "France", "languages": "fr, en"}).languages
    (Language(tag='fr'), Language(tag='en'))
    """
    fields: dict[str, Any] = {}
    problems: list[Problem] = []
    for column, cell in cells.items():
        if column == "id" or cell is None or cell == "":
            continue
        try:
            fields[column] = _READ[column](cell)
        except InvalidValue as error:
            problems += (attrs.evolve(problem, where=column) for problem in error.problems)
            fields[column] = ()
    if "country" not in fields:
        problems.append(Problem("missing-cell", "no country", where="country", way_out="say from where it is written"))
    refuse_if(problems)
    return Sender(**fields)


def _wrong_columns(names: tuple[str, ...]) -> Iterator[Problem]:
    for name in names:
        if name not in SENDER_COLUMNS:
            what, way_out = f"unknown column {name!r}", did_you_mean(name, SENDER_COLUMNS)
            yield Problem("unknown-column", what, way_out=way_out)
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield Problem("column-twice", f"two columns {name!r}", way_out="keep one")
    if "country" not in names:
        yield Problem("missing-column", "missing column 'country'", way_out="say from where each supporter writes")
