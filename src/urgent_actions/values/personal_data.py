"""Data about a supporter, which no report has room for: refused aloud, for what is dropped in silence comes again."""

import re
from collections.abc import Sequence

from urgent_actions.errors import Problem, did_you_mean

_STEMS = (
    "address birth comment contact cookie device email feedback gender letter location mail message mobile name"
    " nationality passport password person phone photo postcode remark signature signed street user"
).split()
_WORDS = frozenset("age body city dob gps ip lat lng lon note notes sender sex tel telephone text town zip".split())


def is_personal(key: str) -> bool:
    """Whether a key asks for a name, an address, free text, or something else that tells who it was.

    >>> is_personal("e-mail"), is_personal("firstName"), is_personal("IP"), is_personal("campaign")
    (True, True, True, False)
    """
    words = re.findall(r"[a-z]+", re.sub(r"([a-z])([A-Z])", r"\1 \2", key).lower())
    squeezed = "".join(words)
    return any(stem in squeezed for stem in _STEMS) or not _WORDS.isdisjoint(words)


def refuse_key(key: str, where: str, known: Sequence[str]) -> Problem:
    """The problem with a key that has no place where a supporter must stay unknown; what stands under it is not shown.

    A key that is no plain word is not shown either: it may be what should have been the value.

    Args:
        key: the key, or the heading of a column.
        where: the path of what holds it.
        known: the keys that may stand there.
    """
    shown = f"key {key!r}" if re.fullmatch(r"[A-Za-z][\w-]{0,31}", key, re.ASCII) else "key (not shown)"
    if is_personal(key):
        way_out = "take it out before anybody stores it or passes it on"
        return Problem("personal-data", f"{shown} has no place here", where=where, way_out=way_out)
    return Problem("unknown-key", f"unknown {shown}", where=where, way_out=did_you_mean(key, known))
