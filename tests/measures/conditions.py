"""How the instructions that bulletins give can be said: `python tests/measures/conditions.py`.

Each kind of instruction, with how often it was seen, stands in `tests/rules/observed/counts.tsv`; the tests hold that
what counts as a rule is one, with a table of its answers.
"""

import csv
from collections import Counter
from pathlib import Path

from urgent_actions.values.text_table import text_table

COUNTS = Path(__file__).parents[1] / "rules" / "observed" / "counts.tsv"


def main():
    """Print the share of the kinds and of the instances that are said as rules, as fields and as notes."""
    with COUNTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    kinds = Counter(row["carried"] for row in rows)
    instances = Counter()
    for row in rows:
        instances[row["carried"]] += int(row["n"])
    shares = [
        (how, count, f"{count / kinds.total():.1%}", instances[how], f"{instances[how] / instances.total():.1%}")
        for how, count in kinds.most_common()
    ]
    print(text_table(shares, header=("said as", "kinds", "", "instances", "")))


if __name__ == "__main__":
    main()
