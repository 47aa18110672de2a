import pytest

from urgent_actions.errors import InvalidValue
from urgent_actions.rules.effect import Effect
from urgent_actions.values.address_state import AddressState
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.target_kind import TargetKind

LISTS = [AddressState, ChannelKind, TargetKind, Effect]
EVERY_WORD = [word for words in LISTS for word in words]


@pytest.mark.parametrize("word", EVERY_WORD)
def test_every_word_is_read_back_and_is_its_own_reading(word):
    assert type(word).of(str(word)) is word
    assert type(word).of(word) is word


@pytest.mark.parametrize("words", LISTS)
@pytest.mark.parametrize("wrong", ["", "Post", "posts ", None, 7, ["post"], b"post"])
def test_a_word_that_is_not_in_the_list_is_refused(words, wrong):
    with pytest.raises(InvalidValue, match="unknown "):
        words.of(wrong)


def test_a_misspelt_word_is_refused_with_the_nearest_one():
    with pytest.raises(InvalidValue) as caught:
        ChannelKind.of("e-mail")
    assert str(caught.value) == "unknown channel kind 'e-mail'; did you mean 'email'?"


def test_a_word_of_another_list_is_refused():
    with pytest.raises(InvalidValue, match="unknown channel kind"):
        ChannelKind.of(TargetKind.OTHER)


def test_a_channel_is_social_or_takes_a_number_and_never_both():
    assert {kind for kind in ChannelKind if kind.takes_number} == {
        ChannelKind.PHONE,
        ChannelKind.FAX,
        ChannelKind.SMS,
        ChannelKind.WHATSAPP,
    }
    assert not [kind for kind in ChannelKind if kind.is_social and kind.takes_number]
    assert [kind for kind in ChannelKind if kind.is_spoken] == [ChannelKind.PHONE]


def test_embassies_consulates_and_missions_are_abroad():
    assert {kind for kind in TargetKind if kind.is_abroad} == {
        TargetKind.EMBASSY,
        TargetKind.CONSULATE,
        TargetKind.MISSION,
    }
