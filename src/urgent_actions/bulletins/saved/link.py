"""Where a link of a web page leads, said in words that a reader of bulletins understands."""

import re
from collections.abc import Sequence
from functools import cache
from urllib.parse import unquote

import attrs

from urgent_actions.bulletins.saved.masked_email import MASK, address_or_nothing, unmasked
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.errors import InvalidValue
from urgent_actions.values.web_link import WebLink

MOST_ADDRESSES = 20
"""Addresses of one link."""

LONGEST_LINK = 2000
"""Characters of a link that is looked at."""

_PROTECTED = re.compile(r"(?:https?://[^/?#]+)?/cdn-cgi/l/email-protection#(.*)", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"\+?[\d\s().-]{5,30}")
_LABEL_BEFORE = re.compile(r"([^:;,|]{1,40}):[ \u00a0]*$")
_CUT = re.compile(r"(?:\.\.\.|…)$")
_MASKED = "[email"
_NETWORKS = frozenset({"twitter", "facebook", "instagram", "telegram", "youtube", "tiktok"})  # "Tweet" may be a button
_WEB = _NETWORKS | {"form", "website"}


@attrs.frozen
class Destination:
    """What a link reaches: kinds of channel (of `channels.toml`), addresses, and the label that says so."""

    kinds: frozenset[str]
    values: tuple[str, ...]
    label: str = ""


def destination(href: str) -> Destination | None:
    """What a link reaches, if that may be a channel; a code that nobody can read gives a withheld address.

    >>> destination("mailto:Office@example.org?subject=Case").values
    ('Office@example.org',)
    >>> destination("tel:+1-202-555-0100").values, destination("javascript:alert(1)")
    (('+1-202-555-0100',), None)
    """
    link = href.strip()
    if len(link) > LONGEST_LINK:
        return None
    protected = _PROTECTED.fullmatch(link)
    if protected:
        return _mail(unmasked(protected[1])) or Destination(frozenset({"email"}), (MASK,))
    scheme, _, rest = link.partition(":")
    if scheme.lower() == "mailto":
        return _mail(rest)
    if scheme.lower() in {"tel", "fax"}:
        return _number(scheme.lower(), unquote(rest))
    return _web(link)


def _mail(target: str) -> Destination | None:
    listed = unquote(target.partition("?")[0]).replace(";", ",").split(",")
    addresses = tuple(filter(None, map(address_or_nothing, map(str.strip, listed[:MOST_ADDRESSES]))))
    return Destination(frozenset({"email"}), addresses, "Email") if addresses else None


def _number(scheme: str, rest: str) -> Destination | None:
    number = rest.partition(";")[0].strip()
    if not _NUMBER.fullmatch(number):
        return None
    kind, label = ("fax", "Fax") if scheme == "fax" else ("phone", "Phone")
    return Destination(frozenset({kind}), (number,), label)


def _web(link: str) -> Destination | None:
    try:
        return Destination(_WEB, (str(WebLink(link)),))
    except InvalidValue:
        return None


def in_words(shown: str, before: str, to: Destination) -> str:
    """What to write where a link stands.

    The words of the link stay where they give the address themselves. Where they are only a label, or where one stands
    before them, the address is put to it; elsewhere an address for mail or telephone is added in brackets, and a web
    address is not.

    Args:
        shown: the words of the link.
        before: what stands before it on its line.
        to: what it reaches.

    >>> form, mail = destination("https://example.org/form"), destination("mailto:a@example.org")
    >>> in_words("here", "Online form: ", form), in_words("Online form", "", form), in_words("here", "Read it ", form)
    ('https://example.org/form', 'Online form: https://example.org/form', 'here')
    >>> in_words("send a message", "Email: ", mail), in_words("write to us", "please ", mail)
    ('a@example.org', 'write to us (a@example.org)')
    """
    words, reached = shown.strip(), " ".join(to.values)
    if _gives_itself(words, to):
        return words
    if _MASKED in words and "email" in to.kinds:
        return reached
    if _CUT.search(words) or words.startswith(("http://", "https://", "www.")):
        return reached if _is_start(words, to.values) else words
    label = _LABEL_BEFORE.search(before)
    if not words or (label and _labels(label[1]) & to.kinds):
        return reached if words or label else ""
    if _labels(words.rstrip(":")) & (to.kinds - _NETWORKS):
        return f"{words.rstrip(':')}: {reached}"
    return f"{words} ({reached})" if to.label else words


def _gives_itself(words: str, to: Destination) -> bool:
    """Whether the words are an address: that one, or another, which then is what the page says."""
    if "email" in to.kinds:
        return "@" in words
    if to.kinds & {"phone", "fax"}:
        return sum(map(str.isdigit, words)) >= 5
    return words.startswith("@") or words in to.values


def _is_start(words: str, values: Sequence[str]) -> bool:
    start = _CUT.sub("", words).partition("://")[2] or _CUT.sub("", words)
    return any(value.partition("://")[2].startswith(start) for value in values)


@cache
def _kinds_by_label() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for kind, labels in word_list("channels").items():
        for label in labels if isinstance(labels, list) else ():
            table.setdefault(label.casefold(), set()).add(kind)
    return {label: frozenset(kinds) for label, kinds in table.items()}


def _labels(words: str) -> frozenset[str]:
    """The kinds of channel that words are a label of."""
    return _kinds_by_label().get(" ".join(words.casefold().split()), frozenset())
