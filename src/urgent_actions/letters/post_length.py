"""How long a post is, as networks count it."""

import re
from unicodedata import normalize

_LIGHT = ((0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
"""The code points that count once; all others count twice (twitter-text, configuration 3)."""

_LINK_LENGTH = 23  # of any link, since each is replaced by a short one
_LINK = re.compile(r"https?://[^\s]+", re.IGNORECASE)
_LOOKALIKE = re.compile(r"\w\.[^\W\d_]{2}")
"""In a word such as `example.org`, most of which become links too."""

_PICTURE = (
    "[\u231a-\u23ff\u25aa-\u27bf\u2934\u2935\u2b05-\u2b55"
    "\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff]"
)
_VARIANT = "[\ufe0f\U0001f3fb-\U0001f3ff]*"
_EMOJI = re.compile(
    f"[\U0001f1e6-\U0001f1ff]{{2}}"  # a flag
    f"|[#*0-9]\ufe0f?\u20e3"  # a key
    f"|\U0001f3f4[\U000e0061-\U000e007a]+\U000e007f"  # the flag of a part of a state
    f"|(?:{_PICTURE}|[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u24c2\u3030\u303d\u3297\u3299]\ufe0f){_VARIANT}"
    f"(?:\u200d(?:{_PICTURE}|[\u2640\u2642\u2695\u2696])\ufe0f?{_VARIANT})*"
)


def weighted_length(text: str) -> int:
    """The length as X counts it: a link is 23, an emoji two, a letter of Chinese, Japanese or Korean two.

    What only looks like a link is counted as the longer of both, so that a post is never longer than it seems.

    >>> weighted_length("See https://example.org/a/long/way/to/go"), weighted_length("釈放を"), weighted_length("👩🏽")
    (27, 6, 2)
    """
    composed = normalize("NFC", text)
    links = len(_LINK.findall(composed))
    bare = _LINK.sub("", composed)
    lookalikes = sum(max(0, _LINK_LENGTH - _weight(word)) for word in bare.split() if _LOOKALIKE.search(word))
    emoji = len(_EMOJI.findall(bare))
    return _LINK_LENGTH * links + lookalikes + 2 * emoji + _weight(_EMOJI.sub("", bare))


def length_in_units(text: str) -> int:
    """The length in UTF-16 code units, as browsers and most networks count it; a line break is one."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _weight(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(1 if any(first <= ord(char) <= last for first, last in _LIGHT) else 2 for char in text)
