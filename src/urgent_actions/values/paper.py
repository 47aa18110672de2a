"""The paper that a letter is printed on: A4, or US Letter where that is the paper of the country."""

import tomllib
from functools import cache
from typing import Any

from urgent_actions.values.country import Country
from urgent_actions.values.data_table import data_text
from urgent_actions.values.word import Word

_GRAMS_A_SQUARE_METRE = 80


class Paper(Word):
    """A size of paper.

    >>> Paper.of_country("US"), Paper.of_country("RU").width
    (<Paper.US_LETTER: 'US Letter'>, 210.0)
    """

    A4 = "A4"
    """210 x 297 mm (ISO 216)."""
    US_LETTER = "US Letter"
    """8 1/2 x 11 inches (ANSI/ASME Y14.1, size A)."""

    @classmethod
    def of_country(cls, country: Country | str) -> "Paper":
        """The paper that printers hold in a country (CLDR supplemental data, `paperSize`).

        Raises:
            InvalidValue: there is no such country.
        """
        code = Country.of(country).code
        return next((paper for paper in cls if code in _papers()["countries"].get(paper.value, ())), cls.A4)

    @property
    def width(self) -> float:
        """In millimetres."""
        return float(self.measures["width"])

    @property
    def height(self) -> float:
        """In millimetres."""
        return float(self.measures["height"])

    @property
    def grams(self) -> float:
        """What a sheet of ordinary paper weighs, at 80 g a square metre (ISO 536)."""
        return self.width * self.height * _GRAMS_A_SQUARE_METRE / 1e6

    @property
    def measures(self) -> dict[str, Any]:
        """How a letter stands on it, as `data/papers.toml` says: the window of the envelope, margins, folds."""
        return dict(_papers()[self.value])


@cache
def _papers() -> dict[str, dict[str, Any]]:
    return tomllib.loads(data_text("papers.toml"))
