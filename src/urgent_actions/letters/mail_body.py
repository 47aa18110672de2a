"""The body of a mail: the letter as text and as a page, in ASCII (RFC 2045, RFC 2046)."""

import binascii
from base64 import encodebytes
from functools import cache, lru_cache
from html import escape
from typing import NamedTuple

from urgent_actions.letters.recurring import Recurring
from urgent_actions.values.cldr import is_right_to_left
from urgent_actions.values.language import Language

BOUNDARY = "=_urgent_actions"
"""What stands between the parts. No part can hold it: `=` is followed by two digits in quoted-printable, and base64 has
no underscore (RFC 2045, 6.7 and 6.8)."""


class _Piece(NamedTuple):
    """Some paragraphs as they are, and in quoted-printable: pieces that blank lines set apart can be joined in both."""

    words: str
    quoted: bytes


_Paragraph = tuple[_Piece, _Piece | None]
"""One paragraph as text and in a page, where an empty one is nothing."""


def page_of(text: str, language: Language) -> str:
    """The text as a page without anything that acts: paragraphs and line breaks, in their direction."""
    return "\n\n".join(piece.words for piece in _page(_paragraphs(text), language.tag)) + "\n"


def body_of(text: str, language: Language, *, html: bool) -> bytes:
    """The text as the body of a mail, with the header lines that say how it is written.

    Args:
        text: printable lines.
        language: of the text.
        html: whether the text is in it as a page too.
    """
    paragraphs, is_ascii = _paragraphs(text), text.isascii()
    plain = _part("plain", [plain for plain, _ in paragraphs], is_ascii)
    return _alternatives(plain, _part("html", _page(paragraphs, language.tag), is_ascii)) if html else plain


def _paragraphs(text: str) -> list[_Paragraph]:
    return list(map(_KNOWN.__getitem__, text.split("\n\n")))


def _paragraph(words: str) -> _Paragraph:
    marked = escape(words.strip("\n")).replace("\n", "<br>\n")
    return _piece(words), _piece(f"<p>{marked}</p>") if marked else None


def _piece(words: str) -> _Piece:
    return _Piece(words, binascii.b2a_qp(words.encode(), istext=True).replace(b"\n", b"\r\n"))


_KNOWN = Recurring(_paragraph)


def _page(paragraphs: list[_Paragraph], tag: str) -> list[_Piece]:
    top, bottom = _frame_of_page(tag)
    return [top, *(page for _, page in paragraphs if page), bottom]


@lru_cache(maxsize=64)
def _frame_of_page(tag: str) -> tuple[_Piece, _Piece]:
    direction = "rtl" if is_right_to_left(tag) else "ltr"
    head = '<head><meta charset="utf-8"></head>'
    top = f'<!DOCTYPE html>\n<html lang="{tag}" dir="{direction}">{head}\n<body>'
    return _piece(top), _piece("</body></html>")


def _part(subtype: str, pieces: list[_Piece], is_ascii: bool) -> bytes:
    """One part with its own header, in whichever encoding is shorter."""
    quoted = b"\r\n\r\n".join([piece.quoted for piece in pieces]) + b"\r\n"
    if is_ascii or len(quoted) * 3 <= len(plain := _plain(pieces)) * 4:
        return _header(subtype, "quoted-printable") + quoted
    return _header(subtype, "base64") + encodebytes(plain).replace(b"\n", b"\r\n")


def _plain(pieces: list[_Piece]) -> bytes:
    text = "\n\n".join([piece.words for piece in pieces]) + "\n"
    return text.replace("\n", "\r\n").encode()


@cache
def _header(subtype: str, encoding: str) -> bytes:
    head = f"Content-Type: text/{subtype}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    return head.encode()


_NEXT = f"\r\n--{BOUNDARY}\r\n".encode()
_FIRST = f'Content-Type: multipart/alternative; boundary="{BOUNDARY}"\r\n'.encode() + _NEXT
_LAST = f"\r\n--{BOUNDARY}--\r\n".encode()


def _alternatives(plain: bytes, page: bytes) -> bytes:
    """Two parts that say the same, the plainer first, with the header of the whole."""
    return b"".join((_FIRST, plain, _NEXT, page, _LAST))
