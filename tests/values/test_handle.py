import pytest

from urgent_actions.errors import InvalidValue
from urgent_actions.values.handle import Handle


def test_a_handle_is_written_with_its_at_and_read_with_or_without():
    assert str(Handle("RusEmbUSA")) == "@RusEmbUSA"
    assert Handle("@RusEmbUSA") == Handle.parse(" RusEmbUSA ") == Handle("RusEmbUSA")


def test_capitals_are_kept_and_do_not_make_another_account():
    assert Handle("RusEmbUSA") != Handle("rusembusa")
    assert Handle("RusEmbUSA").same_account(Handle("rusembusa"))
    assert not Handle("RusEmbUSA").same_account(Handle("RusEmb"))


@pytest.mark.parametrize(
    "text", ["", "@", "@@a", "a b", "a/b", "https://example.org/a", "a\nb", ".a", "-a", "a" * 101, "a\u202eb", None, 7]
)
def test_what_is_no_account_name_is_refused(text):
    with pytest.raises(InvalidValue, match="is no account name; write it as @name, or give a link"):
        Handle(text)
