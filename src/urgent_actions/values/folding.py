"""Names as they are compared: without letter case, accents, apostrophes and the rest of the punctuation."""

import unicodedata

_DROPPED = "'’‘ʼ`´ʻʿ.\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff"
_SPACED = '-‐‑‒–—―,/()[]{}<>|"“”„«»_*;:!?،؛؟、。・·•'
_MARKS_OF_PUNCTUATION = dict.fromkeys(map(ord, _DROPPED)) | dict.fromkeys(map(ord, _SPACED), " ") | {ord("&"): " and "}
_MARKS = dict.fromkeys([*range(0x0300, 0x0370), *range(0x064B, 0x0653), 0x0670, 0x0640])


def fold(name: str) -> str:
    """The name as it is compared; two spellings of one name have the same folded form.

    Accents on Latin, Greek and Cyrillic letters go, and the vowel marks of Arabic; the signs of other scripts stay, for
    they are letters there. Apostrophes and full stops vanish, every other mark is a space, and `&` is "and".

    >>> fold("  Côte-d’Ivoire "), fold("U.S."), fold("Bosnia & Herzegovina"), fold("Россия")
    ('cote divoire', 'us', 'bosnia and herzegovina', 'россия')
    """
    spaced = " ".join(words_of(name)).casefold()
    if spaced.isascii():
        return spaced
    bare = unicodedata.normalize("NFKD", spaced).translate(_MARKS)
    return " ".join(unicodedata.normalize("NFC", bare).split())


def words_of(text: str) -> list[str]:
    """The words of a text as they stand, without the marks between and inside them.

    >>> words_of("Embassy of Côte d'Ivoire, Washington (U.S.)")
    ['Embassy', 'of', 'Côte', 'dIvoire', 'Washington', 'US']
    """
    return text.translate(_MARKS_OF_PUNCTUATION).split()
