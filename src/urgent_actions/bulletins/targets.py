"""Targets made of blocks of contact data, with the place of every part, and with what was concluded or is missing."""

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from urgent_actions.bulletins.block_channels import block_channels, share_of
from urgent_actions.bulletins.blocks import Block
from urgent_actions.bulletins.drafts import Draft, salutation_of
from urgent_actions.bulletins.found_channel import FoundChannel
from urgent_actions.bulletins.instructions import Instruction
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.note_kinds import note_kind
from urgent_actions.bulletins.piece import Piece, hull
from urgent_actions.note import NoteKind
from urgent_actions.target import Target, target_id
from urgent_actions.values.country import Country
from urgent_actions.values.severity import Severity
from urgent_actions.values.text import Text

MOST_TARGETS = 100
"""Targets of a case; bulletins have two or three, and a list of a hundred is none."""

_QUOTES = '"“”„«» \t,;:'
_GLUE = re.compile(r"\b(?:and|or|&)\b", re.IGNORECASE)


Drafted = tuple[Block, list[Draft]]
"""A block and the drafts made of it."""


@attrs.define(eq=False)
class Contacts:
    """The targets of a bulletin, the instructions that stood in the block of each, and what is a note."""

    targets: list[Target] = attrs.field(factory=list)
    instructions: list[tuple[Instruction, Target]] = attrs.field(factory=list)
    notes: list[tuple[NoteKind, Piece]] = attrs.field(factory=list)


@attrs.frozen(eq=False)
class _Entry:
    """One target before and after it is made."""

    draft: Draft
    block: Block
    channels: list[FoundChannel]
    target: Target


def read_targets(drafted: Iterable[Drafted], ledger: Ledger, country: Country | None) -> Contacts:
    """Make the targets of all blocks.

    Args:
        drafted: the blocks, in order, each with its drafts.
        ledger: where places and remarks are noted.
        country: the country of the case; the state of an official whose block names none.
    """
    contacts = Contacts()
    for block, found in drafted:
        if len(contacts.targets) >= MOST_TARGETS:
            _tell_too_many(block, ledger)
            break
        drafts = [draft for draft in found if draft.head.found]
        if not drafts:
            _tell_nameless(block, ledger)
            continue
        entries = list(_entries(block, drafts, country, [target.id for target in contacts.targets]))
        for number, entry in enumerate(entries, start=len(contacts.targets)):
            _note(entry, f"targets[{number}]", ledger)
        _note_forms(block, drafts[-1], ledger)
        contacts.targets += [entry.target for entry in entries]
        contacts.instructions += [(instruction, entries[0].target) for instruction in block.instructions]
        contacts.notes += _notes(block, drafts)
    return contacts


def _tell_too_many(block: Block, ledger: Ledger) -> None:
    what = f"more than {MOST_TARGETS} targets; the rest is kept unread"
    ledger.warn("too-many-targets", what, hull(block.pieces), "give the text of one bulletin")


def _tell_nameless(block: Block, ledger: Ledger) -> None:
    what, way_out = "contact data that name nobody are kept unread", "look whose they are in the original"
    ledger.warn("nameless-block", what, hull(block.pieces), way_out)


def _entries(block: Block, drafts: list[Draft], country: Country | None, taken: list[str]) -> Iterator[_Entry]:
    channels = block_channels(block, drafts[-1])
    for draft in drafts:
        mine = share_of(draft, drafts, channels)
        entry = _Entry(draft, block, mine, _target(draft, block, country, taken, channels=mine))
        taken.append(entry.target.id)
        yield entry


def _target(
    draft: Draft, block: Block, country: Country | None, taken: list[str], *, channels: Sequence[FoundChannel]
) -> Target:
    head, said = draft.head, salutation_of(block)
    office = ", ".join(map(_said, head.office)) or None
    name, body = (_said(piece.stripped(_QUOTES)) if piece else None for piece in (head.name, head.organisation))
    return Target(
        target_id(*((body, office, name) if draft.kind.is_abroad else (office, body, name)), taken=taken),
        draft.kind,
        name=name,
        office=office,
        title=" ".join(map(_said, head.title)) or None,
        organisation=body,
        country=draft.country or (country if draft.acts_for_a_state else None),
        accredited_to=draft.host,
        copy=block.copy,
        salutation=Text.of(str(said.value).rstrip(" ,:;.])")) if said else None,
        channels=(one.channel for one in channels),
    )


def _said(piece: Piece) -> str:
    return " ".join(str(piece.stripped(" ,;:")).split())


def _notes(block: Block, drafts: list[Draft]) -> Iterator[tuple[NoteKind, Piece]]:
    if len(drafts) > 1:
        yield NoteKind.SHARED_BLOCK, hull(piece for draft in drafts for piece in draft.head.pieces)
    yield from ((note_kind(str(piece)), piece) for piece in block.remarks)
    hours = (item for item in block.items if item.kinds == ("office_hours",))
    yield from ((NoteKind.HOURS, hull([item.label, item.value])) for item in hours)


def _note(entry: _Entry, path: str, ledger: Ledger) -> None:
    """Note where the parts of a target stood, and what was concluded of it or is missing."""
    head, said = entry.draft.head, salutation_of(entry.block)
    ledger.claim(f"{path}.title", head.title)
    ledger.claim(f"{path}.name", [head.name] if head.name else [])
    ledger.claim(f"{path}.office", [*head.office, *head.repeats])
    ledger.claim(f"{path}.organisation", [head.organisation] if head.organisation else [])
    ledger.claim(f"{path}.salutation", [said.value] if said else [])
    for number, one in enumerate(entry.channels):
        ledger.claim(f"{path}.channels[{number}]", [one.piece, *one.more])
        if one.doubt:
            severity = Severity.INFO if one.as_printed else Severity.WARNING
            way_out = "look it up in the original"
            ledger.tell("doubtful-address", one.doubt, one.piece, severity=severity, way_out=way_out)
    _tell_conclusions(entry, hull(head.pieces), ledger)


def _tell_conclusions(entry: _Entry, at: Piece, ledger: Ledger) -> None:
    target, draft = entry.target, entry.draft
    if not target.channels:
        way_out = "look for one in the original"
        ledger.warn("no-channels", f"{target} has no address, number or account", at, way_out)
    if draft.country is None and target.country is not None:
        what = f"{target} is taken to answer for {target.country.name()}, the country of the case"
        ledger.info("country-of-case", what, at)
    if draft.host is not None:
        what = f"{target.post} sits in {draft.host.name_in_sentence()}, as its address says"
        ledger.info("seat-by-address", what, at)


def _note_forms(block: Block, draft: Draft, ledger: Ledger) -> None:
    """Labels and the words between two addresses give form, where something was read behind them."""
    ledger.form(*draft.labels, *block.labels)
    for item in block.items:
        if item.kinds[0] != "office_hours":
            ledger.form(item.label, item.tail)
            ledger.form(*(item.value.of(match) for match in _GLUE.finditer(str(item.value))))
