"""What every record of an action keeps to: ids, days, counts and tokens, with no room for words about a person."""

import re
from collections.abc import Iterator
from datetime import date

from urgent_actions.errors import Problem
from urgent_actions.values.word import Word

_ID = re.compile(r"[A-Za-z0-9_.:-]{1,64}", re.ASCII)


class Basis(Word):
    """How it is known that something was done."""

    SELF_REPORTED = "self-reported"
    VERIFIED = "verified"
    ON_PAPER = "on paper"


def as_basis(value: Basis | str) -> Basis:
    """A basis, or its word."""
    return Basis.of(value)


def wrong_id(identity: object) -> Iterator[Problem]:
    """What is wrong with the id of a report."""
    if not isinstance(identity, str) or not _ID.fullmatch(identity):
        yield Problem("bad-report-id", "the report's id is not 1 to 64 letters, digits and _.:-", where="id")


def wrong_day(name: str, day: object) -> Iterator[Problem]:
    """What is wrong with a day; a moment is none."""
    if type(day) is not date:
        yield Problem("wrong-type", f"{day!r} is not a day", where=name, way_out="give a datetime.date")
