"""What sort of file some bytes are, told from their beginning and never from a name alone."""

import re
from functools import cache
from typing import Any

from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.errors import Problem, UnreadableBulletin

FIRST = 1024
"""Bytes within which a PDF file says that it is one, and a web page which encoding it is in."""

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*)*"
    r"<(?:!doctype\s+html|(?:html|head|body|meta|title|style|script|link|base|div|p|h[1-6]|table|article|main|section|header|nav"
    r"|form|ul|ol|dl|span|br|hr|a|b|i|u|em|strong|font|center|pre|blockquote|img)(?=[\s/>]))",
    re.IGNORECASE,
)
_PDF = re.compile(rb"^\s*%PDF-\d", re.MULTILINE)
_SOMEWHERE = re.compile(r"<(?:html|body)(?=[\s>])", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:html|body|p|div|li|td|a|h[1-6]|span|strong)\s*>", re.IGNORECASE)
_TWICE = 2
_HEADER = re.compile(r"(?:[\w-]+:[^\n]*\n|[ \t]+\S[^\n]*\n)+")


def is_pdf(data: bytes) -> bool:
    """Whether bytes are a PDF file (ISO 32000-2, 7.5.2): it may have other bytes before its header."""
    return bool(_PDF.search(data[:FIRST]))


def is_web_page(text: str, name: str = "") -> bool:
    """Whether a text is HTML: it begins with a tag, or it has many, or it has one and the file's name says so.

    >>> is_web_page("<!doctype html><p>a"), is_web_page("<president@example.org> wrote: a < b")
    (True, False)
    """
    first = text.lstrip("\ufeff")[:5000]
    if _PAGE.match(first) or (name.lower().endswith((".html", ".htm", ".xhtml")) and "<" in text):
        return True
    return bool(_SOMEWHERE.search(first)) or sum(1 for _ in _CLOSED.finditer(first)) >= _TWICE


def refuse_other_kinds(data: bytes) -> None:
    """Refuse what is no text, by its name and with the way out.

    Raises:
        UnreadableBulletin: the bytes are a picture, an archive, a document of a text processor or the like.
    """
    begin = data[:64].hex()
    for kind in word_list("file_kinds")["kinds"]:
        if begin.startswith(tuple(kind["starts"])) and _holds(kind).search(data[:100_000]):
            raise _refused(kind)


def refuse_wrapped(text: str) -> None:
    """Refuse text that holds a page in a wrapping, such as a web archive.

    Raises:
        UnreadableBulletin: the text begins with the header of one.
    """
    header = _HEADER.match(text[:4000].lower())
    lines = header[0] if header else ""
    for kind in word_list("file_kinds")["wrapped"]:
        if all(mark in lines for mark in kind["marks"]) and any(way in lines for way in kind["wrapping"]):
            raise _refused(kind)


def _refused(kind: dict[str, Any]) -> UnreadableBulletin:
    return UnreadableBulletin(Problem("not-text", f"this is {kind['name']}, and no text", way_out=kind["way_out"]))


def _holds(kind: dict[str, Any]) -> re.Pattern[bytes]:
    return _pattern(kind.get("holds", ""))


@cache
def _pattern(text: str) -> re.Pattern[bytes]:
    return re.compile(re.escape(text.encode()))
