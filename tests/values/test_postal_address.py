import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.errors import InvalidValue
from urgent_actions.values.postal_address import PostalAddress


def test_the_lines_are_those_on_the_envelope():
    address = PostalAddress.parse("  2650 Wisconsin Ave. NW,\r\n\n  Washington DC 20007 ")
    assert address.lines == ("2650 Wisconsin Ave. NW,", "Washington DC 20007")
    assert address.in_one_line == "2650 Wisconsin Ave. NW, Washington DC 20007"


def test_one_bare_string_is_one_line_and_never_its_letters():
    assert PostalAddress("Moscow").lines == ("Moscow",)


@given(st.text(max_size=60))
def test_any_text_is_read_as_its_lines_that_are_not_blank(text):
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if lines:
        assert list(PostalAddress.parse(text).lines) == lines
    else:
        with pytest.raises(InvalidValue, match="is no postal address"):
            PostalAddress.parse(text)


@pytest.mark.parametrize(
    "lines", [(), ("",), (" Moscow",), ("Moscow\nRussia",), ("a\u2028b",), ("Moscow", ""), (7,), 7, None]
)
def test_lines_that_no_envelope_has_are_refused(lines):
    with pytest.raises(InvalidValue):
        PostalAddress(lines)
