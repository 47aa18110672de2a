"""The body of a mail: the letter as text and as a page, in ASCII (RFC 2045, RFC 2046)."""

import binascii
from base64 import encodebytes
from functools import cache, lru_cache
from html import escape

import attrs

from urgent_actions.values.cldr import is_right_to_left
from urgent_actions.values.language import Language

BOUNDARY = "=_urgent_actions"
"""What stands between the parts. No part can hold it: `=` is followed by two digits in quoted-printable, and base64 has
no underscore (RFC 2045, 6.7 and 6.8)."""

KEPT = 4096
"""Letters of a case differ in a few paragraphs: so many that came last are kept as they were written."""
LONG_TEXT = 16_384
"""Of a text of so many characters nothing is kept."""


@attrs.frozen
class _Piece:
    """Some paragraphs as they are, and in quoted-printable: pieces that blank lines set apart can be joined in both."""

    words: str
    quoted: bytes

    @classmethod
    def of(cls, words: str) -> "_Piece":
        return cls(words, binascii.b2a_qp(words.encode(), istext=True).replace(b"\n", b"\r\n"))


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
    return list(map(_kept if len(text) < LONG_TEXT else _paragraph, text.split("\n\n")))


def _paragraph(words: str) -> _Paragraph:
    marked = escape(words.strip("\n")).replace("\n", "<br>\n")
    return _Piece.of(words), _Piece.of(f"<p>{marked}</p>") if marked else None


_kept = lru_cache(maxsize=KEPT)(_paragraph)


def _page(paragraphs: list[_Paragraph], tag: str) -> list[_Piece]:
    top, bottom = _frame_of_page(tag)
    return [top, *(page for _, page in paragraphs if page), bottom]


@lru_cache(maxsize=64)
def _frame_of_page(tag: str) -> tuple[_Piece, _Piece]:
    direction = "rtl" if is_right_to_left(tag) else "ltr"
    head = '<head><meta charset="utf-8"></head>'
    top = f'<!DOCTYPE html>\n<html lang="{tag}" dir="{direction}">{head}\n<body>'
    return _Piece.of(top), _Piece.of("</body></html>")


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


def _alternatives(*parts: bytes) -> bytes:
    """Parts that say the same, the plainest first, with the header of the whole."""
    line = f"--{BOUNDARY}"
    head = f'Content-Type: multipart/alternative; boundary="{BOUNDARY}"\r\n\r\n{line}\r\n'
    return head.encode() + f"\r\n{line}\r\n".encode().join(parts) + f"\r\n{line}--\r\n".encode()
