"""The letters of some rows put into files, ready to be saved."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeVar

import attrs

from urgent_actions.errors import InvalidValue, Problem, UrgentActionsError
from urgent_actions.formats.json_text import dump_json
from urgent_actions.formats.letter_file import LetterFile
from urgent_actions.formats.letter_part import LetterPart, name_of_part
from urgent_actions.formats.mbox import as_mbox_entry
from urgent_actions.guidance.option import Option
from urgent_actions.letters.bound_email import BoundEmail
from urgent_actions.letters.bound_letter import BoundLetter
from urgent_actions.letters.letter_row import LetterRow
from urgent_actions.letters.pdf_of import pdf_of
from urgent_actions.letters.print_letter import print_letter
from urgent_actions.letters.printed_letter import PrintedLetter
from urgent_actions.values.email_address import EmailAddress

V = TypeVar("V")

_PLACE = re.compile(r"letters\[(\d+)\]\.?")


def file_letters(rows: Sequence[LetterRow], kind: LetterFile) -> LetterPart:
    """Put the letters of rows into files; a row whose letter does not go into one is told, and the others go on.

    Args:
        rows: one or more, in their order, each with its letter for a channel of such files or with the reasons.
        kind: the kind of file.

    Raises:
        MissingExtra: the extra `pdf` is not installed.
    """
    first = rows[0].row.number
    ready = [(row, row.bound) for row in rows if row.bound is not None]
    files, refused = _MAKERS[kind](name_of_part(first), ready)
    refused += (row for row in rows if row.bound is None)
    in_order = tuple(sorted(refused, key=lambda row: row.row.number))
    without = {row.row.number for row in refused}
    with_care = tuple(row for row in rows if row.because and row.row.number not in without)
    return LetterPart(first, len(rows), files=tuple(files), refused=in_order, with_care=with_care)


Ready = list[tuple[LetterRow, BoundLetter]]
Files = list[tuple[str, bytes]]
Outcome = tuple[Files, list[LetterRow]]


def _as_eml(_: str, ready: Ready) -> Outcome:
    made, refused = _each(ready, lambda row, bound: _email(row, bound).as_bytes(row.sender, draft=True))
    return [(f"{name_of_part(row.row.number)}.eml", content) for row, content in made], refused


def _as_mbox(name: str, ready: Ready) -> Outcome:
    made, refused = _each(ready, lambda row, bound: as_mbox_entry(_email(row, bound).as_bytes(row.sender), bound.on))
    return _one_file(f"{name}.mbox", made), refused


def _as_ndjson(name: str, ready: Ready) -> Outcome:
    made, refused = _each(ready, lambda row, bound: f"{dump_json(_record(row, bound))}\n".encode())
    return _one_file(f"{name}.ndjson", made), refused


def _as_pdf(name: str, ready: Ready) -> Outcome:
    made, refused = _each(ready, _printed)
    while made:
        try:
            return [(f"{name}.pdf", pdf_of([sheet for _, sheet in made]))], refused
        except InvalidValue as error:
            wrong = _by_letter(error)
            refused += (made[number][0].refused(problems) for number, problems in wrong.items())
            made = [each for number, each in enumerate(made) if number not in wrong]
    return [], refused


_MAKERS: dict[LetterFile, Callable[[str, Ready], Outcome]] = {
    LetterFile.EML: _as_eml,
    LetterFile.MBOX: _as_mbox,
    LetterFile.NDJSON: _as_ndjson,
    LetterFile.PDF: _as_pdf,
}


def _each(
    ready: Ready, make: Callable[[LetterRow, BoundLetter], V]
) -> tuple[list[tuple[LetterRow, V]], list[LetterRow]]:
    """What each letter is made into, and the rows whose letters cannot be."""
    made: list[tuple[LetterRow, V]] = []
    refused: list[LetterRow] = []
    for row, bound in ready:
        try:
            made.append((row, make(row, bound)))
        except UrgentActionsError as error:
            refused.append(row.refused(error.problems))
    return made, refused


def _one_file(name: str, made: list[tuple[LetterRow, bytes]]) -> Files:
    return [(name, b"".join(content for _, content in made))] if made else []


def _email(row: LetterRow, bound: BoundLetter) -> BoundEmail:
    return _bound_email(bound, _way(row).channel.address_as(EmailAddress))


_bound_email = lru_cache(maxsize=256)(BoundEmail)


def _printed(row: LetterRow, bound: BoundLetter) -> PrintedLetter:
    way = _way(row)
    return print_letter(bound.letter(row.sender), way.target, way.channel, sender=row.sender)


def _record(row: LetterRow, bound: BoundLetter) -> dict[str, object]:
    """A letter as plain data, with the channel by which it goes and the key of its sender."""
    way = _way(row)
    return {
        "row": row.row.number,
        "id": row.row.id,
        "case": str(bound.case),
        "target": bound.target,
        "channel": str(way.channel.kind),
        "to": str(way.channel.address),
        "on": bound.on.isoformat(),
        "language": bound.language.tag,
        "subject": bound.subject,
        "text": bound.text(row.sender),
    }


def _way(row: LetterRow) -> Option:
    if row.way is None:
        problem = Problem("no-channel", "no channel was named", where="mailing", way_out="give Mailing.of(..., by=...)")
        raise InvalidValue(problem)
    return row.way


def _by_letter(error: InvalidValue) -> dict[int, list[Problem]]:
    """The problems of each letter by its number; what is no letter's fault is raised again."""
    found: dict[int, list[Problem]] = {}
    for problem in error.problems:
        place = _PLACE.match(problem.where)
        if place is None:
            raise error
        found.setdefault(int(place[1]), []).append(attrs.evolve(problem, where=problem.where[place.end() :]))
    return found
