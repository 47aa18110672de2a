import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.contact_channel import ContactChannel
from urgent_actions.errors import InvalidValue
from urgent_actions.target import Target, target_id
from urgent_actions.testing.strategies.nouns import targets
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.key import is_key

PROSECUTOR = "Prosecutor General of the Russian Federation"
EMBASSY = "Embassy of the Russian Federation"


def test_the_key_is_made_of_the_first_name_that_there_is():
    assert target_id(PROSECUTOR, "Igor Krasnov") == "prosecutor-general-of-the-russian-federation"
    assert target_id(None, "", "Igor Krasnov") == "igor-krasnov"
    assert target_id(None, "") == target_id() == target_id("!?") == "target"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Fiscalía General de la Nación", "fiscalia-general-de-la-nacion"),
        ("Генеральный прокурор", "генеральныи-прокурор"),
        ("النائب العام", "النايب-العام"),
        ("Straße 7 / ǅ ℌ", "strasse-7-dz-h"),
        ("a_b--c", "a-b-c"),
    ],
)
def test_letters_of_every_script_stay_and_accents_go(name, key):
    assert target_id(name) == key


@given(st.text(max_size=200), st.lists(st.text(max_size=5)))
def test_every_name_gives_a_key_that_a_target_may_have_and_that_is_not_taken(name, taken):
    first = target_id(name, taken=taken)
    second = target_id(name, taken=[*taken, first])
    assert is_key(first)
    assert is_key(second)
    assert first not in taken
    assert second not in {*taken, first}
    assert Target(first, "official", name="Somebody").id == first


def test_a_taken_key_is_numbered():
    assert target_id("Governor", taken=["governor", "governor-2"]) == "governor-3"


@pytest.mark.parametrize("key", ["", "Governor", "the governor", "-a", "a-", "a--b", "a_b", "a" * 101, "a\n", None, 7])
def test_what_cannot_be_a_key_is_refused(key):
    with pytest.raises(InvalidValue, match="cannot be a key at id; use small letters, digits and hyphens, at most 100"):
        Target(key, "official", name="Somebody")


@given(targets())
def test_the_channels_of_a_kind_are_all_of_that_kind_and_nothing_else(target):
    found = [channel for kind in ChannelKind for channel in target.by(kind)]
    assert sorted(map(str, found)) == sorted(map(str, target.channels))
    for kind in ChannelKind:
        assert [c for c in target.channels if c.kind is kind] == list(target.by(str(kind)))


@given(targets())
def test_every_target_has_something_to_be_called_by(target):
    assert str(target).strip()
    assert target.post.strip()


def test_an_official_is_called_by_name_and_office_and_addressed_by_office():
    target = Target("a", "official", name="Igor Krasnov", title="H.E.", office=PROSECUTOR)
    assert str(target) == f"H.E. Igor Krasnov, {PROSECUTOR}"
    assert target.post == PROSECUTOR


def test_an_ambassador_is_called_by_office_and_name_and_addressed_by_the_embassy():
    target = Target("a", "embassy", name="Anatoly Antonov", office="Ambassador", organisation=EMBASSY)
    assert str(target) == f"Ambassador Anatoly Antonov, {EMBASSY}"
    assert target.post == EMBASSY


def test_a_company_is_addressed_by_its_name_whoever_leads_it():
    assert Target("a", "company", name="Ada Example", organisation="Acme").post == "Acme"


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"name": None}, "name"),
        ({"name": "  "}, "name"),
        ({"name": 7}, "name"),
        ({"accredited_to": "US"}, "accredited_to"),
        ({"channels": ["post"]}, "channels[0]"),
        ({"copy": "yes"}, "copy"),
    ],
)
def test_what_contradicts_itself_is_refused(wrong, where):
    with pytest.raises(InvalidValue) as caught:
        Target("a", "official", **{"name": "Somebody", **wrong})
    assert where in [problem.where for problem in caught.value.problems]


def test_only_those_abroad_are_accredited():
    assert Target("a", "embassy", organisation=EMBASSY, country="RU", accredited_to="us").accredited_to.code == "US"
    with pytest.raises(InvalidValue, match="only embassies, consulates and missions are"):
        Target("a", "company", organisation="Acme", accredited_to="US")


def test_a_salutation_may_be_given_in_several_languages():
    target = Target("a", "official", name="A", salutation={"en": "Dear Prosecutor", "es": "Estimado Fiscal"})
    assert target.salutation.say("es-CO") == "Estimado Fiscal"


def test_channels_are_a_collection():
    with pytest.raises(InvalidValue):
        Target("a", "official", name="A", channels="post")
    assert Target("a", "official", name="A", channels=[ContactChannel("post")]).channels == (ContactChannel("post"),)
