"""A table of missions: what is written is read back, and nothing that is wrong or has no column passes."""

import csv
import io
from contextlib import nullcontext, suppress

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.contact_channel import ContactChannel
from urgent_actions.errors import InvalidData
from urgent_actions.formats.mission_cells import CHANNELS, COLUMNS
from urgent_actions.formats.missions_csv import read_missions_csv, write_missions_csv
from urgent_actions.missions import Mission, MissionDirectory
from urgent_actions.target import Target
from urgent_actions.testing.strategies.nouns import missions
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country
from urgent_actions.values.hours import Hours
from urgent_actions.values.phone_number import PhoneNumber
from urgent_actions.values.postal_address import PostalAddress
from urgent_actions.values.source import Source
from urgent_actions.values.web_link import WebLink
from urgent_actions.values.window import Window

ORDER = list(CHANNELS.values())
LIST = Source("Diplomatic list", "https://example.org/list", publisher="X", stated="2020-01", checked="2020-05-20")


def embassy(*channels, **more):
    target = Target("e", "embassy", organisation="Embassy", country="RU", accredited_to="US", channels=channels)
    return Mission(attrs.evolve(target, **more), LIST)


def with_columns(mission):
    """The mission without what no column holds, its channels in the order of the columns."""
    plain = [
        ContactChannel(channel.kind, channel.address)
        for channel in mission.target.channels
        if channel.address is not None and channel.kind is not ChannelKind.OTHER and "|" not in str(channel.address)
    ]
    channels = sorted(plain, key=lambda channel: ORDER.index(channel.kind))
    return attrs.evolve(mission, target=attrs.evolve(mission.target, copy=False, salutation=None, channels=channels))


TABLES = st.lists(missions().map(with_columns), max_size=4, unique_by=lambda mission: mission.target.id)


@given(TABLES.map(MissionDirectory))
def test_what_is_written_is_read_back(directory):
    text = write_missions_csv(directory)
    assert read_missions_csv(text) == directory
    assert write_missions_csv(read_missions_csv(text)) == text


@given(missions())
def test_whatever_has_no_column_is_refused_and_never_left_out(mission):
    kept = with_columns(mission)
    channels = mission.target.channels
    whole = mission == attrs.evolve(kept, target=attrs.evolve(kept.target, channels=channels))
    plain = all(channel == ContactChannel(channel.kind, channel.address) for channel in channels)
    loses = not (whole and plain and len(kept.target.channels) == len(channels))
    with pytest.raises(InvalidData, match=r"no (column|cell)") if loses else nullcontext():
        assert read_missions_csv(write_missions_csv(MissionDirectory([mission]))) == MissionDirectory([kept])


@given(st.permutations(COLUMNS), TABLES.map(MissionDirectory))
def test_the_order_of_the_columns_is_free(order, directory):
    header, *rows = [line.split("\t") for line in _tabbed(write_missions_csv(directory))]
    shown = sorted(range(len(header)), key=lambda number: order.index(header[number]))
    text = "\n".join(";".join(_quoted(row[number]) for number in shown) for row in (header, *rows))
    assert read_missions_csv(text) == directory


def _tabbed(text):
    """The table with the cells of each row set apart by tabs; the cells themselves have none that matter here."""
    return ["\t".join(cell.replace("\t", " ") for cell in row) for row in csv.reader(io.StringIO(text, newline=""))]


def _quoted(cell):
    return '"' + cell.replace('"', '""') + '"'


def test_a_row_is_read_as_people_write_it():
    text = (
        "host;state;kind;covers;organisation;name;post;phone;twitter;website;from;until;source;checked\r\n"
        'Germany;Russia;;Liechtenstein | LU;"Embassy ""R""";A. Person;"1 Street\r\n10117 Berlin | P.O. Box 1";'
        "+49 30 00000 | +49 30 00001;RusEmb;www.example.org;2020-01-02;2020-12;our list;2020-05\r\n"
        ";;;;;;;;;;;;;\r\n"
    )
    (mission,) = read_missions_csv(text)
    assert (mission.state, mission.seat, mission.covers) == (
        Country("RU"),
        Country("DE"),
        {Country("LI"), Country("LU")},
    )
    assert (mission.target.id, mission.during) == ("embassy-of-russia-in-germany", Window("2020-01-02", "2020-12"))
    assert (mission.target.organisation, mission.target.name) == ('Embassy "R"', "A. Person")
    assert [str(channel) for channel in mission.target.channels] == [
        "post: 1 Street\n10117 Berlin",
        "post: P.O. Box 1",
        "phone: +49 30 00000",
        "phone: +49 30 00001",
        "twitter: @RusEmb",
        "website: https://www.example.org",
    ]


