"""What is doubtful in a case: what contradicts itself, fits another target, or reaches nobody on a day."""

from collections.abc import Collection, Iterator
from datetime import date

from urgent_actions.case import Case
from urgent_actions.guidance.case_findings import CASE_FINDINGS, finding_at
from urgent_actions.guidance.lint_model_letter import letter_findings
from urgent_actions.guidance.lint_salutation import salutation_findings
from urgent_actions.guidance.lint_targets import target_findings
from urgent_actions.guidance.prepared_case import NO_MISSIONS, NO_RULES, PreparedCase
from urgent_actions.guidance.rule_of_nobody import rules_of_nobody
from urgent_actions.missions import MissionDirectory
from urgent_actions.rules.lint_rules import RULE_FINDINGS, findings_in_rules, place_of
from urgent_actions.rules.rulebook import RuleBook
from urgent_actions.sender import Sender
from urgent_actions.target import Target
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.finding import Finding

_ORDER = (*CASE_FINDINGS, *RULE_FINDINGS)


def lint_case(
    case: Case,
    *,
    on: date,
    rules: RuleBook = NO_RULES,
    senders: Collection[Sender] = (),
    missions: MissionDirectory = NO_MISSIONS,
    months: int = 6,
) -> tuple[Finding, ...]:
    """Find what contradicts itself in a case, fits another target, or reaches nobody.

    Args:
        case: the case, as its bulletin states it.
        on: the day on which it is asked who can be reached, and what is out of date.
        rules: further rules, for what they do to the case; `lint_rules` looks at them by themselves.
        senders: those for whom a target is to be reached; without any of them that is not asked.
        missions: the embassies that are known.
        months: after how many months without a check a rule of the case until further notice is out of date.

    Returns:
        What was found, by kind in the order of `CASE_FINDINGS` and `RULE_FINDINGS`.

    Raises:
        InvalidValue: arguments are of another type, all of which are named; a rule of `rules` has the id of a different
            rule of the case; the months are not from 1 to 1200.
    """
    refuse_wrong(
        case=(case, Case),
        on=(on, date),
        rules=(rules, RuleBook),
        senders=(senders, [Sender]),
        missions=(missions, MissionDirectory),
    )
    found = (
        *_deadline(case),
        *target_findings(case),
        *salutation_findings(case),
        *_unreachable(PreparedCase(case, rules=rules, missions=missions), on, senders),
        *rules_of_nobody(case),
        *letter_findings(case),
        *_in_its_rules(case, rules, on=on, months=months),
    )
    return tuple(sorted(found, key=lambda finding: _ORDER.index(finding.code)))


def _deadline(case: Case) -> Iterator[Finding]:
    if case.deadline is not None and case.issued is not None and case.deadline.last_day < case.issued.earliest:
        what = f"the deadline {case.deadline.on} is before the day of issue, {case.issued}"
        yield finding_at("deadline", "deadline-before-issue", what, "look both up in the bulletin; a year may be wrong")


def _in_its_rules(case: Case, rules: RuleBook, *, on: date, months: int) -> Iterator[Finding]:
    """What is found in the case's own rules, among themselves and beside the further ones."""
    own = set(map(place_of, case.rules))
    book = RuleBook(case.rules) | rules
    return (finding for finding in findings_in_rules(book, on=on, months=months) if finding.where in own)


def _unreachable(prepared: PreparedCase, on: date, senders: Collection[Sender]) -> Iterator[Finding]:
    """The targets that none of the senders can reach, unless the whole case is closed, which is an answer."""
    asked = [prepared.guide(sender, on=on) for sender in senders]
    if not any(guidance.usable for guidance in asked):
        return
    reached = {option.target.id for guidance in asked for option in guidance.usable}
    for number, target in enumerate(prepared.case.targets):
        if target.id not in reached and _is_meant_for(target, senders):
            what = f"nobody who was asked for can reach {target.post!r} on {on}"
            way_out = "find another address, or say in the bulletin where to write instead"
            yield finding_at(f"targets[{number}]", "unreachable-target", what, way_out)


def _is_meant_for(target: Target, senders: Collection[Sender]) -> bool:
    """An embassy is for those in whose country it sits; one whose address is to be looked up is found by its kind."""
    if not target.kind.is_abroad:
        return True
    return bool(target.channels) and target.accredited_to in {None, *(sender.country for sender in senders)}
