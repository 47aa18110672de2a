"""What the fields of a translated bulletin say, each as the value that it stands for."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from urgent_actions.bulletins.dates import read_date
from urgent_actions.bulletins.translated_fields import Field
from urgent_actions.bulletins.translated_words import meaning_of
from urgent_actions.contact_channel import ContactChannel, parse_address
from urgent_actions.errors import InvalidValue, Problem
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country
from urgent_actions.values.deadline import Deadline
from urgent_actions.values.index_number import IndexNumber
from urgent_actions.values.language import Language
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.web_link import WebLink

BETWEEN = "; "
"""What sets off the words of a list."""

_BULLET = re.compile(r"[•*–-][ ]{1,3}")

Reader = Callable[[Field, str], Any]
"""Reads a field of a page in the language of a tag."""


def parts_of(text: str) -> list[str]:
    """The words of a list."""
    return [part.strip() for part in re.split(r"[;؛]", text) if part.strip()]


def line_of(field: Field, _: str) -> str:
    """The value on one line.

    Raises:
        InvalidValue: there is none.
    """
    if not field.line:
        raise InvalidValue(Problem("empty-field", "the field is empty", way_out="leave its label out"))
    return field.line


def _text(field: Field, tag: str) -> str:
    return field.text if field.text.strip() else line_of(field, tag)


def _day(field: Field, tag: str) -> PartialDate:
    date = read_date(field.line, (tag,))
    if date is None:
        raise InvalidValue(Problem("no-date", f"{field.line!r} is no date", way_out="write it as '20 <month> 2020'"))
    return date


def _country(field: Field, _: str) -> Country:
    return Country.parse(field.line)


def _ordinal(field: Field, _: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,2}", field.line):
        raise InvalidValue(Problem("bad-ordinal", f"{field.line!r} is no number from 1 to 999"))
    return int(field.line)


def _word_of(table: str) -> Reader:
    return lambda field, tag: meaning_of(tag, table, field.line)


def _deadline(field: Field, tag: str) -> Deadline:
    said = meaning_of(tag, "deadlines", field.said) if field.said else ""
    return Deadline(_day(field, tag), said == "firm", assumed=said == "assumed")


def _demands(field: Field, _: str) -> list[str]:
    return [_BULLET.sub("", line, count=1) for line in field.text.split("\n") if line]


def _languages(field: Field, _: str) -> list[Language]:
    return [Language.parse(part) for part in parts_of(field.line)]


def language_said(field: Field, tag: str) -> Language:
    """The language that is named in brackets, otherwise that of the page."""
    return Language.parse(field.said) if field.said else Language(tag)


def channel_of(field: Field, tag: str) -> ContactChannel:
    """A way to reach a target.

    Raises:
        InvalidValue: the value is no address of that kind.
    """
    kind = ChannelKind.of(field.name)
    if field.said:
        return ContactChannel(kind, state=meaning_of(tag, "states", field.said), printed=field.text or None)
    return ContactChannel(kind, parse_address(kind, field.text))


READERS: Mapping[str, tuple[str, str, Reader]] = {
    "reference": ("case", "reference", lambda field, _: CaseReference.parse(field.line)),
    "title": ("case", "title", line_of),
    "country": ("case", "country", _country),
    "status": ("case", "status", _word_of("status")),
    "ended_on": ("case", "ended_on", _day),
    "summary": ("case", "summary", _text),
    "demands": ("case", "demands", _demands),
    "choose": ("case", "choose", _word_of("choices")),
    "languages": ("case", "languages", _languages),
    "deadline": ("case", "deadline", _deadline),
    "issued": ("edition", "issued", _day),
    "kind": ("edition", "kind", _word_of("editions")),
    "heading": ("edition", "kind", _word_of("headings")),
    "ordinal": ("edition", "ordinal", _ordinal),
    "index": ("edition", "index", lambda field, _: IndexNumber.parse(field.line)),
    "url": ("edition", "url", lambda field, _: WebLink.parse(field.line)),
    "publisher": ("publisher", "name", line_of),
    "publisher_country": ("publisher", "country", _country),
    "pronouns": ("subjects", "pronouns", line_of),
    "description": ("subjects", "description", line_of),
    "news": ("subjects", "news", _word_of("news")),
    "person_title": ("targets", "title", line_of),
    "name": ("targets", "name", line_of),
    "office": ("targets", "office", line_of),
    "organisation": ("targets", "organisation", line_of),
    "answers_for": ("targets", "country", _country),
    "accredited_to": ("targets", "accredited_to", _country),
    "letter_opening": ("letters", "opening", line_of),
    "letter_body": ("letters", "body", _text),
    "letter_closing": ("letters", "closing", line_of),
    "via": ("channels", "via", line_of),
    "note": ("channels", "note", line_of),
    "verified": ("channels", "verified", _day),
    "concerns": ("rules", "concerns", _ordinal),
}
"""For each field of one value: the part of the case that it belongs to, its name there, and its reader."""
