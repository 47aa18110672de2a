"""Nothing is made ready for a closed channel, and each open one gets what it takes."""

from datetime import date

import attrs
import pytest
from kotov import EMBASSY, PROSECUTOR, kotov

from urgent_actions import (
    ContactChannel,
    EmailAddress,
    InvalidValue,
    PhoneNumber,
    Sender,
    guide,
    write_letter,
)
from urgent_actions.letters.dispatch import Wishes, dispatch
from urgent_actions.letters.email import Email
from urgent_actions.letters.fax import Fax
from urgent_actions.letters.form_entry import FormEntry
from urgent_actions.letters.phone_call import PhoneCall
from urgent_actions.letters.printed_letter import PrintedLetter
from urgent_actions.letters.social_post import SocialPost
from urgent_actions.letters.text_message import TextMessage

DAY = date(2020, 5, 25)
ADA = Sender("US", name="Ada Example")


def with_channels(target, *channels):
    case = kotov()
    changed = (attrs.evolve(one, channels=channels) if one.id == target else one for one in case.targets)
    return attrs.evolve(case, targets=tuple(changed))


def ready(case=None, *, sender=ADA, on=DAY, **more):
    case = case or kotov()
    guidance = guide(case, sender=sender, on=on)
    return [
        dispatch(write_letter(case, option.target, sender=sender, on=on), option, case=case, sender=sender, **more)
        for option in guidance
    ]


def test_nothing_is_made_for_a_closed_channel_and_the_reasons_are_told():
    for made in ready():
        if made.option.usable:
            continue
        assert made.content is None
        assert [message.say() for message in made.because] == [*made.option.advice.explain()]
        assert made.because


def test_each_open_channel_gets_what_it_takes():
    made = {str(each.option.channel.kind): type(each.content) for each in ready() if each.ready}
    assert made == {
        "form": FormEntry,
        "post": PrintedLetter,
        "phone": PhoneCall,
        "fax": Fax,
        "twitter": SocialPost,
        "facebook": SocialPost,
        "instagram": SocialPost,
    }


def test_what_is_asked_for_by_name_is_made_for_a_closed_channel_and_the_reasons_stay():
    case = with_channels(PROSECUTOR, ContactChannel("email", EmailAddress("minister@example.org")))
    early = date(2020, 5, 19)
    (first, *_) = ready(case, on=early)
    assert (first.content, str(first.option.status)) == (None, "closed")
    (first, *_) = ready(case, on=early, anyway=True)
    assert isinstance(first.content, Email)
    assert first.because


def test_wishes_reach_the_channels_that_they_are_for():
    case = with_channels(
        PROSECUTOR,
        ContactChannel("email", EmailAddress("minister@example.org")),
        *kotov().target(PROSECUTOR).channels[1:2],
    )
    wishes = Wishes(copies=["embassy@example.org"], hashtags=["Kotov"], link="https://example.org/case", form_limit=160)
    made = {str(each.option.channel.kind): each.content for each in ready(case, wishes=wishes) if each.ready}
    assert [*map(str, made["email"].copies)] == ["embassy@example.org"]
    assert made["twitter"].posts[0].endswith("#Kotov https://example.org/case")
    assert len(made["form"].message) <= 160


def test_a_form_without_room_says_so():
    (form,) = (each for each in ready(wishes=Wishes(form_limit=20)) if str(each.option.channel.kind) == "form")
    assert not form.ready
    assert [*map(str, form.because)] == ["The form has no room for one sentence of the letter."]


def test_a_message_goes_to_a_telephone_and_nothing_to_a_telex():
    case = with_channels(
        EMBASSY, ContactChannel("sms", PhoneNumber("+12022985700")), ContactChannel("telex", PhoneNumber("411 223"))
    )
    *_, message, telex = ready(case)
    assert isinstance(message.content, TextMessage)
    assert [*map(str, telex.because)] == ["There is nothing to make ready for telex."]


def test_letter_advice_and_sender_must_belong_together():
    case = kotov()
    letter = write_letter(case, EMBASSY, sender=ADA, on=DAY)
    option = guide(case, sender=Sender("DE"), on=date(2020, 5, 26)).options[0]
    with pytest.raises(InvalidValue) as refused:
        dispatch(letter, option, case=case, sender=ADA)
    assert [problem.where for problem in refused.value.problems] == ["target", "day", "sender"]
