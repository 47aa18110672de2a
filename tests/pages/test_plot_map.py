"""A map has every number that the totals have: on it, or told above it; and none that a release withholds."""

import pytest
from pages.test_plots import rows

from urgent_actions import InvalidValue, Totals, plot_map, publish
from urgent_actions.values.catalog import TRANSLATED

NUMBERS = {"US": 1200, "DE": 3400, "FR": 40, "ZA": 90, "JP": 200, "IS": 3, "RU": 4, "BV": 2, None: 77}
COUNTED = Totals(["country"], {(code,): (number, number) for code, number in NUMBERS.items()})
RELEASE = publish(COUNTED, threshold=10)
WITHHELD = {code for (code,), number in RELEASE.by("country").items() if number is None}


def shape(code, east, north):
    ring = [[east, north], [east, north + 9], [east + 9, north + 9], [east + 9, north], [east, north]]
    properties = {"name": code, "ISO_A2": code}
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}


SHAPES = {
    "type": "FeatureCollection",
    "features": [
        shape("US", -100, 40),
        shape("DE", 6, 48),
        shape("IS", -20, 60),
        shape("AU", 130, -30),
        shape("-99", 0, 0),
    ],
}
TOPOLOGY = {
    "type": "Topology",
    "arcs": [[[0, 0], [0, 9], [9, 9], [9, 0], [0, 0]]],
    "objects": {
        "states": {
            "type": "GeometryCollection",
            "geometries": [{"type": "Polygon", "properties": {"ISO_A2": "US"}, "arcs": [[0]]}],
        }
    },
}


def drawn(chart):
    """The numbers on a map by country, None for one that is withheld."""
    return {row["code"]: row["actions"] for panel in rows(chart) for row in panel if "actions" in row}


def above(chart):
    return " ".join(chart.to_dict()["title"].get("subtitle", []))


def test_each_country_stands_on_the_map_with_its_number():
    assert drawn(plot_map(COUNTED)) == {code: number for code, number in NUMBERS.items() if code not in {"BV", None}}


def test_what_has_no_place_on_the_map_is_told_above_it():
    assert above(plot_map(COUNTED)) == "Not on the map: not said (77) and Bouvet Island (2)"
    assert above(plot_map(Totals(["country"], {("DE",): (3, 3)}))) == ""


def test_what_is_withheld_is_shown_as_withheld_and_never_by_its_number():
    chart = plot_map(RELEASE, locale="de")
    assert {"IS", "RU", "BV"} <= WITHHELD
    assert {code for code, number in drawn(chart).items() if number is None} == WITHHELD - {"BV"}
    sizes = [
        layer["encoding"]["size"]["field"] for layer in chart.to_dict()["layer"] if "size" in layer.get("encoding", {})
    ]
    assert sizes == ["actions"]
    assert "Bouvetinsel (nicht genannt)" in above(chart)


def test_countries_from_which_nothing_came_are_dots_without_a_number():
    dots = [row for panel in rows(plot_map(COUNTED)) for row in panel if {*row} == {"latitude", "longitude"}]
    assert len(dots) > 200


def test_shapes_that_are_given_are_filled_by_the_numbers_of_their_countries():
    for shapes, has in ((SHAPES, {"US", "DE", "IS", "AU"}), (TOPOLOGY, {"US"})):
        chart = plot_map(RELEASE, shapes=shapes)
        numbers = {code: number for (code,), number in RELEASE.by("country").items() if code in has}
        assert {code: number for code, number in drawn(chart).items() if code in NUMBERS} == numbers
        assert "South Africa (90)" in above(chart)


def test_what_is_no_shapes_or_has_no_codes_is_refused_with_the_way_out():
    with pytest.raises(InvalidValue, match="no shapes of countries at shapes"):
        plot_map(COUNTED, shapes={"type": "Feature"})
    with pytest.raises(InvalidValue, match="no shapes of countries at shapes"):
        plot_map(COUNTED, shapes={"type": "Topology"})
    with pytest.raises(InvalidValue, match="did you mean 'ISO_A2'"):
        plot_map(COUNTED, shapes=SHAPES, code="ISO_A3")


@pytest.mark.parametrize("shapes", [None, SHAPES, TOPOLOGY], ids=["circles", "features", "topology"])
def test_maps_are_drawn_as_pictures(shapes, tmp_path):
    plot_map(RELEASE, shapes=shapes, locale="ar").save(tmp_path / "map.png")
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")


def test_an_empty_map_is_a_map():
    assert drawn(plot_map(Totals(["country"], {}))) == {}


@pytest.mark.parametrize("locale", TRANSLATED)
def test_a_map_speaks_the_language_of_its_reader(locale):
    written = str(plot_map(RELEASE, locale=locale).to_dict())
    for words in ("Actions by country", "withheld", "Not on the map", "not said", "Germany"):
        assert words not in written
