"""The index number of one published document: `EUR 46/2345/2020`."""

import re

import attrs

from urgent_actions.errors import InvalidValue, Problem

_WRITTEN = re.compile(r"\s*([A-Za-z]{3})\s*(\d{1,2})\s*/\s*(\d{1,5})\s*/\s*(\d{4}|\d{2})\s*", re.ASCII)


def _in_capitals(text: str) -> str:
    """The text in capitals; what is no string is left for the check to refuse."""
    return text.upper() if isinstance(text, str) else text


@attrs.frozen(order=True)
class IndexNumber:
    """Region, country file, serial number and year of one document.

    In `EUR 46/2345/2020` EUR is the region, 46 the country file, 2345 the document. Serial numbers count without their
    leading zeros, years have four digits: `AMR 23/065/1991` and `AMR 23/65/91` are one document.

    >>> IndexNumber.parse("AMR 23/65/91") == IndexNumber.parse("AMR 23/065/1991")
    True
    >>> str(IndexNumber("EUR", 46, serial=2345, year=2020))
    'EUR 46/2345/2020'
    """

    region: str = attrs.field(converter=_in_capitals)
    file: int
    serial: int = attrs.field(kw_only=True)
    year: int = attrs.field(kw_only=True)

    def __attrs_post_init__(self) -> None:
        numbers = (self.file, self.serial, self.year)
        whole = all(type(n) is int for n in numbers)
        right = whole and 0 <= self.file <= 99 and 0 <= self.serial <= 99999 and 1961 <= self.year <= 9999
        if not right or not isinstance(self.region, str) or not re.fullmatch(r"[A-Z]{3}", self.region):
            what = f"index number {self.region} {self.file}/{self.serial}/{self.year} cannot be"
            raise InvalidValue(Problem("bad-index", what, way_out="write it as 'EUR 46/2345/2020'"))

    @classmethod
    def parse(cls, text: str) -> "IndexNumber":
        """Read an index number, with the year in two digits or four, at its end.

        Raises:
            InvalidValue: the text is no index number.
        """
        found = _WRITTEN.fullmatch(text)
        if not found:
            what = f"cannot read {text!r} as an index number"
            raise InvalidValue(Problem("bad-index", what, way_out="write it as 'EUR 46/2345/2020'"))
        year = int(found[4])
        if len(found[4]) == 2:
            year += 1900 if year >= 61 else 2000
        return cls(found[1], int(found[2]), serial=int(found[3]), year=year)

    def __str__(self) -> str:
        return f"{self.region} {self.file:02d}/{self.serial:03d}/{self.year}"
