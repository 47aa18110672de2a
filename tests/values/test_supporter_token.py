import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.action_report import ActionReport
from urgent_actions.errors import InvalidValue
from urgent_actions.testing.strategies import values
from urgent_actions.values.supporter_token import SHORTEST_KEY, supporter_token

KEY = bytes(range(SHORTEST_KEY))
identities = st.text(st.characters(categories=("L", "N")), min_size=1)


@given(st.binary(min_size=SHORTEST_KEY), values.references(), identities, values.days())
def test_a_token_is_one_that_a_report_takes(key, case, identity, day):
    token = supporter_token(key, case, identity)
    assert ActionReport("r-1", case, channel="post", on=day, supporter=token).supporter == token


@given(identities, identities, values.references(), values.references())
def test_two_people_two_cases_and_two_keys_have_no_token_in_common(one, other, case, another):
    token = supporter_token(KEY, case, one)
    assert (token == supporter_token(KEY, another, one)) is (case == another)
    assert token != supporter_token(KEY[::-1], case, one)
    if one.casefold() == other.casefold():
        assert token == supporter_token(KEY, case, other)


@pytest.mark.parametrize(
    "written",
    [" ada@example.org\n", "Ada@EXAMPLE.org", "ａｄａ@example.org", "ada\u200b@example.org", "\ufeffada@example.org"],
)
def test_how_an_identity_is_typed_makes_no_difference(written):
    assert supporter_token(KEY, "UA 82/20", written) == supporter_token(KEY, "UA 82/20", "ada@example.org")


def test_other_people_differ():
    assert supporter_token(KEY, "UA 82/20", "ada@example.org") != supporter_token(KEY, "UA 82/20", "eda@example.org")
    assert supporter_token(KEY, "UA 82/20", "a b") != supporter_token(KEY, "UA 82/20", "ab")


def test_a_token_is_the_keyed_hash_that_other_programs_make_too():
    text = b"urgent_actions supporter 1\0UA 82/20\0ada@example.org"
    assert supporter_token(KEY, "UA 82/20", "ada@example.org") == hmac.new(KEY, text, hashlib.sha256).hexdigest()


@pytest.mark.parametrize("key", [b"", KEY[:-1], "k" * 64, None, bytearray(KEY)])
def test_a_key_has_at_least_32_bytes(key):
    with pytest.raises(InvalidValue, match="the key is not 32 bytes or more at key; make it once with"):
        supporter_token(key, "UA 82/20", "ada@example.org")


@pytest.mark.parametrize("identity", ["", " \n", "\u200b", None, b"ada", "\ud800"])
def test_nobody_has_no_token(identity):
    with pytest.raises(InvalidValue, match="the identity is blank or is no text at identity"):
        supporter_token(KEY, "UA 82/20", identity)


def test_neither_key_nor_identity_is_ever_told():
    with pytest.raises(InvalidValue) as caught:
        supporter_token(b"hidden-by-the-section", "UA 82/20", "\ud800ada@example.org")
    assert len(caught.value.problems) == 2
    assert "hidden" not in repr(caught.value)
    assert "ada" not in repr(caught.value)
