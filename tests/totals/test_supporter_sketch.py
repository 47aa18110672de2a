from datetime import date
from functools import reduce
from operator import or_

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from urgent_actions import ActionReport, InvalidValue, SupporterSketch, tally

FEW = settings(max_examples=25)
tokens = st.lists(st.integers(0, 30).map("{:032x}".format), max_size=20)


def reports(tokens, case="UA 82/20"):
    return [
        ActionReport(f"{case[3:5]}-{n}", case, channel="post", on=date(2020, 5, 25), supporter=token)
        for n, token in enumerate(tokens)
    ]


def sketch(tokens, case="UA 82/20"):
    return SupporterSketch.of(tally(reports(tokens, case)))


@FEW
@given(st.lists(tokens, min_size=1, max_size=4), st.randoms())
def test_a_union_counts_a_person_once_in_any_order_and_with_repeats(sections, random):
    sketches = [sketch(section) for section in sections] * 2
    random.shuffle(sketches)
    together = {token for section in sections for token in section}
    assert reduce(or_, sketches).estimate == len(together)


def test_the_true_number_lies_within_the_stated_error():
    sections = [[f"{number:032x}" for number in range(start, start + 3000)] for start in range(0, 10_000, 1000)]
    union = reduce(or_, map(sketch, sections))
    low, high = union.bounds
    assert low <= 12_000 <= high
    assert abs(union.estimate - 12_000) < 3 * union.error * 12_000
    assert round(union.error, 4) == 0.0162
    assert str(union) == f"about {union.estimate} supporters, from {low} to {high}"


def test_a_person_counts_once_in_each_case_and_reports_without_token_not_at_all():
    one = sketch(["a" * 32, None]) | sketch(["a" * 32], case="UA 83/20")
    assert one.estimate == 2


def test_no_token_can_be_read_from_a_sketch():
    made = sketch(["a" * 32])
    assert b"aaaa" not in made.content
    assert "a" * 8 not in repr(made)


@pytest.mark.parametrize("content", [b"", b"x" * 50, "text", None])
def test_what_is_no_sketch_is_refused(content):
    with pytest.raises(InvalidValue, match="the content is no sketch of ours"):
        SupporterSketch(content)


def test_a_sketch_joins_with_sketches_only():
    with pytest.raises(TypeError):
        sketch([]) | 5
