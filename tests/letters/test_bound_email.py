"""E-mails of many senders: the same mails and links as one by one, whatever the model letter and the sender hold."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kotov import EMBASSY, kotov
from letters_to_send import ANY_TEXT, BODIES

from urgent_actions import (
    BlanksLeft,
    BoundEmail,
    InvalidValue,
    LetterTemplate,
    LetterWriter,
    Sender,
    TemplateText,
    mailto_link,
)
from urgent_actions.letter_template import literal

DAY = date(2020, 5, 25)
TO = ["embassy@example.org", "посол@example.org"]
ADA = Sender("US", name="Ada Example", address="1 Example Road\nSpringfield", own_words="I teach.\n\nAnd you?")
SENDERS = [ADA, Sender("DE", name="Ädа"), Sender("FR", own_words="x" * 5000), Sender("US", address="Springfield")]


def bound(body, sender=ADA, *, language="en", **more):
    template = LetterTemplate(TemplateText(language, body, **more))
    writer = LetterWriter.of(kotov(), EMBASSY, on=DAY, template=template)
    return BoundEmail(writer.bound_for(sender), TO, copies="minister@example.org")


def assert_the_same(ready, sender):
    email = ready.email(sender)
    assert ready.link(sender) == mailto_link(email)
    assert ready.as_bytes(sender, draft=True) == email.as_bytes(draft=True)
    from_ada = ready.email(sender, address="ada@example.org")
    assert ready.as_bytes(sender, address="ada@example.org") == from_ada.as_bytes()


@pytest.mark.parametrize("language", BODIES)
@pytest.mark.parametrize("sender", SENDERS, ids=range(len(SENDERS)))
def test_mails_and_links_of_many_are_those_of_each(language, sender):
    body = f"{BODIES[language]}\n\n<From> {{sender_country}}, 100 %."
    assert_the_same(bound(body, sender, language=language), sender)


PIECES = st.sampled_from(
    ["a", ".", "\n", "\n\n", "{sender_name}", "{sender_country}", "{own_words}", " ", "ж", "&", "="]
)


TEXTS = st.lists(PIECES, max_size=9).map("".join)


@given(TEXTS, TEXTS, ANY_TEXT, st.sampled_from(["en", "ar"]))
def test_wherever_blanks_and_blank_lines_stand_mails_are_the_same(body, closing, name, language):
    sender = Sender("US", name=f"A{name}.", address=name, own_words=f"{name}\n\nI teach.")
    assert_the_same(bound(f"I write.{body}", sender, language=language, closing=f"Yours,{closing}"), sender)


@given(st.text(st.sampled_from("ab \n\u2066\u2069\u202e\u2067ж"), max_size=20), ANY_TEXT)
def test_directions_that_a_model_letter_opens_end_in_mails_and_links_too(words, name):
    assert_the_same(bound(f"I {literal(words)} {{sender_name}}."), attrs.evolve(ADA, name=f"A{name}"))


def test_blanks_that_nothing_fills_are_all_named_and_nothing_leaves():
    ready = bound("{own_words}\n\n{sender_name} {sender_name}", closing="{sender_address}")
    for make in (ready.email, ready.as_bytes, ready.link):
        with pytest.raises(BlanksLeft) as caught:
            make(Sender("US"))
        assert [problem.where for problem in caught.value.problems] == ["own_words", "sender_name", "sender_address"]


def test_a_draft_is_from_somebody_only_where_the_address_is_given():
    ready = bound("Please act.")
    assert b"From:" not in ready.as_bytes(ADA, draft=True)
    draft = ready.as_bytes(ADA, address="ada@example.org", draft=True)
    assert draft.startswith(b"From: Ada Example <ada@example.org>\r\nTo: ")
    assert b"\r\nX-Unsent: 1\r\n" in draft
    nameless = attrs.evolve(ADA, name=None)
    assert ready.as_bytes(nameless, address="ada@example.org").startswith(b"From: ada@example.org\r\nTo: ")
    with pytest.raises(InvalidValue, match="'ada' is no e-mail address"):
        ready.as_bytes(ADA, address="ada")


def test_an_email_to_nobody_is_refused():
    with pytest.raises(InvalidValue, match="the e-mail is to nobody at to"):
        BoundEmail(bound("Please act.").letter, [])
