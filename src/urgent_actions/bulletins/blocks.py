"""Blocks of contact data: which lines speak of one target."""

import re
from collections.abc import Sequence

import attrs

from urgent_actions.bulletins.boundaries import is_address_word, office_words
from urgent_actions.bulletins.contact_lines import (
    ContactLine,
    bare_item,
    contact_lines,
    is_bare_address,
    is_bare_value,
)
from urgent_actions.bulletins.head import LONGEST_HEAD, Head
from urgent_actions.bulletins.instructions import Instruction
from urgent_actions.bulletins.labels import Item, split_at_labels
from urgent_actions.bulletins.piece import Piece, hull
from urgent_actions.bulletins.postal import country_of
from urgent_actions.bulletins.read_head import read_head
from urgent_actions.bulletins.tokens import Token, tokens_of
from urgent_actions.bulletins.wires import is_cable
from urgent_actions.bulletins.word_lists import word_list

_AND = re.compile(r"(?:and|&)[ ]{1,3}(?=[A-Z])", re.IGNORECASE)
_BRACKETED = re.compile(r"\([^()\n]{2,300}\)\.?\Z")


@attrs.define(eq=False)
class Block:
    """The lines on one target, or on two who share them.

    Args:
        heads: the lines before the first label, once for each target of the block: who it is, and the address.
        items: what is labelled.
        instructions: what closes a channel.
        late: lines without a label behind the first labelled one: an address, as a rule.
        remarks: lines in brackets.
        copy: whether the target only gets a copy.
        civil: whether a heading calls it a group or a newspaper.
        labels: the headings that say so.
    """

    heads: list[list[Piece]] = attrs.field(factory=lambda: [[]])
    items: list[Item] = attrs.field(factory=list)
    instructions: list[Instruction] = attrs.field(factory=list)
    late: list[Piece] = attrs.field(factory=list)
    remarks: list[Piece] = attrs.field(factory=list)
    copy: bool = False
    civil: bool = False
    labels: list[Piece] = attrs.field(factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether it holds nothing yet."""
        return not (any(self.heads) or self.items or self.instructions)

    @property
    def pieces(self) -> list[Piece]:
        """Where it begins: the lines of its heads, its labels and its instructions."""
        heads = [piece for lines in self.heads for piece in lines]
        return [*heads, *(item.label for item in self.items), *(one.piece for one in self.instructions)]

    def add(self, line: ContactLine) -> None:
        """Add what stands on a line."""
        for piece in line.lead:
            if self.items or self.late or (any(self.heads) and is_bare_address(piece)):
                self._add_behind_channels(piece)
            elif any(self.heads) and (second := _AND.match(str(piece))):
                self.heads.append([piece.part(second.end())])
            else:
                self.heads[-1].append(piece)
        self.items += self._continued(line.items)
        self.instructions += line.instructions

    def _continued(self, items: Sequence[Item]) -> Sequence[Item]:
        """The items of a line; a telephone number without a label is of the kind that the label above it names."""
        last = self.items[-1] if self.items else None
        if last is None or len(items) != 1 or items[0].label or last.kinds[0] not in {"phone", "fax", "whatsapp"}:
            return items
        if any(map(str.isdigit, str(last.value))):
            return [attrs.evolve(items[0], kinds=last.kinds)]
        self.items[-1] = attrs.evolve(last, value=hull([last.value, items[0].value]))
        return []

    def _add_behind_channels(self, piece: Piece) -> None:
        """Words on a line of their own behind the first channel: a value that moved down, a remark, a late address."""
        if self._goes_on_with(piece):
            self.items[-1] = attrs.evolve(self.items[-1], more=(*self.items[-1].more, piece))
        elif not self.items and is_bare_address(piece):
            self.items.append(bare_item(piece, None))
        elif is_bare_value(piece) and self.items and not self.late:
            last = self.items[-1]
            if last.value:
                self.items.append(bare_item(piece, last))
            else:
                self.items[-1] = attrs.evolve(last, value=piece)
        elif _BRACKETED.match(str(piece)):
            self.remarks.append(piece)
        else:
            self.late.append(piece)

    def _goes_on_with(self, piece: Piece) -> bool:
        """Whether a line goes on with the address of a telegram, which ends with its country."""
        last = self.items[-1] if self.items and not self.late else None
        if last is None or not last.value or not is_cable(last.kinds, last.value) or any(map(str.isdigit, str(piece))):
            return False
        end = (last.value, *last.more)[-1]
        return country_of(end.part(str(end).rstrip(" .,").rfind(",") + 1).stripped(" .,")) is None


def blocks_of(lines: Sequence[Piece], surnames: frozenset[str]) -> list[Block]:
    """The blocks of the contact section, in its order.

    Args:
        lines: the lines of the section.
        surnames: folded words of names that the letter's opening uses.
    """
    blocks, copy = [Block()], False
    for line in contact_lines(lines):
        if line.copies:
            copy = True
            blocks.append(Block(copy=True, labels=[line.copies]))
        elif line.civil:
            blocks.append(Block(copy=copy, civil=True, labels=[*_unused(blocks), line.civil]))
        elif line.lead and _opens_block(line, blocks[-1], surnames):
            blocks.append(Block(copy=copy))
        blocks[-1].add(line)
    return [block for block in blocks if not block.is_empty]


def _unused(blocks: list[Block]) -> list[Piece]:
    """The headings of a last block that is nothing but headings, which the next one takes over."""
    return blocks.pop().labels if blocks and blocks[-1].is_empty else []


def _opens_block(line: ContactLine, block: Block, surnames: frozenset[str]) -> bool:
    """Whether the words of a line begin the next target."""
    first = str(line.lead[0])
    if (
        block.is_empty
        or is_bare_value(line.lead[0])
        or _BRACKETED.match(first)
        or (_AND.match(first) and any(block.heads))
    ):
        return False
    tokens = tokens_of(line.lead, LONGEST_HEAD + 1)
    head = read_head(tokens, surnames)
    if block.items:
        return _is_head(head, tokens)
    return any(block.heads) and _is_strong_head(head, tokens, line, block)


def _is_head(head: Head, tokens: Sequence[Token]) -> bool:
    """Behind channels: an office, a body, a title, or a line that is a name."""
    if head.office or head.organisation:
        return True
    return bool(head.name) and (head.end == len(tokens) or bool(head.title))


def _is_strong_head(head: Head, tokens: Sequence[Token], line: ContactLine, block: Block) -> bool:
    """Behind a head or an address that no channel closed: a person with an office, a name above one, an embassy."""
    person = head.name and (head.office or head.title) and not _is_of_address(head, tokens)
    named = head.name and head.end == len(tokens) and line.following is not None and _is_office(line.following)
    embassy = _is_embassy(head) and not any(map(is_address_word, tokens))
    if not (person or named or embassy) or country_of(line.lead[0]):
        return False
    before = tokens_of(block.heads[-1], LONGEST_HEAD + 1)
    above = read_head(before)
    rest = [token for token in before[above.end :] if not token.is_break]
    return bool(rest or (above.name and head.name))


def _is_of_address(head: Head, tokens: Sequence[Token]) -> bool:
    """Whether one word behind a title or an office is a house or a street: `Governor House, ...`, `Don Bosco 745`."""
    return len(str(head.name).split()) == 1 and head.end < len(tokens)


def _is_office(line: Piece) -> bool:
    return office_words(tokens_of([split_at_labels(line)[0]], LONGEST_HEAD), 0) > 0


def _is_embassy(head: Head) -> bool:
    kinds = [kind for kind in word_list("offices")["kinds"] if kind["kind"] != "mission"]
    return bool({word for kind in kinds for word in kind["words"]} & set(str(head.organisation).split()))
