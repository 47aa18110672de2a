"""The search for what to withhold: bounded in time whatever the size of the table, and never without an answer."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from urgent_actions.totals.choice import Choice
from urgent_actions.totals.combination import Combination
from urgent_actions.totals.neighbours import Neighbours
from urgent_actions.totals.place import is_in, places_over, sums
from urgent_actions.totals.withholding import Withholding

free_cells = st.dictionaries(st.tuples(*[st.sampled_from("abc")] * 3), st.integers(0, 6), min_size=2, max_size=12)


def large(*sizes):
    """A sparse table of so many values by each facet, most of whose numbers are small."""
    dice = Random(82)
    cells = {()}
    for size in sizes:
        cells = {(*cell, f"v{n}") for cell in cells for n in range(size)}
    return {cell: int(dice.paretovariate(0.6)) for cell in sorted(cells) if dice.random() < 0.6}


def moves_of(place, free, room=10):
    neighbours = Neighbours(free)
    neighbours.withhold([cell for cell, count in free.items() if count < room])
    return [*neighbours.moves(place, room)]


@pytest.mark.parametrize("sizes", [(50,), (500,), (10, 10), (40, 40), (6, 6, 6), (12, 12, 12)], ids=str)
def test_no_more_moves_are_tried_in_a_large_table_than_in_a_small_one(sizes):
    free = large(*sizes)
    assert 0 < len(moves_of(next(iter(free)), free)) <= 500


@settings(max_examples=40)
@given(free_cells, st.data())
def test_all_moves_together_have_the_room_that_the_total_leaves(free, data):
    place = data.draw(st.sampled_from(sorted({*sums(free)} - {(...,) * 3}, key=str)))
    inside, outside = (sum(n for cell, n in free.items() if is_in(cell, place) is side) for side in (True, False))
    choice = Choice(inside + outside, Combination(free), set(), len)
    choice.look_at(Neighbours(free).all_moves(place))
    moves = choice.best()
    assert (moves is not None) is (outside > 0 or inside + outside == 0)


@settings(max_examples=40)
@given(free_cells, st.data())
def test_every_move_lets_its_place_gain_and_takes_it_from_elsewhere(free, data):
    place = data.draw(st.sampled_from(sorted({*sums(free)} - {(...,) * 3}, key=str)))
    for move in moves_of(place, free, room=3):
        change = {}
        for sign, cells in ((1, move.gains), (-1, move.losses)):
            for cell in cells:
                for at in places_over(cell):
                    change[at] = change.get(at, 0) + sign
        assert change[place] == 1
        assert {at for at, by in change.items() if by} == move.changed


def test_what_withholds_nothing_more_is_taken_before_what_does():
    free = {("post", "DE"): 3, ("fax", "DE"): 9, ("post", "US"): 9, ("fax", "US"): 3, ("email", "FR"): 500}
    work = Withholding(5, sums(free), free)
    assert work.protect({("post", "DE"): 5, ("fax", "US"): 5, ("fax", "DE"): 5, ("post", "US"): 5})
    assert work.withheld == {*free} - {("email", "FR")}


def test_where_the_total_leaves_no_room_nothing_is_protected():
    free = {("post",): 3, ("fax",): 1}
    assert Withholding(4, sums(free), free).protect({("post",): 4})
    assert not Withholding(5, sums(free), free).protect({("post",): 5})
