"""What came of the rows of a run of letters: as plain data beside the letters, and told when all is done."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from urgent_actions.cli.letter_folder import LetterFolder
from urgent_actions.formats.letter_part import LetterPart
from urgent_actions.letters.letter_row import LetterRow
from urgent_actions.values.language import Language
from urgent_actions.values.printable import printable

MOST_TOLD = 100
"""How many rows without a letter are told one by one; the reports in the folder have all of them."""


def report_of(part: LetterPart, locale: Language) -> dict[str, Any]:
    """What came of the rows of a part: how many letters, and of each row without one, or with care, the reasons."""
    refused = [_record(row, locale) for row in part.refused]
    with_care = [_record(row, locale) for row in part.with_care]
    return {
        "first": part.first,
        "rows": part.rows,
        "written": part.written,
        "refused": refused,
        "with_care": with_care,
    }


def _record(row: LetterRow, locale: Language) -> dict[str, Any]:
    return {
        "row": row.row.number,
        "line": row.row.line,
        "id": row.row.id,
        "because": [reason.say(locale) for reason in row.because],
        "problems": [str(problem) for problem in row.problems],
        "unread": row.row.unread,
    }


def tell_letters(folder: LetterFolder, options: argparse.Namespace) -> int:
    """Tell what came of the whole run: how many letters, and the rows that have none with their lines.

    Returns:
        1 where a row could not be read or written, as for any input with problems; a closed channel is none.
    """
    totals = Counter(written=0, with_care=0, closed=0, wrong=0, unread=0)
    for report in folder.reports():
        totals.update(written=report["written"], with_care=len(report["with_care"]))
        for row in report["refused"]:
            if totals["closed"] + totals["wrong"] < MOST_TOLD:
                print("\n".join(_lines(row, options.senders)), file=sys.stderr)
            totals["wrong" if row["problems"] else "closed"] += 1
            totals["unread"] += row["unread"]
    more = totals["closed"] + totals["wrong"] - MOST_TOLD
    if more > 0:
        print(f"{more} more: the reports in {options.to} have them all", file=sys.stderr)
    print(_summary(totals, options))
    return int(totals["wrong"] > 0)


def _summary(totals: Mapping[str, int], options: argparse.Namespace) -> str:
    if options.json:
        return json.dumps({"urgent_actions": 1, "letters": {"folder": options.to, **totals}}, ensure_ascii=False)
    care = f" ({totals['with_care']} with care)" if totals["with_care"] else ""
    unread = f" ({totals['unread']} lines not read)" if totals["unread"] > 1 else ""
    closed, wrong = totals["closed"], f"{totals['wrong']} with problems{unread}"
    return f"{options.to}: {totals['written']} written{care}, {closed} closed to their senders, {wrong}"


def _lines(row: dict[str, Any], name: str) -> Iterator[str]:
    for reason in row["because"]:
        yield printable(f"{name}:{row['line']}: {reason}")
    for problem in row["problems"]:
        yield printable(f"{name}:{problem.removeprefix('line ')}")
