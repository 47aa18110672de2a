"""By what pages without a layout are known: the phrases of their language, and somebody to write to."""

from functools import cache, cached_property, lru_cache

import attrs

from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.page import Page
from urgent_actions.bulletins.patterns import one_of
from urgent_actions.bulletins.sheet import Sheet, is_sentence, sheet_of
from urgent_actions.bulletins.sheet_contacts import Contact, contacts_in, is_publisher
from urgent_actions.bulletins.sheet_whom import asked_in, collector_in
from urgent_actions.bulletins.stock import language_of, stock
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Vocabulary, Wording

_MOST_LINES = 1_000
"""Lines of such a page; a longer one is a book or a list."""

_WEIGHT = 2
"""What a mark in the language of the page counts; the forms of other languages may share some of its labels."""

_FEWEST_ALONE = 2
"""Marks that tell a family where the page names nobody and gives no last day."""

MOST_OF_MODEL_LETTER, MOST_OF_LOOSE_LETTER = 2, 1
"""The marks of the two families without words of their own: any page that has a layout has more."""


@attrs.frozen(eq=False, slots=False)
class Look:
    """A page at first sight; what nobody asks for is not looked for."""

    page: Page

    @cached_property
    def ledger(self) -> Ledger:
        """What is noted while its lines are sorted."""
        return Ledger(self.page)

    @cached_property
    def language(self) -> str:
        """The language of the page; empty for one that is too long for any such page."""
        return language_of(self.page.readable) if self._is_short else ""

    @cached_property
    def sheet(self) -> Sheet:
        """Its lines, sorted."""
        return sheet_of(self.ledger) if self._is_short else Sheet()

    @cached_property
    def contacts(self) -> list[Contact]:
        """Whom it says how to reach."""
        return [contact for contact in contacts_in(self.sheet.groups)[0] if not is_publisher(contact)]

    @property
    def _is_short(self) -> bool:
        return len(self.page.lines) <= _MOST_LINES

    def has(self, wording: Wording) -> bool:
        """Whether a line has a wording."""
        return self._is_short and self.page.has(wording)

    @property
    def names_somebody(self) -> bool:
        """Whether it says to whom to write."""
        words = [line.words for group in self.sheet.groups for line in group.lines]
        return bool(self.contacts) or any(collector_in(piece) for piece in words)


@lru_cache(maxsize=2)
def look_at(page: Page) -> Look:
    """Look at a page; the last looks are kept, since several families ask for one."""
    return Look(page)


def marks_of(page: Page, language: str) -> int:
    """How many marks of a bulletin in a language a page has; few of them count only with somebody to write to."""
    look = look_at(page)
    if not page.may_have(_marks(language)) or look.language != language:
        return 0
    marks = len(page.numbers_of(_marks(language)))
    return _WEIGHT * marks if marks >= _FEWEST_ALONE or (marks and _asks(look)) else 0


def _asks(look: Look) -> bool:
    """Whether a page names somebody to write to, or says until when."""
    return look.has(stock("deadline")) or look.has(stock("ended")) or look.names_somebody


@cache
def _marks(language: str) -> Vocabulary:
    return Vocabulary.of(one_of((phrase,), behind="") for phrase in word_list("stock")["marks_of_family"][language])


def marks_of_model_letter(page: Page) -> int:
    """2 for a page that is an address, a line that names the case, a greeting and a letter, and nothing else."""
    look = look_at(page)
    groups, letters = look.sheet.groups, look.sheet.letters
    if len(groups) != 2 or len(letters) != 1 or len(look.contacts) != 1 or any(group.label for group in groups):
        return 0
    title, first = groups[1].lines, look.contacts[0].lines[0]
    alone = len(title) == 1 and not is_sentence(str(title[0]))
    return (
        MOST_OF_MODEL_LETTER
        if alone and groups[0].lines[0].words.start == first.start and len(groups[0].lines) > 1
        else 0
    )


def marks_of_loose_letter(page: Page) -> int:
    """1 for a page that asks for letters and says to whom or until when, or that is a letter to somebody."""
    look = look_at(page)
    if look.sheet.letters and look.names_somebody:
        return MOST_OF_LOOSE_LETTER
    if not look.has(stock("asking")):
        return 0
    if look.has(stock("deadline")) or look.names_somebody:
        return MOST_OF_LOOSE_LETTER
    words = [line.words for group in look.sheet.groups for line in group.lines]
    return MOST_OF_LOOSE_LETTER if any(asked_in(piece) for piece in words) else 0
