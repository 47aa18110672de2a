"""What a table has tried of each rule."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from urgent_actions import Attempt, Rule, RuleBook, Scope, Source, Window
from urgent_actions.testing.check_table import check_table
from urgent_actions.testing.rule_coverage import rule_coverage
from urgent_actions.testing.strategies.rules import attempts, rules

POST = Rule(
    "post",
    "close",
    when=Scope(channels={"post"}, countries={"RU"}),
    unless=Scope(kinds={"embassy"}),
    during=Window("2020-05-20", "2020-05-31"),
    reason="No post is taken.",
    source=Source("Notice"),
)
ALIKE = {"case": "UA 82/20", "target": "someone", "country": "RU", "channel": "post", "kind": "official"}
TABLE = """
| on         | channel | kind    | country | status |
|------------|---------|---------|---------|--------|
| 2020-05-20 |         |         |         | closed |
| 2020-05-31 | email   |         |         | open   |
"""
REST = """
| 2020-05-19 |         |         |         | open   |
| 2020-05-25 |         | embassy |         | open   |
| 2020-05-25 |         |         | BY      | open   |
| 2020-06-01 |         |         |         | open   |
"""


def test_a_report_tells_which_conditions_and_days_no_row_has_tried():
    report = check_table(TABLE, rules=RuleBook([POST]), alike=ALIKE)
    assert str(report) == "2 rows hold; 1 of 1 rules were tried"
    assert report.explain() == (
        "2 rows hold; 1 of 1 rules were tried\n"
        "post: no row meets unless[0]; every row meets countries; no row asks about 2020-05-19, 2020-06-01"
    )
    [one] = report.coverage
    assert not one.complete
    assert one.days == (date(2020, 5, 20), date(2020, 5, 31))


def test_a_rule_is_complete_when_each_condition_was_met_and_not_met_and_each_boundary_day_asked():
    report = check_table(TABLE.rstrip() + REST, rules=RuleBook([POST]), alike=ALIKE)
    assert report.coverage[0].complete
    assert report.explain().endswith("\npost: all conditions and boundary days are tried")


def test_a_rule_that_no_row_tries_is_named_once():
    other = Rule("fax", "close", when=Scope(channels={"fax"}), reason="No fax.", source=Source("Notice"))
    report = check_table(TABLE, rules=RuleBook([POST, other]), alike=ALIKE)
    assert [one.rule for one in report.coverage] == ["post", "fax"]
    assert report.explain().count("fax") == 1


@given(rules(), st.lists(attempts(), min_size=1, max_size=4))
def test_without_a_condition_that_every_row_meets_no_row_is_answered_otherwise(rule: Rule, asked: list[Attempt]):
    one = rule_coverage(rule, asked)
    conditions = {facet for facet, _ in rule.when.asked} | {f"unless[{n}]" for n, _ in enumerate(rule.unless)}
    assert {*one.met, *one.unmet} == conditions
    for facet in set(one.met) - set(one.unmet):
        if not facet.startswith("unless"):
            assert all(facet not in rule.when.unmet(attempt) for attempt in asked)


@given(rules(), st.lists(attempts(), max_size=2))
def test_the_boundary_days_are_those_between_which_the_rule_begins_or_ceases_to_hold(rule, asked):
    one = rule_coverage(rule, asked)
    days = sorted((*one.days, *one.untried_days))
    assert set(one.days) <= {attempt.on for attempt in asked}
    for day in days:
        near = [day + timedelta(days=step) for step in (-1, 1)]
        assert any(rule.holds_on(day) is not rule.holds_on(other) for other in near)
