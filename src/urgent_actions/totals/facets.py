"""What totals can be taken by."""

from collections.abc import Iterable

from urgent_actions.errors import Problem, did_you_mean, refuse_if

BY = {
    "case": "case",
    "channel": "channel",
    "target": "target",
    "country": "country",
    "language": "language",
    "day": "on",
    "basis": "basis",
}
"""The facets, and the field of a report that says each."""

PERIODS = {"year": 4, "month": 7, "day": 10}
"""The periods of a timeline, and how much of a day as it is written (ISO 8601) names each."""


def refuse_unknown(facets: Iterable[str]) -> None:
    """Refuse what is no facet, all at once.

    Raises:
        InvalidValue: there is no such facet.
    """
    refuse_if(_unknown(facet, "total by", BY) for facet in facets if facet not in BY)


def refuse_unknown_period(every: str) -> None:
    """Refuse what is no period.

    Raises:
        InvalidValue: there is no such period.
    """
    refuse_if(_unknown(period, "draw a timeline by", PERIODS) for period in (every,) if period not in PERIODS)


def _unknown(name: str, what: str, known: Iterable[str]) -> Problem:
    return Problem("unknown-facet", f"cannot {what} {name!r}", way_out=did_you_mean(str(name), list(known)))
