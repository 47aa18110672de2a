"""The contact data of a page without a layout: which lines are a block, and whom they name."""

import re
from collections.abc import Iterator, Sequence

import attrs

from urgent_actions.bulletins.blocks import Block, blocks_of
from urgent_actions.bulletins.dates import find_dates
from urgent_actions.bulletins.drafts import drafts_of
from urgent_actions.bulletins.head import Head
from urgent_actions.bulletins.labels import Item, has_label, split_at_labels
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.postal import country_of, is_in_usa
from urgent_actions.bulletins.read_head import read_head
from urgent_actions.bulletins.sheet import Group, Part, is_sentence
from urgent_actions.bulletins.stock import LANGUAGES, series, stock, whole
from urgent_actions.bulletins.tokens import tokens_of
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.values.country_names import find_country

_EMBASSY = re.compile(
    r"\b(?:(?!(?i:the|to|via)\b)\w+[ ])?(?:Embassy|Ambassade|Embajada|Botschaft|Consulate|Consulat|Konsulat)\b"
    r"[^:\n]{0,60}"
)
_NUMBER = re.compile(r"\+?[\d(][\d ()./-]{4,28}\d(?:[ ]{1,3}\([^()\n]{2,60}\))?\Z")
_YEAR = re.compile(r"\b20\d\d[ .]*\Z")
_NUMBERED = frozenset({"phone", "fax"})
_WORDS_OF_CHANNELS = 30
_FEWEST_WORDS = 3
_MOST_LINES = 14
"""Lines of a block; more are prose or a list."""


@attrs.define(eq=False)
class Contact:
    """The lines of one block or of several, where they stand, and the heading above them."""

    lines: list[Piece]
    part: Part
    label: Piece | None = None
    sample: bool = False


def contacts_in(groups: Sequence[Group]) -> tuple[list[Contact], list[Group]]:
    """The groups that are contact data, and those that are not.

    Where a heading says to whom to write, a heading with its country further up the page is no name with its address:
    there only what gives a number or an e-mail address is contact data.
    """
    contacts: list[Contact] = []
    others: list[Group] = []
    before = ""
    headed = any(group.part is Part.CONTACTS for group in groups)
    for group in _joined(groups, headed=headed):
        label = group.label
        for run in _runs(group):
            pieces = [_bare(line.words) for line in run.lines]
            told = run.part in {Part.CONTACTS, Part.COPIES}
            known = is_contact(pieces, told=told, announced=before.endswith(":")) or is_letterhead(pieces)
            before = str(run.lines[-1])
            if _is_above(run, headed=headed) or not known:
                others.append(run)
                continue
            if contacts and _goes_on(pieces, contacts[-1], run):
                contacts[-1].lines += pieces
            else:
                contacts.append(Contact(pieces, run.part, label, run.sample))
    return contacts, others


def _bare(words: Piece) -> Piece:
    """The words of a line; the colon behind an office that stands above its holder is none of it."""
    return words if has_label(str(words)) else words.stripped(" :")


def _is_above(run: Group, *, headed: bool) -> bool:
    """Whether lines stand above the heading of the contact data, and give no way to reach anybody."""
    items = (item for line in run.lines for item in split_at_labels(line.words)[1])
    return headed and run.part is Part.TOP and not any(map(is_reached, items))


def _goes_on(pieces: Sequence[Piece], last: Contact, run: Group) -> bool:
    """Whether lines name nobody, and only say how the one before is reached."""
    return run.part is last.part and not read_head(tokens_of(pieces)).found and has_label(str(pieces[0]))


def _joined(groups: Sequence[Group], *, headed: bool) -> Iterator[Group]:
    """The groups, with single lines set off by blank ones put together where three or more make a block."""
    run: list[Group] = []
    for group in [*groups, None]:
        single = group is not None and len(group.lines) == 1 and not is_sentence(str(group.lines[0]))
        if single and group is not None and (not run or (group.part is run[0].part and group.label is None)):
            run.append(group)
            continue
        yield from run if headed and run and run[0].part is Part.TOP else _as_one(run)
        run = [group] if single and group is not None else []
        if group is not None and not single:
            yield group


