"""The rules of a case that speak of targets or of days, and of none that the case has."""

from collections.abc import Iterator
from datetime import date

from urgent_actions.case import Case
from urgent_actions.guidance.case_findings import finding_at
from urgent_actions.rules.lint_rules import place_of
from urgent_actions.rules.rule import Rule
from urgent_actions.rules.scope import Scope
from urgent_actions.target import Target
from urgent_actions.values.deadline import Deadline
from urgent_actions.values.finding import Finding
from urgent_actions.values.lead import Lead
from urgent_actions.values.window import Window

_OF_TARGET = ("cases", "targets", "kinds", "countries")


def rules_of_nobody(case: Case) -> Iterator[Finding]:
    """The rules of a case that apply to none of its targets, or ask for days left on days on which they do not hold.

    A case may leave the embassy to be looked up, so a rule on embassies may speak of one that it does not name; and it
    may close a way of which it gives no address.
    """
    for rule in case.rules:
        where = place_of(rule)
        if case.targets and not _is_of_embassies(rule.when) and not any(_meets(rule, case, t) for t in case.targets):
            way_out = "compare the case, targets, kinds and countries that it asks for with those of the case"
            yield finding_at(where, "rule-of-nobody", "the rule speaks of no target of the case", way_out)
        elif rule.when.lead is not None and not _days_meet(rule.when.lead, rule.during, case.deadline):
            what = "the rule asks for so many days before the deadline as it never holds on"
            yield finding_at(where, "rule-of-nobody", what, "compare its lead with its window and the deadline")


def _is_of_embassies(scope: Scope) -> bool:
    return any(kind.is_abroad for kind in scope.kinds)


def _meets(rule: Rule, case: Case, target: Target) -> bool:
    """Whether a rule means a target, whoever writes to it when and how."""
    excepted = (scope for scope in rule.unless if all(facet in _OF_TARGET for facet, _ in scope.asked))
    return _content(rule.when, case, target) and not any(_content(scope, case, target) for scope in excepted)


def _content(scope: Scope, case: Case, target: Target) -> bool:
    known = (case.reference, target.id, target.kind, target.country)
    asked = (getattr(scope, facet) for facet in _OF_TARGET)
    return all(not values or value in values for values, value in zip(asked, known, strict=True))


def _days_meet(lead: Lead, during: Window, deadline: Deadline | None) -> bool:
    """Whether the rule holds on a day that is so many days before the deadline; without one there is none."""
    if deadline is None:
        return False
    last_day = deadline.last_day.toordinal()
    first = None if lead.most is None else _day(last_day - lead.most)
    last = None if lead.least is None else _day(last_day - lead.least)
    return bool(Window(first, last) & during)


def _day(ordinal: int) -> date:
    """The day of an ordinal, or the nearest one that the calendar has."""
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
