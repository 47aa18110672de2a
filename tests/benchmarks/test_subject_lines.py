"""How long six thousand subject lines take, and that twice as many take twice as long."""

import csv
from pathlib import Path

from urgent_actions.bulletins.read_subject_line import read_subject_line

TABLE = Path(__file__).parents[1] / "bulletins" / "fixtures" / "subject_lines.csv"


def test_subject_lines(side_by_side, sizes):
    with TABLE.open(encoding="utf-8", newline="") as table:
        published = [row["subject"] for row in csv.DictReader(table)]
    lines = (published * 20)[: sizes(smoke=500, full=5689)]

    def read(lines):
        return lambda: [read_subject_line(line) for line in lines]

    side_by_side(
        {"the lines": (read(lines), "", ""), "twice the lines": (read(lines * 2), "the lines", 2.0)},
        rounds=5,
    )
