"""The five laws of a book of rules (docs/explanation/rules.md), and that the examples try them in earnest."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from urgent_actions.rules.effect import Effect, Status
from urgent_actions.rules.rulebook import RuleBook
from urgent_actions.testing.strategies.rules import attempts, rulebooks, rules
from urgent_actions.testing.strategies.values import days
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.source import Source
from urgent_actions.values.window import Window

A_YEAR = 400
NEVER = datetime.max.replace(tzinfo=UTC)


def meant(pair):
    """A book and an attempt that at least one of its rules applies to."""
    book, attempt = pair
    return any(rule.applies_to(attempt) for rule in book)


def without(rule, book):
    """The book before the rule was added."""
    return RuleBook(other for other in book if other is not rule)


asked = st.tuples(rulebooks(least=1), attempts())
answered = asked.filter(meant)


# law 1


@given(asked)
def test_a_channel_that_no_rule_speaks_of_is_open(pair):
    book, attempt = pair
    silent = RuleBook(rule for rule in book if not rule.applies_to(attempt))
    advice = silent.advise(attempt)
    assert advice.status is Status.OPEN
    assert advice.because == advice.also == ()


@given(attempts())
def test_an_empty_book_opens_everything(attempt):
    assert RuleBook().advise(attempt).usable


# law 2


@given(answered)
def test_the_answer_is_the_strictest_that_any_applying_rule_gives(pair):
    book, attempt = pair
    applying = [rule.effect.status for rule in book if rule.applies_to(attempt)]
    assert book.advise(attempt).status == book.status_of(attempt) == max(applying)


@given(asked, st.randoms(use_true_random=False))
def test_order_and_repetition_never_change_an_answer(pair, random):
    book, attempt = pair
    shuffled = [*book, *random.choices(book.rules, k=3)]
    random.shuffle(shuffled)
    assert RuleBook(shuffled) == book
    assert RuleBook(shuffled).advise(attempt) == book.advise(attempt)


@given(st.lists(rules(), max_size=9, unique_by=lambda rule: rule.id), st.data())
def test_grouping_never_changes_a_book(all_rules, data):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(all_rules)), min_size=2, max_size=2)))
    one, two, three = (RuleBook(all_rules[a:b]) for a, b in pairwise([0, *cuts, len(all_rules)]))
    assert (one | two) | three == one | (two | three) == three | one | two == RuleBook(all_rules)
    assert one | one == one | RuleBook() == one


@given(asked, st.integers(0, 6))
def test_a_merged_book_answers_as_the_stricter_of_the_two(pair, cut):
    book, attempt = pair
    one, other = RuleBook(book.rules[:cut]), RuleBook(book.rules[cut:])
    assert (one | other).status_of(attempt) == max(one.status_of(attempt), other.status_of(attempt))


# law 3


@given(answered)
def test_adding_a_rule_never_opens_a_channel(pair):
    book, attempt = pair
    for rule in book:
        assert book.status_of(attempt) >= without(rule, book).status_of(attempt)


@given(answered)
def test_adding_a_rule_never_brings_the_reopening_forward(pair):
    book, attempt = pair
    for rule in book:
        before = without(rule, book).advise(attempt)
        if not before.usable:
            after = book.advise(attempt)
            assert (after.reopens or date.max) >= (before.reopens or date.max)
            assert (after.reopens_at or NEVER) >= (before.reopens_at or NEVER)


@given(answered, st.sampled_from([Effect.PREFER, Effect.NOTE]))
def test_preferences_and_notes_never_change_a_status(pair, mild):
    book, attempt = pair
    loud = RuleBook(rule for rule in book if rule.effect.status > Status.OPEN)
    softened = RuleBook(attrs.evolve(rule, effect=mild) if rule not in loud.rules else rule for rule in book)
    assert softened.status_of(attempt) == loud.status_of(attempt) == book.status_of(attempt)


@given(answered)
def test_a_rule_is_lifted_only_by_its_own_end_or_exception(pair):
    book, attempt = pair
    for rule in book.advise(attempt).because:
        later = attempt.moved_to(attempt.on + timedelta(days=1))
        if not rule.applies_to(later):
            over = not rule.holds_on(later.on)
            excepted = any(later in scope for scope in rule.unless)
            asks_of_time = rule.when.lead is not None or rule.when.hours is not None
            assert over or excepted or (asks_of_time and later not in rule.when)


@given(asked, st.data())
def test_only_a_new_edition_of_a_rule_can_open_what_it_closed(pair, data):
    book, attempt = pair
    revised = data.draw(st.sampled_from(book.rules))
    patch = RuleBook([attrs.evolve(data.draw(rules()), id=revised.id, edition=2)])
    others = RuleBook(rule for rule in book if rule is not revised)
    assert {*(book | patch)} == {*others, *patch}
    assert (book | patch).advise(attempt) == (patch | book).advise(attempt) == (others | patch).advise(attempt)
    assert (book | patch).status_of(attempt) >= others.status_of(attempt)


# law 4


@given(answered)
def test_the_rules_in_because_alone_give_the_same_answer(pair):
    book, attempt = pair
    advice = book.advise(attempt)
    alone = RuleBook(advice.because).advise(attempt)
    assert alone.status == advice.status
    assert alone.because == advice.because


@given(answered)
def test_no_rule_is_in_because_in_vain(pair):
    book, attempt = pair
    advice = book.advise(attempt)
    assert all(RuleBook([rule]).status_of(attempt) == advice.status for rule in advice.because)
    assert bool(advice.because) is (advice.status is not Status.OPEN)


# law 5


@given(asked, days())
def test_the_book_as_known_on_a_day_answers_as_if_later_rules_did_not_exist(pair, day):
    book, attempt = pair
    known = book.known_by(day)
    later = [rule for rule in book if rule.source.stated is not None and rule.source.stated.earliest > day]
    assert {*known} == {*book} - {*later}
    assert known.advise(attempt) == (known | RuleBook()).known_by(day).advise(attempt)


@given(rulebooks(least=1), days(), days())
def test_what_was_known_is_never_forgotten(book, one, other):
    earlier, later = sorted([one, other])
    assert {*book.known_by(earlier)} <= {*book.known_by(later)}
    assert book.known_by(later).known_by(earlier) == book.known_by(earlier)
    assert book.known_by(date.max) == book


@given(asked, st.data(), days())
def test_a_new_edition_takes_nothing_from_what_was_known_before(pair, data, day):
    book, attempt = pair
    revised = data.draw(st.sampled_from(book.rules))
    after = PartialDate.of(day + timedelta(days=1))
    newer = attrs.evolve(revised, edition=2, during=Window(), source=Source("patch", stated=after))
    assert (book | RuleBook([newer])).known_by(day).advise(attempt) == book.known_by(day).advise(attempt)


# the index


@given(asked)
def test_the_index_finds_just_the_rules_that_apply(pair):
    book, attempt = pair
    decision = book.index.decide(attempt)
    assert {*decision.because, *decision.also} == {rule for rule in book if rule.applies_to(attempt)}


# trace and reopening


@given(asked)
def test_the_trace_says_of_every_rule_what_the_advice_makes_of_it(pair):
    book, attempt = pair
    advice, traces = book.advise(attempt), book.trace(attempt)
    assert tuple(trace.rule for trace in traces) == book.rules
    assert {trace.rule for trace in traces if trace.applies} == {*advice.because, *advice.also}
    assert not {*advice.because} & {*advice.also}
    assert all(trace.explain() for trace in traces)


@given(asked)
def test_what_the_trace_names_did_keep_the_rule_out(pair):
    book, attempt = pair
    for trace in book.trace(attempt):
        nothing = {facet: None if facet in {"hours", "lead"} else () for facet in trace.facets}
        assert not trace.facets or attempt in attrs.evolve(trace.rule.when, **nothing)
        assert trace.exception is None or attempt in trace.rule.unless[trace.exception]


@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(answered.filter(lambda pair: pair[0].status_of(pair[1]) is Status.CLOSED))
def test_it_reopens_on_the_day_on_which_somebody_who_asks_every_day_would_find_it_open(pair):
    book, attempt = pair
    following = [attempt.on + timedelta(days=n) for n in range(1, A_YEAR)]
    found = next((day for day in following if book.status_of(attempt.moved_to(day)) is not Status.CLOSED), None)
    reopens = book.advise(attempt).reopens
    assert reopens == found or (found is None and reopens > following[-1])


@given(asked)
def test_only_what_is_closed_reopens(pair):
    book, attempt = pair
    advice = book.advise(attempt)
    assert advice.reopens is None or advice.status is Status.CLOSED


# the examples themselves


def test_rules_apply_often_enough_for_the_laws_to_say_something():
    seen = dict.fromkeys(Status, 0) | {"applies": 0, "excepted": 0, "reopens": 0, "all": 0}

    @settings(max_examples=300, derandomize=True, database=None)
    @given(asked)
    def look(pair):
        book, attempt = pair
        advice, traces = book.advise(attempt), book.trace(attempt)
        seen[advice.status] += 1
        seen["all"] += 1
        seen["applies"] += any(trace.applies for trace in traces)
        seen["excepted"] += any(trace.exception is not None for trace in traces)
        seen["reopens"] += advice.reopens is not None

    look()
    shares = {what: count / seen["all"] for what, count in seen.items()}
    print(shares)
    assert shares["applies"] > 0.4
    assert shares[Status.CLOSED] > 0.1
    assert shares[Status.CAUTION] > 0.05
    assert shares["excepted"] > 0.03
    assert shares["reopens"] > 0.02
