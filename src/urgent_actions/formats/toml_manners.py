"""What TOML says better than JSON: dates, windows by their ends, plain words for English, regions for countries."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from urgent_actions.errors import InvalidValue, Problem, refuse_if
from urgent_actions.formats.faults import read_each, read_known
from urgent_actions.formats.strict import Manner, StrictConverter, standing_twice
from urgent_actions.formats.value_forms import VALUE_FORMS
from urgent_actions.formats.words import REASONS, read_tagged, read_text, write_tagged, write_text
from urgent_actions.formats.wrong_type import wrong_type
from urgent_actions.values.country import Country
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.region import countries_of
from urgent_actions.values.text import ENGLISH, Reason, Text
from urgent_actions.values.window import Window

_ENDS = {"from": "first", "until": "last"}
_REGION = "region:"


@lru_cache(maxsize=1)
def toml_converter() -> StrictConverter:
    """What reads and writes each thing that stands in a TOML file."""
    return StrictConverter(_toml_manners)


def _toml_manners(converter: StrictConverter) -> Iterator[Manner]:
    """How TOML reads and writes days, dates, windows, words and reasons."""
    yield Manner(date, lambda given, _: _read_day(given), lambda day: day)
    yield Manner(PartialDate, lambda given, _: _read_date(given), _write_date)
    yield Manner(frozenset[Country], lambda given, _: _read_countries(given, converter), _write_countries)
    yield Manner(Window, lambda given, _: read_known(given, _ENDS, Window, _read_window), _write_window)
    yield Manner(Text, lambda given, _: _read_words(given), _write_words)
    yield Manner(
        Reason, lambda given, _: _read_reason(given, converter), lambda reason: _write_reason(reason, converter)
    )


def _read_day(given: object) -> date:
    """A date of TOML; the ways in which people miss it have each their way out."""
    if type(given) is date:
        return given
    if type(given) is str and re.fullmatch(r"\d{4}-\d{2}-\d{2}", given, re.ASCII):
        raise InvalidValue(Problem("quoted-date", f"{given!r} is text, not a date", way_out="remove the quotes"))
    if isinstance(given, date):
        what = f"{given.isoformat()} is a date with a time"
        raise InvalidValue(Problem("date-with-time", what, way_out=f"write {given:%Y-%m-%d} alone"))
    raise wrong_type(date, given)


def _read_date(given: object) -> PartialDate:
    """A date of TOML, or a month in quotes, for TOML has none."""
    if type(given) is str and not re.match(r"\d{4}-\d{2}-", given, re.ASCII):
        month: PartialDate = VALUE_FORMS[PartialDate].read(given)
        return month
    return PartialDate.of(_read_day(given))


def _write_date(written: PartialDate) -> date | str:
    return str(written) if written.is_month else written.earliest


def _read_countries(given: object, converter: StrictConverter) -> frozenset[Country]:
    """Countries by their codes, and all those of a region that stands as `region:Eastern Europe`."""
    if type(given) is not list:
        raise wrong_type(list, given)

    def read(item: object) -> frozenset[Country]:
        if isinstance(item, str) and item.startswith(_REGION):
            return countries_of(item.removeprefix(_REGION).strip())
        return frozenset({converter.read(item, Country)})

    read_items = read_each(((f"[{number}]", item) for number, item in enumerate(given)), read)
    refuse_if(standing_twice(given))
    return frozenset().union(*read_items.values())


def _write_countries(countries: frozenset[Country]) -> list[str]:
    return sorted(map(str, countries))


def _read_window(given: Mapping[str, object]) -> Window:
    ends = read_each(given.items(), _read_date)
    return Window(ends.get("from"), ends.get("until"))


def _write_window(window: Window) -> dict[str, object]:
    return {name: _write_date(end) for name, part in _ENDS.items() if (end := getattr(window, part)) is not None}


def _read_words(given: object) -> Text:
    return Text.of(given) if type(given) is str else read_text(given)


def _write_words(text: Text) -> object:
    return str(text) if text.languages == (ENGLISH,) else write_text(text)


def _read_reason(given: object, converter: StrictConverter) -> object:
    """Plain words are English; one of our own sentences stands under `message`, and any other table is by language."""
    if type(given) is dict and "message" in given:
        return read_tagged(given, REASONS, converter.read)
    return _read_words(given)


def _write_reason(reason: Reason, converter: StrictConverter) -> object:
    return _write_words(reason) if isinstance(reason, Text) else write_tagged(reason, REASONS, converter.write)
