from datetime import date, datetime, time, timedelta

import attrs
import pytest
from hypothesis import given

from urgent_actions.errors import InvalidValue, UnknownRule
from urgent_actions.rules.attempt import Attempt
from urgent_actions.rules.effect import Status
from urgent_actions.rules.rule import Rule
from urgent_actions.rules.rulebook import RuleBook
from urgent_actions.rules.scope import Scope
from urgent_actions.testing.strategies.rules import attempts, rulebooks
from urgent_actions.testing.strategies.values import days
from urgent_actions.values.hours import Hours
from urgent_actions.values.lead import Lead
from urgent_actions.values.source import Source
from urgent_actions.values.window import ALWAYS, Window

MAY_20 = date(2020, 5, 20)
POST = Attempt("UA 82/20", MAY_20, target="governor", target_kind="official", channel="post")


def rule(name, effect="close", *, during=ALWAYS, source="UA 82/20", **scope):
    where = source if isinstance(source, Source) else Source(source)
    return Rule(name, effect, when=Scope(**scope), during=during, reason="because", source=where)


def reopens(*rules, attempt=POST):
    return RuleBook(rules).advise(attempt).reopens


NIGHT = Hours(time(0), time(5, 59), zone="UTC", days="FREQ=DAILY")
LUNCH = Hours(time(12), time(12, 59), zone="Europe/Moscow", days="FREQ=DAILY")


@pytest.mark.parametrize(
    ("moment", "reopens_at"),
    [
        ("2020-05-25T03:00+00:00", "2020-05-25T06:00+00:00"),
        ("2020-05-25T05:59+00:00", "2020-05-25T06:00+00:00"),
        ("2020-05-25T06:00+00:00", None),  # it is open
        ("2020-05-25T09:00+00:00", "2020-05-25T10:00+00:00"),
        ("2020-05-25T05:10-04:00", "2020-05-25T06:00-04:00"),
        ("2020-05-25T20:00-04:00", None),  # it opens at two in the morning
        (None, None),
    ],
)
def test_what_is_closed_in_some_hours_reopens_at_the_minute_after_them_if_that_is_the_same_day(moment, reopens_at):
    book = RuleBook(rule(str(hours), hours=hours) for hours in (NIGHT, LUNCH))
    at = moment and datetime.fromisoformat(moment)
    advice = book.advise(attrs.evolve(POST, on=date(2020, 5, 25), at=at))
    assert advice.reopens_at == (reopens_at and datetime.fromisoformat(reopens_at))
    assert advice.reopens_at is None or advice.status is Status.CLOSED


def test_the_day_on_which_it_reopens_is_a_later_one_though_a_rule_begins_on_the_day_itself():
    at = datetime.fromisoformat("2020-05-25T15:00+00:00")
    calls = attrs.evolve(rule("calls", during=Window("2020-05-25")), unless=Scope(hours=LUNCH))
    assert reopens(calls, attempt=attrs.evolve(POST, on=at.date(), at=at)) == date(2020, 5, 26)


def test_what_is_closed_all_day_for_the_days_that_are_left_does_not_reopen_with_the_hours():
    book = RuleBook([rule("night", hours=NIGHT), rule("too late", lead=Lead(0, 3))])
    at = datetime.fromisoformat("2020-05-25T03:00+00:00")
    for days_left, reopens_at in ((3, None), (4, at.replace(hour=6))):
        attempt = attrs.evolve(POST, on=at.date(), at=at, days_left=days_left)
        assert book.advise(attempt).reopens_at == reopens_at


def test_the_strictest_rules_decide_and_the_milder_ones_are_told_too():
    closed, warned, noted = rule("closed"), rule("warned", "caution"), rule("noted", "note")
    advice = RuleBook([noted, warned, closed, rule("elsewhere", channels={"fax"})]).advise(POST)
    assert (advice.status, advice.because, advice.also) == (Status.CLOSED, (closed,), (noted, warned))
    assert not advice.usable


