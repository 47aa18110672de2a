"""A state or territory: a code of ISO 3166-1, and what people call it."""

from functools import lru_cache

import attrs

from urgent_actions.errors import Problem, refuse_if
from urgent_actions.values.country_codes import COUNTRY_CODES
from urgent_actions.values.country_labels import country_in_sentence, country_label
from urgent_actions.values.country_spellings import country_code_of
from urgent_actions.values.language import Language


def _in_capitals(code: str) -> str:
    return str(code).upper()


@attrs.frozen(order=True, cache_hash=True)
class Country:
    """A state or territory.

    Args:
        code: two letters of ISO 3166-1 alpha-2, or XK for Kosovo; letter case is put right.

    Raises:
        InvalidValue: for a code that ISO 3166-1 does not have.

    >>> Country("ru").name()
    'Russia'
    >>> Country.parse("Russian Federation"), str(Country("RU"))
    (Country(code='RU'), 'RU')
    """

    code: str = attrs.field(converter=_in_capitals)

    def __attrs_post_init__(self) -> None:
        if self.code not in COUNTRY_CODES:
            refuse_if([_unknown(self.code)])

    def __str__(self) -> str:
        return self.code

    @classmethod
    def of(cls, country: "Country | str") -> "Country":
        """A country as it stands, or the one that a code stands for; the converter of fields."""
        if isinstance(country, Country):
            return country
        return _of_code(country) if isinstance(country, str) else cls(country)

    @classmethod
    def parse(cls, text: str) -> "Country":
        """Read a code, or a name in one of the languages of the letters.

        Raises:
            InvalidValue: where the text is neither.
        """
        given = text.strip()
        return cls(given if given.upper() in COUNTRY_CODES else country_code_of(given) or given)

    def name(self, locale: Language | str = "en") -> str:
        """Its name in the language of the reader: CLDR's, or ours where CLDR's would look odd on an envelope.

        >>> Country("HK").name(), Country("RU").name("ar")
        ('Hong Kong', 'روسيا')
        """
        return country_label(self.code, Language.of(locale).tag)

    def name_in_sentence(self, locale: Language | str = "en") -> str:
        """Its name with the article that it takes in a sentence, where that is the same in every sentence.

        >>> "post to " + Country("US").name_in_sentence()
        'post to the United States'
        """
        return country_in_sentence(self.code, Language.of(locale).tag)


@lru_cache(maxsize=512)
def _of_code(code: str) -> Country:
    """One object for each code as it is given, since millions of senders name the same few countries."""
    return Country(code)


def _unknown(code: str) -> Problem:
    return Problem("unknown-country", f"unknown country {code!r}", way_out=_way_out(code))


def _way_out(code: str) -> str:
    """The code of that name, or the name most like it; only a hint, so here a guess is welcome."""
    from difflib import get_close_matches

    meant = country_code_of(code)
    if meant:
        return f"did you mean {meant!r}?"
    names = {country_label(known, "en").upper(): known for known in sorted(COUNTRY_CODES)}
    near = get_close_matches(code, names, n=1, cutoff=0.7)
    if near:
        return f"did you mean {names[near[0]]!r}, {country_label(names[near[0]], 'en')}?"
    return "expected two letters of ISO 3166-1, such as 'RU'"
