"""What came of the rows of a run of letters: as plain data beside the letters, and told when all is done."""

import argparse
import json
import sys
from collections.abc import Iterator
from typing import Any

from urgent_actions.cli.letter_folder import LetterFolder
from urgent_actions.formats.letter_part import LetterPart
from urgent_actions.letters.letter_row import LetterRow
from urgent_actions.values.language import Language
from urgent_actions.values.printable import printable

MOST_TOLD = 100
"""How many rows without a letter are told one by one; the reports in the folder have all of them."""


def report_of(part: LetterPart, locale: Language) -> dict[str, Any]:
    """What came of the rows of a part: how many letters, and of each row without one the reasons."""
    refused = [_refusal(row, locale) for row in part.refused]
    return {"first": part.first, "rows": part.rows, "written": part.written, "refused": refused}


def _refusal(row: LetterRow, locale: Language) -> dict[str, Any]:
    return {
        "row": row.row.number,
        "line": row.row.line,
        "id": row.row.id,
        "because": [reason.say(locale) for reason in row.because],
        "problems": [str(problem) for problem in row.problems],
    }


def tell_letters(folder: LetterFolder, options: argparse.Namespace) -> int:
    """Tell what came of the whole run: how many letters, and the rows that have none with their lines.

    Returns:
        1 where a row could not be read or written, as for any input with problems; a closed channel is none.
    """
    written = closed = wrong = 0
    for report in folder.reports():
        written += report["written"]
        for row in report["refused"]:
            if closed + wrong < MOST_TOLD:
                print("\n".join(_lines(row, options.senders)), file=sys.stderr)
            closed += not row["problems"]
            wrong += bool(row["problems"])
    if closed + wrong > MOST_TOLD:
        print(f"{closed + wrong - MOST_TOLD} more: the reports in {options.to} have them all", file=sys.stderr)
    totals = {"written": written, "closed": closed, "wrong": wrong}
    if options.json:
        print(json.dumps({"urgent_actions": 1, "letters": {"folder": options.to, **totals}}, ensure_ascii=False))
    else:
        print(f"{options.to}: {written} written, {closed} closed to their senders, {wrong} with problems")
    return int(wrong > 0)


def _lines(row: dict[str, Any], name: str) -> Iterator[str]:
    for reason in row["because"]:
        yield printable(f"{name}:{row['line']}: {reason}")
    for problem in row["problems"]:
        yield printable(f"{name}:{problem.removeprefix('line ')}")
