"""The addresses of an appeal: one paragraph a target, and the request to copy in the diplomats nearby."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import attrs

from urgent_actions.bulletins.blocks import Block, blocks_of
from urgent_actions.bulletins.boundaries import body_starts, is_body_word, office_words
from urgent_actions.bulletins.columns import side_by_side
from urgent_actions.bulletins.drafts import Draft, drafts_of, is_editor
from urgent_actions.bulletins.head import LONGEST_HEAD
from urgent_actions.bulletins.instructions import instructions_in
from urgent_actions.bulletins.labels import SALUTATION, Item, split_at_labels
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.lexicon import capitalised
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.note_kinds import begins_asking, is_instruction, note_kind
from urgent_actions.bulletins.patterns import one_of
from urgent_actions.bulletins.piece import Piece, hull
from urgent_actions.bulletins.read_head import read_head
from urgent_actions.bulletins.tokens import Token, tokens_of
from urgent_actions.bulletins.whose_body import civil_heading
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Wording
from urgent_actions.note import NoteKind
from urgent_actions.values.target_kind import TargetKind

Notes = list[tuple[NoteKind, Piece]]
_LONGEST_ROLE = 140
_NEAR_NAME = 3
"""Lines of a block beside which a greeting may stand."""
_GAP = re.compile(r"(?<=\S)(?:[ ]{3,90}|[ ]{0,9}\t[\t ]{0,9})(?=\S)")
_GREETING = re.compile(
    r"(?<=[\w.,)])[ \t]{1,60}(?P<said>Dear[ ](?:[A-Z][\w.'’-]{1,24}[ ]?){1,5}|Your[ ](?:Excellency|Majesty|Highness))\Z"
)
_SALUTATION = re.compile(r"[\[(]?\b(?:Formal )?Salutations?[ ]?:[^\n]{1,160}\Z", re.IGNORECASE)


@attrs.define(eq=False)
class Addressee:
    """A block of contact data.

    `role` is the office that stands above the name in the language of the appeal, `body` the body that does; `civil`
    says that a heading calls it a newspaper or a group.
    """

    block: Block
    role: Piece | None = None
    body: Piece | None = None
    civil: bool = False

    def drafted(self) -> tuple[Block, list[Draft]]:
        """The block with its targets; an office in the country's own words only repeats the one above the name."""
        drafts = drafts_of(self.block, frozenset())
        if self.role is not None:
            drafts[0].head.repeats += drafts[0].head.office
            drafts[0].head.office = [self.role]
        if self.body is not None:
            _place_below(drafts[0], self.body)
        for draft in drafts:
            head = draft.head
            alone = not (head.title or head.office)
            group = (self.civil and not head.title) or (self.block.copy and (alone or is_editor(head)))
            if head.name and not head.organisation and group:
                head.name, head.organisation, self.civil = None, head.name, True
            edits = self.block.copy and is_editor(head)
            draft.kind = TargetKind.ORGANISATION if self.civil or edits else draft.kind
        return self.block, drafts


def addressees(lines: Sequence[Line], ledger: Ledger, notes: Notes, *, copy: bool) -> list[Addressee]:
    """The blocks of contact data of a section, in its order.

    Args:
        lines: the lines of the section.
        ledger: where words that only join one address to the next are noted.
        notes: to which the instructions among the addresses are added.
        copy: whether these targets only get copies.
    """
    found: list[Addressee] = []
    role: Piece | None = None
    civil = False
    for paragraph in _paragraphs(side_by_side(lines, ledger)):
        pieces = list(_addresses(paragraph, ledger, notes))
        civil = civil or any(map(_is_civil, paragraph))
        pieces = _one_column(pieces)
        body, pieces = _body(pieces)
        greeting, pieces = _greeting(pieces)
        said, pieces = _role(_salutation_last(pieces))
        role = said or role
        blocks = blocks_of(pieces, frozenset()) if pieces else []
        if greeting is not None and blocks:
            end = greeting.part(len(greeting))
            blocks[0].items.append(Item((SALUTATION,), greeting.part(0, 0), greeting, end))
        if blocks and found and role is None and not _names_somebody(blocks[0]):
            _add(found[-1].block, blocks.pop(0))
        for block in blocks:
            block.copy = block.copy or copy
            found.append(Addressee(block, role, body, civil))
            role = body = None
        civil = civil and not pieces
    return found


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    found: list[list[Line]] = []
    for line in lines:
        if line.new or line.bullet is not None or not found:
            found.append([])
        found[-1].append(line)
    return found


