"""Mission directories as TOML: one `[[mission]]` for each embassy, consulate or permanent mission.

Law: `read_missions_toml(write_missions_toml(directory)) == directory`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from urgent_actions.errors import InvalidData, InvalidValue
from urgent_actions.formats.faults import Fault
from urgent_actions.formats.toml_file import TomlFile, in_order
from urgent_actions.formats.toml_manners import toml_converter
from urgent_actions.formats.toml_text import toml_pairs
from urgent_actions.missions import Mission, MissionDirectory
from urgent_actions.values.arguments import refuse_wrong

_FILE = TomlFile("mission", InvalidData)


def read_missions_toml(text: str) -> MissionDirectory:
    """Read the missions of a TOML text; one without missions is an empty directory.

    Raises:
        InvalidData: it is no TOML, or says what no mission can be; every problem, in the order of the lines.

    >>> directory = read_missions_toml('''
    ... [[mission]]
    ... covers = ["BS"]
    ... source = { title = "Diplomatic list", checked = 2020-05-01 }
    ... [mission.target]
    ... id = "embassy-of-russia-in-the-united-states"
    ... kind = "embassy"
    ... organisation = "Embassy of the Russian Federation"
    ... country = "RU"
    ... accredited_to = "US"
    ... ''')
    >>> [str(mission.target) for mission in directory]
    ['Embassy of the Russian Federation']
    """
    data = _FILE.parse(text)
    missions = _FILE.read_each(text, data, lambda table: toml_converter().read(table, Mission))
    try:
        return MissionDirectory(missions)
    except InvalidValue as error:
        raise InvalidData(*in_order(_placed(error), text)) from None


def write_missions_toml(directory: MissionDirectory) -> str:
    """Write a directory as TOML, mission by mission, each key on a line of its own.

    Raises:
        InvalidData: a string holds half of a surrogate pair.
    """
    refuse_wrong(directory=(directory, MissionDirectory))
    return _FILE.write([toml_converter().write(mission) for mission in directory], _written)


def _written(table: Mapping[str, Any]) -> str:
    """The mission's own keys first, for in TOML all that follows a table belongs to the table."""
    own = {name: value for name, value in table.items() if name != "target"}
    target = {name: value for name, value in table["target"].items() if name != "channels"}
    lines = ["[[mission]]", *toml_pairs(own), "", "[mission.target]", *toml_pairs(target), ""]
    for channel in table["target"].get("channels", []):
        lines += ["[[mission.target.channels]]", *toml_pairs(channel), ""]
    return "\n".join(lines)


def _placed(error: InvalidValue) -> Iterator[Fault]:
    """The problems of a directory, at the ids of the missions of the file."""
    for problem in error.problems:
        path = problem.where.replace("missions", "mission", 1) + ".target.id"
        yield Fault(attrs.evolve(problem, where=path), path)
