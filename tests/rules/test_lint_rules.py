"""What is found in books of rules, and that what is found is so."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions import (
    Attempt,
    Effect,
    InvalidValue,
    Rule,
    RuleBook,
    Scope,
    Source,
    Window,
    lint_rules,
    rule_pack,
    rule_packs,
)
from urgent_actions.rules.lint_rules import RULE_FINDINGS
from urgent_actions.testing.strategies.rules import attempts, rules, scopes

TODAY = date(2021, 3, 1)
POST = Scope(channels={"post"}, countries={"RU"})
NOTICE = Source("Notice", "https://post.example.org", publisher="Post Office", stated="2021-02-01")


def rule(name, effect="close", **given):
    return Rule(name, effect, **{"when": POST, "reason": f"Because of {name}.", "source": NOTICE, **given})


def found(*rules, **asked):
    return [(finding.code, finding.where) for finding in lint_rules(RuleBook(rules), on=TODAY, **asked)]


def test_a_book_in_order_has_no_findings():
    assert found(rule("a"), rule("b", when=Scope(channels={"fax"}))) == []


def test_a_rule_whose_exception_covers_its_scope_never_applies():
    embassies = Scope(kinds={"embassy"})
    assert found(rule("a", when=embassies, unless=embassies)) == [("never-applies", "rule 'a'")]
    assert found(rule("a", unless=[Scope(countries={"RU", "BY"})])) == [("never-applies", "rule 'a'")]
    assert found(rule("a", unless=embassies)) == []


def test_an_exception_that_excepts_nothing_is_idle():
    assert found(rule("a", unless=Scope(channels={"fax"}))) == [("idle-exception", "rule 'a'")]
    embassies = Scope(kinds={"embassy"})
    assert found(rule("a", unless=[embassies, Scope(kinds={"embassy", "consulate"})])) == [
        ("idle-exception", "rule 'a'")
    ]
    assert found(rule("a", unless=[embassies, embassies])) == [("idle-exception", "rule 'a'")]
    assert found(rule("a", unless=[embassies, Scope(senders={"FI"})])) == []


def test_a_rule_that_begins_before_or_ends_after_another_is_not_redundant_beside_it():
    spring = rule("spring", during=Window("2021-03-01", "2021-05-31"))
    assert found(spring, rule("from April", during=Window("2021-04-01", "2021-06-30"))) == []
    assert found(spring, rule("from February", during=Window("2021-02-01", "2021-04-30"))) == []
    for first, last in (("2021-04-01", "2021-04-30"), ("2021-03-01", "2021-04-30"), ("2021-04-01", "2021-05-31")):
        assert found(spring, rule("within", during=Window(first, last))) == [("redundant-rule", "rule 'within'")]


def test_a_rule_that_the_same_publisher_says_more_widely_is_redundant():
    wide = rule("wide", when=Scope(channels={"post"}))
    assert found(wide, rule("narrow")) == [("redundant-rule", "rule 'narrow'")]
    assert found(wide, rule("narrow", effect="caution")) == [("redundant-rule", "rule 'narrow'")]
    assert found(attrs.evolve(wide, effect="caution"), rule("narrow")) == []
    assert found(attrs.evolve(wide, unless=Scope(kinds={"embassy"})), rule("narrow")) == []


def test_of_two_rules_that_say_the_same_the_second_is_redundant():
    assert found(rule("a"), rule("b")) == [("redundant-rule", "rule 'b'")]


def test_two_publishers_who_say_the_same_confirm_each_other():
    other = attrs.evolve(NOTICE, publisher="Section")
    assert found(rule("a"), rule("b", source=other)) == []


def test_a_remark_is_redundant_only_where_it_is_made_in_the_same_words():
    remark = rule("a", effect="note", reason="Write by hand.")
    assert found(remark, rule("b")) == []
    assert found(remark, rule("b", effect="note", reason="Write by hand.")) == [("redundant-rule", "rule 'b'")]
    assert found(remark, rule("b", effect="note", reason="Use a stamp.")) == []


def test_what_was_known_earlier_or_holds_longer_is_not_redundant():
    wide = rule("wide", when=Scope(channels={"post"}))
    early = rule("narrow", source=attrs.evolve(NOTICE, stated="2021-01-01"))
    assert found(wide, early) == []
    assert found(attrs.evolve(wide, during=Window("2021-02-01", "2021-03-01")), rule("narrow")) == []
    assert found(wide, rule("narrow", during=Window("2021-02-01"))) == [("redundant-rule", "rule 'narrow'")]


def test_one_who_prefers_what_another_closes_contradicts_it():
    prefers = rule("a", effect="prefer", source=attrs.evolve(NOTICE, publisher="Section"))
    [finding] = lint_rules(RuleBook([prefers, rule("b")]), on=TODAY)
    assert str(finding) == (
        "warning: Section prefers what 'b' (Post Office) closes wherever it is preferred at rule 'a'; "
        "ask both which of them is out of date"
    )
    assert found(prefers, rule("b", during=Window("2021-04-01"))) == []
    assert found(prefers, rule("b", unless=Scope(kinds={"embassy"}))) == []
    assert found(attrs.evolve(prefers, when=Scope(countries={"RU"})), rule("b")) == []


def test_until_further_notice_needs_a_check_every_few_months():
    assert found(rule("a"), months=1) == []
    long_ago = rule("a", source=attrs.evolve(NOTICE, stated="2020-08-31"))
    assert found(long_ago) == [("stale-rule", "rule 'a'")]
    assert found(long_ago, months=7) == []
    assert found(attrs.evolve(long_ago, source=attrs.evolve(long_ago.source, checked="2021-02-01"))) == []
    assert found(attrs.evolve(long_ago, during=Window(None, "2021-12-31"))) == []
    assert found(rule("a", source=attrs.evolve(NOTICE, stated=None))) == [("stale-rule", "rule 'a'")]


def test_a_rule_stated_after_its_end_could_not_have_helped():
    assert found(rule("a", during=Window(None, "2021-01-15"))) == [("over-when-stated", "rule 'a'")]
    assert found(rule("a", during=Window(None, "2021-02"))) == []


def test_editions_follow_the_dates_on_which_they_were_stated():
    second = rule("a", edition=2, source=attrs.evolve(NOTICE, stated="2021-01-01"))
    assert found(rule("a"), second) == [("edition-out-of-order", "rule 'a', edition 2")]
    assert found(rule("a"), attrs.evolve(second, source=attrs.evolve(NOTICE, stated="2021-02"))) == []


def test_a_source_without_a_page_cannot_be_looked_up():
    assert found(rule("a", source=attrs.evolve(NOTICE, url=None))) == [("source-without-url", "rule 'a'")]


@pytest.mark.parametrize("months", [0, 1201, 1.5, True])
def test_months_are_a_whole_number(months):
    with pytest.raises(InvalidValue, match="not a number of months from 1 to 1200 at months"):
        lint_rules(RuleBook(), on=TODAY, months=months)


def test_the_packs_of_the_library_have_only_stale_rules():
    packs = [rule_pack(name) for name in rule_packs()]
    assert {finding.code for book in packs for finding in lint_rules(book, on=TODAY)} <= {"stale-rule"}


def named(book, code):
    """The rules that a finding of one code is about."""
    ids = {finding.where for finding in lint_rules(book, on=TODAY) if finding.code == code}
    return [rule for rule in book if f"rule {rule.id!r}" in ids]


@st.composite
def suspect_books(draw):
    """Books with rules that ask more than others, that except their own scope, that are preferred and closed."""
    given = draw(st.lists(rules(), min_size=1, max_size=3, unique_by=lambda rule: rule.id))
    narrower = [draw(narrower_rules(draw(st.sampled_from(given)), number)) for number in range(3)]
    return RuleBook((*given, *narrower))


@st.composite
def narrower_rules(draw, wide, number):
    extra = draw(scopes(most=2))
    asked = {name: getattr(wide.when, name) or getattr(extra, name) for name, _ in (*wide.when.asked, *extra.asked)}
    effect = draw(st.sampled_from([wide.effect, Effect.PREFER]))
    unless = draw(st.sampled_from([wide.unless, (), (Scope(**asked),) if asked else ()]))
    during = draw(st.sampled_from([wide.during, Window("2021-01-01", "2021-06-30")]))
    return attrs.evolve(wide, id=f"n{number}", effect=effect, when=Scope(**asked), unless=unless, during=during)


@given(suspect_books(), attempts())
def test_a_rule_that_never_applies_applies_to_no_attempt(book: RuleBook, attempt: Attempt):
    assert not any(one.applies_to(attempt) for one in named(book, "never-applies"))


@given(suspect_books(), attempts())
def test_without_all_redundant_rules_every_status_is_the_same_now_and_as_it_was_known(book: RuleBook, attempt: Attempt):
    rest = RuleBook(set(book) - set(named(book, "redundant-rule")))
    assert rest.status_of(attempt) == book.status_of(attempt)
    assert rest.known_by(attempt.on).status_of(attempt) == book.known_by(attempt.on).status_of(attempt)


@given(suspect_books(), attempts())
def test_without_an_idle_exception_a_rule_means_the_same(book: RuleBook, attempt: Attempt):
    for finding in lint_rules(book, on=TODAY):
        if finding.code == "idle-exception":
            rule = next(rule for rule in book if f"rule {rule.id!r}" == finding.where)
            number = int(finding.what.partition("[")[2].partition("]")[0])
            rest = attrs.evolve(rule, unless=(*rule.unless[:number], *rule.unless[number + 1 :]))
            assert rest.applies_to(attempt) == rule.applies_to(attempt)


@given(suspect_books(), attempts())
def test_what_is_contradicted_is_closed_on_that_day(book: RuleBook, attempt: Attempt):
    today = attrs.evolve(attempt, on=TODAY, at=None)
    if any(one.applies_to(today) for one in named(book, "contradiction")):
        assert not book.advise(today).usable


@given(suspect_books())
def test_findings_come_by_kind_and_know_their_severity(book: RuleBook):
    findings = lint_rules(book, on=TODAY)
    places = [list(RULE_FINDINGS).index(finding.code) for finding in findings]
    assert places == sorted(places)
    assert all(finding.severity is RULE_FINDINGS[finding.code] for finding in findings)
