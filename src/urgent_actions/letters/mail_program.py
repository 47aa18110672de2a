"""The mail programs that letters are handed to, and what is odd about each (`data/mail_programs.toml`)."""

import tomllib
from functools import cache
from typing import Any

import attrs

from urgent_actions.errors import Problem, did_you_mean, refuse_if
from urgent_actions.values.data_table import data_text

ANY = "common"


@attrs.frozen(kw_only=True)
class MailProgram:
    """A mail program.

    Args:
        key: what it is called in code, such as `outlook`.
        name: what people call it.
        budget: how many signs of a link arrive.
        separator: what it wants between addresses.
        page: the start of a link that opens a new mail on the web; None for a program that is installed.
        fields: what that page calls `to`, `copies`, `subject` and `body`, as pairs.
    """

    key: str
    name: str
    budget: int
    separator: str = ","
    page: str | None = None
    fields: tuple[tuple[str, str], ...] = ()


def mail_program(key: str) -> MailProgram:
    """The program of that key.

    Raises:
        InvalidValue: nobody knows it.

    >>> mail_program("outlook").separator
    ';'
    """
    known = _programs()
    if key not in known:
        way_out = did_you_mean(key, sorted(known))
        refuse_if([Problem("unknown-program", f"unknown mail program {key!r}", way_out=way_out)])
    return known[key]


def programs_on_the_web() -> tuple[MailProgram, ...]:
    """Those that open a new mail from a link, in the order of the data."""
    return tuple(program for program in _programs().values() if program.page)


@cache
def _programs() -> dict[str, MailProgram]:
    tables = tomllib.loads(data_text("mail_programs.toml"))
    return {key: _read(key, table, tables[ANY]["budget"]) for key, table in tables.items()}


def _read(key: str, table: dict[str, Any], budget: int) -> MailProgram:
    return MailProgram(
        key=key,
        name=table["name"],
        budget=table.get("budget", budget),
        separator=table.get("separator", ","),
        page=table.get("page"),
        fields=tuple(table.get("fields", {}).items()),
    )
