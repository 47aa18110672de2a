"""By what a form is known to be of one of its families."""

from functools import cache

from urgent_actions.bulletins.page import Page
from urgent_actions.bulletins.patterns import one_of
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Wording


def form_likeness(page: Page, family: str) -> int:
    """How much the marks of a family that a page has count; 0 where none of them decides."""
    strong = sum(weight for mark, weight in _marks(family, "strong") if page.has(mark))
    return strong + sum(weight for mark, weight in _marks(family, "weak") if strong and page.has(mark))


@cache
def _marks(family: str, strength: str) -> tuple[tuple[Wording, int], ...]:
    marks = word_list("form")["marks"][family][strength]
    return tuple((one_of((pattern,), behind=""), weight) for pattern, weight in marks)
