"""Compare a table of expected answers, as a campaigner writes it, with the answers that the rules give."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from urgent_actions.case import Case
from urgent_actions.errors import (
    InvalidTable,
    InvalidValue,
    Problem,
    TableMismatch,
    UnknownTarget,
    did_you_mean,
    refuse_if,
)
from urgent_actions.guidance.prepared_case import NO_MISSIONS, NO_RULES
from urgent_actions.missions import MissionDirectory
from urgent_actions.rules.advice import Advice
from urgent_actions.rules.rulebook import RuleBook
from urgent_actions.testing.cells import EXPECTED, read_cells
from urgent_actions.testing.question import Question, question_to_case, question_to_rules
from urgent_actions.testing.rule_coverage import rule_coverage
from urgent_actions.testing.table import Row, read_table
from urgent_actions.testing.table_report import TableReport
from urgent_actions.values.arguments import refuse_wrong

NOTHING_ALIKE: Mapping[str, str] = MappingProxyType({})


def check_table(
    table: str,
    *,
    rules: RuleBook = NO_RULES,
    case: Case | None = None,
    missions: MissionDirectory = NO_MISSIONS,
    alike: Mapping[str, str] = NOTHING_ALIKE,
) -> TableReport:
    """Check that every row of a table is answered as it expects.

    Asked are the columns `case`, `on` (a day), `target` (its id), `kind` (of target), `country` (of the target),
    `channel`, `address`, `from`, `ties`, `languages`, `affiliations`, `failed` (kinds of channel), `case status`,
    `at` (a moment, such as 2020-05-25T10:30+03:00) and `days left`; several of a kind are set off by commas.
    Expected are `status`, `because`, `also` (ids of rules, set off by `;`) and `reopens`. An empty cell says or
    expects nothing; `-` says or expects that there is none.

    Args:
        table: a text with one table or several, among any prose; see `read_table`.
        rules: the rules that are asked.
        case: asks the whole guidance on this case instead, its own rules and the implied ones too. The case then says
            what `case`, `kind`, `country`, `address`, `case status` and `days left` are. Of several channels of one
            kind, each must be answered as expected.
        missions: the embassies that are known, for the guidance on a case.
        alike: cells, by column, for the rows that leave them empty.

    Returns:
        How many rows hold, which rules they tried, and which of their conditions and days.

    Raises:
        InvalidValue: arguments are of another type; all of them are named.
        InvalidTable: rows that cannot be asked, or expect nothing; all of them.
        TableMismatch: rows that are answered otherwise; all of them, with the reasons.
    """
    refuse_wrong(
        table=(table, str),
        rules=(rules, RuleBook),
        case=(case, (Case, type(None))),
        missions=(missions, MissionDirectory),
        alike=(alike, Mapping),
    )
    question = question_to_rules(rules) if case is None else question_to_case(case, rules, missions)
    rows = read_table(table, question.columns)
    answers = _answers(rows, question, alike)
    refuse_if((p for row, cells, advice in answers for p in _differences(row, cells, advice, question)), TableMismatch)
    applied = {rule.id for _, _, advice in answers for rule in (*advice.because, *advice.also)}
    ids = [rule.id for rule in question.book]
    tried, untried = (tuple(i for i in ids if (i in applied) is wanted) for wanted in (True, False))
    attempts = [advice.attempt for _, _, advice in answers]
    return TableReport(len(rows), tried, untried, tuple(rule_coverage(rule, attempts) for rule in question.book))


Answered = tuple[Row, dict[str, Any], Advice]


def _answers(rows: Iterable[Row], question: Question, alike: Mapping[str, str]) -> list[Answered]:
    """Every row with its cells read and each of its answers."""
    answers: list[Answered] = []
    problems: list[Problem] = []
    for row in rows:
        cells, faults = read_cells(Row(row.line, {**alike, **row.cells}))
        faults += _unaskable(row, cells, question) if not faults else []
        if not faults:
            try:
                answers += [(row, cells, advice) for advice in question.answer(cells)]
            except (InvalidValue, UnknownTarget) as error:
                faults = [_at(row, problem) for problem in error.problems]
        problems += faults
    refuse_if(problems, InvalidTable)
    return answers


def _unaskable(row: Row, cells: Mapping[str, Any], question: Question) -> Iterator[Problem]:
    """Why a row that can be read says too little, or expects what can never be."""
    for column in question.needed:
        if column not in cells:
            yield Problem("lacking-cell", f"nothing says {column!r}", line=row.line)
    if not any(column in cells for column in EXPECTED):
        way_out = "give a " + ", ".join(EXPECTED)
        yield Problem("nothing-expected", "the row expects nothing", way_out=way_out, line=row.line)
    ids = [rule.id for rule in question.book]
    for column in ("because", "also"):
        for name in sorted(cells.get(column, frozenset()) - {*ids}):
            way_out = did_you_mean(name, ids) if ids else ""
            yield Problem("unknown-rule", f"there is no rule {name!r}", where=column, line=row.line, way_out=way_out)


def _at(row: Row, problem: Problem) -> Problem:
    return Problem(problem.code, problem.what, way_out=problem.way_out, where=problem.where, line=row.line)


def _differences(row: Row, cells: Mapping[str, Any], advice: Advice, question: Question) -> Iterator[Problem]:
    """What the row expects and does not get, each with what decided, or with what kept the expected rules out."""
    given = {
        "status": advice.status,
        "because": frozenset(rule.id for rule in advice.because),
        "also": frozenset(rule.id for rule in advice.also),
        "reopens": advice.reopens,
    }
    for column in EXPECTED:
        if column in cells and cells[column] != given[column]:
            what = f"{column} is {_said(given[column])}, expected {_said(cells[column])}"
            yield Problem("row-differs", what, line=row.line, way_out=_why(cells, advice, question))


def _why(cells: Mapping[str, Any], advice: Advice, question: Question) -> str:
    """The rules that decided, and of the rules that were expected to, or could have, what kept them out."""
    missed = [trace for trace in question.book.trace(advice.attempt) if not trace.applies]
    wanted = cells.get("because", frozenset()) | cells.get("also", frozenset())
    milder = cells.get("status", advice.status) > advice.status and not wanted
    could = [trace for trace in missed if milder and trace.rule.effect.status == cells["status"]]
    named = [trace for trace in missed if trace.rule.id in wanted]
    return " ".join((*advice.explain(), *(trace.explain() for trace in named + could))) or "no rule speaks of it"


def _said(value: object) -> str:
    if isinstance(value, frozenset):
        return "; ".join(sorted(value)) or "-"
    return "-" if value is None else str(value)
