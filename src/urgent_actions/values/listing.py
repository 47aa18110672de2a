"""Several things said in a row: `English, French or Spanish` (CLDR list patterns)."""

from collections.abc import Iterable
from typing import Literal

import attrs

from urgent_actions.values.cldr import list_in_words
from urgent_actions.values.country import Country
from urgent_actions.values.language import Language


def _as_items(items: Iterable[Country | Language | str]) -> tuple[Country | Language | str, ...]:
    return tuple(items)


@attrs.frozen
class Listing:
    """Countries, languages or words, joined as the reader's language joins them.

    >>> Listing([Language("es"), Language("en")], "or").say("fr")
    'espagnol ou anglais'
    """

    items: tuple[Country | Language | str, ...] = attrs.field(converter=_as_items)
    joint: Literal["and", "or"] = "and"

    def say(self, locale: Language | str = "en") -> str:
        """The items by their names, in the order in which they were given."""
        names = tuple(item if isinstance(item, str) else item.name(locale) for item in self.items)
        return list_in_words(names, self.joint, Language.of(locale).tag)

    def __str__(self) -> str:
        return self.say()
