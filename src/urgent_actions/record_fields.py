"""What every record of an action keeps to: ids, days, counts and tokens, with no room for words about a person."""

import re
from collections.abc import Iterator
from datetime import date

from urgent_actions.errors import Problem
from urgent_actions.values.key import is_key
from urgent_actions.values.word import Word

MOST = 1_000_000
"""The greatest count that one report may state; a petition of more is reported in parts."""

_ID = re.compile(r"[A-Za-z0-9_.:-]{1,64}", re.ASCII)
_TOKEN = re.compile(r"[0-9a-f]{32,64}", re.ASCII)


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


def wrong_claim(count: object, target: object, supporter: object) -> Iterator[Problem]:
    """What is wrong with what a report says was done."""
    if type(count) is not int or not 1 <= count <= MOST:
        what = f"count {count!r} is not a whole number from 1 to {MOST}"
        way_out = "leave out what was not done, report a petition in parts"
        yield Problem("bad-count", what, where="count", way_out=way_out)
    if target is not None and not is_key(target):
        way_out = "give the id that the case has for it"
        yield Problem("bad-target-id", "the target is not a target's id", where="target", way_out=way_out)
    if supporter is not None and not (isinstance(supporter, str) and _TOKEN.fullmatch(supporter)):
        way_out = "make it with supporter_token(key, case, identity)"
        yield Problem("bad-token", "the supporter's token is not opaque", where="supporter", way_out=way_out)
