"""Reports as JSON lines (NDJSON): one report a line, each line a document of its own, so that files can be joined."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import attrs

from urgent_actions.action_report import ActionReport
from urgent_actions.errors import InvalidData, Problem
from urgent_actions.formats.json import from_json, to_json

G = TypeVar("G")
V = TypeVar("V")

MOST_LINES_TOLD = 100
"""Of how many bad lines every problem is told; those beyond are only counted, so that memory stays bounded."""


def write_report(report: ActionReport) -> str:
    """Write a report as one line of JSON, without the line break."""
    return to_json(report)


def read_reports(
    lines: Iterable[str | bytes], problems: Callable[[Problem], None] | None = None
) -> Iterator[ActionReport]:
    """Read reports one by one, as the lines come; blank lines are passed over.

    Args:
        lines: an open file, or anything else that gives lines.
        problems: is called with each problem as it is met, and the reading goes on. Without it, nothing bad passes:
            when the lines are at their end, all that was wrong is raised.

    Yields:
        The reports of the good lines; each is whole and right by itself.

    Raises:
        InvalidData: some lines were no reports. The problems of the first 100 of them are told, each with its line, and
            how many more there were.
    """
    filled = ((number, text) for number, line in enumerate(lines, start=1) if (text := line.strip()))
    yield from read_one_by_one(filled, lambda text: from_json(text, ActionReport), "reports", problems)


def read_one_by_one(
    parts: Iterable[tuple[int, G]],
    read: Callable[[G], V],
    names: str,
    problems: Callable[[Problem], None] | None = None,
) -> Iterator[V]:
    """Read the parts of a file one by one, and at its end raise what was wrong with the bad ones.

    Args:
        parts: each part with its line.
        read: makes something of a part, or raises InvalidData.
        names: what the parts should be, in the plural.
        problems: is called with each problem instead of the raising.

    Raises:
        InvalidData: some parts were bad; the problems of the first 100 are told, and how many more there were.
    """
    found: list[Problem] = []
    bad = 0
    for number, part in parts:
        try:
            made = read(part)
        except InvalidData as error:
            bad += 1
            _tell(error, number, problems or (found.append if bad <= MOST_LINES_TOLD else _forget))
        else:
            yield made
    if found:
        raise InvalidData(*found, *_how_many_more(bad - MOST_LINES_TOLD, names))


def _tell(error: InvalidData, number: int, tell: Callable[[Problem], None]) -> None:
    for problem in error.problems:
        tell(attrs.evolve(problem, line=number))


def _forget(_: Problem) -> None:
    """Tell nobody: enough was told."""


def _how_many_more(lines: int, names: str) -> Iterator[Problem]:
    if lines > 0:
        way_out = "mend those that are told, and read again"
        yield Problem("more-bad-lines", f"{lines} more lines are no {names}", way_out=way_out)
