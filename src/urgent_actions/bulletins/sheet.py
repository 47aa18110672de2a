"""A page without a layout of its own, its lines sorted: heading, prose, contact data, model letter, what says more."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from re import Match

import attrs

from urgent_actions.bulletins.dates import find_dates
from urgent_actions.bulletins.head import LONGEST_HEAD
from urgent_actions.bulletins.labels import has_label, split_at_labels
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.lines import Line, lines_of
from urgent_actions.bulletins.note_kinds import is_instruction
from urgent_actions.bulletins.piece import Piece, hull
from urgent_actions.bulletins.read_head import read_head
from urgent_actions.bulletins.stock import LANGUAGES, heading, shouted, stock, whole
from urgent_actions.bulletins.tokens import tokens_of

_SENTENCE_END = re.compile(r"[.!?…][)”»\"']?\s*\Z")
_ABBREVIATED = re.compile(r"\b(?:e\. ?V|Inc|Ltd|S\. ?A|A\. ?C)\.\Z")
_GREETING_END = re.compile(r"[,:!]\s*\Z")
_LONGEST_SHORT = 110
_LONGEST_GREETING = 130
_WORDS_OF_SENTENCE = 8
_FEWEST_WORDS, _FEWEST_SMALL = 4, 2
_FEWEST_PARTS = 2
"""Commas of a block of contact data on one line."""


class Part(Enum):
    """Where on the page a line stands."""

    TOP = "top"
    CONTACTS = "contacts"
    COPIES = "copies"
    LETTER = "letter"
    MORE = "more"


@attrs.define(eq=False)
class Group:
    """Lines between two blank lines or headings, with the heading before them."""

    part: Part
    lines: list[Line] = attrs.field(factory=list)
    label: Piece | None = None
    sample: bool = False


@attrs.define(eq=False)
class Sheet:
    """The groups of a page in their order, and the letters that stand among them, the heading of each included."""

    groups: list[Group] = attrs.field(factory=list)
    letters: list[list[Line]] = attrs.field(factory=list)
    signatures: list[Piece] = attrs.field(factory=list)


_HEADINGS = (
    ("copies", Part.COPIES),
    ("contacts", Part.CONTACTS),
    ("letter", Part.LETTER),
    ("background", Part.MORE),
    ("information", Part.MORE),
)

_TO_WHOM = frozenset({Part.COPIES, Part.CONTACTS})


def sheet_of(ledger: Ledger) -> Sheet:
    """Sort the lines of a page."""
    sheet, part, sample, in_letter = Sheet(), Part.TOP, False, False
    for line in _cut(lines_of(ledger)):
        if line.bullet is not None:
            ledger.form(line.bullet)
        label = _label(line)
        if label is not None:
            (part, found), in_letter = label, False
            sample = sample or part is Part.LETTER
            sheet.groups.append(Group(part, _rest(line.words.part(found.end - line.words.start)), found, sample))
        elif in_letter:
            in_letter = _read_on(sheet, line, sample=sample)
            part = part if in_letter else Part.MORE
        elif is_greeting(line, headed=_is_first_of_letter(sheet)):
            in_letter = True
            sheet.letters.append([line])
        else:
            _add(sheet, line, part, sample=sample)
    return sheet


def _cut(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines cut before phrases that begin a line of their own, where a page was run together."""
    for line in map(_with_day, lines):
        starts = [found.start() for found in stock("cuts").finditer(str(line))]
        for number, piece in enumerate(line.words.cut(starts)):
            if piece.stripped(" "):
                yield Line(piece.stripped(" "), None if number else line.bullet, line.new and not number)


def _with_day(line: Line) -> Line:
    """The line; what looks like the number of a point is the day where a date begins: `20. Mai 2020`."""
    if line.bullet is None or not str(line.bullet)[:1].isdigit():
        return line
    words = hull([line.bullet, line.words])
    date = next(find_dates(str(words)[:40], LANGUAGES), None)
    return Line(words, None, line.new) if date is not None and date.start == 0 and date.end > len(line.bullet) else line


def _rest(rest: Piece) -> list[Line]:
    """What stands behind a heading on its line, as a line."""
    return [Line(rest.stripped(" "), None, True)] if any(map(str.isalnum, str(rest))) else []


