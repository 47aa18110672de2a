"""Totals that add up, whatever order the reports come in."""

import copy
import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions import ActionReport, ChannelKind, Country, InvalidValue, Tally, tally

reports = st.builds(
    ActionReport,
    st.sampled_from(["a", "b", "c", "d", "e"]),
    st.just("UA 82/20"),
    channel=st.sampled_from([ChannelKind.POST, ChannelKind.FAX]),
    on=st.sampled_from([date(2020, 5, 25), date(2020, 5, 26)]),
    target=st.sampled_from([None, "embassy"]),
    count=st.integers(1, 5),
    country=st.sampled_from([None, "US", "DE"]),
)
many = st.lists(reports, max_size=12)


def report(name, **more):
    return ActionReport(name, "UA 82/20", **{"channel": "post", "on": date(2020, 5, 25), **more})


@given(many)
def test_parts_add_up_to_the_total(given_reports):
    totals = tally(given_reports)
    for facets in [("channel",), ("target", "day"), ("country", "channel", "basis", "case"), ()]:
        assert sum(totals.by(*facets).values()) == totals.total


@given(many, many, many)
def test_tallies_add_up_in_any_grouping(one, two, three):
    a, b, c = tally(one), tally(two), tally(three)
    assert (a + b) + c == a + (b + c) == tally([*one, *two, *three])


@given(many, many)
def test_tallies_add_up_in_any_order(one, two):
    assert tally(one) + tally(two) == tally(two) + tally(one)
    assert hash(tally(one) + tally(two)) == hash(tally(two) + tally(one))


@given(many)
def test_adding_a_tally_again_changes_nothing(given_reports):
    totals = tally(given_reports)
    assert totals + totals == totals == totals + Tally()


@given(many, st.randoms())
def test_shuffled_and_repeated_reports_give_the_same_totals(given_reports, random):
    mixed = given_reports * 2
    random.shuffle(mixed)
    assert tally(mixed) == tally(given_reports)


def test_a_report_that_comes_in_twice_counts_once():
    assert tally([report("a", count=3), report("a", count=3)]).total == 3


def test_of_two_reports_with_one_id_the_smaller_claim_counts_and_the_id_is_named():
    totals = tally([report("a", count=300), report("a", count=3)])
    assert (totals.total, totals.disputed) == (3, frozenset({"a"}))


def test_what_a_report_does_not_say_is_counted_at_the_end():
    totals = tally([report("a"), report("b", country="US"), report("c", country="DE", count=2)])
    assert totals.by("country") == {(Country("DE"),): 2, (Country("US"),): 1, (None,): 1}
    assert list(totals.by("country"))[-1] == (None,)


def test_totals_by_several_facets_are_by_all_of_them_together():
    totals = tally([report("a", country="US"), report("b", country="US", channel="fax")])
    assert totals.by("channel", "country") == {
        (ChannelKind.FAX, Country("US")): 1,
        (ChannelKind.POST, Country("US")): 1,
    }


def test_an_unknown_facet_is_refused_with_the_nearest_one():
    with pytest.raises(InvalidValue, match="did you mean 'channel'"):
        Tally().by("chanel")


def test_a_notebook_shows_the_totals():
    html = tally([report("a", count=7)])._repr_html_()
    assert "<td" in html
    assert "7" in html


def test_a_tally_is_only_read():
    with pytest.raises(TypeError):
        tally([report("a")]).reports["a"] = report("b")
    assert Tally() != 0
    with pytest.raises(TypeError):
        Tally() + 1


def test_a_tally_travels_between_processes_and_adds_up_there():
    totals = tally([report("a"), report("b")])
    again = pickle.loads(pickle.dumps(totals))
    assert again == totals == copy.deepcopy(totals)
    assert sum([again, tally([report("c")])]).total == 3