def _place_below(draft: Draft, body: Piece) -> None:
    """Put a body above what was read; a bare name is then a line of its address, the body's in another language."""
    head = draft.head
    if head.name and not (head.title or head.office):
        draft.address = [head.name, *draft.address]
        head.name = None
    head.repeats += [head.organisation] if head.organisation else []
    head.organisation = body


def _body(pieces: list[Piece]) -> tuple[Piece | None, list[Piece]]:
    """The body on the first line, where the line ends with a colon and names no office."""
    first = str(pieces[0]).rstrip() if pieces else ""
    if not first.endswith(":") or len(first) > _LONGEST_ROLE or len(pieces) == 1 or split_at_labels(pieces[0])[1]:
        return None, pieces
    lead = pieces[0].stripped(" ,:")
    tokens = tokens_of([lead], LONGEST_HEAD)
    known = any(map(is_body_word, tokens)) or any(body_starts(tokens, at) for at in range(len(tokens)))
    if not known or any(office_words(tokens, at) for at in range(len(tokens))):
        return None, pieces
    return lead, pieces[1:]


def _role(pieces: list[Piece]) -> tuple[Piece | None, list[Piece]]:
    """The office on the first line, where the name follows on the next or behind a colon, and the other lines."""
    if not pieces or split_at_labels(pieces[0])[1]:
        return None, pieces
    first, rest = pieces[0], pieces[1:]
    colon = str(first).find(":")
    lead = first.part(0, colon if colon >= 0 else len(first)).stripped(" ,")
    tokens = tokens_of([lead], LONGEST_HEAD)
    if not tokens or len(lead) > _LONGEST_ROLE or not any(office_words(tokens, at) for at in range(len(tokens))):
        return None, pieces
    if colon >= 0:
        behind = first.part(colon + 1).stripped(" ,")
        return lead, [behind, *rest] if behind else rest
    below = tokens_of(rest[:1], LONGEST_HEAD)
    head = read_head(tokens)
    if not below or head.name or head.title or _is_abroad(tokens):
        return None, pieces
    plain = office_words(tokens, 0) and not any(token.is_break or token.has_digit for token in tokens)
    return (lead, rest) if plain or capitalised("titles", below, 0) else (None, pieces)


def _is_abroad(tokens: Sequence[Token]) -> bool:
    """Whether an office is one of a mission abroad, whose block tells more of it."""
    return bool({token.key for token in tokens} & set(word_list("appeals")["remarks"]["abroad"]))


def _one_column(pieces: Sequence[Piece]) -> list[Piece]:
    """The lines one below the other, where early appeals print the channels in a column beside the address."""
    gaps = [_GAP.search(str(piece)) for piece in pieces]
    right = [piece.part(gap.end()) for piece, gap in zip(pieces, gaps, strict=True) if gap]
    if not any(split_at_labels(piece)[1] for piece in right):
        return list(pieces)
    left = [piece.part(0, gap.start()) if gap else piece for piece, gap in zip(pieces, gaps, strict=True)]
    return [piece for piece in (*left, *right) if piece]


def _greeting(pieces: Sequence[Piece]) -> tuple[Piece | None, list[Piece]]:
    """The greeting that early appeals print without a label beside the name, and the lines without it."""
    for number, piece in enumerate(pieces[:_NEAR_NAME]):
        found = _GREETING.search(str(piece))
        if found and not split_at_labels(piece)[1]:
            rest = piece.part(0, found.start()).stripped(" \t,")
            return piece.of(found, "said").stripped(" "), [*pieces[:number], rest, *pieces[number + 1 :]]
    return None, list(pieces)


