"""Advice on what to personalise: who writes and why, never what is asked."""

import attrs
import pytest
from kotov import kotov
from letters_to_send import letter_in

from urgent_actions import InvalidValue, Sender, own_words_advice
from urgent_actions.values.catalog import SUPPORTED

ADA = Sender("US", name="Ada Example")


def advice(*, case=None, sender=ADA, **more):
    return [str(hint) for hint in own_words_advice(letter_in(), case or kotov(), sender=sender, **more)]


def test_it_says_what_to_add_and_what_to_leave():
    assert advice() == [
        "Say who you are, if you like: your work, your family, the place where you live.",
        "Say in a sentence of your own why this case concerns you.",
        "Leave what is asked for as it is, so that all letters want the same:"
        " Please see that Konstantin Kotov is free again without delay.",
        "Add nothing about the case that the bulletin does not say: a mistake could do harm.",
    ]


def test_every_demand_of_the_case_is_to_be_left():
    case = attrs.evolve(kotov(), demands=("Release him", "Pay him for his time in prison"))
    assert [hint.rpartition(": ")[2] for hint in advice(case=case)[2:4]] == [*case.demands]


@pytest.mark.parametrize("risk", [{"at_risk": True}, {"sender": Sender("US", ties={"RU"})}])
def test_who_is_at_risk_is_not_asked_to_tell_who_it_is(risk):
    assert advice(**risk)[0].startswith("Say nothing by which somebody could recognise you")
    assert not any(hint.startswith("Say who you are") for hint in advice(**risk))


@pytest.mark.parametrize("locale", SUPPORTED)
def test_it_is_given_in_the_language_of_the_supporter(locale):
    told = [hint.say(locale) for hint in own_words_advice(letter_in(), kotov(), sender=ADA)]
    assert (told[0] == advice()[0]) == (locale == "en")


def test_what_is_no_letter_is_refused():
    with pytest.raises(InvalidValue, match="is not a Letter at letter"):
        own_words_advice("Dear Minister,", kotov(), sender=ADA)
