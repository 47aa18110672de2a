"""Finding countries in what people write: a name, an adjective, or a whole text."""

from collections.abc import Mapping
from functools import cache

from urgent_actions.values.country import Country
from urgent_actions.values.country_spellings import NAMING_LANGUAGES, NO_COUNTRY, acronyms, country_code_of, spellings
from urgent_actions.values.data_table import data_rows
from urgent_actions.values.folding import fold, words_of


def find_country(name: str, languages: tuple[str, ...] = NAMING_LANGUAGES) -> Country | None:
    """The country of that name, or None; never a guess.

    Letter case, accents, apostrophes and a leading "the" or "Republic of" make no difference. A name that more than one
    state answers to is nobody's.

    Args:
        name: a name of the United Nations, of ISO 3166, of CLDR, or an everyday one.
        languages: the languages to look in, in that order; each is read in only when those before it fail.

    >>> find_country("Viet Nam"), find_country("the Russian Federation"), find_country("Турция")
    (Country(code='VN'), Country(code='RU'), Country(code='TR'))
    >>> find_country("Korea") is None
    True
    """
    code = country_code_of(name, languages)
    return Country(code) if code else None


def country_of_adjective(word: str) -> Country | None:
    """The country that an English adjective speaks of, as in "Mexican Embassy"; None for one of several, as Korean is.

    >>> country_of_adjective("Mexican"), country_of_adjective("South Korean"), country_of_adjective("Korean")
    (Country(code='MX'), Country(code='KR'), None)
    """
    code = _adjectives().get(fold(word))
    return Country(code) if code else None


def countries_named_in(text: str, languages: tuple[str, ...] = ("en",)) -> tuple[Country, ...]:
    """The countries that a text names, in the order in which they first appear.

    Whole words only, the longest name first: Nigeria holds no Niger, and New Mexico no Mexico. A name begins with a
    capital, and an acronym is all capitals ("contact us" speaks of nobody). Linear in the length of the text.

    Args:
        text: an address, the name of an embassy, a line of a bulletin.
        languages: the languages whose names are looked for, in a script that puts spaces between words.

    >>> countries_named_in("Embassy of the Republic of Cuba, 2630 16th Street NW, Washington DC, U.S.")
    (Country(code='CU'), Country(code='US'))
    """
    names, longest = _phrases(languages)
    words = words_of(text)
    folded = [fold(word) for word in words]
    found: dict[str, None] = {}
    at = 0
    while at < len(words):
        most = min(longest.get(folded[at], 0), len(words) - at)
        ends = (at + length for length in range(most, 0, -1))
        end = next((end for end in ends if _is_name(words[at:end], " ".join(folded[at:end]), names)), None)
        if end is not None:
            found.setdefault(names[" ".join(folded[at:end])])
        at = end or at + 1
    return tuple(Country(code) for code in found if code != NO_COUNTRY)


def _is_name(words: list[str], folded: str, names: Mapping[str, str]) -> bool:
    """Whether these words are a name, and are written as names are."""
    if folded not in names or words[0][0].islower():
        return False
    return folded not in acronyms() or "".join(words).isupper()


@cache
def _phrases(languages: tuple[str, ...]) -> tuple[Mapping[str, str], Mapping[str, int]]:
    """All names of these languages, and for each first word the number of words in the longest name it begins."""
    names = {name: code for language in reversed(languages) for name, code in spellings(language).items()}
    longest: dict[str, int] = {}
    for name in names:
        words = name.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return names, longest


@cache
def _adjectives() -> Mapping[str, str]:
    return {fold(adjective): code for code, adjective in data_rows("country_adjectives.tsv")}
