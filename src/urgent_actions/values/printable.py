"""Text without characters that a reader cannot see but a terminal, a browser or a neighbour's text obeys."""

import re
from unicodedata import category

_SOFT_HYPHEN = "\u00ad"
_LIKE_A_BLANK = "\u2800\u3164\uffa0"
"""Letters and symbols to Unicode, blanks to the eye: that of Braille, and fillers of older encodings of Korean. U+115F
and U+1160 are not among them, for Korean of the Middle Ages is not spelled without."""

_SEEN = re.compile(
    # neither a blank nor Default_Ignorable_Code_Point, as DerivedCoreProperties.txt of Unicode lists them
    r"[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    rf"{_LIKE_A_BLANK}\ufe00-\ufe0f\ufeff\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_SHOWN_FOR_CONTROL = "\ufffd"
_KEPT = frozenset("\u200c\u200d\u200e\u200f\u00ad\u2066\u2067\u2068\u2069")
_HARMFUL = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def printable(text: str) -> str:
    r"""The text with every control character shown as U+FFFD, and every text direction that it opens closed again.

    Kept are the joiners that Persian and Indian spelling needs, the direction marks, and isolates, which end with the
    text. Embeddings and overrides, which make a name read as another, are not (Unicode TR 36, "bidirectional text
    spoofing").

    >>> printable("red \x1b[31m alert\u202e"), printable("Kotov")
    ('red �[31m alert�', 'Kotov')
    """
    if text.isprintable():  # no control, no format character, and no other blank than a space: so it is with most
        return text
    shown = "".join(c if c in _KEPT or category(c) not in _HARMFUL else _SHOWN_FOR_CONTROL for c in text)
    return _balanced(shown)


def printable_lines(text: str) -> str:
    r"""The text with every line printable and its line breaks as they are; each direction ends with its line.

    >>> printable_lines("Dear Ambassador,\n\nplease\x00 act")
    'Dear Ambassador,\n\nplease� act'
    """
    if text.isprintable() or text.replace("\n", "").replace("\xa0", "").isprintable():
        return text
    return "\n".join(map(printable, text.replace("\r\n", "\n").split("\n")))


def in_one_line(text: str) -> str:
    r"""The text as one printable line: every run of blanks and line breaks becomes one blank.

    What looks like a blank is one; soft hyphens, which only tell where a line may be broken, are left out; and of a
    text in which there is nothing to see nothing is left.

    >>> in_one_line("About you\r\nBcc: everybody@example.org"), in_one_line("\u3164\u200d\u00ad")
    ('About you Bcc: everybody@example.org', '')
    """
    if text.isascii():
        return printable(" ".join(text.split()))
    line = printable(" ".join(_with_plain_blanks(text).replace(_SOFT_HYPHEN, "").split()))
    return line if seen(line) else ""


def one_line_each(text: str) -> str:
    r"""The text with each of its lines printable and trimmed, however they end, and none of them blank.

    >>> one_line_each("1 Example Road \r\n\r\nSpringfield\x85Country")
    '1 Example Road\nSpringfield\nCountry'
    """
    return "\n".join(filter(None, map(in_one_line, text.splitlines())))


def seen(text: str) -> bool:
    r"""Whether a reader sees anything of it.

    >>> seen("Kotov"), seen("\u3164\u00ad \u200d")
    (True, False)
    """
    return _SEEN.search(text) is not None


def _with_plain_blanks(text: str) -> str:
    for letter in _LIKE_A_BLANK:
        text = text.replace(letter, " ")
    return text


def _balanced(text: str) -> str:
    """The text with each isolate closed, and no closing mark that nothing opened."""
    open_isolates = 0
    kept: list[str] = []
    for char in text:
        if char == "\u2069":
            if not open_isolates:
                continue
            open_isolates -= 1
        elif char in "\u2066\u2067\u2068":
            open_isolates += 1
        kept.append(char)
    return "".join(kept) + "\u2069" * open_isolates
