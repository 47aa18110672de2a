"""A letter made ready for a channel, as a file of the kind that its name asks for."""

from pathlib import Path

from urgent_actions.errors import InvalidValue, Problem
from urgent_actions.letters.docx_of import docx_of
from urgent_actions.letters.email import Email
from urgent_actions.letters.pdf_of import pdf_of
from urgent_actions.letters.printed_letter import PrintedLetter
from urgent_actions.letters.sending_notes import Content


def save_letter(content: Content, file: str) -> None:
    """Write a printed letter as `.pdf` or `.docx`, an e-mail as `.eml`, and anything as `.txt`.

    Raises:
        InvalidValue: what is ready cannot be written as such a file.
        MissingExtra: the extra that writes such files is not installed.
    """
    Path(file).write_bytes(_as_bytes(content, Path(file).suffix.lower()))


def _as_bytes(content: Content, suffix: str) -> bytes:
    if suffix == ".txt":
        return f"{content}\n".encode()
    if isinstance(content, Email) and suffix == ".eml":
        return content.as_bytes(draft=True)
    if isinstance(content, PrintedLetter) and suffix == ".pdf":
        return pdf_of(content)
    if isinstance(content, PrintedLetter) and suffix == ".docx":
        return docx_of(content)
    what = f"a {type(content).__name__} is not written as {suffix or 'a file without an ending'}"
    raise InvalidValue(Problem("wrong-file", what, way_out="post goes to .pdf or .docx, email to .eml, all to .txt"))
