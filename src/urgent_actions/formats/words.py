"""How words for people are written: a text by its languages, one of our own sentences with what fills its blanks.

A text is `{"en": "...", "fr": "..."}`. Where a text or a sentence may stand, one key says which: `{"text": {...}}` or
`{"message": {...}}`. The same goes for what fills a blank, of which only strings and whole numbers need no tag.
"""

from collections.abc import Callable, Mapping
from datetime import date

from urgent_actions.errors import InvalidValue, Problem, did_you_mean
from urgent_actions.formats.faults import read_each
from urgent_actions.formats.value_forms import VALUE_FORMS
from urgent_actions.formats.wrong_type import wrong_type
from urgent_actions.values.country import Country
from urgent_actions.values.hours import Hours
from urgent_actions.values.language import Language
from urgent_actions.values.listing import Listing
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.text import Message, Text

Read = Callable[[object, type], object]
Write = Callable[[object], object]

REASONS: dict[str, type] = {"message": Message, "text": Text}
"""What a reason may be, by its tag."""

FILLINGS: dict[str, type] = {
    "country": Country,
    "date": PartialDate,
    "day": date,
    "hours": Hours,
    "language": Language,
    "list": Listing,
    "message": Message,
    "text": Text,
}
"""What may fill a blank, by its tag."""


def read_tagged(given: object, tags: Mapping[str, type], read: Read) -> object:
    """Read `{tag: value}` as the class that the tag stands for.

    Raises:
        InvalidValue: it has not one key, or an unknown tag; the known ones are named.
        FaultsInside: the value cannot be read.
    """
    if type(given) is not dict:
        raise wrong_type(dict, given)
    if len(given) != 1:
        what = f"expected one tag, got {len(given)}"
        raise InvalidValue(Problem("unknown-tag", what, way_out=f"give one of {', '.join(tags)}"))
    (tag,) = given
    if tag not in tags:
        raise InvalidValue(Problem("unknown-tag", f"unknown tag {tag!r}", way_out=did_you_mean(tag, list(tags))))
    return read_each(given.items(), lambda inner: read(inner, tags[tag]))[tag]


def write_tagged(value: object, tags: Mapping[str, type], write: Write) -> dict[str, object]:
    """Write a value as `{tag: value}`.

    Raises:
        InvalidValue: its class has no tag.
    """
    for tag, kind in tags.items():
        if type(value) is kind:
            return {tag: write(value)}
    way_out = f"use one of {', '.join(kind.__name__ for kind in tags.values())}"
    raise InvalidValue(Problem("unwritable", f"a {type(value).__name__} cannot be written here", way_out=way_out))


def read_filling(given: object, read: Read) -> object:
    """Read what fills a blank: a string or a whole number as it stands, anything else by its tag."""
    return given if type(given) in {str, int} else read_tagged(given, FILLINGS, read)


def write_filling(value: object, write: Write) -> object:
    """Write what fills a blank."""
    return value if type(value) in {str, int} else write_tagged(value, FILLINGS, write)


def read_fillings(given: object, read: Read) -> tuple[tuple[str, object], ...]:
    """Read what fills the blanks of a sentence, by their names.

    Raises:
        FaultsInside: some cannot be read; all of them are named.
    """
    if type(given) is not dict:
        raise wrong_type(dict, given)
    return tuple(read_each(given.items(), lambda inner: read_filling(inner, read)).items())


def read_text(given: object) -> Text:
    """Read words by language.

    Raises:
        InvalidValue: there are none, or they are blank.
        FaultsInside: a language is unknown, or its words are no string; all problems at once.
    """
    if type(given) is not dict:
        raise wrong_type(dict, given)
    pairs = read_each(((tag, (tag, words)) for tag, words in given.items()), _read_saying)
    return Text(pairs.values())


def write_text(text: Text) -> dict[str, str]:
    """Write words by language, in the order of the tags."""
    return {language.tag: words for language, words in text.words}


def _read_saying(pair: tuple[str, object]) -> tuple[Language, str]:
    tag, words = pair
    language: Language = VALUE_FORMS[Language].read(tag)
    if type(words) is not str:
        raise wrong_type(str, words)
    return language, words
