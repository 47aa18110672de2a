"""Cells without reports: they add up in any order, their margins too, and parts that do not fit are named."""

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from totals.test_tally import many, report

from urgent_actions import Difference, InvalidValue, Tally, Totals, add_up, reconcile, tally

FACETS = ("channel", "country")
cells = st.tuples(st.integers(1, 5), st.integers(1, 3)).map(lambda cell: (cell[0] + cell[1], cell[1]))
keys = st.tuples(st.sampled_from(["post", "fax"]), st.sampled_from(["US", "DE", None]))
totals_at_random = st.dictionaries(keys, cells, max_size=5).map(lambda cells: Totals(FACETS, cells))
parts_at_random = st.lists(totals_at_random, min_size=1, max_size=5)


@given(totals_at_random, totals_at_random, totals_at_random)
def test_totals_are_a_commutative_monoid(one, two, three):
    assert (one + two) + three == one + (two + three)
    assert one + two == two + one
    assert hash(one + two) == hash(two + one)
    assert one + Totals(FACETS) == one
    assert add_up([one, two, three]) == sum([one, two, three])


@given(parts_at_random)
def test_margins_add_up_to_the_total(parts):
    whole = add_up(parts)
    for facets in [(), ("country",), ("country", "channel")]:
        assert whole.by(*facets).total == whole.total == sum(part.by(*facets).total for part in parts)
        assert whole.by(*facets).reports == whole.reports


@given(many)
def test_the_totals_of_a_tally_have_its_numbers(records):
    counted = tally(records)
    totals = counted.totals(*FACETS)
    assert {key: actions for key, (actions, _) in totals.cells.items()} == {
        tuple(None if value is None else str(value) for value in key): count
        for key, count in counted.by(*FACETS).items()
    }


@given(st.lists(many, min_size=1, max_size=4))
def test_a_merged_tally_fits_its_sections_and_so_do_its_totals(sections):
    parts = [tally(section) for section in sections]
    whole = add_up(parts)
    assert reconcile(whole, parts) == ()
    assert reconcile(whole.totals(*FACETS), parts) == ()


@given(parts_at_random)
def test_the_sum_of_totals_fits_its_parts(parts):
    assert reconcile(add_up(parts), parts) == ()


@given(parts_at_random, keys)
def test_whatever_was_changed_in_a_sum_is_named(parts, key):
    whole = add_up(parts)
    actions, reports = whole.cells.get(key, (0, 0))
    changed = Totals(FACETS, {**whole.cells, key: (actions + 2, reports + 1)})
    assert reconcile(changed, parts) == (Difference(FACETS, key, actions + 2, actions),)


def test_a_report_that_a_section_lacks_is_named():
    whole = tally([report("a", count=3), report("b", country="US")])
    (difference,) = reconcile(whole, [tally([report("a", count=3)])])
    assert str(difference).startswith("b, UA 82/20, post, target not said, US,")
    assert str(difference).endswith(": 1 in the whole, 0 in its parts")


def test_parts_may_be_tallies_that_overlap_and_totals():
    one, two = tally([report("a"), report("b")]), tally([report("b"), report("c", country="US")])
    more = Totals(("country",), {("DE",): (4, 2)})
    assert reconcile(Totals(("country",), {("DE",): (4, 2), (None,): (2, 2), ("US",): (1, 1)}), [one, two, more]) == ()
    assert [str(one) for one in reconcile(Totals(("country",)), [more])] == ["DE: 0 in the whole, 4 in its parts"]
    assert [str(one) for one in reconcile(Totals(()), [one])] == ["all: 0 in the whole, 2 in its parts"]


def test_totals_by_different_facets_do_not_add_up():
    one, other = Totals(["channel"]), Totals(["country"])
    with pytest.raises(InvalidValue, match=r"totals by country and by channel cannot be added at parts\[1\]"):
        add_up([one, other])


@pytest.mark.parametrize("parts", [[], 5, [Tally(), Totals(FACETS)], [Totals(FACETS), Tally()], [5]])
def test_what_cannot_be_added_is_refused(parts):
    with pytest.raises(InvalidValue):
        add_up(parts)


@pytest.mark.parametrize(
    ("total", "parts"), [(5, []), (Tally(), [Totals(())]), (Tally(), 5), (Totals(()), 5), (Totals(()), [5])]
)
def test_what_cannot_be_compared_is_refused(total, parts):
    with pytest.raises(InvalidValue):
        reconcile(total, parts)


@pytest.mark.parametrize(
    "cells",
    [
        {("post",): (1, 1)},
        {"post": (1, 1)},
        {("post", 5): (1, 1)},
        {("post", "US"): 1},
        {("post", "US"): (1, 2)},
        {("post", "US"): (0, 0)},
        {("post", "US"): (1, True)},
        5,
    ],
    ids=str,
)
def test_cells_that_cannot_be_are_refused(cells):
    with pytest.raises(InvalidValue):
        Totals(FACETS, cells)


def test_all_that_is_wrong_with_totals_is_told_at_once():
    with pytest.raises(InvalidValue) as caught:
        Totals(["channel", "channel", 5], {("a", "b", "c"): (0, 0), (): (1, 1)})
    assert len(caught.value.problems) == 5


def test_totals_are_only_read_and_travel_between_processes():
    totals = Totals(FACETS, {("post", None): (2, 1)})
    with pytest.raises(TypeError):
        totals.cells["post", "US"] = (1, 1)
    assert pickle.loads(pickle.dumps(totals)) == totals == copy.deepcopy(totals)
    assert totals != 0
    with pytest.raises(TypeError):
        totals + 1


def test_a_notebook_shows_the_cells_in_order_with_what_is_not_said_at_the_end():
    html = Totals(("country",), {(None,): (2, 1), ("US",): (5, 3)})._repr_html_()
    assert html.index("US") < html.index("not said") < html.index("total")


def test_an_unknown_facet_of_totals_is_refused_with_the_nearest_one():
    with pytest.raises(InvalidValue, match="did you mean 'channel'"):
        Totals(FACETS).by("chanel")
