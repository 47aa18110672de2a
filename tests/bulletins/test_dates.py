import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.bulletins.dates import find_dates, read_date
from urgent_actions.errors import InvalidValue
from urgent_actions.values.cldr import date_in_words
from urgent_actions.values.partial_date import PartialDate

PRINTED = [
    ("May 20, 2020", "en", "2020-05-20"),
    ("20 May 2020", "en", "2020-05-20"),
    ("30 June, 2017", "en", "2017-06-30"),
    ("December 2021", "en", "2021-12"),
    ("Friday, May 22, 2020", "en", "2020-05-22"),
    ("June 5th, 2020.", "en", "2020-06-05"),
    ("Sept. 5, 2001", "en", "2001-09-05"),
    ("2020-05-20", "en", "2020-05-20"),
    ("25 de septiembre de 2009", "es", "2009-09-25"),
    ("1er juillet 2019", "fr", "2019-07-01"),
    ("1. Juli 2019", "de", "2019-07-01"),
    ("30.06.2020", "de", "2020-06-30"),
    ("20 мая 2020 года", "ru", "2020-05-20"),
    ("май 2020", "ru", "2020-05"),
    ("٢٠ مايو ٢٠٢٠", "ar", "2020-05-20"),
    ("20 أيار/مايو 2020", "ar", "2020-05-20"),
    ("15 كانون الثاني 2021", "ar", "2021-01-15"),
]


@pytest.mark.parametrize(("text", "language", "date"), PRINTED)
def test_a_date_is_read_as_it_is_printed(text, language, date):
    assert read_date(text, (language,)) == PartialDate.parse(date)


@pytest.mark.parametrize(
    "text", ["82.20", "212.1", "05/06/2020", "June", "20 May", "May 20", "in May 2020", "May 2020 20", ""]
)
def test_what_could_be_read_in_two_ways_or_none_is_no_date(text):
    assert read_date(text) is None


@pytest.mark.parametrize(
    "text", ["February 30, 2020", "31 June 2022", "May 99, 2020", "2020-13-20", "29 February 2021"]
)
def test_a_date_that_does_not_exist_is_reported_and_not_put_right(text):
    with pytest.raises(InvalidValue, match="there is no date"):
        read_date(text)


@given(st.dates().filter(lambda day: day.year >= 1000), st.sampled_from(["en", "es", "fr", "de", "ru"]))
def test_what_cldr_writes_out_is_read_back(day, language):
    assert read_date(date_in_words(day, language), (language,)) == PartialDate.of(day)


@given(st.text(max_size=200), st.sampled_from(["en", "ar", "ru"]))
def test_every_found_date_stands_where_it_says(text, language):
    for found in find_dates(text + " 3 May 2020 ", (language,)):
        assert (found.date is None) is (found.problem is not None)
        assert 0 <= found.start < found.end <= len(text) + 12


def test_all_dates_of_a_sentence_are_found_in_order():
    found = find_dates("from 1 May 2020 to February 30, 2021, and then June 2022")
    assert [str(date.date or date.problem.code) for date in found] == ["2020-05-01", "no-such-date", "2022-06"]
