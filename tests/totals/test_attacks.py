"""Attacks on published tables: what is withheld cannot be computed, from margins, from earlier releases, from both."""

from collections import Counter
from datetime import date

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from totals.attacker import Attacker, is_in, number_in

from urgent_actions import ActionReport, Totals, publish, tally
from urgent_actions.totals.release import selections

THRESHOLD = 4
SHAPES = [
    [("post", "fax", "email")],
    [("post", "fax"), ("DE", "US")],
    [("post", "fax", None), ("DE", "FR", "US")],
    [("post", "fax"), ("DE", "US"), ("en", "fr")],
]
FACETS = ("channel", "country", "language")
counts = st.sampled_from([0, 0, 1, 2, 3, 4, 5, 9, 14])


@st.composite
def cells_of(draw, shape, numbers=counts):
    attacked = Attacker([], shape, growing=False)
    return {cell: number for cell in attacked.cells if (number := draw(numbers))}


def totals_of(shape, cells):
    return Totals(FACETS[: len(shape)], {cell: (number, number) for cell, number in cells.items() if number})


def added(one, other):
    return {cell: one.get(cell, 0) + other.get(cell, 0) for cell in {*one, *other}}


def assert_safe(releases, truths, shape, *, growing):
    """Every withheld number has room, and so has every small change between two releases.

    Where numbers may fall, the releases have nothing to do with one another, and are attacked one by one: a change is
    known just where both numbers are.
    """
    told = [(release, truth) for release, truth in zip(releases, truths, strict=True) if not release.is_empty]
    for series in [told] if growing else [[one] for one in told]:
        assert_series_safe(*zip(*series, strict=True), shape) if series else None
    for number, (now, truth) in enumerate(told):
        for before, then in told[:number]:
            for place in Attacker([], shape, growing=False).places:
                if number_in(before, place) is not None and number_in(now, place) is not None:
                    assert not 0 < abs(true_number(truth, place) - true_number(then, place)) < THRESHOLD, place


def assert_series_safe(releases, truths, shape):
    attacker = Attacker(releases, shape, growing=True, truths=truths)
    for number, (release, truth) in enumerate(zip(releases, truths, strict=True)):
        for place in attacker.places:
            true, shown = true_number(truth, place), number_in(release, place)
            if shown is None:
                assert attacker.has_room(attacker.terms_of(number, place), true, release.threshold), place
            else:
                assert release.round_to or shown == true
                assert not 0 < true < release.threshold
            for before, then in enumerate(truths[:number]):
                change = true - true_number(then, place)
                if 0 < change < THRESHOLD:
                    assert attacker.has_room(attacker.terms_of_change(before, number, place), change, THRESHOLD), place


def true_number(truth, place):
    return sum(count for cell, count in truth.items() if is_in(cell, place))


@pytest.mark.parametrize("shape", SHAPES, ids=len)
@settings(max_examples=40)
@given(data=st.data())
def test_nothing_withheld_can_be_computed_from_a_table_and_its_margins(shape, data):
    cells = data.draw(cells_of(shape))
    release = publish(totals_of(shape, cells), threshold=THRESHOLD)
    assert release.is_empty is (sum(cells.values()) < THRESHOLD)
    assert_safe([release], [cells], shape, growing=False)


@pytest.mark.parametrize("shape", [[tuple("abcdefgh")], [tuple("abc"), tuple("xyz")]], ids=len)
@settings(max_examples=60)
@given(data=st.data())
def test_many_small_numbers_hide_one_another_only_together(shape, data):
    cells = data.draw(cells_of(shape, st.sampled_from([0, 1, 1, 1, 2, 3, 8])))
    release = publish(totals_of(shape, cells), threshold=7)
    assert release.is_empty is (sum(cells.values()) < 7)
    assert_safe([release], [cells], shape, growing=False)


@pytest.mark.parametrize("shape", SHAPES[:2], ids=len)
@settings(max_examples=25)
@given(data=st.data())
def test_nothing_withheld_can_be_computed_from_a_growing_table_and_its_earlier_releases(shape, data):
    releases, truths, cells = [], [], {}
    forgets = data.draw(st.booleans())
    for _ in range(data.draw(st.integers(2, 3))):
        cells = added(cells, data.draw(cells_of(shape)))
        release = publish(totals_of(shape, cells), threshold=THRESHOLD, before=releases)
        releases.append(attrs.evolve(release, kept=None) if forgets else release)
        truths.append(cells)
    assert_safe(releases, truths, shape, growing=True)


