"""The header of a mail, written by hand: only ASCII, folded lines, and nothing that could begin another header.

Sources: RFC 5322 (lines and folding), RFC 2047 (words in other scripts), RFC 6532 (addresses in UTF-8).
"""

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache

from urgent_actions.values.email_address import EmailAddress
from urgent_actions.values.language import Language

_PLAIN = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~. ,:;()<>@\"\[\]\\-]*", re.ASCII)
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/^_`{|}~ -]+", re.ASCII)
_WIDTH = 76  # of a line, in signs (RFC 5322 asks for at most 78, RFC 2047 for at most 76)
_WORD = 45  # bytes in one encoded word: 60 signs in base64 and 12 around them


def head_of(
    to: tuple[EmailAddress, ...],
    copies: tuple[EmailAddress, ...],
    subject: str,
    language: Language,
    *,
    draft: bool,
) -> str:
    """All of the header that does not depend on who sends it, and when."""
    cc = address_header("Cc", copies) if copies else ""
    told = "X-Unsent: 1\r\n" if draft else ""
    about = f"{header_line('Subject', subject)}{told}Content-Language: {language.tag}\r\nMIME-Version: 1.0\r\n"
    return address_header("To", to) + cc + about


@lru_cache(maxsize=1024)
def header_line(name: str, value: str) -> str:
    r"""A header of free text in one printable line, folded; in encoded words where ASCII cannot write it.

    >>> header_line("Subject", "Konstantin Kotov")
    'Subject: Konstantin Kotov\r\n'
    >>> header_line("Subject", "Константин")
    'Subject: =?utf-8?b?0JrQvtC90YHRgtCw0L3RgtC40L0=?=\r\n'
    """
    return _folded(f"{name}:", " ".join(words_of(value, first=len(name) + 2)))


def sender_header(address: EmailAddress, name: str | None) -> str:
    """From whom it comes; made anew each time, so that no name is kept."""
    return _folded("From:", mailbox(address, name))


@lru_cache(maxsize=1024)
def address_header(name: str, addresses: tuple[EmailAddress, ...]) -> str:
    """A header of addresses, one after the other."""
    return _folded(f"{name}:", ", ".join(map(mailbox, addresses)))


def mailbox(address: EmailAddress, name: str | None = None) -> str:
    """An address, behind the name of whom it belongs to."""
    bare = address.ascii or str(address)
    if not name:
        return bare
    if _ATOMS.fullmatch(name) and max(map(len, name.split(" "))) < _WIDTH:
        return f"{name} <{bare}>"
    if name.isascii() and "=?" not in name and len(name) < _WIDTH:
        return '"' + re.sub(r'(["\\])', r"\\\1", name) + f'" <{bare}>'
    return " ".join([*_encoded_words(name, first=0), f"<{bare}>"])


def words_of(value: str, first: int = 0) -> list[str]:
    """The words of free text, as a header may hold them.

    Args:
        value: one printable line.
        first: how many signs stand before it on its line.
    """
    words = value.split(" ")
    if _PLAIN.fullmatch(value) and "=?" not in value and max(map(len, words)) < _WIDTH - first:
        return words
    return list(_encoded_words(value, first))


def _encoded_words(value: str, first: int) -> Iterator[str]:
    """Words of RFC 2047, each a whole number of letters; the first leaves room for the header's name."""
    room = max(_WORD - first, 12)
    part = b""
    for letter in value:
        encoded = letter.encode()
        if len(part) + len(encoded) > room:
            yield _encoded_word(part)
            part, room = b"", _WORD
        part += encoded
    yield _encoded_word(part)


def _encoded_word(part: bytes) -> str:
    return f"=?utf-8?b?{b64encode(part).decode('ascii')}?="


def _folded(start: str, value: str) -> str:
    """A header, folded at its blanks where it is too long for a line."""
    whole = f"{start} {value}"
    if len(whole) <= _WIDTH:
        return f"{whole}\r\n"
    lines, line = [], start
    for word in value.split(" "):
        if len(line) + 1 + len(word) > _WIDTH and line != start:
            lines.append(line)
            line = ""
        line = f"{line} {word}"
    return "\r\n".join([*lines, line]) + "\r\n"
