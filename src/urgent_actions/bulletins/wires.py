"""What went by wire until about 2000: where telegrams went, and the numbers of telexes."""

import re
from collections.abc import Iterator

from urgent_actions.bulletins.found_channel import FoundChannel
from urgent_actions.bulletins.piece import Piece
from urgent_actions.contact_channel import ContactChannel
from urgent_actions.values.phone_number import PhoneNumber
from urgent_actions.values.postal_address import PostalAddress

CABLE = "cable"
"""The label of a telegram by wire; "Telegram" is a network today."""

_TELEX = re.compile(
    r"(?<![\w+])(?P<number>\+?[ ]?\d[\d -]{1,14}\d)"
    r"(?:[ ]{1,3}(?P<answer>(?!(?:or|and)\b)[A-Z][A-Z0-9]{1,12}"
    r"(?:[ ]{1,2}(?!(?:or|and)\b|\d{4})[A-Z0-9]{1,12}){0,3}))?",
    re.IGNORECASE,
)


def is_cable(kinds: tuple[str, ...], value: Piece) -> bool:
    """Whether what stands behind a label is where wires went; behind "Telegram:" neither an account nor a link is."""
    text = str(value)
    words = " " in text.strip() and "@" not in text and "://" not in text and "t.me/" not in text
    return CABLE in kinds or (kinds == ("telegram",) and words)


def cables_in(value: Piece, more: tuple[Piece, ...]) -> Iterator[FoundChannel]:
    """Where telegrams went by wire: a name, a city and a country, set off by commas."""
    words = " ".join(_with_comma(piece) for piece in (value, *more))
    lines = [part.strip(" .,;") for part in words.split(",")]
    lines = [line for line in lines if any(map(str.isalnum, line))]
    if lines:
        channel = ContactChannel("other", PostalAddress(lines), note="telegram")
        yield FoundChannel(channel, value, more=more)


def _with_comma(piece: Piece) -> str:
    """The words of a line, with the comma that ended it."""
    behind = piece.page[piece.end : piece.end + 2].lstrip(" ")
    return f"{str(piece).strip()}," if behind.startswith(",") else str(piece).strip()


def telexes_in(value: Piece) -> Iterator[FoundChannel]:
    """Telex numbers, each with the letters by which the machine there answers: `44281 PALP CO`."""
    for match in _TELEX.finditer(str(value)):
        piece = value.of(match).stripped(" .,-–/")
        channel = ContactChannel("telex", PhoneNumber(match["number"].strip()), note=match["answer"])
        yield FoundChannel(channel, piece)
