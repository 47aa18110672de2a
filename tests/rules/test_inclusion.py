"""What the facets of two scopes show of the attempts that they mean."""

import attrs
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions import Attempt, Hours, Lead, Scope, TargetKind
from urgent_actions.rules.inclusion import apart, includes, used_up
from urgent_actions.rules.scope import FACETS
from urgent_actions.testing.strategies.rules import attempts, scopes

EMPTY = Scope()


@st.composite
def wider_scopes(draw, scope):
    """Scopes that ask less: some facets are dropped, or have the values of another scope added."""
    other = draw(scopes(most=5))
    dropped = draw(st.sets(st.sampled_from(FACETS)))
    added = {name: getattr(scope, name) | values for name, values in other.asked if isinstance(values, frozenset)}
    added = {name: values for name, values in added.items() if getattr(scope, name)}
    return attrs.evolve(scope, **added, **{name: getattr(EMPTY, name) for name in dropped - set(added)})


def test_a_scope_includes_itself_and_what_asks_more():
    post = Scope(channels={"post"})
    assert includes(post, post)
    assert includes(post, Scope(channels={"post"}, countries={"RU"}))
    assert not includes(Scope(channels={"post"}, countries={"RU"}), post)
    assert includes(Scope(lead=Lead(0, 9)), Scope(lead=Lead(3, 6)))
    assert not includes(Scope(lead=Lead(0, 9)), Scope(lead=Lead(3)))
    assert not includes(Scope(lead=Lead(0, 9)), EMPTY)


def test_to_ask_for_every_word_of_a_closed_list_is_to_ask_nothing():
    assert includes(Scope(kinds=set(TargetKind)), EMPTY)
    assert not includes(Scope(kinds={"official"}), EMPTY)


def test_hours_include_shorter_ones_of_the_same_days_and_zone():
    day = Scope(hours=Hours.parse("FREQ=WEEKLY;BYDAY=MO 09:00-17:00 Europe/Moscow"))
    morning = Scope(hours=Hours.parse("FREQ=WEEKLY;BYDAY=MO 09:00-12:00 Europe/Moscow"))
    noon = Scope(hours=Hours.parse("FREQ=WEEKLY;BYDAY=MO 11:00-13:00 Europe/Moscow"))
    elsewhere = Scope(hours=Hours.parse("FREQ=WEEKLY;BYDAY=MO 09:00-12:00 UTC"))
    assert includes(day, morning)
    assert includes(day, noon)
    assert not includes(morning, noon)
    assert not includes(noon, morning)
    assert not includes(morning, day)
    assert not includes(day, elsewhere)


def test_scopes_that_ask_for_other_values_of_one_thing_are_apart_but_a_sender_may_write_two_languages():
    assert apart(Scope(channels={"post"}), Scope(channels={"email"}))
    assert apart(Scope(lead=Lead(None, 6)), Scope(lead=Lead(7)))
    assert not apart(Scope(lead=Lead(None, 7)), Scope(lead=Lead(7)))
    assert not apart(Scope(languages={"en"}), Scope(languages={"fr"}))
    assert not apart(Scope(channels={"post"}), Scope(countries={"RU"}))


def test_exceptions_may_use_up_a_scope_one_by_one_or_together():
    post = Scope(channels={"post"}, kinds={"official", "embassy"})
    officials, embassies = Scope(kinds={"official"}), Scope(kinds={"embassy"}, channels={"post", "fax"})
    assert used_up(post, [Scope(channels={"post"})])
    assert used_up(post, [officials, embassies])
    assert not used_up(post, [officials])
    assert not used_up(EMPTY, [officials, embassies])


@given(scopes(), st.data(), attempts())
def test_what_a_narrow_scope_means_the_one_that_includes_it_means(narrow: Scope, data, attempt: Attempt):
    wide = data.draw(wider_scopes(narrow) | scopes())
    if includes(wide, narrow) and attempt in narrow:
        assert attempt in wide


@given(scopes(most=5), st.data())
def test_a_scope_that_asks_less_includes_it(narrow: Scope, data):
    assert includes(data.draw(wider_scopes(narrow)), narrow)


@given(scopes(), scopes(), attempts())
def test_no_attempt_is_in_two_scopes_that_are_apart(one: Scope, other: Scope, attempt: Attempt):
    if apart(one, other):
        assert not (attempt in one and attempt in other)


@given(scopes(most=2), st.data(), attempts())
def test_what_is_used_up_leaves_no_attempt(scope: Scope, data, attempt: Attempt):
    exceptions = data.draw(st.lists(wider_scopes(scope) | scopes(least=1, most=1), max_size=3))
    if used_up(scope, exceptions) and attempt in scope:
        assert any(attempt in exception for exception in exceptions)