def _label(line: Line) -> tuple[Part, Piece] | None:
    """The part that a line is the heading of, and the heading."""
    text = str(line)
    for name, part in _HEADINGS:
        found = heading(name).match(text) or (_shouted(name, text) if part in _TO_WHOM else None)
        if found and not (part is Part.COPIES and is_instruction(text)):
            return part, line.words.part(0, found.end()).stripped(" ")
    return None


def _shouted(name: str, text: str) -> Match[str] | None:
    """A heading in capitals before the words that were run together with it."""
    found = shouted(name).match(text)
    return found if found and found[0].isupper() else None


def _add(sheet: Sheet, line: Line, part: Part, *, sample: bool) -> None:
    last = sheet.groups[-1] if sheet.groups else None
    if last is None or last.part is not part or (line.new and last.lines):
        sheet.groups.append(Group(part, sample=sample))
    sheet.groups[-1].lines.append(line)


def _read_on(sheet: Sheet, line: Line, *, sample: bool) -> bool:
    """Read a line behind a greeting, and say whether the letter goes on."""
    letter = sheet.letters[-1]
    ended = any(whole("closing").match(str(one)) for one in letter[-3:])
    if whole("signature").match(str(line)) and (ended or len(letter) > 1):
        sheet.signatures.append(line.words)
        return True
    if is_greeting(line):
        if len(letter) > 1:
            sheet.letters.append([line])
        else:
            letter.append(line)
        return True
    if ended or (line.new and len(letter) > 1 and _is_after(line)):
        _add(sheet, line, Part.MORE, sample=sample)
        return False
    letter.append(line)
    return True


def _is_after(line: Line) -> bool:
    """Whether a line of its own behind a letter that has no end is no part of it any more."""
    text = str(line)
    return has_label(text) or any(stock(name).search(text) for name in ("deadline", "postage", "ended"))


def _is_first_of_letter(sheet: Sheet) -> bool:
    """Whether the next line is the first one below the heading of a letter."""
    last = sheet.groups[-1] if sheet.groups else None
    return last is not None and last.part is Part.LETTER and last.label is not None and not last.lines


def is_greeting(line: Line, *, headed: bool = False) -> bool:
    """Whether a line greets, as letters do; below the heading of a letter it needs no comma, as the Swiss set none."""
    text = str(line)
    if len(text) > _LONGEST_GREETING or has_label(text) or whole("readers").match(text):
        return False
    found = whole("opening").match(text)
    return bool(found and (headed or _GREETING_END.search(text)))


def is_sentence(text: str) -> bool:
    """Whether a line is prose, and no name, title or part of an address."""
    words = text.split()
    small = len(words) if text.isupper() else sum(word[0].islower() for word in words)
    if len(text) > _LONGEST_SHORT:
        return not (text.count(",") >= _FEWEST_PARTS and small * 2 <= len(words) and _begins_with_head(text))
    if _SENTENCE_END.search(text) and not _ABBREVIATED.search(text):
        return len(words) >= _FEWEST_WORDS and small >= _FEWEST_SMALL
    if len(words) < _WORDS_OF_SENTENCE or small * 2 <= len(words) or text.isupper():
        return False
    return not _is_named(text)


def _is_named(text: str) -> bool:
    """Whether words are an office or a body and nothing else: `Ministère de la Justice et des Droits humains`."""
    tokens = tokens_of([Piece(text, 0, len(text))])
    head = read_head(tokens)
    return bool(head.office or head.organisation) and head.end == len(tokens)


def _begins_with_head(text: str) -> bool:
    """Whether a line is a whole block of contact data, set off by commas: who it is, and where."""
    head = read_head(tokens_of([Piece(text, 0, len(text))], LONGEST_HEAD))
    return bool(head.office or head.organisation or head.title) and not _SENTENCE_END.search(text)


def names_somebody(lines: Iterable[Line]) -> bool:
    """Whether lines begin with the head of a block of contact data."""
    leads = [split_at_labels(line.words)[0] for line in lines]
    tokens = tokens_of([lead for lead in leads if lead])
    return bool(tokens) and read_head(tokens).found


def begins_block(line: Line) -> bool:
    """Whether a short line names an office, a body or somebody with a style, as blocks of contact data begin."""
    if is_sentence(str(line)):
        return False
    head = read_head(tokens_of([line.words]))
    return bool(head.office or head.organisation or (head.title and head.name))
