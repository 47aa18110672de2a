"""Two clocks: the day that is asked about, and the day whose knowledge answers; what comes later changes nothing."""

from datetime import timedelta

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from urgent_actions import (
    CaseHistory,
    InvalidValue,
    PartialDate,
    Rule,
    RuleBook,
    Sender,
    Source,
    Status,
    Window,
    guide,
    implied_rules,
)
from urgent_actions.testing.strategies.nouns import editions, histories
from urgent_actions.testing.strategies.rules import rules
from urgent_actions.testing.strategies.values import days

SENDER = Sender("US", ["en"], ties=["RU"])
WAITS = st.integers(1, 60).map(timedelta)
CLOSED = Rule("closed", "close", reason="Nothing may be sent.", source=Source("Notice"))
FEW = settings(max_examples=settings().max_examples * 2 // 5)  # each asks about many days


def known(history, book, *, on, known_on):
    """The answers about a day as they could be given on another; None before the first edition."""
    case = history.as_of(known_on)
    if case is None:
        return None
    return [option.advice for option in guide(case, sender=SENDER, on=on, rules=book.known_by(known_on))]


@st.composite
def books(draw, name):
    """Books whose rules have names that no case has."""
    given = draw(st.lists(rules(), max_size=4))
    return RuleBook(attrs.evolve(rule, id=f"{name} {number}") for number, rule in enumerate(given))


def stated(rule, day, **changed):
    return attrs.evolve(rule, source=attrs.evolve(rule.source, stated=PartialDate.of(day)), **changed)


@st.composite
def later_books(draw, book, day):
    """The book with rules and new editions that were stated after a day."""
    new = [stated(rule, day + draw(WAITS)) for rule in draw(books("later"))]
    editions_of_old = [
        stated(rule, day + draw(WAITS), edition=rule.edition + 1, effect="close", unless=(), during=Window())
        for rule in book
        if draw(st.booleans())
    ]
    return book | RuleBook([*new, *editions_of_old])


@st.composite
def later_histories(draw, history, day):
    """The history with editions that were issued after a day, as far as it takes them in."""
    for edition in draw(st.lists(editions(), max_size=3)):
        issued = attrs.evolve(edition, issued=PartialDate.of(day + draw(WAITS)))
        case = attrs.evolve(history.latest, edition=issued, targets=(), title="Another edition")
        try:
            history = history.add(case)
        except InvalidValue:
            continue
    return history


@given(histories(), books("book"), days(), st.data())
@FEW
def test_later_editions_and_rules_change_no_answer_that_could_be_given_before(history, book, day, data):
    on = day + timedelta(days=data.draw(st.integers(-30, 60)))
    later = data.draw(later_histories(history, day)), data.draw(later_books(book, day))
    assert known(*later, on=on, known_on=day) == known(history, book, on=on, known_on=day)


@given(histories(), books("book"), days(), st.data())
@FEW
def test_an_answer_uses_only_the_edition_and_the_rules_that_were_known_when_it_was_given(history, book, day, data):
    on = day + timedelta(days=data.draw(st.integers(-30, 60)))
    history, book = data.draw(later_histories(history, day)), data.draw(later_books(book, day))
    case = history.as_of(day)
    if case is None:
        return
    usable = {*case.rules, *book.known_by(day), *implied_rules(case)}
    assert case.issued is None or case.issued.earliest <= day
    assert all(rule.source.stated is None or rule.source.stated.earliest <= day for rule in book.known_by(day))
    for advice in known(history, book, on=on, known_on=day):
        assert {*advice.because, *advice.also} <= usable
        assert advice.attempt.status is case.status


def test_each_clock_makes_a_difference_in_the_examples_and_both_together_too():
    seen = dict.fromkeys(("asked", "edition", "rules", "both"), 0)

    @settings(max_examples=150, derandomize=True, database=None)
    @given(histories(), books("book"), days(), st.data())
    def look(history, book, day, data):
        later = data.draw(later_histories(history, day)), data.draw(later_books(book, day))
        if history.as_of(day) is None:
            return
        end = day + timedelta(days=60)
        by_edition = later[0].as_of(end) != later[0].as_of(day)
        by_rules = {*later[1].known_by(end)} != {*later[1].known_by(day)}
        for name, found in {
            "asked": True,
            "edition": by_edition,
            "rules": by_rules,
            "both": by_edition and by_rules,
        }.items():
            seen[name] += found

    look()
    print(seen)
    assert seen["asked"] >= 50
    assert min(seen["edition"], seen["rules"], seen["both"]) >= 15


@given(histories(), days(), st.data())
@FEW
def test_a_case_of_a_day_is_the_same_whether_later_editions_were_added_or_not(history, day, data):
    assert data.draw(later_histories(history, day)).as_of(day) == history.as_of(day)


@given(books("book"), books("other"), days())
def test_to_merge_books_and_to_go_back_to_a_day_can_be_done_in_either_order(book, other, day):
    assert (book | other).known_by(day) == book.known_by(day) | other.known_by(day)


@given(histories(), days(), days())
@FEW
def test_to_go_back_and_further_back_is_to_go_back_at_once(history, day, other):
    earlier, later = sorted((day, other))
    by_then = [case for case in history if not case.issued or case.issued.earliest <= later]
    assert not by_then or CaseHistory(by_then).as_of(earlier) == history.as_of(earlier)


@given(histories(), books("book"), days(), WAITS)
@FEW
def test_what_a_rule_closes_is_closed_only_once_it_is_known(history, book, day, wait):
    learnt = day + wait
    told = book | RuleBook([stated(CLOSED, learnt)])
    for advice in known(history, told, on=learnt, known_on=learnt) or ():
        assert advice.status is Status.CLOSED
    assert known(history, told, on=learnt, known_on=day) == known(history, book, on=learnt, known_on=day)
