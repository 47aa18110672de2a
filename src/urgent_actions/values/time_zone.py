"""A time zone by its name in the IANA database."""

from datetime import tzinfo
from functools import lru_cache

from urgent_actions.errors import InvalidValue, Problem


def zone_named(name: str) -> tzinfo:
    """The zone of that name.

    Raises:
        InvalidValue: there is none.

    >>> print(zone_named("Europe/Moscow"))
    Europe/Moscow
    """
    found = _zone(name) if isinstance(name, str) else None
    if found is None:
        way_out = "use an IANA name such as 'Europe/Moscow'"
        raise InvalidValue(Problem("unknown-zone", f"there is no time zone {name!r}", where="zone", way_out=way_out))
    return found


@lru_cache(maxsize=256)
def _zone(name: str) -> tzinfo | None:
    from zoneinfo import ZoneInfo  # it costs as much as attrs, and few ask for hours

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None
