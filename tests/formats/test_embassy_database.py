"""The public table of embassies in its own layout, with invented rows: what can be taken is, the rest is told."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.errors import InvalidData
from urgent_actions.formats.embassy_database import is_embassy_database, read_embassy_database
from urgent_actions.formats.missions_csv import read_missions_csv, write_missions_csv
from urgent_actions.missions import MissionDirectory
from urgent_actions.values.country import Country
from urgent_actions.values.source import Source
from urgent_actions.values.window import ALWAYS, Window

HEADING = (
    "operator;operatorQID;operatorISO;jurisdictions;jurisdictionQIDs;country;countryQID;countryISO;city;cityQID;address;"
    "latitude;longitude;phone;email;website;facebook;twitter;youtube;picture;pictureAuthor;pictureLicense;"
    "pictureLicenseURL;type;typeQID;creation;QID;"
)
COLUMNS = HEADING.rstrip(";").split(";")
EMBASSY = {
    "operator": "Exampleland", "operatorISO": "RU", "jurisdictions": "Germany|Liechtenstein", "country": "Germany",
    "countryISO": "DE", "city": "Berlin", "address": 'House "A", 1 Invented Street', "phone": "+49-30-000-00",
    "email": "mailto:a@example.org", "website": "http://example.org", "facebook": "invented.embassy",
    "twitter": "invented", "youtube": "UCinvented", "type": "embassy", "creation": "1990-03-01T00:00:00Z",
    "QID": "http://www.wikidata.org/entity/Q0",
}  # fmt: skip


def table(*rows):
    """Rows in the layout: the heading ends in a semicolon, and the rows do not."""
    return "\n".join([HEADING, *(";".join((EMBASSY | row).get(name, "") for name in COLUMNS) for row in rows), ""])


def converted(*rows, **more):
    problems = []
    return read_embassy_database(table(*rows), problems.append, **more), [str(problem) for problem in problems]


def test_a_row_becomes_a_mission_with_all_that_the_layout_says():
    directory, problems = converted({}, checked="2020-05")
    (mission,) = directory
    assert problems == []
    assert mission.target.id == "embassy-of-russia-in-berlin-q0"
    assert (str(mission.target.kind), mission.state, mission.seat) == ("embassy", Country("RU"), Country("DE"))
    assert (mission.covers, mission.during) == ({Country("LI")}, Window("1990-03-01"))
    assert mission.target.organisation == "Embassy of Exampleland in Berlin"
    link = "http://www.wikidata.org/entity/Q0"
    assert mission.source == Source("Wikidata Q0", link, publisher="Wikidata", checked="2020-05")
    assert [str(channel) for channel in mission.target.channels] == [
        'post: House "A", 1 Invented Street\nBerlin\nGermany',
        "email: a@example.org",
        "phone: +49 30 00000",
        "twitter: @invented",
        "facebook: https://www.facebook.com/invented.embassy",
        "youtube: https://www.youtube.com/channel/UCinvented",
        "website: http://example.org",
    ]
    assert directory.find(Country("RU"), Country("LI"), date(2020, 5, 25))


def test_what_was_converted_can_be_kept_as_a_table_of_ones_own():
    directory, _ = converted({}, {"type": "consulate", "QID": "http://www.wikidata.org/entity/Q1"})
    assert read_missions_csv(write_missions_csv(directory)) == directory


def test_a_city_that_the_address_names_is_not_named_again():
    ((mission,), _) = converted({"address": "1 Street, BERLIN"})
    assert str(mission.target.channels[0]) == "post: 1 Street, BERLIN\nGermany"


def test_what_is_empty_is_left_open():
    empty = dict.fromkeys(set(EMBASSY) - {"operator", "country", "type", "QID"}, "")
    ((mission,), problems) = converted(empty | {"operator": "Russia", "type": "Honorary Consulate"})
    assert (mission.target.channels, mission.covers, mission.during, problems) == ((), frozenset(), ALWAYS, [])
    assert mission.target.organisation == "Honorary Consulate of Russia in Germany"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"operator": "Atlantis", "operatorISO": ""}, "'Atlantis' is no state that has a code at operator"),
        ({"country": "", "countryISO": ""}, "'' is no state that has a code at country"),
        ({"type": "embassy building"}, "unknown type of mission 'embassy building' at type"),
        ({"QID": "Q0"}, "'Q0' is no web link"),
        ({"type": "permanent mission", "jurisdictions": ""}, "a permanent mission is to an organisation at to"),
    ],
)
def test_a_row_that_cannot_be_a_mission_is_told_and_left_out(row, told):
    directory, problems = converted(row, {"QID": "http://www.wikidata.org/entity/Q1"})
    assert [mission.target.id for mission in directory] == ["embassy-of-russia-in-berlin-q1"]
    assert [problem.startswith(f"line 2: {told}") and "left out" in problem for problem in problems] == [True]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"phone": "ask inside"}, "'ask inside' is no telephone number at phone"),
        ({"email": "mailto:none"}, "at email"),
        ({"website": "ftp://example.org"}, "at website"),
        ({"creation": "t1"}, "at creation"),
        ({"creation": "1990-02-30T00:00:00Z"}, "at creation"),
        ({"jurisdictions": "Bavaria|Germany"}, "the jurisdiction 'Bavaria' is no country at jurisdictions"),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_and_its_row_is_taken(row, told):
    directory, problems = converted(row)
    assert len(directory) == len(problems) == 1
    assert told in problems[0]


def test_a_permanent_mission_is_to_the_body_in_whose_jurisdiction_it_is():
    ((mission,), problems) = converted({"type": "permanent mission", "jurisdictions": "United Nations|Germany"})
    assert (mission.to, mission.covers, problems) == ("United Nations", frozenset(), [])


def test_a_mission_that_stands_twice_is_taken_once():
    directory, problems = converted({}, {})
    assert len(directory) == 1
    assert problems == [
        "line 3: the mission http://www.wikidata.org/entity/Q0 stands there twice at QID; the row is left out"
    ]


def test_a_row_with_too_many_cells_and_a_new_column_are_told():
    problems = []
    text = table({}).replace(HEADING, HEADING + "fax;").replace("/Q0\n", "/Q0;;;;\n")
    assert len(read_embassy_database(text, problems.append)) == 0
    assert [(problem.line, problem.code) for problem in problems] == [(1, "unknown-column"), (2, "too-many-cells")]


def test_without_a_function_to_tell_everything_is_raised():
    with pytest.raises(InvalidData) as caught:
        read_embassy_database(table({"operatorISO": "", "operator": "x"}, {"phone": "x"}))
    assert [problem.line for problem in caught.value.problems] == [2, 3]


@pytest.mark.parametrize("text", ["", "operator;country\n", "state,host,source\n"])
def test_another_table_is_refused(text):
    assert not is_embassy_database(text)
    with pytest.raises(InvalidData, match="missing column 'QID'"):
        read_embassy_database(text, lambda _: None)


@given(st.lists(st.text("RUDE;|\r\t mailto:@.http/+0123Q", max_size=60)))
def test_any_row_is_taken_or_told(rows):
    problems = []
    assert is_embassy_database(HEADING)
    with suppress(InvalidData):
        directory = read_embassy_database("\n".join([HEADING, *rows]), problems.append)
        assert isinstance(directory, MissionDirectory)
        assert len(directory) + len(problems) >= sum(bool(row.strip("; \r\t")) for row in rows)
