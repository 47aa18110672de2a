"""Countries named in a text: twice the text, twice the time."""

from functools import partial

from urgent_actions.values.country_names import countries_named_in

HOSTILE = "United States United Republic of the Democratic Republic of Sao Tome and "


def test_countries_named_in_a_growing_text(side_by_side):
    jobs, before = {}, None
    for times in (1_000, 2_000, 4_000):
        name = f"{times} near misses"
        jobs[name] = (partial(countries_named_in, HOSTILE * times), before, 2.0 if before else None)
        before = name
    side_by_side(jobs, rounds=5)
