"""How far the name of a person reaches, and whether that is certain: an address may follow it without a sign."""

from collections.abc import Sequence

from urgent_actions.bulletins.boundaries import address_starts, body_starts, is_address_word, office_words
from urgent_actions.bulletins.lexicon import phrases
from urgent_actions.bulletins.tokens import Token

LONGEST_NAME = 7
"""Words of a person's name; a longer run of capitalised words is no name that can be told from what follows it."""

LONGEST_BEFORE_COMMA = 5
"""Words of a name, such as "de" not counted, with a comma behind it: in a longer run an address may have begun."""


def name_end(tokens: Sequence[Token], at: int) -> tuple[int, bool]:
    """Where the name that begins here ends, and whether that is certain; `at` where no name begins."""
    end = at
    while end < len(tokens) and not tokens[end].is_break and not _is_over(tokens, at, end):
        end += 1
    while end > at and not tokens[end - 1].is_capitalised:
        end -= 1
    run = tokens[at:end]
    certain = (
        not _is_long(tokens, at, end) and not any(map(is_address_word, run[1:])) and not _goes_on_small(tokens, end)
    )
    return end, certain and bool(run)


def _is_long(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a run of words is longer than a name that can be told from what follows it."""
    if end - at > LONGEST_NAME:
        return True
    counted = sum(token.is_capitalised for token in tokens[at:end])
    return end < len(tokens) and tokens[end].key == "," and counted > LONGEST_BEFORE_COMMA


def _goes_on_small(tokens: Sequence[Token], at: int) -> bool:
    """Whether a small word that joins nothing follows: a part of the name that we do not know, such as "arap"."""
    known = ("joiners", "articles", "and_words", "particles")
    word = tokens[at] if at < len(tokens) else None
    if word is None or word.is_break or word.is_capitalised or word.has_digit or not word.text.isalpha():
        return False
    return not any(phrases(name).at(tokens, at) for name in known)


def _is_over(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the name cannot go on with this word."""
    token = tokens[end]
    if not token.is_capitalised and not (end > at and phrases("particles").at(tokens, end)):
        return True
    if end == at:
        return token.has_digit
    if token.has_digit or office_words(tokens, end) or body_starts(tokens, end):
        return True
    behind = phrases("titles_behind").at(tokens, end)
    return end - at >= 2 and (bool(behind) or address_starts(tokens, end))