def _salutation_last(pieces: Sequence[Piece]) -> list[Piece]:
    """The lines with a salutation that stands beside other words moved below the address.

    Early appeals print it beside the office, in brackets.
    """
    lines: list[Piece] = []
    said: list[Piece] = []
    for piece in pieces:
        found = _SALUTATION.search(str(piece))
        if found and found.start():
            said.append(piece.of(found).stripped(" []()"))
            lines.append(piece.part(0, found.start()).stripped(" \t"))
            continue
        if split_at_labels(piece)[1]:
            lines += said
            said = []
        lines.append(piece)
    return [*filter(None, lines), *said]


def _addresses(paragraph: Sequence[Line], ledger: Ledger, notes: Notes) -> Iterator[Piece]:
    """The lines of a paragraph without the request to copy in diplomats, and without remarks."""
    whole = hull(line.words for line in paragraph)
    embassies = [whole.of(found) for found in _embassies().finditer(str(whole))]
    if (
        (not embassies or begins_asking(str(whole)))
        and is_instruction(" ".join(str(whole).split()))
        and not instructions_in(whole)
    ):
        notes.append((note_kind(str(whole)), whole))
        return
    notes += [(NoteKind.COPY_TO_EMBASSY, piece) for piece in embassies]
    remarks: list[list[Piece]] = []
    for part in _parts_without(embassies, paragraph):
        if _joints().fullmatch(str(part)) or civil_heading().fullmatch(str(part)):
            ledger.form(part)
        elif remarks and not _is_closed(remarks[-1]):
            remarks[-1].append(part)
        elif _is_remark(str(part)):
            remarks.append([part])
        elif any(map(str.isalnum, str(part))):
            yield part
    for remark in remarks:
        said = hull(part.stripped(" *") for part in remark)
        notes.append((note_kind(str(said)), said))


def _parts_without(embassies: Sequence[Piece], paragraph: Sequence[Line]) -> Iterator[Piece]:
    """What is left of the lines of a paragraph."""
    for line in paragraph:
        yield from (rest.stripped(" ,;*") for rest in line.words.without(_within(line.words, embassies)))


def _is_remark(text: str) -> bool:
    """Whether a line speaks to the reader: by its first words, or as a request in brackets."""
    return bool(_remarks().match(text)) or (text.startswith("(") and is_instruction(text))


def _is_closed(remark: Sequence[Piece]) -> bool:
    """Whether a remark in brackets has come to its end, so that an address may follow it."""
    return str(remark[0]).startswith("(") and str(remark[-1]).endswith(")")


def _within(line: Piece, holes: Sequence[Piece]) -> list[Piece]:
    """What of these pieces stands on a line."""
    parts = [Piece(line.page, max(line.start, hole.start), min(line.end, hole.end)) for hole in holes]
    return [part for part in parts if part]


@cache
def _embassies() -> Wording:
    return one_of(tuple(word_list("appeals")["embassies"]["patterns"]))


@cache
def _remarks() -> Wording:
    return one_of(tuple(word_list("appeals")["remarks"]["patterns"]))


@cache
def _joints() -> Wording:
    return one_of(tuple(word_list("appeals")["remarks"]["joints"]), behind=r"[ ]{0,3}:?")


def _is_civil(line: Line) -> bool:
    return bool(civil_heading().fullmatch(str(line)))


def _names_somebody(block: Block) -> bool:
    """Whether a block begins with a name, an office or a body, and not with the rest of an address."""
    tokens = tokens_of(block.heads[0], LONGEST_HEAD + 1)
    return bool(tokens) and read_head(tokens).found


def _add(block: Block, rest: Block) -> None:
    """Add what a blank line had cut off: an address below the names, or channels below the address."""
    lines = [piece for head in rest.heads for piece in head]
    if block.items:
        block.late += [*lines, *rest.late]
    else:
        block.heads[-1] += lines
        block.late += rest.late
    block.items += rest.items
    block.instructions += rest.instructions
    block.remarks += rest.remarks
