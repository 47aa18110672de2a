"""Printed letters as one DOCX file, for those who go on writing in a word processor; each begins on a new page."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from urgent_actions.errors import missing_extra
from urgent_actions.letters.docx_sheet import set_page, sheet_paragraphs
from urgent_actions.letters.printed_letter import PrintedLetter, pile_of


def docx_of(letters: PrintedLetter | Iterable[PrintedLetter]) -> bytes:
    """Write letters as a DOCX file (ECMA-376), with the address where the window of the envelope shows it.

    The same letters give the same bytes, with the same version of python-docx.

    Args:
        letters: one or more, each on its own paper and in its own language.

    Raises:
        InvalidValue: there is no letter, or something else than one.
        MissingExtra: the extra `docx` is not installed.
    """
    try:
        from docx import Document
    except ModuleNotFoundError:
        raise missing_extra("docx", "writing a DOCX file") from None
    pile = pile_of(letters)
    document = Document()
    document.core_properties.author = document.core_properties.comments = ""
    document.core_properties.title = ", ".join(dict.fromkeys(str(letter.case) for letter in pile))
    for number, letter in enumerate(pile):
        section = document.add_section() if number else document.sections[0]
        set_page(section, letter)
        for paragraph in sheet_paragraphs(letter):
            document.element.body.sectPr.addprevious(paragraph)
    out = BytesIO()
    document.save(out)
    return _without_a_clock(out)


def _without_a_clock(written: BytesIO) -> bytes:
    """The same archive, its files dated to the first day that ZIP knows."""
    out = BytesIO()
    with ZipFile(written) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name), source.read(name), ZIP_DEFLATED)
    return out.getvalue()