def test_a_preference_ranks_what_is_open_and_does_nothing_to_what_is_closed():
    liked = rule("liked", "prefer")
    assert RuleBook([liked]).advise(POST).preferred
    assert not RuleBook([liked, rule("closed")]).advise(POST).preferred
    assert not RuleBook([rule("noted", "note")]).advise(POST).preferred
    assert RuleBook([liked, rule("warned", "caution")]).advise(POST).preferred


def test_dated_rules_are_told_before_those_without_a_first_day_and_then_by_name():
    book = RuleBook([rule("c"), rule("a"), rule("b", during=Window(MAY_20)), rule("d", during=Window(None, MAY_20))])
    assert [one.id for one in book] == ["b", "a", "c", "d"]


def test_equal_rules_are_one_and_two_different_ones_with_one_id_are_refused():
    assert len(RuleBook([rule("a"), rule("a")])) == 1
    with pytest.raises(InvalidValue) as caught:
        RuleBook([rule("a"), rule("a", "caution"), rule("b"), rule("b", "note")])
    assert [str(problem) for problem in caught.value.problems] == [
        "two different rules have the id 'a' at rules; give one of them another id, or the next edition",
        "two different rules have the id 'b' at rules; give one of them another id, or the next edition",
    ]
    with pytest.raises(InvalidValue):
        RuleBook([rule("a")]) | RuleBook([rule("a", "caution")])


@pytest.mark.parametrize("wrong", ["closed", ["closed"], [None], 7])
def test_what_is_no_rule_is_in_no_book(wrong):
    with pytest.raises(InvalidValue):
        RuleBook(wrong)


def test_a_rule_is_found_by_its_id_and_a_misspelt_id_is_told_with_the_nearest():
    book = RuleBook([rule("post closed")])
    assert book["post closed"] == rule("post closed")
    with pytest.raises(UnknownRule, match="the book has no rule 'post close'; did you mean 'post closed'"):
        book["post close"]
    with pytest.raises(KeyError, match="the book has no rule 'a'"):
        RuleBook()["a"]


# stale


def stated(day=None, checked=None):
    return Source("UA 82/20", stated=day, checked=checked)


@pytest.mark.parametrize(
    ("source", "is_stale"),
    [
        (stated("2020-05-20"), True),
        (stated("2020-05-21"), False),
        (stated("2020-05"), False),
        (stated("2019-01-01", "2020-05-21"), False),
        (stated("2019-01-01", "2020-05-20"), True),
        (stated(), True),
    ],
)
def test_an_open_ended_rule_is_stale_that_nobody_has_looked_at_for_longer(source, is_stale):
    book = RuleBook([rule("a", during=Window("2019-01-01"), source=source)])
    assert bool(book.stale(date(2020, 8, 29), timedelta(days=100))) is is_stale


@pytest.mark.parametrize("during", [Window("2019-01-01", "2030-01"), Window("2021-01-01")])
def test_a_rule_that_ends_by_itself_or_has_not_begun_is_never_stale(during):
    assert RuleBook([rule("a", during=during)]).stale(date(2020, 8, 29), timedelta(0)) == ()


def test_the_end_of_time_is_no_obstacle():
    book = RuleBook([rule("a", source=stated("9999-12-31"))])
    assert book.stale(date.max, timedelta.max) == ()


@given(rulebooks(), days())
def test_the_longer_one_may_wait_the_fewer_rules_are_stale(book, day):
    assert {*book.stale(day, timedelta(days=60))} <= {*book.stale(day, timedelta(days=30))}


# reopening


def test_it_reopens_on_the_day_after_the_last_day():
    assert reopens(rule("a", during=Window("2020-05-01", "2020-05-31"))) == date(2020, 6, 1)
    assert reopens(rule("a", during=Window("2020-05", "2020-06"))) == date(2020, 7, 1)


