"""The body of a mail: the letter as text and as a page, in ASCII (RFC 2045, RFC 2046)."""

import binascii
import re
from base64 import encodebytes
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from html import escape
from typing import NamedTuple

from urgent_actions.letters.recurring import Recurring
from urgent_actions.values.cldr import is_right_to_left
from urgent_actions.values.language import Language

BOUNDARY = "=_urgent_actions"
"""What stands between the parts. No part can hold it: `=` is followed by two digits in quoted-printable, and base64 has
no underscore (RFC 2045, 6.7 and 6.8)."""

_LONGEST_LINE = 76  # RFC 2045, 6.7, rule 5
_FROM = re.compile(rb"^(>*)F(rom .*)", re.MULTILINE)


class Paragraph(NamedTuple):
    """A paragraph as text and as a page has it, both as they are and in quoted-printable, in which they can be joined.

    An empty one is nothing in a page.
    """

    text: str
    text_quoted: bytes
    page: str
    page_quoted: bytes


def page_of(text: str, language: Language) -> str:
    """The text as a page without anything that acts: paragraphs and line breaks, in their direction."""
    return "\n\n".join(each.page for each in _framed(paragraphs_of(text), language.tag)) + "\n"


def body_of(paragraphs: Sequence[Paragraph], language: Language, *, html: bool) -> bytes:
    """Paragraphs as the body of a mail, with the header lines that say how it is written.

    Args:
        paragraphs: of printable lines.
        language: of the text.
        html: whether the text is in it as a page too, behind the text, which is plainer.
    """
    words = [each.text for each in paragraphs]
    is_ascii = all(map(str.isascii, words))
    plain = _part("plain", [each.text_quoted for each in paragraphs], words, is_ascii)
    if not html:
        return b"".join(plain)
    framed = _framed(paragraphs, language.tag)
    page = _part("html", [each.page_quoted for each in framed], (each.page for each in framed), is_ascii)
    return b"".join((_FIRST, *plain, _NEXT, *page, _LAST))


def paragraphs_of(text: str) -> list[Paragraph]:
    """The paragraphs of a text, of which those that come again are made once."""
    return list(map(_KNOWN.__getitem__, text.split("\n\n")))


def paragraph_of(text: str) -> Paragraph:
    """A paragraph, made anew."""
    marked = escape(text.strip("\n"), quote=False).replace("\n", "<br>\n")
    page = f"<p>{marked}</p>" if marked else ""
    return Paragraph(text, _quoted(text), page, _quoted(page))


_KNOWN = Recurring(paragraph_of)


def _quoted(text: str) -> bytes:
    quoted = binascii.b2a_qp(text.encode(), istext=True)
    if b"From " in quoted:
        quoted = _FROM.sub(_unlike_a_message, quoted)
    return quoted.replace(b"\n", b"\r\n")


def _unlike_a_message(line: re.Match[bytes]) -> bytes:
    """A line that does not begin as a message of an mbox does, and is the same when read (RFC 2049, 3, rule 2)."""
    start, rest = line.groups()
    return start + (b"=46" if len(line[0]) <= _LONGEST_LINE - 2 else b"=46=\n") + rest


def _framed(paragraphs: Iterable[Paragraph], tag: str) -> list[Paragraph]:
    """What a page has, between its top and its bottom."""
    top, bottom = _frame(tag)
    return [top, *[each for each in paragraphs if each.page], bottom]


@lru_cache(maxsize=64)
def _frame(tag: str) -> tuple[Paragraph, Paragraph]:
    direction = "rtl" if is_right_to_left(tag) else "ltr"
    head = '<head><meta charset="utf-8"></head>'
    top, bottom = f'<!DOCTYPE html>\n<html lang="{tag}" dir="{direction}">{head}\n<body>', "</body></html>"
    return Paragraph("", b"", top, _quoted(top)), Paragraph("", b"", bottom, _quoted(bottom))


def _part(subtype: str, quoted: list[bytes], words: Iterable[str], is_ascii: bool) -> tuple[bytes, ...]:
    """One part with its own header, in whichever encoding is shorter."""
    content = b"\r\n\r\n".join(quoted)
    if is_ascii or len(content) * 3 <= len(plain := _plain(words)) * 4:
        return _header(subtype, "quoted-printable"), content, b"\r\n"
    return _header(subtype, "base64"), encodebytes(plain).replace(b"\n", b"\r\n")


def _plain(words: Iterable[str]) -> bytes:
    return ("\n\n".join(words) + "\n").replace("\n", "\r\n").encode()


@cache
def _header(subtype: str, encoding: str) -> bytes:
    head = f"Content-Type: text/{subtype}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    return head.encode()


_NEXT = f"\r\n--{BOUNDARY}\r\n".encode()
_FIRST = f'Content-Type: multipart/alternative; boundary="{BOUNDARY}"\r\n'.encode() + _NEXT
_LAST = f"\r\n--{BOUNDARY}--\r\n".encode()
