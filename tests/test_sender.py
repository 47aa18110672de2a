import pytest
from hypothesis import given
from letters_to_send import ANY_TEXT

from urgent_actions.errors import InvalidValue
from urgent_actions.sender import Sender
from urgent_actions.testing.strategies.nouns import senders
from urgent_actions.values.printable import printable_lines

ADA = Sender("US", ["en"], ties={"RU"}, name="Ada Example", address="1 Long Street\nSpringfield", own_words="I sing.")


def test_a_name_and_an_address_are_never_shown():
    for shown in (repr(ADA), str(ADA), f"{ADA}", repr([ADA]), repr({"sender": ADA})):
        assert "Ada" not in shown
        assert "Long" not in shown
        assert "sing" not in shown


@given(senders())
def test_what_is_shown_of_a_sender_is_the_same_whatever_the_name(sender):
    assert repr(sender) == repr(sender.profile)


@given(senders())
def test_a_profile_keeps_what_rules_ask_and_nothing_that_only_signs(sender):
    profile = sender.profile
    assert (profile.country, profile.languages, profile.ties) == (sender.country, sender.languages, sender.ties)
    assert profile.name is profile.address is profile.own_words is None
    assert profile.profile == profile


@pytest.mark.parametrize("field", ["name", "address", "own_words"])
def test_what_was_given_for_a_name_is_not_told_either(field):
    with pytest.raises(InvalidValue) as caught:
        Sender("US", **{field: ["Ada Example"]})
    assert str(caught.value) == f"the {field} is no string at {field}"


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (lambda: Sender("UK"), "unknown country 'UK'; did you mean 'GB'?"),
        (lambda: Sender("US", ties="RU"), "expected a collection of countries, not 'RU'"),
        (lambda: Sender("US", "en"), "expected a collection of languages, not 'en'"),
        (lambda: Sender(None), "unknown country 'NONE'"),
    ],
)
def test_a_sender_is_somewhere(made, told):
    with pytest.raises(InvalidValue) as caught:
        made()
    assert str(caught.value).startswith(told)


def test_a_name_is_one_line_an_address_lines_and_own_words_paragraphs():
    sender = Sender(
        "US", name=" Ada \r\nExample", address="1 Road\r\n \r\nTown\u2028X ", own_words="\nI sing.\r\n\r\nDo you?\n"
    )
    assert sender.name == "Ada Example"
    assert sender.address == "1 Road\nTown\nX"
    assert sender.own_words == "I sing.\n\nDo you?"
    assert not Sender("US", name=" \n", address="\r\n", own_words="\t").name


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_whatever_was_typed_nothing_that_a_sender_signs_with_is_obeyed(name, address, own_words):
    made = Sender("US", name=name, address=address, own_words=own_words)
    for text in (made.name, *made.address.split("\n")):
        assert len(text.splitlines()) <= 1
        assert text == text.strip() == printable_lines(text)
    assert made.own_words == printable_lines(made.own_words)
    "".join((made.name, made.address, made.own_words)).encode()
    assert Sender("US", name=made.name, address=made.address, own_words=made.own_words) == made


@pytest.mark.parametrize("unseen", ["\u3164", "\u00ad\u200d", "\u115f\u1160", "\uffa0 \u2800"])
def test_what_nobody_would_see_signs_no_letter(unseen):
    sender = Sender("US", name=unseen, address=f"{unseen}\n{unseen}", own_words=unseen)
    assert (sender.name, sender.address, sender.own_words) == ("", "", "")
