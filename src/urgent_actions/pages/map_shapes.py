"""Shapes of countries that come from outside, to be filled on a map: this library draws no border of its own."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from urgent_actions.errors import Problem, did_you_mean, refuse_if
from urgent_actions.pages.plot_numbers import BLUE, GREY, altair, rows_as_data
from urgent_actions.pages.plot_reader import ACTIONS, PlotReader
from urgent_actions.values.country_codes import COUNTRY_CODES

_PALE = "#d6e5f0"
_TOLD = ["what", "actions", "said"]


@attrs.frozen(eq=False)
class MapShapes:
    """Shapes, each with the code of its country among its properties.

    Args:
        shapes: parsed GeoJSON, a FeatureCollection, or TopoJSON with one object.
        code: the property that has the code.

    Raises:
        InvalidValue: it is neither, or no shape has such a property with the code of a country.
    """

    shapes: Mapping[str, Any]
    code: str

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems_in(self))

    @property
    def codes(self) -> frozenset[str]:
        """The countries that have a shape."""
        said = {str(properties.get(self.code)) for properties in _properties(self.shapes)}
        return COUNTRY_CODES & said

    def filled(self, rows: list[dict[str, Any]], reader: PlotReader) -> list[Any]:
        """All shapes: filled by the number, white where there is none, grey where it is withheld."""
        alt = altair()
        shown = [row for row in rows if row["actions"] is not None]
        withheld = [row for row in rows if row["actions"] is None]
        most = max((row["actions"] for row in shown), default=1)
        shades, legend = alt.Scale(domain=[0, most], range=[_PALE, BLUE]), reader.legend_of_counts(most)
        number = alt.Color("actions:Q", title=reader.say(ACTIONS), scale=shades, legend=legend)
        return [
            self._outlines().mark_geoshape(fill="white", stroke=GREY, strokeWidth=0.4),
            *self._with(shown, number, reader),
            *self._with(withheld, reader.withheld_in(GREY), reader),
        ]

    def _with(self, rows: list[dict[str, Any]], colour: Any, reader: PlotReader) -> Iterator[Any]:
        """A layer of the shapes that there are rows for."""
        told = altair().LookupData(rows_as_data(rows), "code", _TOLD)
        shapes = self._outlines().transform_lookup(f"properties.{self.code}", from_=told)
        filled = shapes.transform_filter("isValid(datum.said)").mark_geoshape(stroke=GREY, strokeWidth=0.4)
        if rows:
            yield filled.encode(color=colour, tooltip=reader.tooltips())

    def _outlines(self) -> Any:
        alt = altair()
        if "features" in self.shapes:
            form = alt.DataFormat(property="features", type="json")
        else:
            (feature,) = self.shapes["objects"]
            form = alt.TopoDataFormat(feature=feature, type="topojson")
        return alt.Chart(alt.InlineData(values=self.shapes, format=form))


def _properties(shapes: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    objects = shapes["objects"].values() if "objects" in shapes else [shapes]
    for inner in objects:
        for feature in inner.get("features", inner.get("geometries", [])):
            yield feature.get("properties") or {}


def _is_drawable(shapes: object) -> bool:
    if not isinstance(shapes, Mapping):
        return False
    objects = shapes.get("objects")
    is_topology = isinstance(objects, Mapping) and len(objects) == 1
    return is_topology if shapes.get("type") == "Topology" else shapes.get("type") == "FeatureCollection"


def _problems_in(given: MapShapes) -> Iterator[Problem]:
    if not _is_drawable(given.shapes):
        way_out = "give a FeatureCollection of GeoJSON, or TopoJSON with one object, parsed by json.load"
        yield Problem("no-shapes", "these are no shapes of countries", where="shapes", way_out=way_out)
    elif not given.codes:
        known = sorted({name for properties in _properties(given.shapes) for name in properties})
        what = f"no shape has the two-letter code of a country as its property {given.code!r}"
        yield Problem("no-codes", what, where="code", way_out=did_you_mean(given.code, known))
