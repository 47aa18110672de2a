"""What is refused in rules, and found in them, in full: a code that stays, what is wrong, where, and what to do."""

from datetime import UTC, date, datetime

import attrs
import pytest

from urgent_actions import Attempt, InvalidValue, Rule, RuleBook, Scope, Source, UnknownRule, Window, lint_rules

DAY = date(2021, 3, 1)
NOTICE = Source("Notice", "https://post.example.org", publisher="Post Office", stated="2021-02-01")


def rule(name="a", effect="close", **given):
    when = Scope(channels={"post"}, countries={"RU"})
    return Rule(name, effect, **{"when": when, "reason": "No letters.", "source": NOTICE, **given})


def attempt(**given):
    asked = {"target": "governor", "target_kind": "official", "channel": "post", **given}
    return Attempt("UA 82/20", asked.pop("on", DAY), **asked)


REFUSED = [
    (attempt, {"on": "today"}, "wrong-type", "'today' is not a day at on; give a datetime.date"),
    (
        attempt,
        {"target": "A B"},
        "bad-target-id",
        "'A B' is not a target's id at target; give the id that the case has for it",
    ),
    (
        attempt,
        {"at": "10:30"},
        "no-time-zone",
        "'10:30' is no moment with a time zone at at; give an aware datetime",
    ),
    (
        attempt,
        {"at": datetime(2021, 3, 2, 9, tzinfo=UTC)},
        "another-day",
        "2021-03-02 09:00:00+00:00 is not on 2021-03-01 at at; give the moment in the time zone of the day",
    ),
    (attempt, {"days_left": "7"}, "wrong-type", "days_left is '7', not an int at days_left; give int(...)"),
    (Scope, {"lead": 7}, "bad-lead", "lead is 7 at lead; give Lead(least, most)"),
    (
        Scope,
        {"targets": {"A B"}},
        "bad-target-id",
        "'A B' is not a target's id at targets; give the id that the case has for it",
    ),
    (rule, {"name": " "}, "bad-rule-id", "rule id ' ' is not a line of text at id"),
    (
        rule,
        {"edition": 0},
        "bad-edition",
        "edition 0 is not a whole number from 1 at edition; count the first edition of a rule as 1",
    ),
    (
        rule,
        {"unless": [Scope(kinds={"embassy"}), Scope()]},
        "exception-of-everything",
        "an exception that asks nothing lifts the rule everywhere at unless[1]; "
        "name the attempts that are not meant, or leave the exception out",
    ),
    (rule, {"unless": [7]}, "wrong-type", "7 is not a Scope at unless[0]"),
    (RuleBook, {"rules": [7]}, "wrong-type", "7 is not a Rule at rules[0]"),
    (
        RuleBook,
        {"rules": [rule(), rule(effect="note")]},
        "duplicate-id",
        "two different rules have the id 'a' at rules; give one of them another id, or the next edition",
    ),
    (
        lambda months: lint_rules(RuleBook(), on=DAY, months=months),
        {"months": 1201},
        "bad-months",
        "1201 is not a number of months from 1 to 1200 at months",
    ),
]


@pytest.mark.parametrize(("make", "given", "code", "told"), REFUSED, ids=[told for *_, told in REFUSED])
def test_what_is_refused_has_a_code_that_stays_and_is_told_in_full(make, given, code, told):
    with pytest.raises(InvalidValue) as refused:
        make(**given)
    assert [(problem.code, str(problem)) for problem in refused.value.problems] == [(code, told)]


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ([], "the book has no rule 'b'"),
        ([rule("bb")], "the book has no rule 'b'; did you mean 'bb'?"),
        ([rule("one"), rule("two", "note")], "the book has no rule 'b'; expected one of one, two"),
    ],
)
def test_a_rule_that_is_not_there_is_told_with_those_that_are(rules, told):
    with pytest.raises(UnknownRule) as refused:
        RuleBook(rules)["b"]
    assert [(problem.code, str(problem)) for problem in refused.value.problems] == [("unknown-rule", told)]


OLD = attrs.evolve(NOTICE, stated="2020-01-01")
EMBASSIES = Scope(kinds={"embassy"})
FOUND = [
    (
        [rule(unless=Scope(countries={"RU"}))],
        "error: the rule never applies: its exceptions lift it wherever it speaks at rule 'a'; "
        "narrow the exceptions, or leave the rule out",
    ),
    (
        [rule(unless=[EMBASSIES, Scope(channels={"fax"})])],
        "warning: unless[1] excepts nothing that the rule speaks of at rule 'a'; "
        "leave the exception out, or mend what one of them asks",
    ),
    (
        [rule(unless=[EMBASSIES, EMBASSIES])],
        "warning: unless[1] excepts nothing that another exception does not at rule 'a'; leave the exception out",
    ),
    (
        [rule(), rule("b", when=Scope(channels={"post"}, countries={"RU"}, senders={"US"}))],
        "warning: wherever the rule applies, 'a' of the same publisher applies and is as strict at rule 'b'; "
        "leave the rule out, or give it a reason of its own",
    ),
    (
        [rule(), rule("b", "prefer", source=Source("Advice", "https://section.example.org", stated="2021-02-01"))],
        "warning: Advice prefers what 'a' (Post Office) closes wherever it is preferred at rule 'b'; "
        "ask both which of them is out of date",
    ),
    (
        [rule(source=OLD)],
        "warning: the rule holds until further notice, and nobody has checked it since 2020-01-01 at rule 'a'; "
        "ask its source, and write the day into source.checked",
    ),
    (
        [rule(source=attrs.evolve(OLD, stated=None))],
        "warning: the rule holds until further notice, and nothing says when it was stated or checked at rule 'a'; "
        "ask its source, and write the day into source.checked",
    ),
    (
        [rule(during=Window(None, "2021-01"))],
        "info: the rule ended on 2021-01, before it was stated on 2021-02-01 at rule 'a'; "
        "check both dates; nobody could have known it while it held",
    ),
    (
        [rule(), rule(edition=2, during=Window("2021-01-01", "2021-05-01"), source=OLD)],
        "warning: edition 2 was stated on 2020-01-01, before edition 1 on 2021-02-01 at rule 'a', edition 2; "
        "number the editions in the order of their dates",
    ),
    (
        [rule(source=attrs.evolve(NOTICE, url=None))],
        "info: nobody can look up 'Notice': the source has no url at rule 'a'; "
        "give the page that states it as source.url",
    ),
]


@pytest.mark.parametrize(("rules", "told"), FOUND, ids=[told[:60] for _, told in FOUND])
def test_what_is_found_in_rules_is_told_in_full(rules, told):
    assert [str(finding) for finding in lint_rules(RuleBook(rules), on=DAY)] == [told]
