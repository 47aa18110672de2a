"""How fast millions of reports are totalled and thousands of partial results added up, against counting tuples."""

import gc
from collections import Counter
from datetime import date, timedelta
from itertools import product
from random import Random
from time import process_time

from urgent_actions import ActionReport, CaseReference, ChannelKind, Country, Totals, add_up, publish, tally

CASES = [CaseReference("UA", number, year=2020) for number in range(1, 51)]
CHANNELS = [*ChannelKind][:6]
COUNTRIES = [Country(code) for code in "US DE FR GB ES IT NL BE CH AT".split()]
DAYS = [date(2020, 5, 1) + timedelta(number) for number in range(60)]


def reports(number, begin=0):
    random = Random(begin)
    return [
        ActionReport(
            f"r-{begin + n}",
            random.choice(CASES),
            channel=random.choice(CHANNELS),
            on=random.choice(DAYS),
            country=random.choice(COUNTRIES),
        )
        for n in range(number)
    ]


def counted(made):
    return Counter((one.case, one.channel, one.country) for one in made)


def counted_once(made):
    """The same, each id once: what a tally does too."""
    return Counter((one.case, one.channel, one.country) for one in {one.id: one for one in made}.values())


def test_a_million_reports(side_by_side, sizes):
    gc.disable()
    made = reports(sizes(smoke=2_000, full=1_000_000))
    gc.enable()
    gc.freeze()
    assert tally(made).by("case", "channel", "country") == counted(made)
    jobs = {
        "Counter over tuples": (lambda: counted(made), "", ""),
        "each id once, then Counter": (lambda: counted_once(made), "Counter over tuples", 1),
        "tally": (lambda: tally(made), "Counter over tuples", 2),
        "tally, by three facets": (
            lambda: tally(made).by("case", "channel", "country"),
            "Counter over tuples",
            2,
        ),
    }
    side_by_side(jobs, rounds=5)
    gc.unfreeze()


def partial_totals(number, cells=100):
    random = Random(number)
    keys = [(str(case), str(channel)) for case in CASES for channel in CHANNELS]
    return [
        Totals(("case", "channel"), dict.fromkeys(random.sample(keys, min(cells, len(keys))), (5, 3)))
        for _ in range(number)
    ]


def test_partial_results_are_added_in_time_linear_in_what_they_hold(side_by_side, sizes):
    numbers = sizes(smoke=[10, 20], full=[2_500, 5_000, 10_000])
    parts = {number: partial_totals(number) for number in numbers}
    tallies = {number: [tally(reports(20, 20 * n)) for n in range(number)] for number in numbers}
    first = numbers[0]
    jobs = {}
    for number in numbers:
        against = "" if number == first else f"{first} totals of 100 cells"
        jobs[f"{number} totals of 100 cells"] = (lambda n=number: add_up(parts[n]), against, number / first)
    for number in numbers:
        against = "" if number == first else f"{first} tallies of 20 reports"
        jobs[f"{number} tallies of 20 reports"] = (lambda n=number: add_up(tallies[n]), against, number / first)
    side_by_side(jobs, rounds=3)
    assert add_up(parts[first]).total == sum(part.total for part in parts[first])


def test_a_table_is_published_in_time_linear_in_its_cells(sizes):
    """Sparse tables, most of whose numbers are small: for eight times the cells at most twelve times the time."""
    took = {}
    for values in sizes(smoke=[(6, 4), (4, 3, 2)], full=[(150, 16), (1200, 16), (10, 16, 16), (80, 16, 16)]):
        totals = sparse(values)
        begin = process_time()
        release = publish(totals)
        took[values] = process_time() - begin
        shown = sum(number is not None for number in release.by(*release.facets).values())
        print(f"{len(totals.cells)} cells: {took[values]:.2f} s, {shown} shown, {len(release.withheld)} withheld")
        assert not release.is_empty
    for small, large in [(s, t) for s in took for t in took if s[1:] == t[1:] and 8 * s[0] == t[0]]:
        assert took[large] <= 12 * took[small]


def sparse(values):
    """Totals by so many values of each facet, where three cells in five have anything, and few have much."""
    random = Random(sum(values))
    keys = product(*([f"{facet}{n}" for n in range(size)] for facet, size in enumerate(values)))
    cells = {key: int(random.paretovariate(0.6)) for key in keys if random.random() < 0.6}
    facets = ("country", "channel", "language")[: len(values)]
    return Totals(facets, {key: (count, count) for key, count in cells.items()})
