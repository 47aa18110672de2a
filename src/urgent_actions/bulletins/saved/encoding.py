"""From bytes to characters: which encoding a file is in, by what it says and by what its bytes allow."""

import codecs
import re
from collections.abc import Iterator
from functools import cache

from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.errors import Problem, UnreadableBulletin, missing_extra

FIRST = 1024
"""Bytes within which a page or a document declares its encoding (WHATWG HTML, 13.2.3.2)."""

GUESSED_FROM = 5_000_000
"""Bytes that are looked at where the encoding must be guessed."""

_MARKS = [
    (codecs.BOM_UTF8, "utf_8"), (codecs.BOM_UTF32_LE, "utf_32"), (codecs.BOM_UTF32_BE, "utf_32"),
    (codecs.BOM_UTF16_LE, "utf_16"), (codecs.BOM_UTF16_BE, "utf_16"),
]  # fmt: skip
_DECLARED = re.compile(
    rb"<(?:meta\b[^>]{0,500}?\bcharset|\?xml\b[^>]{0,500}?\bencoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})",
    re.IGNORECASE,
)
_BEYOND = re.compile(rb"[\x80-\xff]")
_PARTS = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
_OF_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\ufffb\ufffe\uffff]")
_BROKEN = 50  # one wrong byte among so many right characters is damage, not another encoding


def decoded(data: bytes, encoding: str | None = None) -> str:
    """The characters that bytes stand for, without a byte order mark.

    What is believed, in this order: a byte order mark; what the caller says; UTF-8, where the bytes are that, since no
    other text is so by chance; what the page or document declares; UTF-8 with a little damage, shown as U+FFFD; the
    guess that a browser makes, which is windows-1252 in doubt.

    Args:
        data: the bytes of a text or a web page.
        encoding: a name such as `windows-1251` (WHATWG Encoding, IANA, or Python's).

    Raises:
        MissingExtra: the encoding must be guessed, and the extra `encodings` is not installed.
        UnreadableBulletin: no encoding fits, or the one that the caller names does not.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, "replace").removeprefix("\ufeff")
    if encoding is not None:
        return _as_told(data, encoding)
    text = next(_readings(data), None)
    if text is None:
        way_out = "name the encoding, or open the file and save it as text in UTF-8"
        raise UnreadableBulletin(Problem("not-text", "the bytes are no text in any known encoding", way_out=way_out))
    return text


def _as_told(data: bytes, encoding: str) -> str:
    codec = codec_of(encoding)
    if not codec:
        what, way_out = f"unknown encoding {encoding!r}", "name it as utf-8, windows-1252, windows-1251 or koi8-r"
        raise UnreadableBulletin(Problem("unknown-encoding", what, way_out=way_out))
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        what = f"byte {error.start + 1} is not {encoding}"
        way_out = "name the right encoding, or none, so that it is found out"
        raise UnreadableBulletin(Problem("not-text", what, way_out=way_out)) from None


def _readings(data: bytes) -> Iterator[str]:
    """What the bytes may be, the likeliest first."""
    declared = declared_encoding(data)
    if b"\x00" in data:
        yield from _wide(data)
        return
    for codec in ("utf_8", declared):
        text = _read(data, codec) if codec else None
        if text is not None:
            yield text
    wrong = len(_BEYOND.findall(_PARTS.sub(b"", data)))
    if wrong * _BROKEN <= len(_PARTS.findall(data)):
        yield data.decode("utf_8", "replace")
    guessed = _read(data, _guessed(data))
    if guessed is not None:
        yield guessed


def _wide(data: bytes) -> Iterator[str]:
    """UTF-16 without a mark: one of every two bytes of plain letters and blanks is 0."""
    first = data[:FIRST]
    for start, codec in ((1, "utf_16_le"), (0, "utf_16_be")):
        one_sided = first[start::2].count(0) and not first[1 - start :: 2].count(0)
        text = _read(data[: len(data) - len(data) % 2], codec) if one_sided else None
        if text is not None and not _OF_NO_TEXT.search(text[:FIRST]):
            yield text


def _read(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def declared_encoding(data: bytes) -> str:
    """The codec that a page or document declares, or nothing; UTF-16 it cannot be, since its first bytes are ASCII.

    >>> declared_encoding(b'<meta charset="KOI8-R">'), declared_encoding(b"<p>charset=utf-8")
    ('koi8_r', '')
    """
    found = _DECLARED.search(data[: FIRST * 4])
    codec = codec_of(found[1].decode("ascii", "replace")) if found else ""
    return "utf_8" if codec.startswith(("utf_16", "utf_32")) else codec


@cache
def codec_of(label: str) -> str:
    """The codec for the name of an encoding, or nothing: only encodings of texts are known.

    >>> codec_of("ISO-8859-1"), codec_of("Windows-1251"), codec_of("rot13")
    ('cp1252', 'cp1251', '')
    """
    name = label.strip().lower()
    return _codecs().get(name) or _codecs().get(_standard(name), "")


@cache
def _codecs() -> dict[str, str]:
    words = word_list("encodings")
    return {_standard(codec): codec for codec in words["codecs"]} | _under_both_names(words["means"])


def _under_both_names(means: dict[str, str]) -> dict[str, str]:
    return means | {_standard(label): codec for label, codec in means.items() if _standard(label)}


def _standard(name: str) -> str:
    """The name that Python gives to a codec, or nothing where it has none."""
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError):  # ValueError: no name of anything
        return ""


def _guessed(data: bytes) -> str:
    try:
        from chardetng_py import detect
    except ImportError:
        raise missing_extra("encodings", "guessing an encoding", otherwise="name the encoding") from None
    return codec_of(detect(data[:GUESSED_FROM])) or "cp1252"
