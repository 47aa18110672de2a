"""The words of bulletins in the languages other than English, each language in a data file of its own."""

from collections.abc import Iterator, Mapping
from functools import cache

from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.errors import InvalidValue, Problem, did_you_mean

TRANSLATIONS = ("ar", "de", "es", "fr", "ru")
"""The languages that bulletins are written in besides English."""

_LABELS = ("labels", "channels", "captions")


def label_of(tag: str, field: str) -> str:
    """What stands before a field or before a kind of address."""
    lists = word_list(f"bulletin.{tag}")
    label: str = next(lists[table][field] for table in _LABELS if field in lists[table])
    return label


def heading_of(tag: str) -> str:
    """The line at the top of a page."""
    heading: str = word_list(f"bulletin.{tag}")["heading"]
    return heading


def colon_of(tag: str) -> str:
    """What stands behind a label: French sets a blank before the colon."""
    colon: str = word_list(f"bulletin.{tag}")["colon"]
    return colon


@cache
def fields_by_label(tag: str) -> Mapping[str, str]:
    """The fields and kinds of address of a language by their labels, in small letters."""
    lists = word_list(f"bulletin.{tag}")
    return {label.casefold(): field for table in _LABELS for field, label in lists[table].items()}


def word_for(tag: str, table: str, meaning: str) -> str:
    """What one of our words is in a language, such as the kind `embassy`."""
    word: str = word_list(f"bulletin.{tag}")[table][meaning]
    return word


def meaning_of(tag: str, table: str, word: str) -> str:
    """Which of our words is meant.

    Raises:
        InvalidValue: the table has no such word; the nearest one is named.
    """
    meanings = _meanings(tag, table)
    if word.casefold() not in meanings:
        way_out = did_you_mean(word, list(meanings))
        raise InvalidValue(Problem("unknown-word", f"unknown word {word!r} in {table}", way_out=way_out))
    return meanings[word.casefold()]


@cache
def _meanings(tag: str, table: str) -> Mapping[str, str]:
    words: Iterator[tuple[str, str]] = iter(word_list(f"bulletin.{tag}")[table].items())
    return {word.casefold(): meaning for meaning, word in words}


def words_of(tag: str, table: str) -> tuple[str, ...]:
    """All words of a table."""
    return tuple(word_list(f"bulletin.{tag}")[table].values())
