"""What CLDR, the Unicode locale data, says of names, dates and directions; the one place that asks Babel for it.

Every function takes tags as `Language` writes them. A language that CLDR does not describe is answered in English.
Answers are kept, because making a Babel locale for the first time costs milliseconds.
"""

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Literal

CACHED_ANSWERS = 4096
BEYOND_COUNTING = 10**18
_FIRSTS = {"fr": "1er"}
"""How the first day of a month is written where it alone is an ordinal, which patterns of CLDR cannot say."""


@lru_cache(maxsize=256)
def locale_identifier(tag: str) -> str:
    """The nearest locale that CLDR describes, in Babel's spelling: `pt_BR`, `zh_Hant_TW`, `en` where it has none.

    The region is dropped before it is guessed: Babel reads `en_ZZ` as American English. Before that it tells the script
    (CLDR likely subtags), since Chinese of Taiwan is not that of China.

    >>> locale_identifier("pt-BR"), locale_identifier("fr-RU"), locale_identifier("zh-TW"), locale_identifier("tlh")
    ('pt_BR', 'fr', 'zh_Hant_TW', 'en')
    """
    from babel.core import get_global
    from babel.localedata import exists

    parts = tag.split("-")
    for length in range(len(parts), 0, -1):
        identifier = "_".join(parts[:length])
        with_script = get_global("likely_subtags").get(identifier, identifier) if length > 1 else identifier
        for known in (identifier, with_script):
            if exists(known):
                return known
    return "en"


@lru_cache(maxsize=256)
def ever_wider(tag: str) -> tuple[str, ...]:
    """A tag, then the tags of what it belongs to, the nearest first, for tables that are kept by language.

    >>> ever_wider("zh-TW"), ever_wider("pt-BR")
    (('zh-TW', 'zh-Hant-TW', 'zh-Hant', 'zh'), ('pt-BR', 'pt'))
    """
    known = locale_identifier(tag).split("_")
    own = tag.split("-")
    parts = known if known[0] == own[0] else own
    return tuple(dict.fromkeys((tag, *("-".join(parts[:length]) for length in range(len(parts), 0, -1)))))


@lru_cache(maxsize=CACHED_ANSWERS)
def date_in_words(day: date, tag: str) -> str:
    """A day as people write it out: `20 мая 2020 г.`, `1er mai 2020` (CLDR long date)."""
    from babel.dates import format_date

    words = format_date(day, format="long", locale=locale_identifier(tag))
    first = _FIRSTS.get(tag.partition("-")[0], "1")
    return words.replace("1", first, 1) if day.day == 1 and words.startswith("1 ") else words


@lru_cache(maxsize=CACHED_ANSWERS)
def month_in_words(year: int, month: int, tag: str) -> str:
    """A month of a year as people write it out: `mayo de 2020` (CLDR skeleton yMMMM)."""
    from babel.dates import format_skeleton

    return format_skeleton("yMMMM", date(year, month, 1), locale=locale_identifier(tag))


@lru_cache(maxsize=CACHED_ANSWERS)
def day_and_month(day: date, tag: str) -> str:
    """A day of a year that goes without saying, as on an axis: `20 мая`, `May 20` (CLDR skeleton MMMd)."""
    from babel.dates import format_skeleton

    return format_skeleton("MMMd", day, locale=locale_identifier(tag))


@lru_cache(maxsize=CACHED_ANSWERS)
def month_by_itself(month: int, tag: str) -> str:
    """A month, 1 for January, where nothing stands beside it: `May`, `май` (CLDR abbreviated stand-alone names)."""
    from babel.dates import get_month_names

    name: str = get_month_names("abbreviated", "stand-alone", locale_identifier(tag))[month]
    return name


@lru_cache(maxsize=CACHED_ANSWERS)
def number_in_digits(number: int, tag: str) -> str:
    """A count with the separators of the language: `12,345`, `12 345`; one beyond any count is left bare."""
    from babel.numbers import format_decimal

    if abs(number) >= BEYOND_COUNTING:  # Babel refuses 26 digits
        return str(number)
    return format_decimal(number, locale=locale_identifier(tag))


@lru_cache(maxsize=CACHED_ANSWERS)
def money_in_words(amount: Decimal, currency: str, tag: str) -> str:
    """A sum with the sign of its currency where the language puts it: `$1.70`, `1,70 €` (CLDR standard format)."""
    from babel.numbers import format_currency

    return format_currency(amount, currency, locale=locale_identifier(tag))


@lru_cache(maxsize=512)
def currency_decimals(code: str) -> int | None:
    """How many decimals a currency has (CLDR fractions); None for what is no currency of ISO 4217.

    >>> currency_decimals("EUR"), currency_decimals("JPY"), currency_decimals("EURO")
    (2, 0, None)
    """
    from babel.core import get_global
    from babel.numbers import get_currency_precision

    return get_currency_precision(code) if code in get_global("all_currencies") else None


@lru_cache(maxsize=CACHED_ANSWERS)
def territory_name(code: str, tag: str) -> str:
    """The name of a state or territory (CLDR territories), or its code where the language has no name for it."""
    from babel import Locale

    name: str = Locale.parse(locale_identifier(tag)).territories.get(code, code)
    return name


@lru_cache(maxsize=CACHED_ANSWERS)
def language_name(named: str, tag: str) -> str:
    """The name of a language (CLDR languages): with its script or region, or the tag where there is no name."""
    from babel import Locale

    locale = Locale.parse(locale_identifier(tag))
    whole: str | None = locale.languages.get(named.replace("-", "_"))
    if whole is not None:
        return whole
    code, *rest = named.split("-")
    name = locale.languages.get(code, code)
    finer = [locale.scripts.get(part) or locale.territories.get(part) or part for part in rest]
    return f"{name} ({', '.join(finer)})" if finer else name


@lru_cache(maxsize=256)
def is_right_to_left(tag: str) -> bool:
    """Whether the language is written from right to left (CLDR character order)."""
    from babel import Locale

    return Locale.parse(locale_identifier(tag)).text_direction == "rtl"


@lru_cache(maxsize=CACHED_ANSWERS)
def list_in_words(items: tuple[str, ...], joint: Literal["and", "or"], tag: str) -> str:
    """Names in a row, with the commas and the last word of the language (CLDR list patterns)."""
    from babel.lists import format_list

    style: Literal["standard", "or"] = "standard" if joint == "and" else "or"
    return format_list(items, style=style, locale=locale_identifier(tag))


@lru_cache(maxsize=CACHED_ANSWERS)
def weekday_in_words(weekday: int, tag: str) -> str:
    """A day of the week, 0 for Monday: `Monday`, `lundi` (CLDR wide stand-alone names)."""
    from babel.dates import get_day_names

    name: str = get_day_names("wide", "stand-alone", locale_identifier(tag))[weekday]
    return name


@lru_cache(maxsize=512)
def official_languages(code: str) -> tuple[str, ...]:
    """The tags of the languages that a state or territory uses in public life, the most spoken first.

    >>> official_languages("BE"), official_languages("US")
    (('nl', 'fr', 'de'), ('en',))
    """
    from babel.languages import get_official_languages

    return tuple(tag.replace("_", "-") for tag in get_official_languages(code, de_facto=True))
