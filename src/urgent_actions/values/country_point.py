"""A point of each country, by which a map can show it without drawing a border.

The points of `data/country_points.tsv` are those that the tz database gives for its time zones, in the public domain
(zone.tab, https://www.iana.org/time-zones): of a country with several zones that of its capital, and else the first.
Kosovo, which has no zone of its own there, stands where the World Factbook has its capital. Two islands on which nobody
lives have none.
"""

from functools import cache

from urgent_actions.values.country import Country
from urgent_actions.values.data_table import data_rows

Point = tuple[float, float]


def point_of(country: Country | str) -> Point | None:
    """The latitude and longitude of a place in a country, in degrees north and east; None where no place is known.

    >>> point_of("RU"), point_of("BV")
    ((55.76, 37.62), None)
    """
    return _points().get(Country.of(country).code)


@cache
def _points() -> dict[str, Point]:
    rows = data_rows("country_points.tsv")
    return {code: (float(latitude), float(longitude)) for code, latitude, longitude, _ in rows}
