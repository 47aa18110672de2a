"""What we call a state or territory, on an envelope and inside a sentence, where CLDR's name would be awkward."""

from collections.abc import Mapping
from functools import cache, lru_cache

from urgent_actions.values.cldr import territory_name
from urgent_actions.values.data_table import data_rows


@lru_cache(maxsize=4096)
def country_label(code: str, tag: str) -> str:
    """The name of a country in a language: ours where we have one, else CLDR's.

    >>> country_label("HK", "en"), country_label("HK", "fr-CA"), country_label("RU", "es")
    ('Hong Kong', 'Hong Kong', 'Rusia')
    """
    return labels_in(tag.partition("-")[0]).get(code) or territory_name(code, tag)


@lru_cache(maxsize=4096)
def country_in_sentence(code: str, tag: str) -> str:
    """The same with the article that it takes inside a sentence.

    >>> country_in_sentence("NL", "en"), country_in_sentence("NL", "es")
    ('the Netherlands', 'Países Bajos')
    """
    return _in_sentences().get((code, tag.partition("-")[0])) or country_label(code, tag)


@cache
def labels_in(language: str) -> Mapping[str, str]:
    """Our own names in one language, by code."""
    return {code: name for code, of, name, _ in data_rows("country_labels.tsv") if of == language}


@cache
def _in_sentences() -> Mapping[tuple[str, str], str]:
    return {(code, of): said for code, of, _, said in data_rows("country_labels.tsv") if said}
