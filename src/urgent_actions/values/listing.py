"""Several things said in a row: `English, French or Spanish` (CLDR list patterns)."""

from collections.abc import Iterable
from typing import Literal

import attrs

from urgent_actions.values.bidi import isolated
from urgent_actions.values.cldr import is_right_to_left, list_in_words
from urgent_actions.values.country import Country
from urgent_actions.values.language import Language
from urgent_actions.values.text import Sayable

Item = Country | Language | Sayable | str
"""What may stand in a row: what has a name in every language, what says itself, and words as they are."""


def _as_items(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(items)


@attrs.frozen
class Listing:
    """Countries, languages, sentences or words, joined as the reader's language joins them.

    Words of the other direction than the reader's language are isolated, one by one.

    >>> Listing([Language("es"), Language("en")], "or").say("fr")
    'espagnol ou anglais'
    """

    items: tuple[Item, ...] = attrs.field(converter=_as_items)
    joint: Literal["and", "or"] = "and"

    def say(self, locale: Language | str = "en") -> str:
        """The items by their names, in the order in which they were given."""
        reader = Language.of(locale)
        return list_in_words(tuple(_named(item, reader) for item in self.items), self.joint, reader.tag)

    def __str__(self) -> str:
        return self.say()


def _named(item: Item, reader: Language) -> str:
    if isinstance(item, Country | Language):
        return item.name(reader)
    return isolated(item, is_right_to_left(reader.tag)) if isinstance(item, str) else item.say(reader)