def _as_one(run: Sequence[Group]) -> list[Group]:
    for start in range(max(0, len(run) - 2)):
        lines = [line for group in run[start:] for line in group.lines]
        first = [lines[0].words]
        if (
            len(lines) <= _MOST_LINES
            and read_head(tokens_of(first)).found
            and is_contact([line.words for line in lines])
        ):
            return [*run[:start], Group(run[start].part, lines, run[start].label, run[start].sample)]
    return list(run)


def _runs(group: Group) -> Iterator[Group]:
    """The group, cut where prose and short lines meet."""
    run: list[Line] = []
    prose = False
    for line in group.lines:
        text = str(line)
        sentence = is_sentence(text) and not (run and (_is_remark(text) or _is_short(text)))
        sentence = sentence or any(stock(said).match(text) for said in ("postage", "deadline", "request"))
        sentence = sentence or _announces(line.words)
        if run and sentence is not prose:
            yield Group(group.part, run, group.label, group.sample)
            run = []
        run.append(line)
        prose = sentence
    if run:
        yield Group(group.part, run, group.label, group.sample)


def _announces(words: Piece) -> bool:
    """Whether a line says that somebody follows, and is no office above its holder: `Please send letters to:`."""
    text = str(words)
    return text.endswith(":") and len(text.split()) >= _FEWEST_WORDS and not read_head(tokens_of([words])).found


def _is_short(text: str) -> bool:
    """Whether a line has contact data, and hardly more words than these."""
    return has_label(text) and len(text.split()) < _WORDS_OF_CHANNELS


def _is_remark(text: str) -> bool:
    """Whether a line stands in brackets, as what is said of an address does."""
    return text.startswith("(") and text.endswith(")")


def is_contact(pieces: Sequence[Piece], *, told: bool = False, announced: bool = True) -> bool:
    """Whether lines are contact data: they begin with a head, and an address or a labelled number follows.

    Args:
        pieces: the lines.
        told: whether a heading says so; then a head, or a name, is enough.
        announced: whether the line before ends with a colon; else a name without title, office or body may be anyone's.
    """
    if not pieces or len(pieces) > 60 or any(map(_is_prose, pieces)):
        return False
    if all(map(_is_labelled, pieces)) or (told and _is_labelled(pieces[0])):
        return True
    if not told and (any(map(_names_month, pieces)) or (len(pieces) < 2 and not _is_block(pieces[0]))):
        return False
    if not told and len(pieces) > _MOST_LINES:
        return _are_blocks(pieces)
    first = blocks_of(pieces, frozenset())[:1]
    drafts = [draft for block in first for draft in drafts_of(block, frozenset()) if draft.head.found]
    if not drafts or not (told or announced or _is_more_than_name(drafts[0].head)):
        return False
    reached = bool(_is_more_than_country(drafts[-1].address) or drafts[-1].unsure or first[0].items)
    return (
        reached or (told and len(pieces) > 1) or (told and bool(drafts[0].head.office or drafts[0].head.organisation))
    )


def _are_blocks(pieces: Sequence[Piece]) -> bool:
    """Whether lines are several blocks on end, each of which names somebody and says how they are reached."""
    blocks = blocks_of(pieces, frozenset())
    return len(blocks) > 1 and all(
        any(draft.head.found and (block.items or draft.address) for draft in drafts_of(block, frozenset()))
        for block in blocks
    )


def _is_block(line: Piece) -> bool:
    """Whether a line names somebody and says how they are reached: `Hon. Ana Ruiz, Minister, Quito, Fax: +593 ...`."""
    lead, items = split_at_labels(line)
    return bool(lead) and any(map(is_reached, items)) and _is_more_than_name(read_head(tokens_of([lead])))


