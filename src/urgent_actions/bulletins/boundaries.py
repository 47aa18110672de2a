"""Where a name, an office or the name of a body can end, in words that may have been run together on one line."""

from collections.abc import Sequence
from functools import cache, lru_cache

from urgent_actions.bulletins.lexicon import (
    adjective_of,
    capitalised,
    country_at,
    is_compound_body,
    may_begin,
    may_begin_place,
    phrases,
    us_state_at,
)
from urgent_actions.bulletins.tokens import Token
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.values.folding import fold

_SHORTEST_STREET = 6

MOST_PREFIXES = 3
"""Words such as "U.S." or "Royal" that may go before the first word of a body's name."""


def address_starts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a postal address begins with this word: a number, or a word such as "P.O. Box" or "Calle"."""
    if tokens[at].has_digit:
        return True
    if not _may_begin_address(tokens[at].key):
        return False
    if _is_street(tokens[at]) and at + 1 < len(tokens) and tokens[at + 1].has_digit:
        return True
    if phrases("starts", "addresses").at(tokens, at):
        return tokens[at].is_capitalised or "." in tokens[at].text or "/" in tokens[at].text
    length = phrases("numbered", "addresses").at(tokens, at)
    return bool(length) and at + length < len(tokens) and tokens[at + length].has_digit


@lru_cache(maxsize=8192)
def _may_begin_address(key: str) -> bool:
    """Whether a word is one of those with which addresses begin; most are not, and need no closer look."""
    return any(key in phrases(name, "addresses").by_first for name in ("starts", "numbered")) or _is_street_name(key)


def is_address_word(token: Token) -> bool:
    """Whether the word makes its line part of an address, such as "Street"."""
    return token.is_capitalised and (bool(phrases("words", "addresses").at([token], 0)) or _is_street(token))


def _is_street(token: Token) -> bool:
    """Whether a word is the name of a street as German writes it: "Lepsiusstraße", "Joachim-Karnatz-Allee"."""
    return token.is_capitalised and _is_street_name(token.key)


def _is_street_name(key: str) -> bool:
    return len(key) > _SHORTEST_STREET and key.endswith(_street_endings())


@cache
def _street_endings() -> tuple[str, ...]:
    return tuple(map(fold, word_list("addresses")["street_endings"]))


def body_starts(tokens: Sequence[Token], at: int) -> int:
    """How many words from here on begin the name of a body ("Mexican Embassy", "U.S. Department"); 0 for none."""
    if at >= len(tokens) or not _may_begin("bodies", tokens[at].text):
        return 0
    start = at
    while start < len(tokens) and start - at <= MOST_PREFIXES:
        length = capitalised("bodies", tokens, start)
        if length:
            return start + length - at
        prefix = _prefix(tokens, start)
        if not prefix:
            break
        start += prefix
    named = start > at and any(map(is_body_word, tokens[start : line_end(tokens, start)]))
    return start - at if named else 0


def _prefix(tokens: Sequence[Token], at: int) -> int:
    """Words of a country, an adjective or a rank that go before the name of a body."""
    if adjective_of(tokens[at].text) or tokens[at].text == "The":
        return 1
    return country_at(tokens, at)[1] or us_state_at(tokens, at) or capitalised("modifiers", tokens, at)


@lru_cache(maxsize=8192)
def _may_begin(name: str, word: str) -> bool:
    """Whether a body or an office, or what may go before it, begins with a word; most words need no closer look."""
    return may_begin(name, word) or may_begin("modifiers", word) or may_begin_place(word) or word == "The"


def is_body_word(token: Token) -> bool:
    """Whether the word makes a run of capitalised words the name of a body, such as "Enforcement"."""
    return token.is_capitalised and (bool(phrases("body_words").at([token], 0)) or is_compound_body(token))


def line_end(tokens: Sequence[Token], at: int) -> int:
    """Where the line, or what can be told apart in it, ends: at a comma, the end of the line, or an address."""
    end = at
    while end < len(tokens) and not tokens[end].is_break and not address_starts(tokens, end):
        end += 1
    return end


def ends_line(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing follows on the line."""
    return at >= len(tokens) or tokens[at].key == "/"


def office_words(tokens: Sequence[Token], at: int, *, first: bool = True) -> int:
    """How many words from here on are an office with what may go before it ("Acting Director"); 0 for none.

    An adjective or a state of the USA may be the first of them ("Mexican President", "Texas Attorney General"), and so
    may an article with a capital.
    """
    if at >= len(tokens) or not _may_begin("offices", tokens[at].text):
        return 0
    step = capitalised("modifiers", tokens, at)
    if first and not step:
        adjective = tokens[at].is_capitalised and adjective_of(tokens[at].text) is not None
        step = us_state_at(tokens, at) or int(adjective or tokens[at].text == "The")
    behind = office_words(tokens, at + step, first=False) if step else 0
    return max(capitalised("offices", tokens, at), step + behind if behind else 0)
