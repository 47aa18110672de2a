"""In whose care letters go, or who passes them on, as a sentence says it: `send your letter c/o the embassy`."""

from functools import cache

import attrs

from urgent_actions.bulletins.patterns import caught, loose, one_of
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Vocabulary, Wording
from urgent_actions.values.channel_kind import ChannelKind

_KINDS = {
    "sure": ChannelKind.POST,
    "through": ChannelKind.POST,
    "collected": ChannelKind.POST,
    "fax": ChannelKind.FAX,
}


@attrs.frozen
class Care:
    """A body, and the kind of channel that leads through it.

    Args:
        kind: post or fax.
        body: its name or what it is, in the words of the sentence: `the embassy`.
        is_for_all: whether it gathers the letters to all targets.
    """

    kind: ChannelKind
    body: str
    is_for_all: bool = attrs.field(default=False, kw_only=True)


def care_in(text: str) -> Care | None:
    """In whose care a sentence asks letters to be sent, or to whom a fax number belongs.

    >>> care_in("Please send your letter c/o the embassy, asking that it be passed on.")
    Care(kind=<ChannelKind.POST: 'post'>, body='the embassy', is_for_all=False)
    """
    asked = _ways().standing_in(text)
    if not asked or _own().search(text):
        return None
    for number, wording in asked:
        found = wording.compiled.search(text)
        body = " ".join(found[caught(found, "body")].split()) if found else ""
        name = list(_KINDS)[number]
        if body and (name != "through" or _bodies().search(body)):
            return Care(_KINDS[name], body, is_for_all=name == "collected")
    return None


@cache
def _ways() -> Vocabulary:
    return Vocabulary.of(map(_pattern, _KINDS))


@cache
def _bodies() -> Wording:
    return one_of(tuple(word_list("asked")["care"]["bodies"]))


def _pattern(name: str) -> Wording:
    lists = word_list("asked")["care"]
    starts, stops = ("|".join(map(loose, lists[part])) for part in ("body_starts", "stops"))
    word = rf"(?!(?:{stops})(?!\w))[^\s,.;:()]{{1,30}}"
    body = rf"(?P<body>(?:{starts})(?:(?<=['’])|\s)(?:{word})(?:\s{word}){{0,7}}|(?-i:[A-Z]){word}(?:\s{word}){{0,7}})"
    slotted = tuple(phrase.replace("{body}", body) for phrase in lists[name])
    return one_of(slotted, behind="")


@cache
def _own() -> Wording:
    return one_of(tuple(word_list("asked")["care"]["own"]))