def _is_prose(piece: Piece) -> bool:
    text = str(piece)
    return is_sentence(text) and not (has_label(text) or _is_remark(text))


def _is_more_than_name(head: Head) -> bool:
    return bool(head.title or head.office or head.organisation)


def _names_month(piece: Piece) -> bool:
    """Whether a line ends with a month and its year, as headings of a series do, or with a whole date."""
    date = next(find_dates(str(piece), LANGUAGES), None) if _YEAR.search(str(piece)) else None
    return date is not None and date.date is not None and not str(piece)[date.end :].strip(" .")


def _is_more_than_country(address: Sequence[Piece]) -> bool:
    """Whether an address is more than the name of a country, which may be below the heading of a page."""
    return any(find_country(str(line).strip(" .,"), LANGUAGES) is None for line in address)


def _is_labelled(piece: Piece) -> bool:
    """Whether a line is a number or an address behind its label."""
    items = split_at_labels(piece)[1]
    return bool(items) and items[0].label.start == piece.start and bool(items[0].value) and is_reached(items[0])


def is_reached(item: Item) -> bool:
    """Whether an item says by which number or address somebody is reached."""
    return item.kinds[0] in {*_NUMBERED, "email"}


def is_letterhead(pieces: Sequence[Piece]) -> bool:
    """Whether lines begin with the publisher's own name and go on with how it is reached."""
    names = tuple(name.casefold() for name in word_list("stock")["publishers"]["names"])
    return len(pieces) > 1 and any(str(piece).casefold().startswith(names) for piece in pieces[:2])


def is_publisher(contact: Contact) -> bool:
    """Whether the lines are how the publisher is reached, which nobody writes to."""
    if contact.label is not None and whole("information").match(str(contact.label)):
        return True
    outside = contact.part is not Part.CONTACTS or contact.label is None
    return (outside and is_letterhead(contact.lines)) or series().fullmatch(str(contact.lines[0])) is not None


def contact_blocks(contact: Contact) -> Iterator[Block]:
    """The blocks of contact data: lines without a blank one between them are one, if nothing closes it before."""
    blocks: list[Block] = []
    for block in blocks_of(contact.lines, frozenset()):
        if blocks and not _is_closed(blocks[-1]):
            _merge(blocks[-1], block)
        else:
            blocks.append(block)
    for number, block in enumerate(blocks):
        block.copy = block.copy or contact.part is Part.COPIES
        _take_numbers(block)
        if number == 0 and contact.label is not None:
            _take_body(block, contact.label)
        yield block


def _is_closed(block: Block) -> bool:
    """Whether a block has come to its end: a way to reach it is labelled, or its address ends with a country."""
    last = block.heads[-1][-1] if block.heads[-1] else None
    ended = last is not None and (country_of(last) is not None or is_in_usa(str(last)))
    return bool(block.items or ended)


def _merge(block: Block, other: Block) -> None:
    block.heads[-1] += other.heads[0]
    block.heads += other.heads[1:]
    block.items += other.items
    block.instructions += other.instructions
    block.late += other.late
    block.remarks += other.remarks


def _take_numbers(block: Block) -> None:
    """A number on a line of its own below another one is of the same kind."""
    for piece in list(block.late):
        last = block.items[-1] if block.items else None
        if last is not None and set(last.kinds) <= _NUMBERED and _NUMBER.match(str(piece)):
            block.late.remove(piece)
            block.items.append(Item(last.kinds, piece.part(0, 0), piece, piece.part(len(piece))))


def _take_body(block: Block, label: Piece) -> None:
    """The embassy that the heading names, where the block below does not."""
    found = _EMBASSY.search(str(label))
    if not found or any(_EMBASSY.search(str(line)) for line in block.heads[0]):
        return
    body = label.of(found).stripped(" :")
    block.heads[0][1:1] = [body]
