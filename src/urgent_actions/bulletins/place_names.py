"""Names of countries, and of places that bulletins name as they would a country, as they are compared."""

from collections.abc import Mapping, Sequence
from functools import cache

from urgent_actions.bulletins.misspelling import Misspellings
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.values.country_spellings import NO_COUNTRY, spellings
from urgent_actions.values.folding import fold

LANGUAGES = ("en", "es", "fr", "de")
"""The languages whose names are known; what is a name in two of them is the one of the first."""

SHORTEST_MENDED = 6
"""Letters of the shortest name that is found where it is misspelt: Iraq is one letter from Iran, Niger from Nigeria."""


def name_at(keys: Sequence[str], at: int) -> tuple[int, str]:
    """The longest name that begins with a word, as the number of its words and a code; 0 words where there is none.

    Args:
        keys: folded words.
        at: the first word.

    >>> name_at(["saudi", "arabia", "and", "yemen"], 0), name_at(["congo"], 0), name_at(["nowhere"], 0)
    ((2, 'SA'), (1, '-'), (0, ''))
    """
    names, longest = _names()
    for length in range(min(longest.get(keys[at], 0), len(keys) - at), 0, -1):
        code = names.get(" ".join(keys[at : at + length]))
        if code:
            return length, code
    return 0, ""


def misspelt_name(words: str) -> tuple[str, str] | None:
    """The name that folded words can only be with one letter wrong, and its code.

    >>> misspelt_name("sauid arabia"), misspelt_name("nigera")
    (('saudi arabia', 'SA'), None)
    """
    known = _misspellings().meant_by(words)
    return known if known and len(known[0]) >= SHORTEST_MENDED else None


def state_at(keys: Sequence[str], at: int, *, short: bool) -> int:
    """How many words from here on name a state of the USA; its two letters count only where `short` says so."""
    states = _states()
    for length in (2, 1):
        name = " ".join(keys[at : at + length])
        if name in states and at + length <= len(keys) and (short or len(name) > 2):
            return length
    return 0


@cache
def _names() -> tuple[Mapping[str, str], Mapping[str, int]]:
    """Every name with its code, and for each first word the number of words of the longest name that it begins."""
    names: dict[str, str] = {}
    for language in reversed(LANGUAGES):
        names |= spellings(language)
    names |= {fold(name): code for code, listed in word_list("places")["places"].items() for name in listed}
    longest: dict[str, int] = {}
    for name in names:
        words = name.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return names, longest


@cache
def _misspellings() -> Misspellings[str]:
    english = {name: code for name, code in spellings("en").items() if code != NO_COUNTRY}
    places = {fold(name): code for code, listed in word_list("places")["places"].items() for name in listed}
    return Misspellings.of(english | places)


@cache
def _states() -> frozenset[str]:
    states = word_list("addresses")["us_states"]
    return frozenset(fold(name) for name in (*states, *states.values()))
