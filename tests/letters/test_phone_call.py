"""What a supporter says on the telephone, and when."""

from datetime import date, datetime, timedelta, timezone

import attrs
import pytest
from kotov import kotov
from letters_to_send import BODIES, DAY, asking_letter

from urgent_actions import ContactChannel, Hours, InvalidValue, PhoneNumber, Sender
from urgent_actions.letters.phone_call import PhoneCall

MOSCOW = ContactChannel(
    "phone", PhoneNumber("+74959876543"), hours=Hours.parse("FREQ=WEEKLY;BYDAY=MO 09:00-17:00 Europe/Moscow")
)
ADA = Sender("US", name="Ada Example")


def call(channel=MOSCOW, *, letter=None, sender=ADA, case=None):
    return PhoneCall.of(letter or asking_letter(), channel, case=case or kotov(), sender=sender)


def test_the_script_says_who_calls_about_whom_and_asks_what_the_letter_asks():
    assert call().script == (
        "Good day. My name is Ada Example (United States).",
        "I am calling about: A. Example.",
        "Please see that she is free again.",
        "Thank you for listening. Goodbye.",
    )


def test_a_supporter_without_a_name_says_none():
    assert call(sender=Sender("US")).script[0] == "Good day."


@pytest.mark.parametrize("language", ["en", "fr", "es", "de", "ru", "ar"])
def test_every_sentence_is_in_the_language_of_the_letter(language):
    script = call(letter=asking_letter(language)).script
    assert (script[-1] == "Thank you for listening. Goodbye.") is (language == "en")


def test_in_a_language_that_we_do_not_speak_the_letter_itself_is_read_out():
    assert call(letter=asking_letter("zh")).script == (
        "Dear Minister,",
        *BODIES["zh"].split("\n\n"),
        "Yours sincerely,",
    )


def test_demands_of_the_bulletin_are_asked_where_they_are_in_the_language():
    case = attrs.evolve(kotov(), demands=("Release her", "Let her see a doctor"))
    assert call(case=case).script[2:-1] == ("Release her", "Let her see a doctor")


@pytest.mark.parametrize(
    ("country", "dialled"),
    [
        ("US", "011 7 495 987-65-43"),
        ("DE", "00 7 495 987-65-43"),
        ("RU", "8 (495) 987-65-43"),
        ("JP", "010 7 495 987-65-43"),
    ],
)
def test_the_number_is_dialled_as_from_the_country_of_the_sender(country, dialled):
    assert call(sender=Sender(country)).dialled == dialled


def test_a_number_of_no_certain_country_stays_as_printed():
    assert call(ContactChannel("phone", PhoneNumber("298 5700"))).dialled == "298 5700"


def test_the_clock_there_is_told_with_its_day_where_that_is_another():
    at = datetime.fromisoformat
    assert str(call().clock_there(at("2020-05-25T09:00-04:00"))) == "it is 16:00 there"
    assert str(call().clock_there(at("2020-05-25T19:10-04:00"))) == "it is 02:10 on Tuesday there"
    everywhere = call(ContactChannel("phone", PhoneNumber("+18005550100")))
    assert len(everywhere.zones) > 1
    assert everywhere.clock_there(at("2020-05-25T09:00-04:00")) is None
    with pytest.raises(InvalidValue, match="no time zone"):
        call().clock_there(datetime(2020, 5, 25))


def test_the_hours_are_told_on_both_clocks():
    told = call().hours_here(DAY, "America/New_York")
    assert str(told) == "answered from 09:00 to 17:00 there: from 02:00 to 10:00 here"
    told = call().hours_here(DAY, "Pacific/Honolulu")
    assert str(told) == "answered from 09:00 to 17:00 there: from 20:00 on Sunday to 04:00 here"
    assert call().hours_here(date(2020, 5, 26), "America/New_York") is None
    assert call().hours_here(DAY, timezone(timedelta(hours=-10))) == told
    assert call(ContactChannel("phone", PhoneNumber("+74959876543"))).hours_here(DAY, "America/New_York") is None


def test_an_unknown_zone_of_the_supporter_is_refused():
    with pytest.raises(InvalidValue, match="no time zone 'Mars/Olympus'"):
        call().hours_here(DAY, "Mars/Olympus")


def test_a_channel_without_a_number_is_refused():
    with pytest.raises(InvalidValue, match="has no such address"):
        call(ContactChannel.withheld("phone"))
