"""What each social network takes, and since when (`data/networks.toml`)."""

import tomllib
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import attrs

from urgent_actions.letters.post_length import length_in_units, weighted_length
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.data_table import data_text
from urgent_actions.values.handle import Handle
from urgent_actions.values.web_link import WebLink

_COUNTS: dict[str, Callable[[str], int]] = {"weighted": weighted_length, "units": length_in_units}


@attrs.frozen(kw_only=True)
class Network:
    """A social network.

    Args:
        kind: the kind of channel.
        limits: the most that a post may be long, each from a day on, the earliest first.
        count: how it counts, `weighted` or `units`.
        page: the start of the address of an account's page.
        write: the start of a link that opens a new post; None where the text is pasted.
        pictured: whether a post wants a picture or a film.
        hashtags: how many hashtags it takes, each number from a day on; empty for any number.
    """

    kind: ChannelKind
    limits: tuple[tuple[date, int], ...]
    count: str
    page: str
    write: str | None = None
    pictured: bool = False
    hashtags: tuple[tuple[date, int], ...] = ()

    def limit(self, on: date) -> int:
        """The most that a post may be long on a day."""
        return next(most for since, most in reversed(self.limits) if since <= on)

    def most_hashtags(self, on: date) -> int | None:
        """How many hashtags it takes on a day; None for any number."""
        return next((most for since, most in reversed(self.hashtags) if since <= on), None)

    def length(self, text: str) -> int:
        """How long a text is for this network."""
        return _COUNTS[self.count](text)

    def page_of(self, account: Handle | WebLink) -> str:
        """The page of an account."""
        return str(account) if isinstance(account, WebLink) else self.page + account.name


def network_of(kind: ChannelKind) -> Network | None:
    """The network that a kind of channel is, or None for what is no network."""
    return _networks().get(kind)


@cache
def _networks() -> dict[ChannelKind, Network]:
    tables: dict[str, dict[str, Any]] = tomllib.loads(data_text("networks.toml"))
    return {ChannelKind.of(name): _read(ChannelKind.of(name), table) for name, table in tables.items()}


def _read(kind: ChannelKind, table: dict[str, Any]) -> Network:
    return Network(
        kind=kind,
        limits=_dated(table["limits"]),
        count=table["count"],
        page=table["page"],
        write=table.get("write"),
        pictured=table.get("pictured", False),
        hashtags=_dated(table.get("hashtags", [])),
    )


def _dated(numbers: list[dict[str, Any]]) -> tuple[tuple[date, int], ...]:
    return tuple((number.get("since", date.min), number["most"]) for number in numbers)
