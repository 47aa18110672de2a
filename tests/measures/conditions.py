"""How the instructions that bulletins give can be said: `python tests/measures/conditions.py`.

Each kind of instruction, with how often it was seen, stands in `tests/rules/observed/counts.tsv`; the tests hold that
what counts as a rule is one, with a table of its answers, in `tests/rules/observed/rules.md`.
"""

import csv
import re
from collections import Counter
from pathlib import Path

from urgent_actions.values.text_table import text_table

OBSERVED = Path(__file__).parents[1] / "rules" / "observed"
TITLE = re.compile(r"^## (\w+) (.*)$", re.MULTILINE)


def main():
    """Print how each kind is said, and the share of the kinds and of the instances that are rules, fields and notes."""
    with (OBSERVED / "counts.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    titles = dict(TITLE.findall((OBSERVED / "rules.md").read_text(encoding="utf-8")))
    each = [(row["id"], row["n"], row["carried"], row["by"] or titles[row["id"]]) for row in rows]
    print(
        text_table(each, header=("kind", "seen", "said as", "field, kind of note, or what the rule says")), end="\n\n"
    )
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
