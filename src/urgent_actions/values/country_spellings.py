"""Every spelling by which a state or territory is known, and the code that it stands for.

English comes first: the names of CLDR, and a table of the names that the United Nations, ISO 3166 and newspapers use.
Other languages follow one by one, and are built only when the ones before do not know the name. A spelling that more
than one state answers to (Korea, Congo) is in the table without a code: it stands for none, in any language.
"""

from collections.abc import Mapping
from functools import cache

from urgent_actions.values.country_codes import COUNTRY_CODES
from urgent_actions.values.country_labels import labels_in
from urgent_actions.values.data_table import data_rows
from urgent_actions.values.folding import fold

NAMING_LANGUAGES = ("en", "fr", "es", "de", "pt", "it", "ru", "ar", "tr", "fa", "zh", "uk")
NO_COUNTRY = "-"
LONGEST_NAME = 120


def country_code_of(name: str, languages: tuple[str, ...] = NAMING_LANGUAGES) -> str | None:
    """The code of the country of that name, or None; never a guess.

    >>> country_code_of("the Niger"), country_code_of("NIGERIA"), country_code_of("Nigera"), country_code_of("Korea")
    ('NE', 'NG', None, None)
    """
    if len(name) > LONGEST_NAME:
        return None
    folded = fold(name)
    for language in languages:
        known = spellings(language)
        forms = _with_and_without_its_form_of_state(folded) if language == "en" else (folded,)
        code = next((known[form] for form in forms if form in known), None)
        if code is not None:
            return None if code == NO_COUNTRY else code
    return None


def _with_and_without_its_form_of_state(folded: str) -> list[str]:
    """The name as it stands, then without what may stand before it; so the Republic of Korea is never just Korea."""
    forms = [folded]
    for start in ("the ", "republic of ", "the "):
        if forms[-1].startswith(start):
            forms.append(forms[-1].removeprefix(start))
    return forms


@cache
def spellings(language: str) -> Mapping[str, str]:
    """The folded names in one language, each with its code, or `-` where it stands for no one country."""
    names = _cldr_names(language)
    names |= {fold(label): code for code, label in labels_in(language).items()}
    if language == "en":
        names |= {fold(name): code for code, name in data_rows("country_names.tsv")}
    return names


@cache
def first_words(languages: tuple[str, ...] = NAMING_LANGUAGES) -> frozenset[str]:
    """The folded words with which a name begins that `country_code_of` knows, what may stand before it included."""
    return frozenset(name.partition(" ")[0] for language in languages for name in spellings(language)) | {
        "the",
        "republic",
    }


@cache
def acronyms() -> frozenset[str]:
    """The folded names that are names in capitals only: US is one, us is not."""
    return frozenset(fold(name) for _, name in data_rows("country_names.tsv") if name.isupper() and name.isascii())


def _cldr_names(language: str) -> dict[str, str]:
    """The names of CLDR in one language; one that stands for two countries stands for none."""
    from babel import Locale

    codes: dict[str, set[str]] = {}
    for code, name in Locale.parse(language).territories.items():
        if code in COUNTRY_CODES:
            codes.setdefault(fold(name), set()).add(code)
    return {name: NO_COUNTRY if others else code for name, (code, *others) in codes.items()}
