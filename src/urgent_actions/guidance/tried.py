"""What a sender tried in vain before: which ways to which targets did not get through."""

from collections.abc import Collection, Iterable

from urgent_actions.case import Case
from urgent_actions.errors import Problem, refuse_if
from urgent_actions.values.channel_kind import ChannelKind

Failed = Collection[tuple[str, ChannelKind | str]]
"""Pairs of a target's id and a kind of channel."""


def tried_in_vain(case: Case, failed: Failed) -> dict[str, frozenset[ChannelKind]]:
    """The kinds of channel that did not get through, by the id of every target of a case.

    Raises:
        InvalidValue: something is no such pair, or there is no such kind of channel.
        UnknownTarget: the case has no target of an id.
    """
    pairs = tuple(failed) if isinstance(failed, Iterable) and not isinstance(failed, str) else (failed,)
    refuse_if(_no_pair(pair, number) for number, pair in enumerate(pairs) if not _is_pair(pair))
    tried: dict[str, set[ChannelKind]] = {target.id: set() for target in case.targets}
    for name, kind in pairs:
        tried[case.target(name).id].add(ChannelKind.of(kind))
    return {name: frozenset(kinds) for name, kinds in tried.items()}


def _is_pair(given: object) -> bool:
    return isinstance(given, tuple | list) and len(given) == 2 and isinstance(given[0], str)


def _no_pair(given: object, number: int) -> Problem:
    what = f"{given!r} is no pair of a target's id and a kind of channel"
    return Problem("wrong-type", what, where=f"failed[{number}]", way_out="write [('prosecutor', 'email')]")
