import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.errors import InvalidValue
from urgent_actions.testing.strategies.values import references
from urgent_actions.values.case_reference import CaseReference

KOTOV = CaseReference("UA", 82, year=2020)


@pytest.mark.parametrize(
    "text", ["UA 82/20", "82/20", "82.20", "UA: 082/2020", "ua:82/20", " UA 82 / 20 ", "AU : 82/20"]
)
def test_all_ways_of_writing_a_reference_mean_one_case(text):
    assert CaseReference.parse(text) == KOTOV
    assert str(CaseReference.parse(text)) == "UA 82/20"


def test_series_are_separate_sequences():
    assert CaseReference.parse("EXTRA 82/20") != KOTOV
    assert CaseReference.parse("82/20", series="MA") == CaseReference("MA", 82, year=2020)


@pytest.mark.parametrize(
    ("text", "year"), [("1/70", 1970), ("1/99", 1999), ("1/00", 2000), ("1/69", 2069), ("1/1969", 1969)]
)
def test_two_digits_of_a_year_mean_1970_to_2069(text, year):
    assert CaseReference.parse(text).year == year


@given(references(), references())
def test_references_are_ordered_by_series_then_number_then_year(one, other):
    assert (one < other) == ((one.series, one.number, one.year) < (other.series, other.number, other.year))


@pytest.mark.parametrize(
    "text", ["", "UA", "82", "82/2", "82/202", "U 82/20", "82/20/19", "UA 82/20\nUA 83/20", "८२/२०"]
)
def test_what_is_no_reference_is_refused_with_the_form_that_is(text):
    with pytest.raises(InvalidValue) as caught:
        CaseReference.parse(text)
    assert str(caught.value) == f"cannot read {text!r} as a case reference; write it as 'UA 82/20'"


def test_all_that_is_wrong_with_a_reference_is_told_at_once():
    with pytest.raises(InvalidValue) as caught:
        CaseReference("U", 0, year=20)
    assert [problem.where for problem in caught.value.problems] == ["series", "number", "year"]


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text):
    try:
        reference = CaseReference.parse(text)
    except InvalidValue:
        return
    assert CaseReference.parse(str(reference)) == reference
