import pytest
from hypothesis import given

from urgent_actions.errors import InvalidValue
from urgent_actions.testing.strategies.values import publishers, sources
from urgent_actions.values.country import Country
from urgent_actions.values.publisher import Publisher
from urgent_actions.values.source import Source


@given(sources())
def test_a_source_is_written_by_its_title_its_publisher_and_its_day(source):
    assert str(source).startswith(source.title)
    assert str(source).endswith(str(source.stated or source.publisher or source.title))


@pytest.mark.parametrize("title", ["", " ", None])
def test_a_source_needs_a_title(title):
    with pytest.raises(InvalidValue, match="source has no title"):
        Source(title)


def test_nothing_is_checked_before_it_is_stated():
    with pytest.raises(InvalidValue, match="checked on 2020-04, before it was stated on 2020-05-20"):
        Source("UA 82/20", stated="2020-05-20", checked="2020-04")
    assert Source("UA 82/20", stated="2020-05-20", checked="2020-05")


def test_a_source_is_no_place_for_a_script():
    with pytest.raises(InvalidValue, match="only http and https are links"):
        Source("UA 82/20", "javascript:alert(1)")


@given(publishers())
def test_a_publisher_is_written_by_its_name(publisher):
    assert str(publisher) == publisher.name


def test_a_publisher_needs_a_name_and_a_country_that_exists():
    assert Publisher("Amnesty International USA", "us").country == Country("US")
    with pytest.raises(InvalidValue, match="publisher has no name"):
        Publisher("  ")
    with pytest.raises(InvalidValue, match="unknown country 'UK'; did you mean 'GB'"):
        Publisher("Somebody", "UK")
