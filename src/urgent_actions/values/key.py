"""The form of a key: the id of a target within its case, a group that senders belong to: `prosecutor-general`."""

import re
from collections.abc import Iterable, Iterator

from urgent_actions.errors import Problem

LONGEST = 100
_WRITTEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def is_key(key: object) -> bool:
    """Whether it is made of small letters and digits of any script, in parts joined by hyphens, at most 100 in all.

    >>> is_key("embassy-of-the-russian-federation"), is_key("Embassy of Russia")
    (True, False)
    """
    return isinstance(key, str) and len(key) <= LONGEST and bool(_WRITTEN.fullmatch(key)) and key == key.lower()


def wrong_keys(name: str, keys: Iterable[str]) -> Iterator[Problem]:
    """The members of a field that are no keys."""
    for key in sorted(keys):
        if not is_key(key):
            way_out = "use small letters, digits and hyphens, at most 100"
            yield Problem("bad-key", f"{key!r} cannot be a key", where=name, way_out=way_out)
