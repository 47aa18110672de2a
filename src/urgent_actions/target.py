"""A post we write to: the office, its organisation, its holder now, and the ways to reach it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

import attrs

from urgent_actions.contact_channel import ContactChannel
from urgent_actions.errors import Problem, refuse_if
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country
from urgent_actions.values.field_types import Kinds, wrong_members, wrong_types
from urgent_actions.values.key import is_key
from urgent_actions.values.plain_forms import as_country_or_none, as_target_kind, as_text_or_none, as_tuple
from urgent_actions.values.target_kind import TargetKind
from urgent_actions.values.text import Text


def _as_channels(channels: Iterable[ContactChannel]) -> tuple[ContactChannel, ...]:
    return as_tuple(channels)


@attrs.frozen
class Target:
    """A post, with its holder now and its channels.

    Args:
        id: its key within the case, of lower-case letters, digits and hyphens; see `target_id`.
        kind: what it is: official, embassy, mission, company, ...
        name: who holds the post now, without title, rank or style.
        office: what the person is: `Prosecutor General of the Russian Federation`.
        title: a rank or style that goes before the name: `H.E.`, `General`.
        organisation: the body: `Embassy of the Russian Federation`.
        country: the state that it answers for.
        accredited_to: the country in which an embassy, consulate or mission sits.
        copy: whether it only gets a copy.
        salutation: how a letter to it opens, without the comma, in one or more languages.
        channels: the ways to reach it, in the order of the bulletin.

    Raises:
        InvalidValue: nothing names it, or a field contradicts another; all problems at once.
    """

    id: str
    kind: TargetKind = attrs.field(converter=as_target_kind)
    name: str | None = attrs.field(default=None, kw_only=True)
    office: str | None = attrs.field(default=None, kw_only=True)
    title: str | None = attrs.field(default=None, kw_only=True)
    organisation: str | None = attrs.field(default=None, kw_only=True)
    country: Country | None = attrs.field(default=None, kw_only=True, converter=as_country_or_none)
    accredited_to: Country | None = attrs.field(default=None, kw_only=True, converter=as_country_or_none)
    copy: bool = attrs.field(default=False, kw_only=True)
    salutation: Text | None = attrs.field(default=None, kw_only=True, converter=as_text_or_none)
    channels: tuple[ContactChannel, ...] = attrs.field(default=(), kw_only=True, converter=_as_channels)

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems_in(self))

    def by(self, kind: ChannelKind | str) -> tuple[ContactChannel, ...]:
        """Its channels of one kind, in the order of the bulletin."""
        wanted = ChannelKind.of(kind)
        return tuple(channel for channel in self.channels if channel.kind is wanted)

    @property
    def post(self) -> str:
        """What the letter is addressed to, whoever holds it: at home the office, abroad the mission."""
        first, second = (self.organisation, self.office) if self.kind.is_abroad else (self.office, self.organisation)
        return first or second or str(self)

    def __str__(self) -> str:
        person = " ".join(part for part in (self.title, self.name) if part)
        if self.kind.is_abroad and self.office:
            person = " ".join(part for part in (self.office, person) if part)
            return ", ".join(part for part in (person, self.organisation) if part)
        return ", ".join(part for part in (person, self.office, self.organisation) if part)


def target_id(*names: str | None, taken: Iterable[str] = ()) -> str:
    """A key made of the first name that is not empty, with a number where the key is taken.

    Offices come before holders, since the post stays when its holder changes.

    >>> target_id(None, "Prosecutor General of the Russian Federation")
    'prosecutor-general-of-the-russian-federation'
    >>> target_id("Governor", taken=["governor"])
    'governor-2'
    """
    name = next((name for name in names if name), "target")
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold()).lower()
    stem = re.sub(r"[\W_]+", "-", "".join(char for char in plain if not unicodedata.combining(char))).strip("-")
    stem, used = stem[:80].rstrip("-") or "target", set(taken)
    if stem not in used:
        return stem
    return next(f"{stem}-{number}" for number in range(2, len(used) + 3) if f"{stem}-{number}" not in used)


_KINDS: dict[str, Kinds] = {
    **dict.fromkeys(("name", "office", "title", "organisation"), (str, type(None))),
    "copy": bool,
}


def _problems_in(target: Target) -> Iterator[Problem]:
    if not is_key(target.id):
        way_out = "use small letters, digits and hyphens, at most 100"
        yield Problem("bad-target-id", f"target id {target.id!r} cannot be a key", where="id", way_out=way_out)
    if not any(str(name or "").strip() for name in (target.name, target.office, target.organisation)):
        yield Problem("nameless-target", "a target needs a name, an office or an organisation", where="name")
    if target.accredited_to is not None and not target.kind.is_abroad:
        what = f"a target of kind {target.kind} is accredited to {target.accredited_to}"
        yield Problem(
            "accredited-at-home", what, where="accredited_to", way_out="only embassies, consulates and missions are"
        )
    yield from wrong_types(target, _KINDS)
    yield from wrong_members("channels", target.channels, ContactChannel)
