"""Missions as TOML: what is written is read back, and what is wrong is told with its line."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.errors import InvalidData
from urgent_actions.formats.missions_toml import read_missions_toml, write_missions_toml
from urgent_actions.missions import Mission, MissionDirectory
from urgent_actions.target import Target
from urgent_actions.testing.strategies.nouns import mission_directories
from urgent_actions.values.source import Source

EMBASSY = """\
[[mission]]
source = { title = "our list" }
covers = ["LI"]

[mission.target]
id = "embassy"
kind = "embassy"
organisation = "Embassy"
country = "RU"
accredited_to = "DE"
salutation = "Dear Ambassador"

[[mission.target.channels]]
kind = "phone"
state = "known"
address = "+493000000"
"""


@given(mission_directories())
def test_what_is_written_is_read_back(directory):
    text = write_missions_toml(directory)
    assert read_missions_toml(text) == directory
    assert write_missions_toml(read_missions_toml(text)) == text


def test_a_mission_is_written_as_people_write_it():
    directory = read_missions_toml(EMBASSY)
    assert [len(mission.target.channels) for mission in directory] == [1]
    assert write_missions_toml(directory) == EMBASSY


@pytest.mark.parametrize("text", ["", "# none yet\n", "mission = []", "\ufeff"])
def test_a_text_without_missions_is_an_empty_directory(text):
    assert read_missions_toml(text) == MissionDirectory()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("covers", "cover", "line 3: unknown key 'cover' at mission[0]; did you mean 'covers'?"),
        ('["LI"]', '"LI"', "line 3: expected a list, got a string at mission[0].covers; put it in brackets"),
        ('["LI"]', '["DE"]', "line 3: DE is where it sits or whom it stands for"),
        ('"our list"', "3", "line 2: expected a string, got a whole number at mission[0].source.title"),
        ('"embassy"\norg', '"embasy"\norg', "line 7: unknown target kind 'embasy' at mission[0].target.kind"),
        ("+493000000", "none", "line 16: cannot read 'none' as an address at mission[0].target.channels[0].address"),
        ("[[mission]]\n", "[[misson]]\n", "line 1: unknown key 'misson'"),
        ("[[mission]]\n", "[[mission]\n", "line 1: the text is no TOML"),
    ],
)
def test_a_wrong_file_is_refused_with_the_line_of_what_is_wrong(old, new, told):
    assert old in EMBASSY
    with pytest.raises(InvalidData) as caught:
        read_missions_toml(EMBASSY.replace(old, new, 1))
    assert told in str(caught.value)


def test_a_mission_that_stands_twice_is_named_where_it_stands_again():
    with pytest.raises(InvalidData, match=r"line 25: the mission 'embassy' stands there twice .* at mission\[1\]"):
        read_missions_toml(EMBASSY + "\n\n\n" + EMBASSY)


def test_half_a_character_is_not_written():
    target = Target("e", "embassy", organisation="\ud800", country="RU", accredited_to="DE")
    with pytest.raises(InvalidData, match=r"surrogate pair at mission\[0\].target.organisation"):
        write_missions_toml(MissionDirectory([Mission(target, Source("x"))]))


@given(st.text("[]{}=\"'\n mission.targetid0123", max_size=200))
def test_any_text_is_read_or_refused(text):
    with suppress(InvalidData):
        assert read_missions_toml(text) == MissionDirectory()
