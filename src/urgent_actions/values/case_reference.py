"""The number under which a case is known, the same through every update and with every publisher: `UA 82/20`."""

import re

import attrs

from urgent_actions.errors import InvalidValue, Problem, refuse_if

# AU is Action urgente and Acción Urgente; UAA, EX and EXA are how the section in the USA printed UA and EXTRA.
_ALIASES = {"AU": "UA", "UAA": "UA", "EX": "EXTRA", "EXA": "EXTRA"}
_WRITTEN = re.compile(r"\s*([A-Za-z]{2,12})?\s*[:.]?\s*(\d{1,4})\s*[./]\s*(\d{4}|\d{2})\s*", re.ASCII)
_FIRST_YEAR = 1970  # the first appeal of this kind was sent in 1973: two digits from 70 on are of the last century


def _as_series(text: str) -> str:
    """The series under its English name, in capitals; what is no string is left for the check to refuse."""
    return _ALIASES.get(text.upper(), text.upper()) if isinstance(text, str) else text


@attrs.frozen(order=True, cache_hash=True)
class CaseReference:
    """The series, number and year of a case.

    Series are separate sequences: `UA 92/99` and `EXTRA 92/99` are two cases. `AU`, the French and Spanish name of
    the series, is `UA`, and `EX` is `EXTRA`. Two digits of a year mean 1970 to 2069.

    >>> CaseReference.parse("UA: 82.20") == CaseReference("UA", 82, year=2020)
    True
    >>> str(CaseReference.parse("AU : 258/09"))
    'UA 258/09'
    """

    series: str = attrs.field(converter=_as_series)
    number: int
    year: int = attrs.field(kw_only=True)

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems_in(self))

    @classmethod
    def parse(cls, text: str, series: str = "UA") -> "CaseReference":
        """Read a reference as people write it: `UA 82/20`, `82.20`, `UA: 082/2020`, `AU : 258/09`, `EXTRA 71/92`.

        Args:
            text: the reference and nothing else.
            series: the series of a number that names none.

        Raises:
            InvalidValue: the text is no reference.
        """
        found = _WRITTEN.fullmatch(text)
        if not found:
            raise InvalidValue(
                Problem("bad-reference", f"cannot read {text!r} as a case reference", way_out="write it as 'UA 82/20'")
            )
        name, number, year = found.groups()
        return cls(name or series, int(number), year=_four_digits(year))

    def __str__(self) -> str:
        short = _FIRST_YEAR <= self.year < _FIRST_YEAR + 100
        return (
            f"{self.series} {self.number}/{self.year % 100:02d}"
            if short
            else f"{self.series} {self.number}/{self.year}"
        )


def _four_digits(year: str) -> int:
    if len(year) == 4:
        return int(year)
    return int(year) + (1900 if int(year) >= _FIRST_YEAR % 100 else 2000)


def _problems_in(reference: CaseReference) -> list[Problem]:
    problems = []
    if not isinstance(reference.series, str) or not re.fullmatch(r"[A-Z]{2,12}", reference.series):
        what = f"series {reference.series!r} is not 2 to 12 letters"
        problems.append(Problem("bad-series", what, where="series", way_out="use 'UA', 'EXTRA' or 'MA'"))
    if type(reference.number) is not int or not 1 <= reference.number <= 9999:
        what = f"number {reference.number!r} is not a whole number from 1 to 9999"
        problems.append(Problem("bad-number", what, where="number"))
    if type(reference.year) is not int or not 1961 <= reference.year <= 9999:
        what = f"year {reference.year!r} is not a year of four digits from 1961 on"
        problems.append(Problem("bad-year", what, where="year"))
    return problems
