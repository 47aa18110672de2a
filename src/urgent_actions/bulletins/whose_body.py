"""Whose a body is: a state's, that of many states, or that of those who joined it, as its name tells."""

from collections.abc import Sequence
from functools import cache

from urgent_actions.bulletins.lexicon import phrases
from urgent_actions.bulletins.patterns import one_of
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.tokens import Token, tokens_of
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Wording


def is_of_many_states(*named: Piece) -> bool:
    """Whether an office or a body is one of an organisation of states, which answers for none of them."""
    tokens = tokens_of(named)
    return any(phrases("of_many_states").at(tokens, at) for at in range(len(tokens)))


def is_civil(body: Piece) -> bool:
    """Whether a body is an association, a group or a newspaper: by its first word, or by the noun that ends its name.

    The noun stands last in English: "Turkish Medical Association", "Bar Association of Uganda".
    """
    tokens = tokens_of([body])
    noun = _end_of_noun(tokens)
    return any(phrases(name).at(tokens, at) for name in ("civil_bodies", "newspapers") for at in (0, noun))


def _end_of_noun(tokens: Sequence[Token]) -> int:
    """The last word before an "of" or a bracket."""
    small = phrases("joiners").by_first
    ends = (at for at, token in enumerate(tokens) if token.is_break or token.key in small or token.text[0] in "([")
    return max(0, next(ends, len(tokens)) - 1)


@cache
def civil_heading() -> Wording:
    """A line that says that groups or newspapers follow."""
    return one_of(tuple(word_list("appeals")["remarks"]["civil"]), behind=r"[ ]{0,3}:?")
