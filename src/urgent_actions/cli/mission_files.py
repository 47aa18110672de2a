"""The mission directories in files that a command is given."""

import sys
from collections.abc import Iterable

from urgent_actions.cli.input_file import problems_in, read_file
from urgent_actions.errors import Problem
from urgent_actions.formats.embassy_database import is_embassy_database, read_embassy_database
from urgent_actions.formats.missions_csv import read_missions_csv
from urgent_actions.formats.missions_toml import read_missions_toml
from urgent_actions.missions import Mission, MissionDirectory


def read_mission_files(names: Iterable[str]) -> MissionDirectory:
    """The missions of all files as one directory: tables end in .csv, all others are TOML.

    Raises:
        UnreadableFile: a file is no mission directory; every problem in it is named.
        InvalidValue: two files have one mission for the same days.
    """
    missions: list[Mission] = []
    for name in names:
        with problems_in(name):
            missions.extend(_read(name, read_file(name)))
    return MissionDirectory(missions)


def _read(name: str, text: str) -> MissionDirectory:
    if not name.lower().endswith(".csv"):
        return read_missions_toml(text)
    if not is_embassy_database(text):
        return read_missions_csv(text)

    def tell(problem: Problem) -> None:
        print(problem.in_file(name), file=sys.stderr)

    return read_embassy_database(text, tell)
