"""The names by which a language is called: in English, in other large languages, and in itself.

They are those of CLDR, with a small table of what else it is called in English (Farsi, Castilian).
"""

from collections.abc import Iterable
from functools import cache

from urgent_actions.values.data_table import data_rows
from urgent_actions.values.folding import fold
from urgent_actions.values.language_codes import LANGUAGE_CODES

LONGEST_NAME = 120
NAMING_LANGUAGES = ("en", "fr", "es", "de", "pt", "ru", "ar", "it", "nl", "zh", "ja", "ko", "tr", "fa", "uk", "pl")


def language_tag_of(name: str) -> str | None:
    """The tag of the language of that name, or None; the English names are asked first, the others only then.

    >>> language_tag_of("Brazilian Portuguese"), language_tag_of("Farsi"), language_tag_of("ESPAÑOL")
    ('pt-BR', 'fa', 'es')
    """
    if len(name) > LONGEST_NAME:
        return None
    folded = fold(name)
    return _names_in(NAMING_LANGUAGES[0]).get(folded) or _other_names().get(folded)


@cache
def _other_names() -> dict[str, str]:
    """The names that are asked when English has none, those of the first of the other languages before the rest."""
    tables = [_own_names(), *map(_names_in, reversed(NAMING_LANGUAGES[1:]))]
    return {name: tag for names in tables for name, tag in names.items()}


@cache
def _names_in(language: str) -> dict[str, str]:
    """The names that one language has for all languages."""
    from babel import Locale

    names = _unmistakable((tag, name) for tag, name in Locale.parse(language).languages.items())
    return names | ({fold(name): tag for tag, name in data_rows("language_names.tsv")} if language == "en" else {})


@cache
def _own_names() -> dict[str, str]:
    """What each language calls itself: `shqip`, `հայերեն`."""
    from babel import Locale
    from babel.localedata import locale_identifiers

    bases = [identifier for identifier in locale_identifiers() if "_" not in identifier]
    return _unmistakable((base, Locale.parse(base).languages.get(base, base)) for base in sorted(bases))


def _unmistakable(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The tag of each folded name; a name of two languages is left out, and so is what we do not know as a language."""
    tags: dict[str, set[str]] = {}
    for identifier, name in named:
        tag = identifier.replace("_", "-")
        if tag.partition("-")[0] in LANGUAGE_CODES:
            tags.setdefault(fold(name), set()).add(tag)
    return {name: tag for name, (tag, *others) in tags.items() if not others}
