"""The targets of a form: the blocks below its heading, and the embassies that copies go to."""

import re
from collections.abc import Sequence

from urgent_actions.bulletins.blocks import Block, blocks_of
from urgent_actions.bulletins.columns import in_columns
from urgent_actions.bulletins.form import Form
from urgent_actions.bulletins.form_asks import Asks, read_choice, read_last_day
from urgent_actions.bulletins.form_labels import label_at
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.patterns import one_of
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.note import NoteKind

_END = re.compile(r"[ ]{0,3}[.:;]")
_VALUE = re.compile(
    r"(?:\+?\d|\(\+?\d|[\w.+-]{1,64}@|www\.|https?:|(?:Fax|Tel|Phone|Email|E-mail|Salutation)\b)", re.IGNORECASE
)


def form_blocks(form: Form, asks: Asks, ledger: Ledger, surnames: frozenset[str]) -> list[Block]:
    """The blocks of contact data, those of embassies marked as copies."""
    contacts = [piece for line in form["contacts"] if (piece := _without_heading(line, asks, ledger))]
    blocks = blocks_of(in_columns(contacts, ledger), surnames)
    return blocks + _embassies(form["embassies"], asks, ledger, surnames)


def _without_heading(line: Line, asks: Asks, ledger: Ledger) -> Piece:
    """Read `PLEASE SEND APPEALS BEFORE 23 OCTOBER 2014 TO:` and its like, and leave what stands behind it."""
    label, end = label_at(str(line))
    if label is None or label.name != "contacts":
        return line.words
    heading = line.words.part(0, end)
    read_choice(asks, heading)
    if not read_last_day(asks, heading, ledger):
        ledger.form(heading)
    return line.words.part(end).stripped(" :")


def _embassies(lines: Sequence[Line], asks: Asks, ledger: Ledger, surnames: frozenset[str]) -> list[Block]:
    """A request to send copies to embassies is a note; behind it a section may have put the address of one."""
    pieces: list[Piece] = []
    for line in lines:
        label, end = label_at(str(line))
        rest = line.words
        if label is not None and label.name == "embassies":
            stop = _END.match(str(line), end)
            end = stop.end() if stop else end
            asks.note(NoteKind.COPY_TO_EMBASSY, line.words.part(0, end).stripped(" :"))
            rest = line.words.part(end).stripped(" ")
        pieces += _filled_in(rest, ledger)
    blocks = blocks_of([part for piece in pieces for part in _at_values(piece)], surnames)
    for block in blocks:
        block.copy = True
    return blocks


def _filled_in(piece: Piece, ledger: Ledger) -> list[Piece]:
    """What is left of a line without the words of an empty form."""
    unfilled = one_of(tuple(word_list("form")["unfilled"]["patterns"]), behind="")
    holes = [piece.of(found) for found in unfilled.finditer(str(piece)) if len(found[0].split()) > 1]
    ledger.form(*holes)
    return [part.stripped(" .") for part in piece.without(holes) if any(map(str.isalnum, str(part)))]


def _at_values(line: Piece) -> list[Piece]:
    """A block on one line, cut at the commas behind which an address that needs no label begins."""
    commas = [found.end() for found in re.finditer(r",[ ]{1,3}", str(line))]
    return [part.stripped(" ,") for part in line.cut(end for end in commas if _VALUE.match(str(line), end))]
