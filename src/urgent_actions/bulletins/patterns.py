"""Patterns of the word lists: regular expressions that read like the phrases they stand for."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from urgent_actions.bulletins.wording import Wording

SLOTS: Mapping[str, str] = {
    "number": r"(?P<number>\d{1,4}\s?[./]\s?\d{2,4})",
    "date": r"(?P<date>[^\n]{4,60})",
    "ordinal": r"(?P<ordinal>\w{3,8})",
}
"""What `{number}`, `{date}` and `{ordinal}` stand for."""

_PARTS = re.compile(r"\[[^\]]*\]|\{[a-z]+\}|[ ']")
_GROUP = re.compile(r"\(\?P<([a-z]+)>")
_LOOSE = {" ": r"(?:\s{1,3})", "'": "['’]"}


def loose(phrase: str, slots: Mapping[str, str] = SLOTS) -> str:
    r"""A phrase as the source of a pattern: a blank is any run of blanks, an apostrophe any of its shapes.

    >>> print(loose("it's {number}", {"number": "[0-9]"}))
    it['’]s(?:\s{1,3})[0-9]
    """

    def part(found: re.Match[str]) -> str:
        text = found[0]
        return _LOOSE.get(text) or slots.get(text.strip("{}"), text)

    return _PARTS.sub(part, phrase)


@lru_cache(maxsize=2048)
def one_of(phrases: tuple[str, ...], before: str = r"(?<!\w)", behind: str = r"(?!\w)") -> Wording:
    """A pattern for any of these phrases, as whole words; `caught` asks for what a slot took."""
    sources = (_GROUP.sub(rf"(?P<\1_{number}>", loose(phrase)) for number, phrase in enumerate(phrases))
    return Wording.of(f"{before}(?:{'|'.join(sources)}){behind}", re.IGNORECASE)


def caught(match: re.Match[str], slot: str) -> str:
    """The name of the group that took a slot, whichever phrase it stands in; empty where none did."""
    names = (name for name, value in match.groupdict().items() if value and name.rpartition("_")[0] == slot)
    return next(names, "")


def either(words: Iterable[str]) -> str:
    """The source of a pattern for any of these plain words, the longest first."""
    return "|".join(loose(re.escape(word).replace(r"\ ", " ")) for word in sorted(words, key=len, reverse=True))