def test_it_never_reopens_that_is_closed_until_further_notice():
    assert reopens(rule("a", during=Window(MAY_20))) is None
    assert reopens(rule("a", during=Window(None, date.max))) is None


def test_it_does_not_reopen_into_another_closure():
    first = rule("a", during=Window("2020-05-01", "2020-05-31"))
    assert reopens(first, rule("b", during=Window("2020-06-01", "2020-07-31"))) == date(2020, 8, 1)
    assert reopens(first, rule("b", during=Window("2020-06-02", "2020-07-31"))) == date(2020, 6, 1)
    assert reopens(first, rule("b", "caution", during=Window("2020-06-01"))) == date(2020, 6, 1)


def test_it_may_reopen_on_the_last_day_that_the_calendar_has():
    with_deadline = attrs.evolve(POST, on=date(9999, 12, 30), days_left=10)
    assert reopens(rule("a", lead=Lead(10)), attempt=with_deadline) == date.max
    assert reopens(rule("a", lead=Lead(9)), attempt=with_deadline) is None


def test_it_reopens_when_the_days_left_leave_the_lead_of_a_rule():
    with_deadline = Attempt("UA 82/20", MAY_20, target="a", target_kind="official", channel="post", days_left=30)
    assert reopens(rule("a", lead=Lead(10)), attempt=with_deadline) == date(2020, 6, 10)
    assert reopens(rule("a", lead=Lead(None, 40)), attempt=with_deadline) is None
    excepted = Rule("a", "close", unless=Scope(lead=Lead(None, 7)), reason="because", source=Source("x"))
    assert reopens(excepted, attempt=with_deadline) == date(2020, 6, 12)


def test_what_is_open_or_only_cautioned_does_not_reopen():
    assert reopens() is None
    assert reopens(rule("a", "caution", during=Window(None, MAY_20))) is None


@pytest.mark.parametrize("left", [10**9, -(10**9), None])
def test_a_deadline_beyond_the_calendar_is_no_obstacle(left):
    far = Attempt("UA 82/20", date.max, target="a", target_kind="official", channel="post", days_left=left)
    book = RuleBook([rule("a", lead=Lead(-99_999, 99_999)), rule("b")])
    assert book.advise(far).status is Status.CLOSED
    assert book.advise(far).reopens is None


# explanations


def test_an_explanation_gives_the_reason_the_days_and_the_source():
    source = Source("UA 82/20", publisher="Amnesty International USA")
    advice = RuleBook([rule("a", during=Window(MAY_20), source=source), rule("b", "note")]).advise(POST)
    assert advice.explain() == (
        "because (from May 20, 2020 until further notice; source: UA 82/20, Amnesty International USA)",
    )
    assert advice.remarks() == ("because (source: UA 82/20)",)


@given(rulebooks(least=1), attempts())
def test_every_rule_that_decided_is_explained_in_every_language_of_the_messages(book, attempt):
    advice = book.advise(attempt)
    for locale in ("en", "fr", "es", "de", "ru", "ar"):
        assert len(advice.explain(locale)) == len(advice.because)
        assert len(advice.remarks(locale)) == len(advice.also)
        assert all(advice.explain(locale))


def test_an_unknown_rule_has_a_code_and_in_an_empty_book_no_nearest():
    for book, way_out in ((RuleBook([rule("post closed")]), "did you mean 'post closed'?"), (RuleBook(), "")):
        with pytest.raises(UnknownRule) as caught:
            book["post close"]
        assert [(problem.code, problem.way_out) for problem in caught.value.problems] == [("unknown-rule", way_out)]


def test_the_highest_edition_decides_and_the_others_are_kept():
    first, second = rule("a"), attrs.evolve(rule("a", "note"), edition=2)
    book = RuleBook([second]) | RuleBook([first])
    assert book.rules == (first, second)
    assert book.in_force == tuple(book) == (second,)
    assert (len(book), book["a"]) == (1, second)
    assert book.status_of(POST) is Status.OPEN
