"""The letters of any number of supporters as files, part by part, so that a run can stop and go on."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from urgent_actions.errors import Problem, refuse_if
from urgent_actions.formats.file_letters import file_letters
from urgent_actions.formats.letter_file import LetterFile
from urgent_actions.formats.letter_part import LetterPart
from urgent_actions.letters.letter_row import letter_rows
from urgent_actions.letters.mailing import Mailing
from urgent_actions.letters.sender_row import SenderRow
from urgent_actions.values.arguments import refuse_wrong


def letter_parts(
    mailing: Mailing,
    rows: Iterable[SenderRow],
    kind: LetterFile | str,
    *,
    size: int | None = None,
    saved: Callable[[int], bool] | None = None,
) -> Iterator[LetterPart]:
    """Write the letters of rows into files, so many rows a part; no part depends on another, and none is kept.

    The same rows in parts of the same size give the same files, byte for byte: a run that was broken off goes on where
    it stopped if it is asked for the parts that are not saved.

    Args:
        mailing: what is the same for all letters, with a channel by which such files can go.
        rows: the supporters, as `read_senders` reads them.
        kind: the kind of file: `eml`, `mbox`, `ndjson` or `pdf`.
        size: how many rows make a part; 1,000 without it, and 100 for PDF files.
        saved: says whether the part that begins with the row of a number is saved already; it is then left out.

    Yields:
        The parts in their order.

    Raises:
        InvalidValue: arguments are of another type, no channel was named, or not one by which such files can go.
        MissingExtra: the extra `pdf` is not installed.
    """
    refuse_wrong(mailing=(mailing, Mailing), size=(size, (int, type(None))))
    kind = LetterFile.of(kind)
    refuse_if(_problems(mailing, kind, size))
    left = (part for part in _several(iter(rows), size or kind.usual_size) if not (saved and saved(part[0].number)))
    return (file_letters(list(letter_rows(mailing, part)), kind) for part in left)


def _several(rows: Iterator[SenderRow], size: int) -> Iterator[list[SenderRow]]:
    while several := list(islice(rows, size)):
        yield several


def _problems(mailing: Mailing, kind: LetterFile, size: int | None) -> Iterator[Problem]:
    by = mailing.admission and mailing.admission.by
    if by not in kind.channels:
        what = f"a file of {kind} holds no letters by {by}" if by else "no channel was named"
        yield Problem("wrong-channel", what, way_out=f"take one of {', '.join(map(str, kind.channels))}")
    if size is not None and size < 1:
        yield Problem("bad-size", f"{size} rows make no part", where="size", way_out="give 1 or more")
