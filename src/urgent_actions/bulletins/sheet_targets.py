"""The targets of a page without a layout, and the states they act for."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from urgent_actions.bulletins.blocks import blocks_of
from urgent_actions.bulletins.drafts import Draft, drafts_of
from urgent_actions.bulletins.found_channel import FoundChannel
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.place_names import state_at
from urgent_actions.bulletins.sheet_contacts import Contact, contact_blocks
from urgent_actions.bulletins.stock import LANGUAGES
from urgent_actions.bulletins.targets import Drafted
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.contact_channel import ContactChannel
from urgent_actions.target import Target, target_id
from urgent_actions.values.country import Country
from urgent_actions.values.country_names import countries_named_in
from urgent_actions.values.folding import fold
from urgent_actions.values.language import Language
from urgent_actions.values.postal_address import PostalAddress
from urgent_actions.values.target_kind import TargetKind
from urgent_actions.values.text import Text


def drafted_of(contacts: Iterable[Contact], surnames: frozenset[str], ledger: Ledger) -> list[Drafted]:
    """Every block with its drafts; one below the heading of the letter that names somebody again gives form."""
    drafted: list[Drafted] = []
    names: set[str] = set()
    for contact in contacts:
        blocks = [(block, drafts_of(block, surnames)) for block in contact_blocks(contact)]
        named = {fold(str(draft.head.name)) for _, drafts in blocks for draft in drafts if draft.head.name}
        if contact.sample and named and named <= names:
            ledger.form(*contact.lines)
        else:
            drafted += blocks
        names |= named
    return drafted


def asked_block(asked: Piece) -> list[Drafted]:
    """The block of somebody whom a sentence names, where the page has no other."""
    blocks = blocks_of([asked], frozenset())
    return [(block, drafts_of(block, frozenset())) for block in blocks]


def settle(drafted: Iterable[Drafted], title: str) -> None:
    """Tell what the blocks alone do not: the state, the seat of an embassy, who is in prison.

    Args:
        drafted: the blocks.
        title: the heading, which names the prisoner to whom cards go.
    """
    for block, drafts in drafted:
        for draft in drafts:
            if _is_subject(draft, title):
                draft.kind, draft.country = TargetKind.PRISONER, None
                continue
            draft.country = draft.country or (None if draft.of_many_states else _state(draft))
            if draft.kind.is_abroad and draft.host is None:
                draft.host = _seat([*block.heads[0], *block.late])


def _is_subject(draft: Draft, title: str) -> bool:
    name = draft.head.name
    return name is not None and not draft.head.office and not draft.head.organisation and fold(str(name)) in fold(title)


def _state(draft: Draft) -> Country | None:
    """The state that the office, the body or the last line of an address of its own names."""
    pieces = [*draft.head.office, *([draft.head.organisation] if draft.head.organisation else [])]
    if any(_names_us_state(str(piece)) for piece in pieces):
        return Country("US")
    cared = any(str(line).lower().startswith("c/o amnesty") for line in draft.address)
    named = countries_named_in(str(draft.address[-1]), LANGUAGES) if draft.address and not cared else ()
    return named[0] if len(named) == 1 else None


def _names_us_state(text: str) -> bool:
    keys = [fold(word) for word in text.split()]
    return any(state_at(keys, at, short=False) for at in range(len(keys)))


def _seat(lines: Sequence[Piece]) -> Country | None:
    """The country in whose capital an embassy is, by the city in its name or address."""
    seats = word_list("stock")["seats"]
    texts = (text for line in map(str, lines) for text in (line, line.replace("-", " ")))
    words = {word.strip(".,()") for text in texts for word in text.split()}
    found = {seats[city] for city in seats if city in words}
    return Country(found.pop()) if len(found) == 1 else None


def country_in(texts: Sequence[str]) -> Country | None:
    """The only country that texts name; a state of the USA names it too."""
    named = {country for text in texts for country in countries_named_in(text, LANGUAGES)}
    if not named and any(map(_names_us_state, texts)):
        return Country("US")
    return named.pop() if len(named) == 1 else None


def collector_of(found: tuple[Piece, list[Piece]], taken: Iterable[str], ledger: Ledger) -> Target:
    """The body that gathers letters, as the first target of a page."""
    body, lines = found
    address = PostalAddress(" ".join(str(line).split()) for line in lines)
    name = " ".join(str(body).split())
    ledger.claim("targets[0].organisation", [body])
    ledger.claim("targets[0].channels[0]", lines)
    channels = (ContactChannel("post", address),)
    return Target(target_id(name, taken=taken), TargetKind.COLLECTOR, organisation=name, channels=channels)


def reached(targets: Sequence[Target], channels: Sequence[FoundChannel], ledger: Ledger) -> list[Target]:
    """The targets; what a sentence says of how to write is certain where there is one target only."""
    if len(targets) != 1 or not channels:
        for one in channels:
            ledger.warn("whose-channel", f"whose address {str(one.piece)!r} is cannot be told", one.piece)
        return list(targets)
    (target,) = targets
    for number, one in enumerate(channels, start=len(target.channels)):
        ledger.claim(f"targets[0].channels[{number}]", [one.piece])
    return [attrs.evolve(target, channels=(*target.channels, *(one.channel for one in channels)))]


def greeted(targets: Iterable[Target], language: str) -> Iterator[Target]:
    """The targets, with salutations in the language of the page."""
    for target in targets:
        said = target.salutation
        yield attrs.evolve(target, salutation=Text.of(str(said), Language(language))) if said else target
