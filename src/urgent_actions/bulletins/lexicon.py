"""Phrases of the word lists, found in the words of a line."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

import attrs

from urgent_actions.bulletins.tokens import Token
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.values.country import Country
from urgent_actions.values.country_names import country_of_adjective, find_country
from urgent_actions.values.country_spellings import first_words
from urgent_actions.values.folding import fold

LONGEST_COUNTRY = 8
"""Words of the longest name of a country that is looked for."""

_SHORTEST_COMPOUND = 9
"""Letters of a word that may be an office made of two; "Richter" and "Leiter" are surnames too."""


@attrs.frozen(eq=False)
class Phrases:
    """A set of phrases, by the first word of each."""

    by_first: dict[str, list[tuple[str, ...]]]

    @classmethod
    def of(cls, phrases: Iterable[str]) -> "Phrases":
        """The phrases of a list, the longest first."""
        table: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(phrases, key=lambda phrase: -len(phrase.split())):
            words = tuple(fold(word) or word for word in phrase.split())
            table.setdefault(words[0], []).append(words)
        return cls(table)

    def at(self, tokens: Sequence[Token], at: int) -> int:
        """How many words from here on are one of the phrases; 0 for none."""
        if at >= len(tokens):
            return 0
        for words in self.by_first.get(tokens[at].key, ()):
            length = len(words)
            if length == 1 or tuple([token.key for token in tokens[at : at + length]]) == words:
                return length
        return 0


@cache
def phrases(name: str, file: str = "offices") -> Phrases:
    """One list of a file of word lists; newspapers and the states of the USA are bodies too."""
    listed = word_list(file)[name]
    if name != "bodies":
        return Phrases.of(listed)
    states = (f"State of {state}" for state in word_list("addresses")["us_states"].values())
    return Phrases.of([*listed, *word_list(file)["newspapers"], *states])


@cache
def _shouted(name: str) -> frozenset[str]:
    """The phrases of a list of offices that are in capitals only, without full stops."""
    return frozenset(fold(phrase) for phrase in word_list("offices")[name] if phrase.isupper() and len(phrase) > 1)


def capitalised(name: str, tokens: Sequence[Token], at: int) -> int:
    """How many words from here on are a phrase of a list of offices, written with a capital."""
    if at >= len(tokens) or not (tokens[at].is_capitalised or (name == "offices" and _is_second(tokens, at))):
        return 0
    length = phrases(name).at(tokens, at)
    word = tokens[at]
    if length == 1 and word.key in _shouted(name) and not word.text.replace(".", "").isupper():
        return 0  # "He" begins a sentence or a Chinese name, "HE" is a style
    if name == "offices" and word.text.casefold() in _only_bodies():
        return 0  # "Secretaría" is a body, "Secretaria" who heads it
    if name == "offices" and not length:
        return int(_is_compound(word.key, "office_endings") or _is_before_joiner(tokens, at))
    return length


def is_compound_body(word: Token) -> bool:
    """Whether a word is a body as German writes it: "Untersuchungsgefängnis"."""
    return word.is_capitalised and _is_compound(word.key, "body_endings")


def _is_compound(key: str, endings: str) -> bool:
    return len(key) > _SHORTEST_COMPOUND and key.endswith(_endings(endings))


def _is_before_joiner(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that may be a surname is an office, for an "of" follows: "Leiter der Haftanstalt"."""
    known = tokens[at].key in phrases("offices_before_joiners").by_first
    return known and at + 1 < len(tokens) and tokens[at + 1].key in phrases("joiners").by_first


def may_begin(name: str, word: str) -> bool:
    """Whether a phrase of a list of offices may begin with a word, or the word be an office made of two."""
    key = fold(word) or word
    if name == "offices" and (_is_compound(key, "office_endings") or key in phrases("offices_before_joiners").by_first):
        return True
    return key in phrases(name).by_first


def may_begin_place(word: str) -> bool:
    """Whether a country or a state of the USA may begin with a word, or the word be said of a country."""
    key = fold(word) or word
    return key.partition(" ")[0] in first_words(_languages()) or key in _states().by_first or bool(adjective_of(word))


def _is_second(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands behind a comma, where French and Spanish write an office small."""
    return at > 1 and tokens[at - 1].key == ","


@cache
def _endings(name: str) -> tuple[str, ...]:
    """With what an office or a body ends that is one word in German: "Entwicklungsminister"."""
    return tuple(map(fold, word_list("offices")[name]))


@cache
def _only_bodies() -> frozenset[str]:
    """The first words of bodies that are no first words of offices as they are spelt, accents included."""
    lists = word_list("offices")
    bodies, offices = (
        {phrase.split()[0].casefold() for phrase in listed}
        for listed in ([*lists["bodies"], *lists["newspapers"]], lists["offices"])
    )
    return frozenset(bodies - offices)


@cache
def _languages() -> tuple[str, ...]:
    return tuple(word_list("web_post")["naming_languages"])


@lru_cache(maxsize=4096)
def _country(name: str) -> Country | None:
    return find_country(name, _languages())


def _may_begin_country(token: Token) -> bool:
    return token.is_capitalised and token.key.partition(" ")[0] in first_words(_languages())


def country_at(tokens: Sequence[Token], at: int) -> tuple[Country | None, int]:
    """The country whose name, the longest one, stands here, and the number of its words."""
    if at >= len(tokens) or not _may_begin_country(tokens[at]):
        return None, 0
    end = at
    while end < len(tokens) and end - at < LONGEST_COUNTRY and not tokens[end].is_break and not tokens[end].has_digit:
        end += 1
    texts = [token.text.strip("()") for token in tokens[at:end]]
    for stop in range(end, at, -1):
        words = " ".join(texts[: stop - at])  # the last of them may be small: "Arabie saoudite"
        found = _country(words)
        if found and (len(words) > 3 or words.replace(".", "").isupper()):
            return found, stop - at
    return None, 0


@lru_cache(maxsize=4096)
def adjective_of(word: str) -> Country | None:
    """The country that an adjective speaks of, as in "Mexican Embassy"."""
    return country_of_adjective(word)


@cache
def _states() -> Phrases:
    return Phrases.of(word_list("addresses")["us_states"].values())


def us_state_at(tokens: Sequence[Token], at: int) -> int:
    """How many words from here on are the name of a state of the USA."""
    return _states().at(tokens, at) if at < len(tokens) and tokens[at].is_capitalised else 0
