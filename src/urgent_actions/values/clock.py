"""The time of a moment as people read it, with how far its zone is from that of the world."""

from datetime import datetime


def clock_of(moment: datetime) -> str:
    """The hour and minute of a moment with a time zone.

    >>> clock_of(datetime.fromisoformat("2020-05-25T17:00-04:00"))
    '17:00 (UTC-04:00)'
    """
    clock = moment.isoformat(timespec="minutes").partition("T")[2]
    return f"{clock[:5]} (UTC{clock[5:]})"
