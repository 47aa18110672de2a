import pytest

from urgent_actions.edition import Edition, EditionKind
from urgent_actions.errors import InvalidValue


def test_a_document_is_the_first_in_english_unless_it_says_otherwise():
    assert (Edition().kind, Edition().language.tag, Edition().issued) == (EditionKind.FIRST, "en", None)


def test_what_goes_before_all_others_or_asks_for_no_more_letters_is_no_update():
    assert [str(kind) for kind in EditionKind if not Edition(kind).is_update] == ["first", "outcome", "withdrawn"]


@pytest.mark.parametrize("ordinal", [0, -1, 1000, 1.0, True, "2"])
def test_documents_are_counted_from_one(ordinal):
    with pytest.raises(InvalidValue, match="count the first document as 1"):
        Edition(ordinal=ordinal)


@pytest.mark.parametrize(
    "wrong", [{"kind": "udpate"}, {"issued": "May"}, {"index": "EUR 46/1/2020"}, {"url": "ftp://a.example"}]
)
def test_what_no_document_has_is_refused(wrong):
    with pytest.raises(InvalidValue):
        Edition(**wrong)
