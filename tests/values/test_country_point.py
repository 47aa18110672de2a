import re
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.values.country_codes import COUNTRY_CODES
from urgent_actions.values.country_point import point_of
from urgent_actions.values.data_table import data_rows

ROWS = data_rows("country_points.tsv")
LONELY = {"BV", "HM"}
"""Islands on which nobody lives."""


def test_every_country_has_one_point_but_for_two_islands_without_people():
    assert [code for code, *_ in ROWS] == sorted(COUNTRY_CODES - LONELY)
    assert {code for code in COUNTRY_CODES if point_of(code) is None} == LONELY


@given(st.sampled_from(sorted(COUNTRY_CODES - LONELY)))
def test_a_point_lies_on_the_globe(code):
    latitude, longitude = point_of(code)
    assert -90 <= latitude <= 90
    assert -180 <= longitude <= 180


def degrees(angle):
    """An angle of ISO 6709, of degrees and minutes, and maybe seconds."""
    sign, digits = angle[0], angle[1:]
    whole = len(digits) - (2 if len(digits) < 6 else 4)
    parts = [int(digits[:whole]), int(digits[whole : whole + 2]), int(digits[whole + 2 :] or 0)]
    return (-1 if sign == "-" else 1) * sum(part / 60**n for n, part in enumerate(parts))


def places():
    lines = (resources.files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8").splitlines()
    for code, where, zone, *_ in (line.split("\t") for line in lines if not line.startswith("#")):
        yield (code, zone), tuple(map(degrees, re.findall(r"[+-]\d+", where)))


SLACK = 0.05
"""The tz database now and then moves a point by a minute or two."""


def test_a_point_is_that_of_a_time_zone_of_the_country_where_it_has_one():
    known = dict(places())
    for code, latitude, longitude, place in ROWS:
        if (code, place) in known:
            assert (float(latitude), float(longitude)) == pytest.approx(known[code, place], abs=SLACK), code
    assert {code for code, *_, place in ROWS if (code, place) not in known} <= {"XK"}
