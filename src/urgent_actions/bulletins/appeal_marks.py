"""By what the three families of appeals are known from other bulletins and from one another."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from urgent_actions.bulletins.page import LONGEST_LINE, Page
from urgent_actions.bulletins.patterns import one_of
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Vocabulary

_FURTHEST = 200
"""Lines in which the marks are looked for."""


@lru_cache(maxsize=2)
def marks_of(page: Page) -> Mapping[str, int]:
    """How many marks of an appeal, and of each family of appeals, a page has; all 0 where it is no appeal.

    The last counts are kept, since each of the three families asks for them.
    """
    text = "\n".join(str(line) for line in page.lines[:_FURTHEST] if 0 < len(line) <= LONGEST_LINE)
    may_stand = {name: page.may_have(_marks(name)) for name in _names()}
    found = {
        name: sum(mark.compiled.search(text) is not None for _, mark in marks) for name, marks in may_stand.items()
    }
    return found if _is_appeal(found, text) else dict.fromkeys(found, 0)


def _is_appeal(found: dict[str, int], text: str) -> bool:
    """Whether two marks that no other family has stand somewhere, or one and the number of a case."""
    marked = found["sheet"] + found["network"] > 0
    return found["sheet"] > 1 or (marked and _number().search(text[:4000]) is not None)


def _names() -> list[str]:
    return [name for name in word_list("appeals")["marks"] if name != "number"]


@cache
def _marks(name: str) -> Vocabulary:
    return Vocabulary.of(one_of((pattern,), behind="") for pattern in word_list("appeals")["marks"][name])


@cache
def _number() -> re.Pattern[str]:
    before = r"(?:^[ >*]{0,5}|(?:/\d\d|/\d{4}|UA/SC)[ ]{1,9})"
    return re.compile(before + word_list("appeals")["marks"]["number"], re.IGNORECASE | re.MULTILINE)