@settings(max_examples=15)
@given(data=st.data())
def test_three_facets_and_two_releases_tell_nothing_either(data):
    shape = SHAPES[3]
    first = data.draw(cells_of(shape))
    second = added(first, data.draw(cells_of(shape)))
    one = publish(totals_of(shape, first), threshold=THRESHOLD)
    two = publish(totals_of(shape, second), threshold=THRESHOLD, before=[one])
    assert_safe([one, two], [first, second], shape, growing=True)


@settings(max_examples=25)
@given(data=st.data())
def test_numbers_that_fall_tell_nothing_either(data):
    shape = SHAPES[1]
    truths = [data.draw(cells_of(shape)) for _ in range(3)]
    releases = []
    for cells in truths:
        releases.append(publish(totals_of(shape, cells), threshold=THRESHOLD, before=releases))
    assert_safe(releases, truths, shape, growing=False)


def test_a_number_that_was_withheld_and_fell_to_nothing_is_not_told_either():
    shape = SHAPES[3]
    first = dict(zip(Attacker([], shape, growing=False).cells, [14, 2, 9, 4, 9, 2, 4, 1], strict=True))
    second = dict(zip(first, [0, 1, 9, 14, 0, 2, 2, 0], strict=True))
    one = publish(totals_of(shape, first), threshold=THRESHOLD)
    two = publish(totals_of(shape, second), threshold=THRESHOLD, before=[one])
    assert one.number(FACETS, ("post", "DE", "en")) is None
    assert_safe([one, two], [first, second], shape, growing=False)


@settings(max_examples=25)
@given(data=st.data(), multiple=st.integers(2, 14))
def test_rounding_never_tells_more(data, multiple):
    shape = SHAPES[1]
    cells = data.draw(cells_of(shape))
    release = publish(totals_of(shape, cells), threshold=THRESHOLD, round_to=multiple)
    assert_safe([release], [cells], shape, growing=False)
    for facets, numbers in release.tables.items():
        assert all(number is None or (number > 0 and number % multiple == 0) for number in numbers.values()), facets


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.sampled_from(["DE", "LI"]), st.integers(1, 4), st.integers(1, 7), st.booleans()),
        max_size=30,
    )
)
def test_no_number_is_shown_unless_enough_people_stand_behind_it_in_one_case(said):
    reports = [
        ActionReport(
            f"r-{n}",
            f"UA {case}/20",
            channel="post",
            on=date(2020, 5, 25),
            country=country,
            supporter=f"{case:016x}{who:016x}" if named else None,
        )
        for n, (country, case, who, named) in enumerate(said)
    ]
    for by in (["country"], ["case", "country"]):
        release = publish(tally(reports), by, threshold=THRESHOLD)
        for facets in selections(by):
            for key, number in release.tables.get(facets, {}).items():
                assert number is None or most_people(reports, dict(zip(facets, key, strict=True))) >= THRESHOLD


def most_people(reports, named):
    """The people who stand behind a number in the case that has the most of them."""
    people = {
        (report.case, report.supporter or (report.id,))
        for report in reports
        if all(str(getattr(report, facet)) == value for facet, value in named.items())
    }
    return max(Counter(case for case, _ in people).values())


def test_the_attacker_finds_what_a_careless_table_tells():
    shape = SHAPES[1]
    cells = {("post", "DE"): 2, ("post", "US"): 20, ("fax", "DE"): 30, ("fax", "US"): 40}
    careful = publish(totals_of(shape, cells), threshold=THRESHOLD)
    tables = {facets: dict(numbers) for facets, numbers in careful.tables.items()}
    tables["channel", "country"] = {cell: None if number < THRESHOLD else number for cell, number in cells.items()}
    careless = attrs.evolve(careful, tables=tables)
    assert ranges([careless], shape, ("post", "DE")) == (2, 2)
    low, high = ranges([careful], shape, ("post", "DE"))
    assert (low, high - low >= THRESHOLD) == (0, True)


def ranges(releases, shape, place):
    attacker = Attacker(releases, shape, growing=True)
    return attacker.range_of(attacker.terms_of(len(releases) - 1, place))


def changes(releases, shape, place):
    attacker = Attacker(releases, shape, growing=True)
    return attacker.range_of(attacker.terms_of_change(0, 1, place))


def test_the_attacker_finds_what_two_careless_releases_tell():
    shape = [("post", "fax")]
    first, second = {("post",): 20, ("fax",): 30}, {("post",): 22, ("fax",): 40}
    one, two = (publish(totals_of(shape, cells), threshold=THRESHOLD) for cells in (first, second))
    assert changes([one, two], shape, ("post",)) == (2, 2)
    two = publish(totals_of(shape, second), threshold=THRESHOLD, before=[one])
    low, high = changes([one, two], shape, ("post",))
    assert high - low >= THRESHOLD
