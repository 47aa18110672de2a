"""Case references and index numbers in running text: `UA 82.20`, `UA: 82/20`, `EX#51/01`, `ASA 31/091/2003`."""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache

import attrs

from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.errors import InvalidValue
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.index_number import IndexNumber

# the letter of the language may follow: AMR 23/22/98/s
_DIGIT = re.compile(r"\d")
_INDEX = re.compile(
    r"(?<![^\W_])[A-Z]{3}\s?\d{2}\s?/\s?\d{1,5}\s?/\s?(?:\d{4}|\d{2})(?!\d)(?!/(?![a-z](?![\w/])))",
    re.ASCII | re.IGNORECASE,
)
_REGIONS = frozenset({"ACT", "AFR", "AMR", "ASA", "DOC", "EUR", "FIN", "IOR", "MDE", "NWS", "ORG", "POL"})
_FAULTS = {
    "/": "",
    ".": "",
    "-": "it has a hyphen for a slash",
    "\\": "it has a backslash for a slash",
    "": "the slash between number and year is missing",
}


@attrs.frozen
class FoundReference:
    """A reference in a text, from one character to another.

    Args:
        reference: None where the number has no year.
        named: whether its series is printed; where it is not, it is of the series that was asked for.
        fault: what was put right to read it, in words; empty where nothing was.
    """

    start: int
    end: int
    reference: CaseReference | None = attrs.field(kw_only=True)
    named: bool = attrs.field(default=True, kw_only=True)
    fault: str = attrs.field(default="", kw_only=True)


@attrs.frozen
class FoundIndex:
    """An index number in a text, from one character to another."""

    start: int
    end: int
    index: IndexNumber


def find_references(text: str, series: str | None = None) -> Iterator[FoundReference]:
    """Every case reference of a text, in order, in each of the ways in which they are written.

    Args:
        text: any text. What is part of an index number or of a date in digits is no reference.
        series: the series of numbers that name none (`Second 12.24`); None where such numbers are to be passed over, as
            in running text, where `24/70` may be anything.

    >>> [str(found.reference) for found in find_references("Stop action to UA 233/99 and EX26/00 (ASA 31/091/2003)")]
    ['UA 233/99', 'EXTRA 26/00']
    >>> [str(found.reference) for found in find_references("Second 12.24, 1/30/2012", series="UA")]
    ['UA 12/24']
    """
    small = text.islower()
    for match in _pattern().finditer(text) if _DIGIT.search(text) else ():
        name = match["series"]
        if name is None and (series is None or match["mark"] in {None, "-"}):
            continue
        if name is not None and name.islower() and not small and name in word_list("editions")["short"]["words"]:
            continue
        yield FoundReference(
            match.start() if name is None else match.start("series"),
            match.end(),
            reference=_reference(match, name or series or ""),
            named=name is not None,
            fault=_FAULTS[match["mark"] or ""],
        )


def find_index_numbers(text: str) -> Iterator[FoundIndex]:
    """Every index number of a text, in order: `EUR 46/2345/2020`, `AMR 23/65/91`; one that cannot be is passed over.

    >>> [str(found.index) for found in find_index_numbers("(AMR 23/55/91, 2 October and follow-up AMR 23/62/91)")]
    ['AMR 23/055/1991', 'AMR 23/062/1991']
    """
    for match in _INDEX.finditer(text):
        if match[0][:3].upper() in _REGIONS:
            with suppress(InvalidValue):  # a year before there were any
                yield FoundIndex(match.start(), match.end(), IndexNumber.parse(re.sub(r"\s?/\s?", "/", match[0])))


def _reference(match: re.Match[str], series: str) -> CaseReference | None:
    number, year, run = match["number"], match["year"], match["run"]
    if run:
        number, year = run[:-2], run[-2:]
    if not year:
        return None
    try:
        return CaseReference.parse(f"{series} {number}/{year}")
    except InvalidValue:
        return None


@cache
def _pattern() -> re.Pattern[str]:
    """A series, which may cling to a word before it (`onUA 168/04`), then number, mark and year.

    Five digits in a row (`UA 21209`), or four that are no year of this century or the last, are number and year with
    the mark left out, and up to three digits are a number without a year; both only behind a series.
    """
    names = "|".join(sorted(word_list("editions")["short"]["series"], key=len, reverse=True))
    before = r"(?:(?<![^\W_])|(?<=(?<![^\W_])on)|(?<=(?<![^\W_])to))"
    sign = r"\s{0,3}(?:[:.\-]\s{0,3})?(?:(?:no|nr)\.?:?\s{0,3}|[#№]\s{0,3})?(?:on\s)?"
    whole = r"(?P<number>\d{1,4})\s?(?P<mark>[./\\]|-(?=\d\d(?!\d)))\s?(?P<year>\d{4}|\d{2})(?!\d)(?![./\\]{1,2}\d)"
    broken = r"(?P<run>\d{5}|(?!19|20)\d{4})(?![./\\]?\d)|\d{1,3}(?![\d:]|[./\\]\d)"
    return re.compile(rf"(?:{before}(?P<series>{names}){sign}|(?<![\w./\\\-]))(?:{whole}|{broken})", re.IGNORECASE)
