"""The text of a bulletin in whatever file it was saved: a web page, a PDF file, or plain text in any encoding."""

from urgent_actions.bulletins.saved.encoding import decoded
from urgent_actions.bulletins.saved.file_kind import is_pdf, is_web_page, refuse_other_kinds, refuse_wrapped
from urgent_actions.bulletins.text_of_html import text_of_html
from urgent_actions.bulletins.text_of_pdf import text_of_pdf
from urgent_actions.errors import Problem, UnreadableBulletin

MOST_BYTES = 40_000_000
"""Bytes of a file; a bulletin has some thousands, a page saved with its pictures some millions."""


def text_of(data: bytes, *, name: str = "", encoding: str | None = None) -> str:
    r"""The text of a file, ready for `read_bulletin`.

    What the file is, its bytes say; its name counts only where they leave it open whether a text is a web page.

    Args:
        data: the bytes of the file.
        name: the name of the file, if it has one.
        encoding: the encoding of a text or a web page, where the caller knows it.

    Raises:
        MissingExtra: the file needs an extra that is not installed: `html`, `pdf-in` or `encodings`.
        UnreadableBulletin: the file is empty, no text, or too long; the message says what it is and the way out.

    >>> text_of(b"Embassy of M\xe9xico")
    'Embassy of México'
    >>> print(text_of(b"<p>Embassy of M&eacute;xico</p>"), end="")
    Embassy of México
    """
    if len(data) > MOST_BYTES:
        what = f"the file has {len(data)} bytes, and no bulletin is that long"
        raise UnreadableBulletin(Problem("too-long", what, way_out="give the text of one bulletin"))
    if not data.strip():
        raise UnreadableBulletin(Problem("empty-text", "the file is empty", way_out="give the text of a bulletin"))
    if is_pdf(data):
        return text_of_pdf(data)
    refuse_other_kinds(data)
    text = decoded(data, encoding)
    refuse_wrapped(text)
    return text_of_html(text) if is_web_page(text, name) else text
