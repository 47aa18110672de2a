"""What stands on the envelope."""

import pytest
from kotov import EMBASSY, PROSECUTOR, kotov

from urgent_actions import ContactChannel, InvalidValue, PostalAddress, Sender, Target, envelope_address

MOSCOW = PostalAddress.parse("ulitsa Lesnaya 5\nMoscow 125993\nRussian Federation")


def target(address=MOSCOW, *, kind="official", via=None, **fields):
    post = ContactChannel("post", address, via=via)
    return Target("minister", kind, channels=(post,), **({"office": "Minister", "country": "RU"} | fields))


def on_envelope(addressed, sender="DE", languages=()):
    return envelope_address(addressed, addressed.channels[0], sender=Sender(sender, languages))


def test_the_addressee_stands_above_the_street_and_the_country_last():
    named = target(title="H.E.", name="Pat Example", organisation="Ministry of Justice")
    assert on_envelope(named, "FR") == (
        "H.E. Pat Example",
        "Minister",
        "Ministry of Justice",
        "ulitsa Lesnaya 5",
        "Moscow",
        "125993",
        "RUSSIE",
    )


def test_a_letter_within_one_country_names_no_country():
    assert on_envelope(target(), "RU") == ("Minister", "ulitsa Lesnaya 5", "Moscow", "125993")


def test_a_letter_to_an_embassy_at_home_names_no_country():
    embassy = kotov().target(EMBASSY)
    lines = envelope_address(embassy, embassy.by("post")[0], sender=Sender("US"))
    assert lines[-2:] == ("2650 Wisconsin Ave. NW", "Washington DC 20007")


def test_a_letter_to_an_embassy_elsewhere_goes_where_the_embassy_sits():
    embassy = kotov().target(EMBASSY)
    lines = envelope_address(embassy, embassy.by("post")[0], sender=Sender("DE", ["de"]))
    assert lines[-1] == "VEREINIGTE STAATEN"
    assert "RUSSLAND" not in lines


def test_the_country_is_never_said_twice():
    for last in ("Россия", "Russia", "Russie", "روسيا"):
        lines = on_envelope(target(PostalAddress(("ulitsa Lesnaya 5", "Moscow", last))), "GB")
        assert lines == ("Minister", "ulitsa Lesnaya 5", "Moscow", "RUSSIA")


def test_the_language_of_the_country_line_is_the_senders_among_those_of_the_country_of_posting():
    assert on_envelope(target(), "CH", ["fr", "en"])[-1] == "RUSSIE"
    assert on_envelope(target(), "CH", ["en"])[-1] == "RUSSLAND"


def test_in_whose_care_it_goes_stands_below_the_addressee():
    lines = on_envelope(target(PostalAddress(("1 Example Road", "Springfield")), via="Embassy of Russia"), "US")
    assert lines == ("Minister", "c/o Embassy of Russia", "1 Example Road", "Springfield")


def test_care_of_is_not_said_twice():
    address = PostalAddress(("c/o Minister of Interior", "Carrera 8 No. 7-26 Bogotá", "Colombia"))
    lines = on_envelope(target(address, via="Minister of Interior", country="CO"), "US")
    assert lines == ("Minister", "c/o Minister of Interior", "Carrera 8 No. 7-26 Bogotá", "COLOMBIA")
    assert on_envelope(target(MOSCOW, via="C/O the embassy"))[1] == "C/O the embassy"


def test_in_anothers_care_and_without_a_printed_country_none_is_guessed():
    address = PostalAddress(("1 Example Road", "Springfield"))
    assert on_envelope(target(address, via="the embassy"), "DE")[-1] == "Springfield"


def test_an_embassy_of_which_nobody_knows_where_it_sits_is_not_sent_to_its_own_state():
    address = PostalAddress(("1 Example Road", "Springfield"))
    assert on_envelope(target(address, kind="embassy"), "DE")[-1] == "Springfield"


def test_a_line_that_the_address_repeats_is_written_once():
    address = PostalAddress(("MINISTRY OF JUSTICE", "ulitsa Lesnaya 5"))
    assert on_envelope(target(address, organisation="Ministry of Justice"), "RU") == (
        "Minister",
        "Ministry of Justice",
        "ulitsa Lesnaya 5",
    )


def test_nothing_that_a_printer_obeys_or_that_turns_a_line_round_gets_through():
    hostile = target(PostalAddress(("1\u202eStreet\x1b[31m", "Moscow")), name="Pat\r\nExample\u202e", via="x\x00y")
    text = "".join(on_envelope(hostile))
    assert not set(text) & set("\u202e\x1b\x00\r\n")


def test_a_channel_without_a_postal_address_is_refused():
    prosecutor = kotov().target(PROSECUTOR)
    for channel in (prosecutor.by("post")[0], prosecutor.by("form")[0]):
        with pytest.raises(InvalidValue, match="give a postal channel with its address"):
            envelope_address(prosecutor, channel, sender=Sender("US"))
