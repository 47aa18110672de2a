"""The body of a mail: the letter as text and as a page, in ASCII (RFC 2045, RFC 2046)."""

import binascii
from base64 import encodebytes
from functools import lru_cache
from html import escape

from urgent_actions.values.cldr import is_right_to_left
from urgent_actions.values.language import Language

BOUNDARY = "=_urgent_actions"
"""What stands between the parts. No part can hold it: `=` is followed by two digits in quoted-printable, and base64 has
no underscore (RFC 2045, 6.7 and 6.8)."""

CACHED_LINES = 4096
"""Letters of a case differ in a few lines, so that most lines have been encoded before; so many are kept."""
LONG_LINE = 2000
"""A line of so many characters is not kept."""


def page_of(text: str, language: Language) -> str:
    """The text as a page without anything that acts: paragraphs and line breaks, in their direction."""
    direction = "rtl" if is_right_to_left(language.tag) else "ltr"
    paragraphs = (escape(part.strip("\n")).replace("\n", "<br>\n") for part in text.split("\n\n"))
    body = "\n".join(f"<p>{part}</p>" for part in paragraphs if part)
    head = '<head><meta charset="utf-8"></head>'
    return f'<!DOCTYPE html>\n<html lang="{language.tag}" dir="{direction}">{head}\n<body>\n{body}\n</body></html>\n'


def part_of(text: str, subtype: str) -> bytes:
    """One part with its own header, in whichever encoding is shorter."""
    lines = text.split("\n")
    quoted = b"\r\n".join([_quoted(line) if len(line) < LONG_LINE else _quote(line) for line in lines])
    if text.isascii() or len(quoted) * 3 <= len(plain := "\r\n".join(lines).encode()) * 4:
        return _with_header(subtype, "quoted-printable", quoted)
    return _with_header(subtype, "base64", encodebytes(plain).replace(b"\n", b"\r\n"))


def _quote(line: str) -> bytes:
    return binascii.b2a_qp(line.encode(), istext=True).replace(b"=\n", b"=\r\n")


_quoted = lru_cache(maxsize=CACHED_LINES)(_quote)


def alternatives(parts: tuple[bytes, ...]) -> bytes:
    """Parts that say the same, the plainest first, with the header of the whole."""
    head = f'Content-Type: multipart/alternative; boundary="{BOUNDARY}"\r\n\r\n'.encode()
    line = f"--{BOUNDARY}".encode()
    inner = b"".join(line + b"\r\n" + part + b"\r\n" for part in parts)
    return head + inner + line + b"--\r\n"


def _with_header(subtype: str, encoding: str, content: bytes) -> bytes:
    head = f"Content-Type: text/{subtype}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    return head.encode() + content
