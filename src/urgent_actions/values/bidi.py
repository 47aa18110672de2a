"""Text of one direction inside text of another (Unicode Standard Annex 9, the bidirectional algorithm).

A Latin address or a telephone number inside an Arabic sentence drags the punctuation around it to the wrong side, and a
stray control character in a name could turn a whole line round. So what is inserted is put between FIRST STRONG ISOLATE
(U+2068) and POP DIRECTIONAL ISOLATE (U+2069), and brings no embedding, override or isolate of its own.
"""

from unicodedata import bidirectional

_ISOLATE, _POP = "\u2068", "\u2069"
_CONTROLS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_AGAINST = {True: frozenset({"L", "EN"}), False: frozenset({"R", "AL", "AN"})}


def isolated(text: str, right_to_left: bool) -> str:
    r"""The text made safe to stand in a sentence of that direction; isolated only where the directions differ.

    >>> isolated("Moscow", right_to_left=False), isolated("Moscow", right_to_left=True)
    ('Moscow', '\u2068Moscow\u2069')
    """
    if text.isascii() and not right_to_left:
        return text
    bare = text.translate(_CONTROLS)
    against = _AGAINST[right_to_left]
    return f"{_ISOLATE}{bare}{_POP}" if any(bidirectional(c) in against for c in bare) else bare


def runs_right_to_left(text: str, *, otherwise: bool = False) -> bool:
    """Whether the first letter of a text runs from right to left (rules P2 and P3 of the bidirectional algorithm).

    Args:
        text: one line; what stands in isolates says nothing of the line around it.
        otherwise: the answer for a text without letters.

    >>> runs_right_to_left("2 Москва"), runs_right_to_left("١ شارع"), runs_right_to_left("123", otherwise=True)
    (False, True, True)
    """
    depth = 0
    for char in text:
        depth += (char in "\u2066\u2067\u2068") - (char == "\u2069" and depth > 0)
        kind = bidirectional(char)
        if not depth and kind in {"L", "R", "AL"}:
            return kind != "L"
    return otherwise
