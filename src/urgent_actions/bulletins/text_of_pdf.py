"""The text of a PDF file that holds text: its lines in the order in which they are read."""

import logging
from io import BytesIO
from typing import Any

from urgent_actions.bulletins.saved.pdf_lines import text_of_pages
from urgent_actions.bulletins.saved.pdf_page import lines_of_page
from urgent_actions.bulletins.saved.plain_characters import plain_characters
from urgent_actions.errors import Problem, UnreadableBulletin, missing_extra

MOST_PAGES = 100
"""Pages of a file; bulletins have one to four."""

MOST_DRAWN = 4_000_000
"""Bytes of the drawings of all pages; a page of text has some thousands."""

_SILENCE = logging.NullHandler()
_OCR = "scan it again with text recognition (OCR), or type the text"
_COPY = "open it in a viewer, copy the text, and give that"


def text_of_pdf(data: bytes) -> str:
    """The lines of a PDF file, ready for `read_bulletin`.

    Numbers and headers of pages are left out where they certainly are that, and lines that broke for want of room are
    joined. Arabic and Hebrew come out in the order in which they are read; some fonts draw two letters as one, and then
    a letter may stand twice.

    Args:
        data: the bytes of the file (ISO 32000).

    Raises:
        MissingExtra: the extra `pdf-in` is not installed.
        UnreadableBulletin: the file is broken, locked, a scanned picture, or longer than any bulletin.
    """
    text = plain_characters(text_of_pages(_pages(data)))
    if not text.strip():
        what = "the PDF file holds no text: its pages are pictures"
        raise UnreadableBulletin(Problem("empty-text", what, way_out=_OCR))
    return text


def _pages(data: bytes) -> list[list[str]]:
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError
    except ImportError:
        raise missing_extra("pdf-in", "reading a PDF file", otherwise="give its text") from None
    logging.getLogger("pypdf").addHandler(_SILENCE)  # it would tell of every flaw that it mends
    try:
        return [lines_of_page(page) for page in _opened(PdfReader(BytesIO(data)))]
    except UnreadableBulletin:
        raise
    except DependencyError:
        raise _refused("locked", "the PDF file is encrypted in a way that is not read here", _COPY) from None
    except Exception as error:  # a broken file breaks pypdf in as many ways as there are errors
        raise _refused("broken-pdf", f"the PDF file is broken ({type(error).__name__})", _COPY) from None


def _opened(reader: Any) -> list[Any]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise _refused("locked", "the PDF file is locked with a password", "open it with that, and save it without")
    pages = len(reader.pages)
    if pages > MOST_PAGES:
        raise _refused("too-long", f"the PDF file has {pages} pages, and no bulletin is that long", "give one bulletin")
    if sum(map(_size, reader.pages)) > MOST_DRAWN:
        raise _refused("too-long", "the pages of the PDF file are drawn with more than any text needs", _COPY)
    return list(reader.pages)


def _size(page: Any) -> int:
    """Bytes of the drawing of a page, which may be in parts."""
    drawing = page.get("/Contents")
    drawing = drawing.get_object() if drawing is not None else []
    parts = drawing if isinstance(drawing, list) else [drawing]
    return sum(len(part.get_object().get_data()) for part in parts)


def _refused(code: str, what: str, way_out: str) -> UnreadableBulletin:
    return UnreadableBulletin(Problem(code, what, way_out=way_out))
