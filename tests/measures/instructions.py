"""What becomes of instructions: `python tests/measures/instructions.py TABLE...`.

A table has tab-separated columns `id`, `n` (how often such an instruction was met), `language`, `sentence` and `meant`,
which is what may be concluded of it, such as `deadline:2021-09-14` or `rule:close`, set off by `&`; empty where it is a
note. Each sentence is set into small bulletins of every layout in its language. For each id the table printed tells the
share of the layouts and sentences in which it became a rule, a field or a note, was read as something else than meant
(`wrong`), or was lost; the last line is the share of all instances, weighted by n.
"""

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bulletins.instruction_pages import NEWS, outcome, tried

from urgent_actions.values.text_table import text_table

KINDS = ("rule", "field", "note", "wrong", "lost")


def main() -> int:
    """Read each table, print what became of each id, and every sentence that was lost or is weaker than it may be."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tables", type=Path, nargs="+")
    parser.add_argument("--weak", action="store_true", help="print also the sentences that stayed notes")
    given = parser.parse_args()
    for path in given.tables:
        print(f"{path.name}\n")
        with path.open(encoding="utf-8", newline="") as file:
            measure(list(csv.DictReader(file, delimiter="\t")), weak=given.weak)
    return 0


def measure(entries: list[dict[str, str]], *, weak: bool) -> None:
    """Print the shares of each kind of instruction, then the misses."""
    counts: dict[str, Counter[str]] = {}
    weights: dict[str, int] = {}
    misses = []
    for entry in entries:
        name, meant = entry["id"], entry["meant"].split(" & ") if entry["meant"] else []
        weights[name] = int(entry["n"])
        for page in tried(entry):
            found = outcome(entry["sentence"], page, news=name in NEWS, meant=meant)
            counts.setdefault(name, Counter())[found.became] += 1
            if found.became in {"lost", "wrong"} or (weak and found.became == "note" and meant):
                said = ", ".join(sorted(found.facts) or found.parts)
                misses.append((name, page, found.became, entry["sentence"][:90], said))
    rows = [(name, weights[name], *(_share(counts[name], kind) for kind in KINDS)) for name in counts]
    for label, said in (("all", weights), ("all kinds alike", dict.fromkeys(weights, 1))):
        means = [sum(said[name] * _part(counts[name], kind) for name in counts) / sum(said.values()) for kind in KINDS]
        rows.append((label, sum(said.values()), *(f"{100 * mean:.1f} %" for mean in means)))
    print(text_table(rows, header=("id", "n", *KINDS)))
    print()
    print(text_table(misses, header=("id", "layout", "became", "sentence", "read as")))
    print()


def _part(counted: Counter[str], kind: str) -> float:
    return counted[kind] / counted.total()


def _share(counted: Counter[str], kind: str) -> str:
    return f"{100 * _part(counted, kind):.0f} %" if counted[kind] else ""


if __name__ == "__main__":
    sys.exit(main())
