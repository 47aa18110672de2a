"""A block of contact data, sorted into head and address, before a target is made of it."""

import re
from collections.abc import Sequence

import attrs

from urgent_actions.bulletins.blocks import Block
from urgent_actions.bulletins.boundaries import address_starts, is_address_word
from urgent_actions.bulletins.head import LONGEST_HEAD, Head
from urgent_actions.bulletins.labels import SALUTATION, Item
from urgent_actions.bulletins.lexicon import adjective_of, country_at
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.postal import address_lines, country_of, country_of_address, is_in_usa
from urgent_actions.bulletins.read_head import read_head
from urgent_actions.bulletins.tokens import tokens_of
from urgent_actions.bulletins.whose_body import is_civil, is_of_many_states
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.values.country import Country
from urgent_actions.values.folding import fold
from urgent_actions.values.target_kind import TargetKind

MOST_LINES, LONGEST_ADDRESS = 16, 800
"""Lines and characters of a postal address; what is longer is none, and stays unread."""

_LABEL = re.compile(r"\s{0,3}[^\W\d][^\W\d]{1,20}(?:[ -][^\W\d]{1,20}){0,3}[ ]{0,2}:(?=[ ]{1,3}\S)")

_WORKS_ABROAD = {
    "ambassador": "embassy",
    "charge": "embassy",
    "chargé": "embassy",
    "consul": "consulate",
    "permanent": "mission",
}


@attrs.define(eq=False)
class Draft:
    """One target of a block, in pieces.

    `unsure` are lines that hold an address, but where the name before it ends cannot be told; `of_many_states` says
    that it acts for an organisation of states, and for none of them.
    """

    head: Head
    kind: TargetKind
    address: list[Piece] = attrs.field(factory=list)
    unsure: list[Piece] = attrs.field(factory=list)
    labels: list[Piece] = attrs.field(factory=list)
    country: Country | None = None
    of_many_states: bool = False
    host: Country | None = None
    at_address: Country | None = None

    @property
    def acts_for_a_state(self) -> bool:
        """Whether it acts for some state, though its block may not say for which."""
        return not self.of_many_states and self.kind not in {TargetKind.ORGANISATION, TargetKind.PRISONER}


def drafts_of(block: Block, surnames: frozenset[str]) -> list[Draft]:
    """The targets of a block: one, or two who share an address."""
    drafts = [_draft(lines, surnames) for lines in block.heads]
    last = drafts[-1]
    posted = [item for item in block.items if item.kinds[0] in {"post", "attention"}]
    if not last.address and not last.unsure:
        late = [item.value for item in posted] + block.late
        if _is_address(late):
            last.address = address_lines(late, run_together=False)
            last.labels = [item.label for item in posted]
    for draft, lines in zip(drafts, block.heads, strict=True):
        draft.address, draft.unsure = last.address, last.unsure or draft.unsure
        if block.copy or block.civil:
            _settle_group(draft, lines, civil=block.civil)
        _place(draft)
    return drafts


def _settle_group(draft: Draft, lines: Sequence[Piece], *, civil: bool) -> None:
    """An association or a newspaper that only gets a copy, or that a heading calls one, is no official."""
    head = draft.head
    if civil and not head.found and len(lines) > 1 and not any(map(str.isdigit, str(lines[0]))):
        head.organisation = lines[0]  # a name that is no word: "UDEFEGUA"
        draft.address = address_lines(lines[1:], run_together=False) if _is_address(lines[1:]) else []
    if civil and head.name and not (head.title or head.organisation):
        head.name, head.organisation = None, head.name
    person = head.name or head.office or head.title
    if (civil and not head.title) or (head.organisation and not person and is_civil(head.organisation)):
        draft.kind = TargetKind.ORGANISATION


def salutation_of(block: Block) -> Item | None:
    """The labelled salutation of a block."""
    return next((item for item in block.items if item.kinds == (SALUTATION,) and item.value), None)


