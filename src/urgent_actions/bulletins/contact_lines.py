"""The lines of the contact section, each cut into words, labelled items and instructions."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import attrs

from urgent_actions.bulletins.boundaries import office_words
from urgent_actions.bulletins.channel_values import emails_in, values_end
from urgent_actions.bulletins.head import LONGEST_HEAD
from urgent_actions.bulletins.instructions import Instruction, instructions_in
from urgent_actions.bulletins.labels import SALUTATION, Item, split_at_labels
from urgent_actions.bulletins.patterns import one_of
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.read_head import read_head
from urgent_actions.bulletins.tokens import tokens_of
from urgent_actions.bulletins.whose_body import civil_heading
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Wording
from urgent_actions.values.channel_kind import ChannelKind

_BARE = re.compile(
    r"(?:@\w[\w.]{0,60}|https?://\S{3,2000}|www\.\S{3,2000})(?:[ ,;/|]{1,5}@\w[\w.]{0,60}){0,20}\Z", re.IGNORECASE
)
_BARE_PHONE = re.compile(
    r"[(]?(?:\+|0\d)[\d ().–-]{7,22}\d(?:[ ]{0,3}[/,;][ ]{0,3}[(]?[+\d][\d ().–-]{7,22}\d){0,4}"
    r"(?:[ ]{1,3}\([^()\n]{2,60}\))?\Z"
)
_FEWEST_DIGITS = 9
_FEWEST_GREETING = 2
"""Words of the shortest greeting."""

_MOST_WORDS = 12
"""Words of a line of e-mail addresses; the masked ones have two each."""


@attrs.frozen(eq=False)
class ContactLine:
    """One line: its words before the first label, its labelled items, its instructions, and the next line.

    `copies` is the heading of those who only get a copy, on a line of its own, `civil` one that calls the next a group.
    """

    lead: Sequence[Piece] = ()
    items: Sequence[Item] = ()
    instructions: Sequence[Instruction] = ()
    following: Piece | None = None
    copies: Piece | None = None
    civil: Piece | None = None


def contact_lines(lines: Sequence[Piece]) -> Iterator[ContactLine]:
    """The lines of the section; one that holds the head of a second target is cut before it."""
    for line, following in zip(lines, [*lines[1:], None], strict=False):
        *parts, last = _kept_parts(line.page, line.start, line.end)
        yield from parts
        yield attrs.evolve(last, following=following)


@lru_cache(maxsize=64)
def _kept_parts(page: str, start: int, end: int) -> Sequence[ContactLine]:
    """The parts of a line; kept, for a page is first asked whether it names anybody, and then whom."""
    return tuple(_parts(Piece(page, start, end)))


def _parts(line: Piece) -> Iterator[ContactLine]:
    found = _copies().match(str(line))
    if found:
        yield ContactLine(copies=line.of(found))
    if civil_heading().fullmatch(str(line)):
        yield ContactLine(civil=line)
        return
    parts = _at_heads(line.part(found.end()) if found else line)
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        yield _contact_line(part, following)


@cache
def _copies() -> Wording:
    headings = word_list("web_post")["sections"]["copies"]
    return one_of(tuple(headings), before=r"\A\s{0,3}", behind=r"\s{0,3}(?::|\Z)")


def _at_heads(line: Piece) -> list[Piece]:
    """The line, cut where the head of the next target follows an address of the one before."""
    cuts = []
    for item in split_at_labels(line)[1]:
        if item.kinds == (SALUTATION,):
            cuts += [start - line.start for start in _behind_greeting(item.value)]
        elif _may_hold_head(item.value):
            cuts += [start - line.start for start in _behind_address(item)]
    return line.cut(cuts)


def _may_hold_head(value: Piece) -> bool:
    """Whether a word behind the first one begins as names do; most values are nothing but an address."""
    return any(token.is_capitalised for token in tokens_of([value])[1:])


def _behind_address(item: Item) -> list[int]:
    """Where the next target begins behind the addresses of a label on the same line."""
    words = item.value.part(values_end(item.kinds, item.value)).stripped(" ,;|/")
    tokens = tokens_of([words], LONGEST_HEAD + 1)
    head = read_head(tokens)
    return [words.start] if tokens and (head.office or head.organisation) and not tokens[0].has_digit else []


def _behind_greeting(value: Piece) -> list[int]:
    """Where the next target begins behind a greeting on the same line: an office, a name, and what follows them.

    An office in the greeting itself is one as a whole: "Dear Attorney General" ends behind its last word.
    """
    tokens = tokens_of([value], LONGEST_HEAD + 1)
    greeted = 1 + office_words(tokens, 1)
    for at in range(max(_FEWEST_GREETING, greeted), len(tokens)):
        if not tokens[at].is_capitalised or tokens[at - 1].is_break:
            continue
        head = read_head(tokens[at:])
        rest = tokens[at + head.end :]
        if head.office and head.name and (head.organisation or any(token.has_digit for token in rest)):
            return [tokens[at].start]
    return []


def _contact_line(line: Piece, following: Piece | None) -> ContactLine:
    instructions = instructions_in(line)
    parts = [split_at_labels(part) for part in line.without(instruction.piece for instruction in instructions)]
    if _is_bare_phone(line):
        return ContactLine(items=[Item(("phone",), line.part(0, 0), line, line.part(len(line)))])
    lead = [before for before, _ in parts if any(map(str.isalnum, str(before)))]
    items = [item for _, labelled in parts for item in labelled]
    return ContactLine(lead, items, instructions, following)


def _is_bare_phone(line: Piece) -> bool:
    """Whether a line is nothing but telephone numbers, which are longer than any postal code."""
    text = str(line)
    return bool(_BARE_PHONE.match(text)) and sum(map(str.isdigit, text)) >= _FEWEST_DIGITS


def is_bare_value(piece: Piece) -> bool:
    """Whether the words are nothing but addresses that need no label."""
    text = str(piece)
    if _BARE.match(text):
        return True
    if len(text.split()) > _MOST_WORDS:
        return False
    emails = [one.piece for one in emails_in(piece)]
    return bool(emails) and not any(char.isalnum() for rest in piece.without(emails) for char in str(rest))


def is_bare_address(piece: Piece) -> bool:
    """Whether the words are nothing but e-mail addresses or a link, which tell by themselves what they are."""
    return is_bare_value(piece) and not str(piece).startswith("@")


def bare_item(piece: Piece, last: Item | None) -> Item:
    """An address without a label as an item: what it is tells itself, or the item before it."""
    text = str(piece).lower()
    kinds: tuple[str, ...] = ("email",)
    if text.startswith(("http", "www.")):
        kinds = ("website",)
    elif text.startswith("@"):
        kinds = last.kinds if last is not None and _is_social(last.kinds[0]) else ("other",)
    return Item(kinds, piece.part(0, 0), piece, piece.part(len(piece)))


def _is_social(kind: str) -> bool:
    return kind in {str(known) for known in ChannelKind if known.is_social}
