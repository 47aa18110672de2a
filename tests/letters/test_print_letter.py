"""From a letter to what stands on the sheet."""

import attrs
import pytest
from kotov import EMBASSY, PROSECUTOR, kotov
from printed import DAY, SENDERS, STREET, addressed, printed

from urgent_actions import InvalidValue, Language, Paper, Sender, print_letter, write_letter


def to_the_embassy(kind="fax", sender=SENDERS["en"], **more):
    case = kotov()
    embassy = case.target(EMBASSY)
    letter = write_letter(case, EMBASSY, sender=sender, on=DAY)
    return print_letter(letter, embassy, embassy.by(kind)[0], sender=sender, **more)


def test_a_letter_has_all_its_parts():
    assert printed().text == (
        "Ada Example\n1 Example Road\nSpringfield IL 62701\nUNITED STATES\n\n"
        "Pat Example\nMinister of Justice\nMinistry of Justice of the State\n"
        "ulitsa Lesnaya 5\nMoscow\n125993\nRUSSIA\n\n"
        "Springfield, May 25, 2020\n\n"
        "Konstantin Kotov\n\n"
        "Dear Sir or Madam,\n\n"
        "I write about A. Example, who is in prison.\n\n"
        "Please see that she is free again. Thank you.\n\n"
        "Yours sincerely,\n\n"
        "Ada Example"
    )


def test_the_paper_is_that_of_the_senders_country_unless_told_otherwise():
    assert printed("en").paper is Paper.US_LETTER
    assert printed("de").paper is Paper.A4
    assert printed("de", paper="US Letter").paper is Paper.US_LETTER


@pytest.mark.parametrize(
    ("language", "place", "day"),
    [
        ("en", "Springfield", "Springfield, May 25, 2020"),
        ("en", None, "May 25, 2020"),
        ("de", "Musterstadt", "Musterstadt, 25. Mai 2020"),
        ("fr", "Paris", "Paris, le 25 mai 2020"),
        ("fr", None, "Le 25 mai 2020"),
        ("fr", "  ", "Le 25 mai 2020"),
        ("ar", "القاهرة", "القاهرة، 25 مايو 2020"),
        ("ar", "Springfield", "\u2068Springfield\u2069، 25 مايو 2020"),
        ("zh", None, "2020年5月25日"),
    ],
)
def test_place_and_date_stand_as_the_language_writes_them(language, place, day):
    assert printed(language, place=place).day == day


def test_a_place_is_never_taken_from_the_address():
    assert "Springfield" not in printed(place=None).day


@pytest.mark.parametrize(("language", "start"), [("fr", "Objet : "), ("ar", "الموضوع: "), ("en", "Konstantin Kotov")])
def test_the_subject_stands_as_the_language_writes_it(language, start):
    assert printed(language).subject.startswith(start)


@pytest.mark.parametrize(
    ("tag", "label"), [("zh", "传真："), ("zh-CN", "传真："), ("zh-TW", "傳真："), ("fr-CA", "Fax : ")]
)
def test_the_number_of_a_fax_is_named_in_the_script_of_the_letter(tag, label):
    case = kotov()
    embassy = case.target(EMBASSY)
    letter = attrs.evolve(write_letter(case, EMBASSY, sender=SENDERS["en"], on=DAY), language=Language(tag))
    sheet = print_letter(letter, embassy, embassy.by("fax")[0], sender=SENDERS["en"])
    assert sheet.addressee[-1].startswith(label)


def test_from_abroad_the_senders_address_names_the_country_in_the_language_of_the_letter():
    assert printed("de").sender[-1] == "DEUTSCHLAND"
    at_home = attrs.evolve(SENDERS["de"], country="RU")
    assert printed("de", sender=at_home).sender[-1] == "12345 Musterstadt"
    assert to_the_embassy("post").sender[-1] == "Springfield IL 62701"


def test_a_country_in_the_senders_address_is_not_said_twice():
    sender = attrs.evolve(SENDERS["de"], address="Beispielweg 1\n12345 Musterstadt\nGermany")
    assert printed("de", sender=sender).sender == ("Ada Beispiel", "Beispielweg 1", "12345 Musterstadt", "DEUTSCHLAND")


def test_a_sender_without_an_address_only_signs():
    letter = printed(sender=Sender("US", name="Ada Example"))
    assert (letter.sender, letter.name) == ((), "Ada Example")


def test_a_sender_without_a_name_signs_by_hand():
    letter = printed(sender=Sender("US", address="1 Example Road"))
    assert (letter.sender, letter.name) == (("1 Example Road", "UNITED STATES"), "")


def test_a_fax_names_the_number_in_place_of_the_street():
    assert to_the_embassy().addressee == (
        "Anatoly Antonov",
        "Ambassador",
        "Embassy of the Russian Federation",
        "Fax: +1 202-298-5735",
    )


def test_a_channel_that_takes_no_paper_is_refused():
    with pytest.raises(InvalidValue, match="a letter on paper cannot go by twitter"):
        to_the_embassy("twitter")


def test_all_that_does_not_fit_together_is_told_at_once():
    case = kotov()
    letter = write_letter(case, EMBASSY, sender=SENDERS["en"], on=DAY)
    prosecutor = case.target(PROSECUTOR)
    with pytest.raises(InvalidValue) as refused:
        print_letter(letter, prosecutor, prosecutor.by("post")[0], sender=SENDERS["en"])
    assert [problem.code for problem in refused.value.problems] == ["wrong-target", "no-address"]


def test_nothing_that_a_printer_obeys_gets_through():
    hostile = Sender("US", name="Ada\x1b[31m\u202e\r\nExample", address="1 Road\u202e\nTown\x00\ud800")
    letter = printed(
        sender=hostile,
        target=addressed(STREET, name="Pat\u202e\x07", office="Minister\r\nof Justice", via="x\u2067"),
        place="Spring\u202efield",
    )
    assert not set(letter.text) & set("\x1b\u202e\r\x00\x07\ud800")
    assert letter.text.count("\u2067") == letter.text.count("\u2069")


def test_a_name_of_a_million_letters_is_refused_without_being_told():
    with pytest.raises(InvalidValue) as refused:
        printed(sender=attrs.evolve(SENDERS["en"], name="A" * 1_000_000))
    assert {problem.where for problem in refused.value.problems} == {"sender[0]", "name"}
    assert len(str(refused.value)) < 500


def test_markup_in_names_is_only_text():
    name = "<b>{place}</b> #panic() $x$ <svg onload=alert(1)>"
    assert printed(sender=attrs.evolve(SENDERS["en"], name=name)).name == name


def test_braces_in_a_place_are_no_blanks():
    assert printed(place="{date}").day == "{date}, May 25, 2020"
