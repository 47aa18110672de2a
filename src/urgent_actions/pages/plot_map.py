"""Actions by the country of the senders, on a map: a circle at a point of each country, and no border drawn."""

from collections.abc import Iterator, Mapping
from math import pi, sqrt
from textwrap import wrap
from typing import Any

from urgent_actions.pages.map_shapes import MapShapes
from urgent_actions.pages.plot_numbers import (
    BLUE,
    DARK,
    GREY,
    Counted,
    altair,
    numbers_by,
    rows_as_data,
    said_of,
    withheld_by,
)
from urgent_actions.pages.plot_reader import ACTIONS, PlotReader
from urgent_actions.values.country_codes import COUNTRY_CODES
from urgent_actions.values.country_point import point_of
from urgent_actions.values.language import Language
from urgent_actions.values.listing import Listing
from urgent_actions.values.text import Message

Row = dict[str, Any]

_WIDTH, _HEIGHT = 720, 350
_LARGEST = 1_600
"""The area of the largest circle, in square pixels."""
_NAMED = 12
"""How many countries have their names on the map itself at most; all have them where the pointer rests."""
_LINE = 110
"""How many letters go on a line above the map."""


def plot_map(
    counted: Counted, *, shapes: Mapping[str, Any] | None = None, code: str = "ISO_A2", locale: Language | str = "en"
) -> Any:
    """Draw the numbers of actions by the country of the senders, on a map whose areas are true (Equal Earth).

    A circle stands at a point of each country, its area as large as the number. No border is drawn, unless shapes are
    given: then each is filled by its number. What a release withholds is shown as withheld, and not as nought; what has
    no place on the map is told above it.

    Args:
        counted: totals of any kind, or a release.
        shapes: the shapes of countries, as parsed GeoJSON (a FeatureCollection) or as TopoJSON with one object.
        code: the property of a shape that has the two-letter code of its country.
        locale: the language of the reader, and so of the names of the countries.

    Returns:
        An `altair.LayerChart`.

    Raises:
        InvalidValue: it is no totals, they are not by country, or no shape has the code of a country.
        MissingExtra: the extra `plots` is not installed.
    """
    reader = PlotReader(locale)
    drawn = None if shapes is None else MapShapes(shapes, code)
    rows = [*_rows(counted, reader)]
    placed = [row for row in rows if (row["latitude"] is not None if drawn is None else row["code"] in drawn.codes)]
    lost = [f"{row['what']} ({row['said']})" for row in rows if row not in placed]
    told = Message("Not on the map: {places}", {"places": Listing(lost)}).say(reader.language) if lost else ""
    subtitle = [*said_of(counted, reader.language), *wrap(told, _LINE)]
    title = reader.title(Message("Actions by country"), subtitle)
    layers = _circles(placed, reader) if drawn is None else drawn.filled(placed, reader)
    return altair().layer(*_globe(), *layers, width=_WIDTH, height=_HEIGHT, title=title).project("equalEarth")


def _rows(counted: Counted, reader: PlotReader) -> Iterator[Row]:
    """A row for each country, the largest numbers first; a number that is withheld is null."""
    numbers: dict[str | None, int | None] = {code: number for (code,), number in numbers_by(counted, "country").items()}
    numbers |= {code: None for (code,) in withheld_by(counted, "country")}
    for code in sorted(numbers, key=lambda code: (-(numbers[code] or 0), str(code))):
        number = numbers[code]
        latitude, longitude = (code and point_of(code)) or (None, None)
        row = {"code": code, "what": reader.country(code), "actions": number, "said": reader.number_or_withheld(number)}
        yield row | {"latitude": latitude, "longitude": longitude}


def _globe() -> list[Any]:
    alt = altair()
    sphere = alt.Chart(alt.sphere()).mark_geoshape(fill="#f4f7f9", stroke="#c9d3da")
    lines = alt.Chart(alt.graticule(step=[30, 30])).mark_geoshape(filled=False, stroke="#dbe3e8", strokeWidth=0.6)
    return [sphere, lines]


def _circles(rows: list[Row], reader: PlotReader) -> list[Any]:
    shown = [row for row in rows if row["actions"] is not None]
    most = max((row["actions"] for row in shown), default=1)
    return [_elsewhere(rows), _sized(shown, most, reader), *_rings(rows, reader), *_names(shown, most)]


def _elsewhere(rows: list[Row]) -> Any:
    """A dot for every other country, so that one sees where on the world one is."""
    alt = altair()
    here = {row["code"] for row in rows}
    points = [point for code in sorted(COUNTRY_CODES - here) if (point := point_of(code)) is not None]
    dots = alt.Chart(rows_as_data([{"latitude": latitude, "longitude": longitude} for latitude, longitude in points]))
    return dots.mark_circle(color=GREY, size=5, opacity=0.7).encode(latitude="latitude:Q", longitude="longitude:Q")


def _sized(shown: list[Row], most: int, reader: PlotReader) -> Any:
    alt = altair()
    actions = reader.say(ACTIONS)
    area = alt.Scale(domain=[0, most], range=[0, _LARGEST])
    circles = alt.Chart(rows_as_data(shown)).mark_circle(color=BLUE, stroke=BLUE, strokeWidth=1, opacity=0.55)
    size = alt.Size("actions:Q", title=actions, scale=area, legend=reader.legend_of_counts(most))
    return circles.encode(latitude="latitude:Q", longitude="longitude:Q", size=size, tooltip=reader.tooltips())


def _rings(rows: list[Row], reader: PlotReader) -> list[Any]:
    """A dashed ring for each number that is withheld, the same for all: their sizes are not to be told."""
    alt = altair()
    withheld = [row for row in rows if row["actions"] is None]
    rings = alt.Chart(rows_as_data(withheld)).mark_point(size=70, strokeDash=[3, 2], strokeWidth=1.6, filled=False)
    told = {"color": reader.withheld_in(DARK), "tooltip": reader.tooltips()}
    return [rings.encode(latitude="latitude:Q", longitude="longitude:Q", **told)] if withheld else []


def _names(shown: list[Row], most: int) -> list[Any]:
    """The names of the largest, above their circles, as far as they leave one another room."""
    alt = altair()
    base = alt.Chart(rows_as_data([*_named(shown, most)])).encode(
        latitude="above:Q", longitude="longitude:Q", text="what:N"
    )
    halo = base.mark_text(fontSize=10, stroke="white", strokeWidth=3, strokeOpacity=0.8, strokeJoin="round")
    return [halo, base.mark_text(fontSize=10)]


def _named(shown: list[Row], most: int) -> Iterator[Row]:
    taken: list[tuple[float, float, float]] = []
    for row in shown:
        radius = sqrt(_LARGEST * row["actions"] / most / pi)
        above = min(row["latitude"] + (radius + 7) * 180 / _HEIGHT, 88.0)
        half = len(row["what"]) * 3 * 360 / _WIDTH
        room = (abs(above - y) > 7 or abs(row["longitude"] - x) > half + other for y, x, other in taken)
        if len(taken) < _NAMED and all(room):
            taken.append((above, row["longitude"], half))
            yield {"what": row["what"], "longitude": row["longitude"], "above": above}
