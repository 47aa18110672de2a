import pytest
from hypothesis import given

from urgent_actions.contact_channel import ContactChannel
from urgent_actions.errors import InvalidValue
from urgent_actions.testing.strategies.nouns import channels
from urgent_actions.values.address_state import AddressState
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.email_address import EmailAddress
from urgent_actions.values.handle import Handle
from urgent_actions.values.hours import Hours
from urgent_actions.values.phone_number import PhoneNumber
from urgent_actions.values.postal_address import PostalAddress
from urgent_actions.values.web_link import WebLink

EMBASSY = PostalAddress(["2650 Wisconsin Ave. NW", "Washington DC 20007"])
NINE_TO_FIVE = Hours.parse("FREQ=DAILY 09:00-17:00 America/New_York")


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("post: 2650 Wisconsin Ave. NW\nWashington DC 20007", EMBASSY),
        ("email: a@example.org", EmailAddress("a@example.org")),
        ("phone: +1 202-298-5700", PhoneNumber("+12022985700")),
        ("form: https://example.org/form", WebLink("https://example.org/form")),
        ("telex: 411 526", PhoneNumber("411 526")),
        ("twitter: @RusEmbUSA", Handle("RusEmbUSA")),
        ("twitter: https://example.org/RusEmbUSA", WebLink("https://example.org/RusEmbUSA")),
    ],
)
def test_a_channel_reads_the_sort_of_address_that_its_kind_has(written, address):
    channel = ContactChannel.parse(written)
    assert (channel.address, channel.state) == (address, AddressState.KNOWN)
    assert str(channel) == written


@given(channels())
def test_kind_address_and_state_are_read_back(channel):
    again = ContactChannel.parse(str(channel))
    assert (again.kind, again.address, again.state) == (channel.kind, channel.address, channel.state)


@given(channels())
def test_an_address_is_known_just_if_there_is_one(channel):
    assert (channel.address is not None) == (channel.state is AddressState.KNOWN)


def test_a_channel_without_an_address_is_missing_unless_it_is_said_to_be_withheld():
    assert ContactChannel("post").state is AddressState.MISSING
    assert ContactChannel.parse("post") == ContactChannel("post")
    hidden = ContactChannel.withheld("email", "[email\u00a0protected]")
    assert (hidden.state, hidden.printed, str(hidden)) == (
        AddressState.WITHHELD,
        "[email\u00a0protected]",
        "email (withheld)",
    )


def test_a_state_is_read_as_its_word():
    assert ContactChannel("email", state="withheld") == ContactChannel.withheld("email")


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (
            lambda: ContactChannel("post", EmailAddress("a@example.org")),
            "is no address for post at address; give a PostalAddress",
        ),
        (lambda: ContactChannel("email", Handle("a")), "is no address for email at address; give a EmailAddress"),
        (lambda: ContactChannel("twitter", EMBASSY), "give a Handle or WebLink"),
        (lambda: ContactChannel("other", "by boat"), "'by boat' is no address for other"),
        (lambda: ContactChannel("post", EMBASSY, state="withheld"), "known goes with an address, and only with one"),
        (lambda: ContactChannel("post", state="known"), "known goes with an address, and only with one"),
        (lambda: ContactChannel("post", state="gone"), "unknown address state 'gone'"),
        (lambda: ContactChannel("post", EMBASSY, hours=NINE_TO_FIVE), "hours are given for post at hours"),
        (
            lambda: ContactChannel("phone", PhoneNumber("+12022985700"), hours="9 to 5"),
            "hours is '9 to 5', not an Hours",
        ),
        (lambda: ContactChannel.parse("carrier pigeon: Moscow"), "unknown channel kind 'carrier pigeon'"),
        (lambda: ContactChannel.parse("email: [email protected]"), "is no e-mail address"),
    ],
)
def test_an_address_that_does_not_fit_is_refused(made, told):
    with pytest.raises(InvalidValue) as caught:
        made()
    assert told in str(caught.value)


def test_all_that_is_wrong_with_a_channel_is_told_at_once():
    with pytest.raises(InvalidValue) as caught:
        ContactChannel("post", Handle("a"), state="withheld", hours=NINE_TO_FIVE, note=7)
    assert [problem.where for problem in caught.value.problems] == ["address", "state", "hours", "note"]


def test_only_telephones_have_hours():
    assert [kind for kind in ChannelKind if kind.takes_number]
    for kind in ChannelKind:
        if kind.takes_number:
            assert ContactChannel(kind, PhoneNumber("+12022985700"), hours=NINE_TO_FIVE).hours == NINE_TO_FIVE
