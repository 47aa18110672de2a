import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.errors import InvalidValue
from urgent_actions.testing.strategies.values import leads
from urgent_actions.values.lead import Lead


def test_both_ends_are_included():
    assert [days for days in range(-1, 12) if days in Lead(3, 7)] == [3, 4, 5, 6, 7]


@given(leads(), st.integers(-100, 100))
def test_as_days_pass_membership_changes_on_boundaries_and_nowhere_else(lead, left):
    day_before = left + 1
    assert ((left in lead) != (day_before in lead)) == (left in lead.boundaries)


@pytest.mark.parametrize("text", ["", "7", "7/", "/7", "7-30", "seven/..", "100000/..", "7/30/40"])
def test_what_is_no_lead_is_refused_with_the_form_that_is(text):
    with pytest.raises(InvalidValue, match=r"write it as 7/\.\., \.\./6 or 7/30"):
        Lead.parse(text)


@pytest.mark.parametrize("ends", [(7, 6), (7.0, None), (True, None), (None, 100_000), ("7", None)])
def test_ends_that_cannot_be_are_refused(ends):
    with pytest.raises(InvalidValue):
        Lead(*ends)
