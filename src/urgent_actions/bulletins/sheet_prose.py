"""The sentences of a page without a layout: the last day, the languages, what is asked, and what happened."""

from collections.abc import Collection, Sequence
from functools import cache

import attrs

from urgent_actions.bulletins.asking import tells
from urgent_actions.bulletins.channel_values import channels_in
from urgent_actions.bulletins.found_channel import FoundChannel
from urgent_actions.bulletins.instructions import Instruction, instructions_in
from urgent_actions.bulletins.labels import split_at_labels
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.note_kinds import begins_asking, is_instruction, note_kind, settles
from urgent_actions.bulletins.patterns import one_of
from urgent_actions.bulletins.piece import Piece, hull
from urgent_actions.bulletins.requests import choice_in, whole_sentences_of, with_wrapped_joined
from urgent_actions.bulletins.sheet_contacts import is_reached
from urgent_actions.bulletins.sheet_facts import Facts, read_later
from urgent_actions.bulletins.sheet_languages import read_languages
from urgent_actions.bulletins.sheet_last_day import read_deadline
from urgent_actions.bulletins.sheet_whom import asked_in, collector_in
from urgent_actions.bulletins.stock import LANGUAGES, stock, whole
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Wording
from urgent_actions.note import NoteKind
from urgent_actions.values.case_status import CaseStatus
from urgent_actions.values.country import Country

_REACHED = ("fax", "phone", "email")
_LONGEST_REQUEST = 200
_LONGEST_START = 60
_ONLY_FACT = frozenset({None, NoteKind.OTHER, NoteKind.DEADLINE, NoteKind.LANGUAGE})
_LONGEST = 400


@attrs.define(eq=False)
class Prose:
    """What the sentences say.

    Args:
        region: the country whose national numbers are certain.
        notes: what is asked, each with its kind.
        demands: what the letters ask for, point by point.
        told: what happened.
        asked: whom a sentence asks to write to, by office and name.
        channels: how a sentence says that they are reached.
        collector: the body that gathers letters, and its address.
        instructions: what narrows a channel.
    """

    region: Country | None = None
    notes: list[tuple[NoteKind, Piece]] = attrs.field(factory=list)
    demands: list[Piece] = attrs.field(factory=list)
    told: list[Piece] = attrs.field(factory=list)
    asked: list[Piece] = attrs.field(factory=list)
    channels: list[FoundChannel] = attrs.field(factory=list)
    collector: tuple[Piece, list[Piece]] | None = None
    instructions: list[Instruction] = attrs.field(factory=list)


def read_prose(
    lines: Sequence[Line], facts: Facts, ledger: Ledger, region: Country | None, *, listed: Collection[Line]
) -> Prose:
    """Read prose, sentence by sentence; national numbers are those of the region.

    `listed` are the lines that stand right below a heading with a colon.
    """
    prose, before = Prose(region), ""
    for line in with_wrapped_joined(lines):
        points, before = line in listed or _lists(before, prose), str(line)
        collector = collector_in(line.words) if prose.collector is None else None
        if collector is not None:
            prose.collector = collector
            ledger.form(*line.words.without([collector[0], *collector[1]]))
            continue
        if _is_point(line, points=points) and _is_demand(str(line)):
            prose.demands.append(line.words)
            continue
        if _is_lost_contact(line.words):
            continue
        for sentence in whole_sentences_of(line.words, LANGUAGES):
            _read_sentence(prose, sentence, facts, ledger)
    return prose


def _is_lost_contact(words: Piece) -> bool:
    """Whether a line is a number or an address of nobody who is known: it is no part of the story, and stays unread."""
    items = split_at_labels(words)[1]
    return bool(items) and items[0].label.start == words.start and bool(items[0].value) and is_reached(items[0])


def _lists(before: str, prose: Prose) -> bool:
    """Whether points of a list may follow a line: one that ends with a colon, or a demand with a semicolon."""
    demanded = bool(prose.demands) and before == str(prose.demands[-1])
    return before.endswith(":") or (demanded and before.endswith((";", ",")))


def _is_point(line: Line, *, points: bool) -> bool:
    """Whether a line is a point of a list: by its bullet or, where a page has lost them, for it begins small."""
    if line.bullet is not None:
        return not str(line.bullet)[:1].isdigit()
    return points and str(line)[:1].islower()


def _is_demand(text: str) -> bool:
    """Whether a point of a list says what the letters ask for, and nothing about how to write them."""
    dated = stock("deadline").search(text) and any(map(str.isdigit, text))
    return not (dated or any(stock(purpose).search(text) for purpose in ("languages", "postage", "reached")))


def _read_sentence(prose: Prose, sentence: Piece, facts: Facts, ledger: Ledger) -> None:
    text = str(sentence)
    if whole("captions").match(text):
        ledger.form(sentence)
        return
    if whole("ended").match(text):
        facts.status = CaseStatus.ENDED
        ledger.claim("status", [sentence])
        return
    prose.channels += _channels_of(sentence, prose.region)
    instructions = instructions_in(sentence)
    if instructions:
        for instruction in instructions:
            _add_instruction(prose.instructions, instruction)
        return
    if read_later(facts, sentence, ledger):
        return
    asked = asked_in(sentence)
    prose.asked += [asked] if asked is not None and not prose.asked else []
    dated, named = read_deadline(facts, sentence, ledger), read_languages(facts, sentence, ledger)
    kind = _kind_of(text)
    facts.choose = facts.choose or (choice_in(text) if kind is not None or begins_asking(text) else None)
    if kind is not None or ((dated or named) and len(text) <= _LONGEST_REQUEST):
        _note(prose, kind, sentence, ledger, only_fact=dated or named)
    else:
        prose.told.append(sentence)


def _add_instruction(found: list[Instruction], one: Instruction) -> None:
    """Add an instruction; "no post to the country" right before "only to the embassy" says why, and is one with it."""
    before = found[-1] if found else None
    if before is not None and before.country and one.except_kinds and not before.except_kinds:
        found[-1] = attrs.evolve(one, piece=hull([before.piece, one.piece]))
    else:
        found.append(one)


def _note(prose: Prose, kind: NoteKind | None, sentence: Piece, ledger: Ledger, *, only_fact: bool) -> None:
    """A request is a note; one that only gives the last day, or the languages, is what these claimed."""
    if kind in _ONLY_FACT and only_fact:
        ledger.form(sentence)
    else:
        prose.notes.append((kind or NoteKind.OTHER, sentence))


@cache
def _asks(where: str) -> Wording:
    return one_of(tuple(word_list("stock")["requests"][where]), behind="")


def _kind_of(text: str) -> NoteKind | None:
    """Of which kind a request is; None where a sentence asks nothing of the reader."""
    if stock("postage").match(text):
        return NoteKind.POSTAGE
    if tells(text) and not settles(text):
        return None
    begins = _asks("starts").match(text)
    if begins or _asks("anywhere").search(text[:_LONGEST]) or is_instruction(text):
        return note_kind(text)
    return None


def _channels_of(sentence: Piece, region: Country | None) -> list[FoundChannel]:
    """How somebody is reached, where a request ends with it: `Please fax your letters: (512) 467-0945`."""
    if not stock("reached").search(str(sentence)) or split_at_labels(sentence)[1]:
        return []
    found = stock("reached").search(str(sentence))
    kinds = [name for name in _REACHED if found and name in found[0].casefold().replace("-", "")]
    colon = str(sentence).rfind(": ")
    value = sentence.part(colon + 1) if colon > 0 else None
    return channels_in((kinds[0],), value.stripped(" ."), region) if kinds and value is not None else []