def test_no_cell_is_written_that_a_spreadsheet_would_reckon_with():
    odd = embassy(ContactChannel("phone", PhoneNumber("+12022985700")), organisation="=1+1", office="'@x", name="'s X")
    text = write_missions_csv(MissionDirectory([odd]))
    assert "e,embassy,RU,US,'=1+1,''@x,'s X,'+12022985700,Diplomatic list" in text
    assert read_missions_csv(text) == MissionDirectory([odd])


@pytest.mark.parametrize(
    "mission",
    [
        embassy(copy=True),
        embassy(salutation="Dear Ambassador"),
        embassy(name=" "),
        embassy(ContactChannel.withheld("email")),
        embassy(ContactChannel("phone", PhoneNumber("+12022985700"), via="a friend")),
        embassy(ContactChannel("phone", PhoneNumber("112"), hours=Hours.parse("FREQ=DAILY 09:00-17:00 Europe/Berlin"))),
        embassy(ContactChannel("post", PostalAddress(["1 Street | 2 Street"]))),
        embassy(ContactChannel("other", WebLink("https://example.org"))),
        embassy(ContactChannel("telex", WebLink("https://example.org"))),
    ],
)
def test_what_has_no_column_is_not_written(mission):
    with pytest.raises(InvalidData) as caught:
        write_missions_csv(MissionDirectory([embassy(id="first"), mission]))
    (problem,) = caught.value.problems
    assert problem.where.startswith("missions[1].target.")


def test_everything_that_is_wrong_is_told_at_once_by_line_and_column():
    text = (
        "state,host,kind,phone,stated,checked,source,from,until,organisation\n"
        "RU,Germny,embasy,12,2020-1,2020-01,x,2020-02,2020-01,E\n"
        ',US,,,,,"x\ny",,,E\n'
        "RU,US,,,2020-02,2020-01,x,2020-02,2020-01,\n"
        "RU,US,,,,,x,,,E,more\n"
        "RU,US,mission,,,,x,,,E\n"
        "RU,US,,,,,x,,,E\n"
        "RU,US,,,,,x,2020-01,,F\n"
    )
    with pytest.raises(InvalidData) as caught:
        read_missions_csv(text)
    assert [(problem.line, problem.where, problem.code) for problem in caught.value.problems] == [
        (2, "host", "unknown-country"),
        (2, "kind", "unknown-word"),
        (2, "phone", "bad-phone"),
        (2, "stated", "bad-date"),
        (3, "", "missing-cell"),
        (5, "organisation", "nameless-target"),
        (5, "checked", "checked-before-stated"),
        (5, "until", "window-ends-before-start"),
        (6, "", "too-many-cells"),
        (7, "to", "no-organisation"),
        (9, "id", "duplicate-mission"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ["line 1: missing column 'state'; name the columns in the first row"] * 1),
        ("sate,state,host,host,source", ["did you mean 'state'?", "the column 'host' stands there twice"]),
        ("state,host", ["missing column 'source'"]),
        ('state,host,source\n"RU,US', ["line 2: the text is no CSV"]),
        ("state,host,source\nRU,\ud800,x", ["the text holds half of a surrogate pair"]),
    ],
)
def test_a_table_of_another_form_is_refused(text, told):
    with pytest.raises(InvalidData) as caught:
        read_missions_csv(text)
    assert all(words in str(caught.value) for words in told)


@pytest.mark.parametrize("number", ["00 98 21 6616 4411", "298 5700/5701", "+12022985700x12"])
def test_a_number_stays_as_it_is_known(number):
    directory = MissionDirectory([embassy(ContactChannel("phone", PhoneNumber(number)))])
    assert read_missions_csv(write_missions_csv(directory)) == directory


def test_half_a_character_is_not_written():
    with pytest.raises(InvalidData, match="half of a surrogate pair"):
        write_missions_csv(MissionDirectory([embassy(name="\ud800")]))


ROWS = st.text("state,hostourcephn;\"'\n\r=+|RUS2020-0", max_size=200).map("state,host,source,phone\n".__add__)


@given(ROWS | st.text())
def test_any_text_is_read_or_refused(text):
    with suppress(InvalidData):
        assert isinstance(read_missions_csv(text), MissionDirectory)
