"""Totals and releases as JSON: nothing is lost but what only the publisher knows."""

import json

import pytest
from hypothesis import given
from totals.test_totals import totals_at_random

from urgent_actions import InvalidData, Totals, publish, read_release, read_totals, write_release, write_totals

CELLS = Totals(("channel",), {("post",): (3, 3), ("fax",): (50, 40), (None,): (700, 500)})


@given(totals_at_random)
def test_totals_are_read_back_as_they_were(totals):
    assert read_totals(write_totals(totals)) == totals
    assert read_totals(write_totals(totals, indent=2).encode()) == totals


@given(totals_at_random)
def test_a_release_is_read_back_as_it_was_published(totals):
    for release in (publish(totals, threshold=2), publish(totals, threshold=3, round_to=4)):
        assert read_release(write_release(release)) == release


def test_nothing_that_only_the_publisher_knows_is_written():
    release = publish(CELLS)
    text = write_release(release)
    assert json.loads(text)["release"]["tables"] == [
        {"by": ["channel"], "rows": [["fax", None], ["post", None], [None, 700]]},
        {"by": [], "rows": [[753]]},
    ]
    assert "small" not in text
    assert (read_release(text).kept, read_release(text).reasons) == (None, {})


def test_what_was_read_hides_in_the_next_release_what_was_hidden():
    before = read_release(write_release(publish(CELLS)))
    more = Totals(("channel",), {("post",): (30, 30), ("fax",): (500, 400), (None,): (7000, 5000)})
    assert {*publish(more, before=[before]).withheld} >= {*before.withheld}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x", "the text is no JSON"),
        ("[]", "expected a table of keys, got a list"),
        ('{"urgent_actions":2,"release":{}}', "the document is no release of version 1"),
        ('{"urgent_actions":1,"totals":{}}', "the document is no release of version 1"),
        ('{"urgent_actions":1,"release":{"facet":[]}}', "unknown key 'facet' at release; did you mean 'facets'"),
        ('{"urgent_actions":1,"release":{"facets":[]}}', "does not have the form that it is written in at release"),
        (
            '{"urgent_actions":1,"release":{"facets":[],"threshold":1,"tables":[{"by":[],"rows":[[5]]}]}}',
            "threshold is 1, not a whole number from 2 on at release.threshold",
        ),
        (
            '{"urgent_actions":1,"release":{"facets":[],"threshold":10,"tables":[{"by":[],"rows":[["5"]]}]}}',
            "a number is none",
        ),
    ],
)
def test_what_is_no_release_is_refused(text, told):
    with pytest.raises(InvalidData, match=told):
        read_release(text)


def test_a_release_with_a_key_twice_or_with_wrong_sums_is_refused_with_all_that_is_wrong():
    tables = (
        '[{"by":["channel"],"rows":[["a",5],["b",7],["a",6]]},{"by":[],"rows":[[999],[999]]},{"by":[],"rows":[[999]]}]'
    )
    with pytest.raises(InvalidData) as caught:
        read_release(f'{{"urgent_actions":1,"release":{{"facets":["channel"],"threshold":10,"tables":{tables}}}}}')
    assert [str(problem) for problem in caught.value.problems] == [
        "[] stands there twice at release.tables[2]; keep it or tables[1]",
        "['a'] stands there twice at release.tables[0].rows[2]; keep it or tables[0].rows[0]",
        "[] stands there twice at release.tables[1].rows[1]; keep it or tables[1].rows[0]",
        "the total is 999, but by channel it adds up to 13 at release.tables[()];"
        " take the release again as it was written, or publish again",
    ]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            '[["post",1,2],["fax",1,1],["post",3,1]]',
            r"\['post'\] stands there twice at totals.rows\[2\]; keep it or rows\[0\]",
        ),
        ('[["post",1,2]]', "at least one and not more"),
        ('[["post"]]', "not"),
        ('[[["post"],1,1]]', "does not have the form"),
        ("5", "does not have the form"),
        ("[[5,1,1]]", "has not one value for each facet"),
    ],
)
def test_what_are_no_totals_is_refused(rows, told):
    with pytest.raises(InvalidData, match=told):
        read_totals(f'{{"urgent_actions":1,"totals":{{"facets":["channel"],"rows":{rows}}}}}')
