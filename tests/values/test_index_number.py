import pytest

from urgent_actions.errors import InvalidValue
from urgent_actions.values.index_number import IndexNumber


@pytest.mark.parametrize(
    "text", ["AMR 23/65/91", "AMR 23/065/1991", "amr 23/65/1991", "AMR23/065/91", " AMR 23 / 65 / 91 "]
)
def test_all_ways_of_writing_an_index_number_mean_one_document(text):
    assert IndexNumber.parse(text) == IndexNumber("AMR", 23, serial=65, year=1991)
    assert str(IndexNumber.parse(text)) == "AMR 23/065/1991"


@pytest.mark.parametrize(("text", "year"), [("ASA 1/1/61", 1961), ("ASA 1/1/60", 2060), ("ASA 1/1/2020", 2020)])
def test_two_digits_of_a_year_mean_1961_to_2060(text, year):
    assert IndexNumber.parse(text).year == year


@pytest.mark.parametrize(
    "text", ["", "EUR 46/2345", "EURO 46/2345/2020", "EUR 46/2345/2020/1", "EUR 146/1/2020", "UA 82/20"]
)
def test_what_is_no_index_number_is_refused_with_the_form_that_is(text):
    with pytest.raises(InvalidValue, match="write it as 'EUR 46/2345/2020'"):
        IndexNumber.parse(text)


@pytest.mark.parametrize(
    "parts", [("EUR", 100, 1, 2020), ("EUR", 1, 100_000, 2020), ("EUR", 1, 1, 1960), ("EU", 1, 1, 2020)]
)
def test_parts_out_of_range_are_refused(parts):
    region, file, serial, year = parts
    with pytest.raises(InvalidValue):
        IndexNumber(region, file, serial=serial, year=year)
