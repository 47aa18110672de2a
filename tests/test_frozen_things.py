"""What holds of every value, rule and noun: they are equal by what they hold, never change, and are right once made."""

import copy
import pickle
from datetime import date

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from urgent_actions.action_report import ActionReport
from urgent_actions.bounce import Bounce
from urgent_actions.case import Case
from urgent_actions.case_history import CaseHistory
from urgent_actions.contact_channel import ContactChannel
from urgent_actions.correction import Correction
from urgent_actions.edition import Edition
from urgent_actions.errors import UrgentActionsError
from urgent_actions.letter_template import LetterTemplate
from urgent_actions.missions import Mission, MissionDirectory
from urgent_actions.reply import Reply
from urgent_actions.rules.attempt import Attempt
from urgent_actions.rules.rule import Rule
from urgent_actions.rules.rulebook import RuleBook
from urgent_actions.rules.scope import Scope
from urgent_actions.sender import Sender
from urgent_actions.target import Target
from urgent_actions.testing.strategies import addresses, nouns, postage, rules, values
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.country import Country
from urgent_actions.values.deadline import Deadline
from urgent_actions.values.email_address import EmailAddress
from urgent_actions.values.handle import Handle
from urgent_actions.values.hours import Hours
from urgent_actions.values.index_number import IndexNumber
from urgent_actions.values.language import Language
from urgent_actions.values.lead import Lead
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.phone_number import PhoneNumber
from urgent_actions.values.postage_rate import PostageRate
from urgent_actions.values.postage_rates import PostageRates
from urgent_actions.values.postal_address import PostalAddress
from urgent_actions.values.price import Price
from urgent_actions.values.publisher import Publisher
from urgent_actions.values.source import Source
from urgent_actions.values.text import Text
from urgent_actions.values.web_link import WebLink
from urgent_actions.values.window import Window
from urgent_actions.withdrawal import Withdrawal

WRITTEN_AND_READ = {
    CaseReference: values.references(),
    IndexNumber: values.index_numbers(),
    PartialDate: values.partial_dates(),
    Window: values.windows(),
    Lead: values.leads(),
    Deadline: values.deadlines(),
    Hours: values.hours(),
    Country: values.countries(),
    Language: values.languages(),
    PostalAddress: addresses.postal_addresses(),
    EmailAddress: addresses.email_addresses(),
    PhoneNumber: addresses.phone_numbers(),
    WebLink: addresses.web_links(),
    Handle: addresses.handles(),
    Price: postage.prices(),
}
THINGS = WRITTEN_AND_READ | {
    Text: values.texts(),
    Source: values.sources(),
    Publisher: values.publishers(),
    Attempt: rules.attempts(),
    Scope: rules.scopes(),
    Rule: rules.rules(),
    RuleBook: rules.rulebooks(),
    ContactChannel: nouns.channels(),
    Target: nouns.targets(),
    LetterTemplate: nouns.templates(),
    Edition: nouns.editions(),
    Case: nouns.cases(),
    CaseHistory: nouns.histories(),
    Sender: nouns.senders(),
    ActionReport: nouns.reports(),
    Correction: nouns.corrections(),
    **{kind: nouns.records_of(kind) for kind in (Withdrawal, Bounce, Reply)},
    Mission: nouns.missions(),
    MissionDirectory: nouns.mission_directories(),
    PostageRate: postage.postage_rates(),
    PostageRates: postage.postage_tables(),
}
FEW = settings(max_examples=20)

every_thing = pytest.mark.parametrize("kind", THINGS)
every_field = pytest.mark.parametrize(
    ("kind", "field"), [(kind, field.name) for kind in THINGS for field in attrs.fields(kind)]
)


@pytest.mark.parametrize("kind", WRITTEN_AND_READ)
@given(data=st.data())
def test_what_is_written_of_a_value_is_read_back(kind, data):
    value = data.draw(WRITTEN_AND_READ[kind])
    assert kind.parse(str(value)) == value


@every_thing
@FEW
@given(data=st.data())
def test_a_copy_is_equal_and_of_equal_hash(kind, data):
    thing = data.draw(THINGS[kind])
    for again in (pickle.loads(pickle.dumps(thing)), copy.deepcopy(thing), attrs.evolve(thing)):
        assert again == thing
        assert hash(again) == hash(thing)


@every_thing
@FEW
@given(data=st.data())
def test_two_things_are_equal_just_if_all_that_they_hold_is(kind, data):
    one, other = data.draw(THINGS[kind]), data.draw(THINGS[kind])
    held = [attrs.astuple(thing, recurse=False) for thing in (one, other)]
    assert (one == other) is (held[0] == held[1])
    assert one != "a string"


@every_field
@settings(max_examples=1)
@given(data=st.data())
def test_no_field_can_be_changed(kind, field, data):
    thing = data.draw(THINGS[kind])
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(thing, field, getattr(thing, field))


@every_thing
@settings(max_examples=1)
@given(data=st.data())
def test_nothing_can_be_added(kind, data):
    with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
        data.draw(THINGS[kind]).colour = "red"


@every_field
@settings(max_examples=5)
@given(data=st.data())
def test_a_changed_copy_is_checked_like_a_new_one(kind, field, data):
    wrong = data.draw(st.sampled_from([object(), 3.5, b"UA", date]), label=field)
    with pytest.raises(UrgentActionsError):
        attrs.evolve(data.draw(THINGS[kind]), **{field: wrong})
