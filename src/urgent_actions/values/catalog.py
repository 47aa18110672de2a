"""The translations of our own sentences: gettext catalogs, one a language, read when first asked for.

English is the language of the source, so it has no catalog. A language without a catalog is answered in English.
"""

from functools import cache, lru_cache
from gettext import NullTranslations
from io import BytesIO

DOMAIN = "urgent_actions"
TRANSLATED = ("ar", "de", "es", "fr", "ru")
SUPPORTED = ("en", *TRANSLATED)


@lru_cache(maxsize=4096)
def translated(msgid: str, code: str) -> str:
    """The sentence in the language of that ISO 639 code, or as it stands where it is not translated."""
    return _catalog(code).gettext(msgid)


def translated_plural(singular: str, plural: str, count: int, code: str) -> str:
    """The form of the sentence that goes with the count, by the plural rule of the language."""
    return _catalog(code).ngettext(singular, plural, count)


@cache
def _catalog(code: str) -> NullTranslations:
    """The catalog of one language, compiled in memory from the `.po` file that translators edit."""
    if code not in TRANSLATED:
        return NullTranslations()
    from importlib import resources

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po
    from babel.support import Translations

    source = resources.files("urgent_actions") / "locale" / code / "LC_MESSAGES" / f"{DOMAIN}.po"
    compiled = BytesIO()
    with source.open("rb") as lines:
        write_mo(compiled, read_po(lines, locale=code, domain=DOMAIN))
    compiled.seek(0)
    return Translations(compiled, domain=DOMAIN)
