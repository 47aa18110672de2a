"""Who the bulletin is about: a name that stands in the summary and again in the letter.

A rule of thumb that would rather find nobody than somebody wrong: places follow "in", institutions follow "the", and a
country, an office, a body or a target is no person at risk.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from urgent_actions.bulletins.boundaries import is_address_word, is_body_word, office_words
from urgent_actions.bulletins.lexicon import adjective_of, country_at, phrases, us_state_at
from urgent_actions.bulletins.piece import Piece, hull
from urgent_actions.bulletins.tokens import Token, tokens_of
from urgent_actions.bulletins.word_lists import word_list

LONGEST = 6
"""Words of the longest name that is looked for."""

Run = tuple[str, ...]


def subjects_in(summary: Sequence[Piece], letter: Sequence[Piece], targets: Iterable[str]) -> list[Piece]:
    """The names that stand in both texts, each where the summary first has it.

    Args:
        summary: the paragraphs of the summary.
        letter: the paragraphs of the letter.
        targets: the names, offices and bodies of the targets.
    """
    runs = list(_runs(summary))
    if not runs:
        return []
    known = {word for name in targets for word in _keys(name)}
    repeated = {name for run in _runs(letter) for name in _names_in(run)}
    found: dict[Run, Piece] = {}
    for run in runs:
        for start, stop in _spans(len(run)):
            name = tuple(token.key for token in run[start:stop])
            if name in repeated and not set(name) <= known:
                found.setdefault(name, hull(run[start:stop]))
                break
    whole = [name for name in found if not any(name != other and _within(name, other) for other in found)]
    return [_trimmed(found[name]) for name in whole]


def _trimmed(piece: Piece) -> Piece:
    """Without the comma, the full stop or the genitive that follows the name."""
    bare = piece.stripped(' .,;:()“”"')
    for genitive in ("'s", "’s"):
        if str(bare).endswith(genitive):
            return bare.part(0, len(bare) - 2)
    return bare


def _keys(name: str) -> Iterator[str]:
    page = Piece(name, 0, len(name))
    return (token.key for token in tokens_of([page]))


def _spans(length: int) -> Iterator[tuple[int, int]]:
    """Every stretch of two words and more, the longest first."""
    for size in range(length, 1, -1):
        for start in range(length - size + 1):
            yield start, start + size


def _names_in(run: list[Token]) -> Iterator[Run]:
    keys = tuple(token.key for token in run)
    return (keys[start:stop] for start, stop in _spans(len(keys)))


def _within(name: Run, other: Run) -> bool:
    return any(other[start : start + len(name)] == name for start in range(len(other)))


def _runs(paragraphs: Sequence[Piece]) -> Iterator[list[Token]]:
    """The runs of two and more capitalised words that may be a person's name."""
    tokens = tokens_of(paragraphs)
    at = 0
    while at < len(tokens):
        end = _run_end(tokens, at)
        run = tokens[at:end]
        if 2 <= len(run) <= LONGEST and not _is_no_person(tokens, at, end):
            yield run
        at = max(end, at + 1)


def _run_end(tokens: Sequence[Token], at: int) -> int:
    """The end of the capitalised words from here on; a word with a mark behind it is the last."""
    end = at
    while end < len(tokens) and end - at <= LONGEST and _is_name_word(tokens, at, end):
        end += 1
        if tokens[end - 1].text[-1] in '.:)”"?!' and len(tokens[end - 1].text) > 2:
            break
    while end > at and not tokens[end - 1].is_capitalised:
        end -= 1
    return end


def _is_name_word(tokens: Sequence[Token], at: int, end: int) -> bool:
    token = tokens[end]
    if token.is_break or token.has_digit or token.key in _stop_words():
        return False
    if end > at and token.text[0] in '(“"':
        return False
    return token.is_capitalised or (end > at and bool(phrases("particles").at(tokens, end)))


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(word_list("subjects")["no_names"])


def _is_no_person(tokens: Sequence[Token], at: int, end: int) -> bool:
    before = tokens[at - 1].key if at else ""
    if before in word_list("subjects")["not_behind"] or tokens[at].key in word_list("subjects")["not_behind"]:
        return True
    if any(is_body_word(token) or is_address_word(token) or adjective_of(token.text) for token in tokens[at:end]):
        return True
    return any(
        country_at(tokens, spot)[1] or us_state_at(tokens, spot) or office_words(tokens, spot)
        for spot in range(at, end)
    )
