"""Whom a sentence of a page without a layout names: whom to reach, and the body that gathers letters."""

import re
from itertools import takewhile

from urgent_actions.bulletins.lexicon import phrases
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.read_head import read_head
from urgent_actions.bulletins.stock import stock
from urgent_actions.bulletins.tokens import Token, tokens_of

_CARE = re.compile(r"(?:c/o|\(?care of\)?|p\.?a\.?|z\.? ?hd\.?)[ ]", re.IGNORECASE)


def asked_in(sentence: Piece) -> Piece | None:
    """Whom a sentence asks to reach by office and name: `Please contact Governor Rick Perry today`."""
    found = stock("asked").search(str(sentence))
    if not found:
        return None
    rest = sentence.part(found.end()).stripped(" ")
    tokens = list(takewhile(_may_name, tokens_of([rest])))
    head = read_head(tokens)
    if not (head.office and head.name):
        return None
    return rest.part(0, tokens[head.end - 1].end - rest.start)


def _may_name(token: Token) -> bool:
    """Whether a word may belong to an office or a name."""
    return token.is_capitalised or any(phrases(name).at([token], 0) for name in ("joiners", "articles", "particles"))


def collector_in(line: Piece) -> tuple[Piece, list[Piece]] | None:
    """The body that gathers letters, and the rest of its address, where a line gives both."""
    found = stock("collected").search(str(line))
    if not found:
        return None
    rest = line.part(found.end())
    commas = [place for place, char in enumerate(str(rest)) if char == ","]
    parts = [piece.stripped() for piece in rest.cut(commas) if piece.stripped()]
    cared = [part for part in parts if _CARE.match(str(part))]
    if not cared or len(parts) < 3:
        return None
    care = _CARE.match(str(cared[0]))
    body = cared[0].part(care.end() if care else 0).stripped(" ")
    return body, [part for part in parts if part is not cared[0]]
