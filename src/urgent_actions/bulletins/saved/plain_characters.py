"""Characters of a web page or a PDF file that nobody sees, but that a program trips over.

What only guides how text is set (soft hyphens, blanks of no width, direction marks) is left out: it may stand in the
middle of an address. An override of direction shows text in another order than it is stored in (Unicode TR 36,
"bidirectional text spoofing"): it, and what is no character of a text, become U+FFFD, which no address holds.
"""

import re

_GUIDES = [0x00AD, 0x034F, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF]
_DIRECTIONS = [0x202A, 0x202B, 0x202C, *range(0x2066, 0x206A)]
_CONTROLS = [*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)]
_WRONG = [*_CONTROLS, 0x202D, 0x202E, *range(0xD800, 0xE000)]
_TABLE: dict[int, str | None] = dict.fromkeys([*_GUIDES, *_DIRECTIONS])
_TABLE |= dict.fromkeys(_WRONG, "\ufffd") | dict.fromkeys([0x0B, 0x0C, 0x85, 0x2028, 0x2029], " ")
_ODD = re.compile("[" + "".join(f"\\U{code:08x}" for code in _TABLE) + "]")


def plain_characters(text: str) -> str:
    r"""The text without them; tabs and line breaks stay.

    >>> plain_characters("a\u200bb\u00ad@example.org"), plain_characters("\u202egro.elpmaxe@b\x00")
    ('ab@example.org', '�gro.elpmaxe@b�')
    """
    return text.translate(_TABLE) if _ODD.search(text) else text
