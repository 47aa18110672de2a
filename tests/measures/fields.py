"""How much of a folder of bulletins is read right: `python tests/measures/fields.py FOLDER`.

Beside each `name.txt` lies a `name.expected.json`, what a careful person reads out of it. Every field that either of
the two states is one count: right, where they agree; wrong, where the reading states something else; unread, where only
the person found something; invented, where only the reading did. A wrong or invented value sends letters astray, an
unread one only costs a look, so they are counted apart:

    precision = right / (right + wrong + invented)        recall = right / (right + wrong + unread)

Targets are compared one by one in their order, each channel with its kind and value. Notes are compared by number.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from bulletins.expected import as_expected, comparable

from urgent_actions.bulletins.read_bulletin import read_bulletin
from urgent_actions.errors import UnreadableBulletin
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.text_table import text_table

STAND_IN = CaseReference("UA", 1, year=2000)
OUTCOMES = ("right", "wrong", "unread", "invented")
NOTHING = (None, "", [], False)


def main() -> int:
    """Read the folder, print the table and every miss."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    counts: dict[str, Counter[str]] = {}
    misses = []
    for path in sorted(parser.parse_args().folder.glob("*.expected.json")):
        name = path.name.removesuffix(".expected.json")
        expected = comparable(json.loads(path.read_text(encoding="utf-8")))
        for field, outcome, said, meant in outcomes(read(path.with_name(f"{name}.txt")), expected):
            counts.setdefault(field, Counter())[outcome] += 1
            if outcome != "right":
                misses.append((name, field, outcome, _short(said), _short(meant)))
    rows = [row(field, counted) for field, counted in counts.items()]
    rows.append(row("all", sum(counts.values(), Counter())))
    print(text_table(rows, header=("field", *OUTCOMES, "precision", "recall")))
    print()
    print(text_table(misses, header=("bulletin", "field", "outcome", "read", "meant")))
    return 0


def read(path: Path) -> dict[str, Any]:
    """What is read out of a file; nothing at all where it cannot be read."""
    text = path.read_text(encoding="utf-8")
    for reference in (None, STAND_IN):
        try:
            said = as_expected(read_bulletin(text, reference=reference))
        except UnreadableBulletin:
            continue
        return {**said, "reference": said["reference"] if reference is None else None}
    return {}


def outcomes(said: dict[str, Any], meant: dict[str, Any]) -> Iterator[tuple[str, str, object, object]]:
    """Field, outcome, what was read and what was meant, for every field that one of the two states."""
    for field, value in leaves(meant, said):
        other = value[1]
        if value[0] not in NOTHING or other not in NOTHING:
            yield field, _outcome(other, value[0]), other, value[0]


def leaves(meant: dict[str, Any], said: dict[str, Any]) -> Iterator[tuple[str, tuple[Any, Any]]]:
    """Pairs of values by field, those of targets one by one."""
    for field, value in meant.items():
        if field not in {"family", "targets", "letter"}:
            yield field, (value, said.get(field))
    for key in ("opening", "language"):
        yield f"letter.{key}", ((meant["letter"] or {}).get(key), (said.get("letter") or {}).get(key))
    ours, theirs = said.get("targets", []), meant["targets"]
    for number in range(max(len(ours), len(theirs))):
        one, other = (side[number] if number < len(side) else {} for side in (theirs, ours))
        for key in {**one, **other}:
            if key != "channels":
                yield f"target.{key}", (one.get(key), other.get(key))
        yield from _channels(one.get("channels", []), other.get("channels", []))


def _channels(meant: list[Any], said: list[Any]) -> Iterator[tuple[str, tuple[Any, Any]]]:
    for number in range(max(len(meant), len(said))):
        pair = tuple(side[number] if number < len(side) else None for side in (meant, said))
        yield "target.channel", (pair[0], pair[1])


def _outcome(said: object, meant: object) -> str:
    if said == meant:
        return "right"
    if said in NOTHING:
        return "unread"
    return "invented" if meant in NOTHING else "wrong"


def row(field: str, counted: Counter[str]) -> tuple[object, ...]:
    """One line of the table."""
    right, wrong, unread, invented = (counted[outcome] for outcome in OUTCOMES)
    precision, recall = right + wrong + invented, right + wrong + unread
    return field, right, wrong, unread, invented, _share(right, precision), _share(right, recall)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else ""


def _short(value: object) -> str:
    said = json.dumps(value, ensure_ascii=False)
    return said if len(said) <= 60 else said[:57] + "..."


if __name__ == "__main__":
    sys.exit(main())