def _draft(lines: Sequence[Piece], surnames: frozenset[str]) -> Draft:
    tokens = tokens_of(lines, LONGEST_HEAD + 1)
    head = read_head(tokens, surnames)
    start = tokens[head.end].start if head.end < len(tokens) else None
    rest = (
        []
        if start is None
        else [Piece(line.page, max(start, line.start), line.end) for line in lines if line.end > start]
    )
    rest = [line for line in rest if not _is_labelled(line)]
    draft = Draft(head, _kind(head))
    if head.doubtful:
        draft.unsure = rest
    elif _is_address(rest):
        draft.address = address_lines(rest, run_together=len(lines) == 1)
    return draft


def _is_labelled(line: Piece) -> bool:
    """Whether a line begins with a label that nobody knows: what stands behind it is no part of the address."""
    label = _LABEL.match(str(line))
    return label is not None and not any(map(is_address_word, tokens_of([line.of(label)])))


def _is_address(lines: Sequence[Piece]) -> bool:
    """Whether lines have a sign of a postal address: a number, a word such as "Street", a country, a ZIP code."""
    if len(lines) > MOST_LINES or sum(map(len, lines)) > LONGEST_ADDRESS:
        return False
    tokens = tokens_of(lines)
    if any(
        address_starts(tokens, at) or is_address_word(token) for at, token in enumerate(tokens) if not token.is_break
    ):
        return True
    return any(country_of(line) or is_in_usa(str(line)) for line in address_lines(lines, run_together=True))


def is_editor(head: Head) -> bool:
    """Whether letters go to the editor of what seems to be named like a person, such as the Daily Nation."""
    words = {fold(word) for piece in head.office for word in re.split(r"[\s-]+", str(piece))}
    return not head.title and bool(words & set(word_list("appeals")["remarks"]["editors"]))


def _kind(head: Head) -> TargetKind:
    if is_editor(head):
        return TargetKind.ORGANISATION
    body = str(head.organisation or "").split()
    for entry in word_list("offices")["kinds"]:
        if set(body) & set(entry["words"]):
            return TargetKind.of(entry["kind"])
    if set(body) & set(word_list("offices")["companies"]):
        return TargetKind.COMPANY
    words = str(head.office[0]).casefold().split() if head.office and not body else [""]
    if words[:2] == ["high", "commissioner"] and _countries(head.office[0]):
        return TargetKind.EMBASSY
    return TargetKind.of(_WORKS_ABROAD.get(words[0], "official"))


def _place(draft: Draft) -> None:
    """Tell for which state the target acts, and where an embassy sits."""
    draft.at_address = at_address = country_of_address(draft.address)
    if draft.kind.is_abroad:
        named = _countries(draft.head.organisation or next(iter(draft.head.office), None))
        draft.country = named[0] if named else None
        draft.host = at_address or (named[1] if len(named) > 1 else None)
        return
    draft.of_many_states = is_of_many_states(*draft.head.office, *filter(None, [draft.head.organisation]))
    if draft.of_many_states:
        return
    offices = [country for piece in draft.head.office for country in _countries(piece)]
    bodies = _countries(draft.head.organisation)
    cared_for = next(
        (_countries(line) for line in draft.address if str(line).lower().startswith(("c/o", "care of"))), None
    )
    known = [*offices, *bodies, *(cared_for or [])]
    draft.country = known[0] if known else (None if cared_for is not None else at_address)


def _countries(piece: Piece | None) -> list[Country]:
    """The countries that an office or a body names, adjectives such as "Mexican" included, in their order."""
    tokens = tokens_of([piece]) if piece else []
    found: list[Country] = []
    at = 0
    while at < len(tokens):
        country, length = country_at(tokens, at)
        country = country or (adjective_of(tokens[at].text) if tokens[at].is_capitalised else None)
        found += [country] if country else []
        at += max(1, length)
    return found
