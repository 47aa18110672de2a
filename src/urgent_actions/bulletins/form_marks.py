"""By what a form is known to be of one of its families."""

from functools import cache

from urgent_actions.bulletins.page import Page
from urgent_actions.bulletins.patterns import one_of
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Vocabulary


def form_likeness(page: Page, family: str) -> int:
    """How much the marks of a family that a page has count; 0 where none of them decides."""
    strong = _weight(page, family, "strong")
    return strong and strong + _weight(page, family, "weak")


def _weight(page: Page, family: str, strength: str) -> int:
    weights = [weight for _, weight in word_list("form")["marks"][family][strength]]
    return sum(weights[number] for number in page.numbers_of(_marks(family, strength)))


@cache
def _marks(family: str, strength: str) -> Vocabulary:
    return Vocabulary.of(one_of((pattern,), behind="") for pattern, _ in word_list("form")["marks"][family][strength])
