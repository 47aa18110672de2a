"""Nothing is made ready for a closed channel, and each open one gets what it takes."""

from datetime import date

import attrs
import pytest
from kotov import EMBASSY, PROSECUTOR, kotov

from urgent_actions import (
    ContactChannel,
    EmailAddress,
    Handle,
    InvalidValue,
    LetterTemplate,
    PhoneNumber,
    Sender,
    TemplateText,
    WebLink,
    Wishes,
    guide,
    write_letter,
)
from urgent_actions.letters.dispatch import dispatch
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


def notes_for(*channels, **more):
    case = with_channels(PROSECUTOR, *channels)
    made = [one for one in ready(case, anyway=True, **more) if one.option.target.id == PROSECUTOR]
    return [[note.say() for note in one.notes] for one in made]


def test_a_number_that_may_be_another_one_from_abroad_is_told():
    certain, bare = PhoneNumber("+74959827050"), PhoneNumber("982 7050")
    channels = [ContactChannel(kind, number) for kind in ("fax", "phone") for number in (certain, bare)]
    told = ["Nothing tells to which country this number belongs: ask before you use it from another country."]
    assert notes_for(*channels) == [[], told, [], told]


def test_what_a_form_has_no_room_for_is_counted():
    form = ContactChannel("form", WebLink("https://example.org/form"))
    model = LetterTemplate(TemplateText("en", "He is in prison. It is far away.\n\nIt is cold.\n\nPlease free him."))
    case = attrs.evolve(with_channels(PROSECUTOR, form), letter=model)
    for limit, told in ((100, "2 sentences are left out"), (115, "1 sentence is left out")):
        (made,) = [
            one
            for one in ready(case, wishes=Wishes(form_limit=limit), anyway=True)
            if one.option.target.id == PROSECUTOR
        ]
        assert [note.say() for note in made.notes] == [f"The form has no room for all of the letter: {told}."]
    assert notes_for(form) == [[]]


def test_a_network_that_takes_no_words_alone_is_told():
    channels = [ContactChannel(kind, Handle("somebody")) for kind in ("twitter", "facebook", "instagram", "tiktok")]
    twitter, facebook, instagram, tiktok = notes_for(*channels)
    assert (twitter, facebook) == ([], [])
    assert instagram[0].startswith("Instagram takes no words alone: put them below a picture")
    assert tiktok[0].startswith("TikTok takes no words alone")


@pytest.mark.parametrize("kind", ["twitter", "sms", "whatsapp", "phone"])
def test_what_is_public_or_spoken_for_the_supporter_holds_none_of_their_own_words(kind):
    sender = Sender("US", own_words="I am a nurse.", address="1 Example Road")
    template = LetterTemplate(TemplateText("en", "Konstantin Kotov is in prison. Please free him."))
    address = Handle("RusEmbUSA") if kind == "twitter" else PhoneNumber("+12022985700")
    target = attrs.evolve(kotov().target(EMBASSY), channels=(ContactChannel(kind, address),))
    case = attrs.evolve(kotov(), targets=(target,), letter=template)
    letter = write_letter(case, EMBASSY, sender=sender, on=DAY)
    (option,) = guide(case, sender=sender, on=DAY).options
    said = str(dispatch(letter, option, case=case, sender=sender).content)
    assert "nurse" in letter.body
    assert "Please free him." in said
    assert "nurse" not in said
    assert "Example" not in said
