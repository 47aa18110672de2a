"""How many subject lines are read right: `python tests/measures/subject_lines.py LINES.csv`.

The table has the columns document, id, subject, action, country, category and issue_date. They were made by a program
from the subject lines, and it did not know all that it met. So what is true of a line is taken, field by field, from
the first of these that says something:

1. `subject_lines_corrected.csv`: rows whose column is wrong or silent, each with the reason;
2. the column, by `subject_lines_words.csv`, which says what its words mean ("first follow-up", "columbia");
3. for actions that the program called unknown, the words before the number, by the same table; for countries that it
   cut off wrongly ("ua 220"), what stands behind the last "on" where that is a name, or the keywords of the row.

The country of a line is the first one named. A date counts only where the line itself has one with a year: the column
also has dates out of the bulletins. What none of the three knows is listed as not judged.
"""

import argparse
import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import attrs

from urgent_actions.bulletins.read_subject_line import read_subject_line
from urgent_actions.bulletins.subject_line import SubjectLine
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.country_names import find_country

HERE = Path(__file__).parent
FIELDS = ("reference", "ordinal", "kind", "country", "issued")
UNKNOWN = "?"

_SERIES = {"ex": "EXTRA", "exa": "EXTRA", "extra": "EXTRA", "ma": "MA", "medical": "MA", "nsa": "NSA", "refugee": "NSA"}
_NUMBER = re.compile(r"\d{1,4}[/\\]\d\d(?![\d/])|\b\d{5}\b")
_NAMED = re.compile(
    r"(?:\b(?:refugee|medical|legislative|urgent) actions?)?[ #]*"
    r"(?:(?:on|to)?(?:uaa|ua|exa|ex|extra|ma|nsa|ns|us))?[ #]*(?:on )?$"
)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DATE = re.compile(rf"\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|(?:{_MONTHS})[ ,]+\d{{4}}")


@attrs.frozen
class Answer:
    """The fields of one line, as text; empty where the line does not say, `?` where nobody knows."""

    reference: str = ""
    ordinal: str = ""
    kind: str = ""
    country: str = ""
    issued: str = ""

    @classmethod
    def of(cls, line: SubjectLine) -> "Answer":
        fields = (line.reference, line.ordinal, line.kind, line.country, line.issued)
        return cls(*("" if field is None else str(field) for field in fields))


@cache
def table(name: str) -> Mapping[tuple[str, str], str]:
    """A table of this folder, by its first two columns."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return {(row[0], row[1]): row[2] for row in list(csv.reader(file))[1:]}


def truth(row: Mapping[str, str]) -> Answer:
    """What is true of a row."""
    if not row["subject"].strip():
        return Answer()
    kind, ordinal = action(row)
    said = Answer(reference(row), ordinal, kind, country(row), issued(row))
    corrected = {name: table("subject_lines_corrected.csv").get((row["document"], name)) for name in FIELDS}
    return attrs.evolve(said, **{name: value for name, value in corrected.items() if value is not None})


def reference(row: Mapping[str, str]) -> str:
    if not row["id"]:
        return ""
    before = re.split(r"[ #\d]+", row["subject"][: _NUMBER.search(row["subject"]).start()].strip()) or [""]
    names = [_SERIES[word] for word in before if word in _SERIES]
    return str(CaseReference.parse(row["id"], series=names[-1] if names else "UA"))


def action(row: Mapping[str, str]) -> tuple[str, str]:
    said = table("subject_lines_words.csv").get(("action", row["action"])) if row["action"] != "unknown" else None
    if said is None:
        number = _NUMBER.search(row["subject"])
        words = _NAMED.sub("", row["subject"][: number.start()]).strip() if number else ""
        words = re.sub(r" (?:to|on|of|for)$", "", words)
        said = table("subject_lines_words.csv").get(("action", words), UNKNOWN)
    kind, _, ordinal = said.partition(" #")
    return kind, UNKNOWN if said == UNKNOWN else ordinal


def country(row: Mapping[str, str]) -> str:
    name = row["country"].strip()
    said = table("subject_lines_words.csv").get(("country", name))
    if said is not None or not name:
        return said or ""
    behind = row["subject"].rpartition(" on ")[2].partition("/")[0].partition(" (")[0]
    named = (
        find_country(name)
        or find_country(behind)
        or next(filter(None, map(find_country, row["category"].split("|"))), None)
    )
    return str(named) if named else UNKNOWN


def issued(row: Mapping[str, str]) -> str:
    return row["issue_date"] if _DATE.search(row["subject"]) else ""


def measure(rows: Iterable[Mapping[str, str]]) -> tuple[Counter[str], Counter[str], list[str]]:
    """Right and judged answers by field, and a line for every miss."""
    right, judged, misses = Counter[str](), Counter[str](), []
    for row in rows:
        true, read = truth(row), Answer.of(read_subject_line(row["subject"]))
        wrong = list(differences(true, read))
        for name in FIELDS:
            judged[name] += getattr(true, name) != UNKNOWN
            right[name] += getattr(true, name) != UNKNOWN and name not in wrong
        judged["all"] += 1
        right["all"] += not wrong
        misses += [told(row, name, true, read) for name in FIELDS if name in wrong or getattr(true, name) == UNKNOWN]
    return right, judged, misses


def told(row: Mapping[str, str], name: str, true: Answer, read: Answer) -> str:
    said = getattr(true, name)
    what = f"{getattr(read, name)!r}, " + ("not judged" if said == UNKNOWN else f"right is {said!r}")
    return f"{row['document']:>6} {name:9} {what}: {row['subject']}"


def differences(true: Answer, read: Answer) -> Iterator[str]:
    for name in FIELDS:
        if getattr(true, name) not in {UNKNOWN, getattr(read, name)}:
            yield name


def main() -> None:
    parser = argparse.ArgumentParser(description="measure the reading of subject lines")
    parser.add_argument("path", type=Path, help="a CSV file, see the top of this script")
    arguments = parser.parse_args()
    with arguments.path.open(encoding="utf-8", newline="") as file:
        right, judged, misses = measure(list(csv.DictReader(file)))
    for name in (*FIELDS, "all"):
        print(f"{name:10} {right[name]:6} of {judged[name]:6}  {right[name] / judged[name]:8.2%}")
    print(f"\n{len(misses)} misses", *misses, sep="\n")
    sys.exit(any(right[name] < 0.99 * judged[name] for name in (*FIELDS, "all")))


if __name__ == "__main__":
    main()
