"""The small word lists by which advice on letters goes, one set a language."""

import tomllib
from collections.abc import Mapping
from functools import cache

import attrs

from urgent_actions.letters.folded_text import Pattern, phrases
from urgent_actions.values.data_table import data_text
from urgent_actions.values.folding import fold


@attrs.frozen
class AdviceWords:
    """The phrases of one language; a language without lists has none.

    Args:
        insults: what insults the reader.
        threats: what threatens the reader.
        citizen: what goes before the country of which somebody claims to be a citizen.
        acquaintance: what claims to know the person at risk.
        affiliations: what claims a profession or a membership, by the key of the affiliation that makes it true.
        unfinished: notes to oneself that were left in a text; a single word is one in capitals only.
        blanks: what a bracket asks for, such as `date`.
        quoting: what may stand in brackets, such as `sic`.
        groups: words that name nobody, such as `others`.
        centuries: words beside which `XX` is a number.
    """

    insults: Pattern | None
    threats: Pattern | None
    citizen: Pattern | None
    acquaintance: Pattern | None
    affiliations: Mapping[str, Pattern | None] = attrs.field(hash=False)
    unfinished: Pattern | None
    blanks: frozenset[str]
    quoting: frozenset[str]
    groups: frozenset[str]
    centuries: frozenset[str]


@cache
def advice_words(code: str) -> AdviceWords:
    """The word lists of the language with that ISO 639 code."""
    lists = _lists().get(code, {})
    return AdviceWords(
        insults=phrases(lists.get("insults", ())),
        threats=phrases(lists.get("threats", ())),
        citizen=phrases(lists.get("citizen", ())),
        acquaintance=phrases(lists.get("acquaintance", ())),
        affiliations={key: phrases(said) for key, said in _affiliations().get(code, {}).items()},
        unfinished=phrases(lists.get("unfinished", ())),
        blanks=frozenset(map(fold, lists.get("blanks", ()))),
        quoting=frozenset(map(fold, lists.get("quoting", ()))),
        groups=frozenset(map(fold, lists.get("groups", ()))),
        centuries=frozenset(map(fold, lists.get("centuries", ()))),
    )


@cache
def words_of_groups() -> frozenset[str]:
    """Words that name nobody, in all languages: bulletins and letters may differ in theirs."""
    return frozenset(word for code in _lists() for word in advice_words(code).groups)


@cache
def words_of_quotations() -> frozenset[str]:
    """What a bracket in a finished letter may hold, in all languages."""
    return frozenset(word for code in _lists() for word in advice_words(code).quoting)


@cache
def particles() -> frozenset[str]:
    """The small words within names, which are no names by themselves."""
    return frozenset(_lists()["any"]["particles"])


@cache
def organisations() -> tuple[tuple[str, ...], ...]:
    """The names of each known publisher in the languages of letters."""
    return tuple(map(tuple, tomllib.loads(data_text("organisation_names.toml")).values()))


Lists = dict[str, dict[str, list[str]]]


@cache
def _lists() -> Lists:
    return tomllib.loads(data_text("letter_advice.toml"))


@cache
def _affiliations() -> Lists:
    return tomllib.loads(data_text("affiliation_claims.toml"))
