import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.errors import InvalidValue
from urgent_actions.values.country import Country
from urgent_actions.values.phone_number import PhoneNumber

US, IR, DE, RU, KP = (Country(code) for code in ("US", "IR", "DE", "RU", "KP"))


@pytest.mark.parametrize(
    ("printed", "country", "value", "spoken"),
    [
        ("202 298 5700", US, "+12022985700", "+1 202-298-5700"),
        ("+1 (202) 298-5700", None, "+12022985700", "+1 202-298-5700"),
        ("+7 495 692 17 25", US, "+74956921725", "+7 495 692-17-25"),
        ("8 (495) 692-17-25", RU, "+74956921725", "+7 495 692-17-25"),
        ("202\u2013298\u20135700", US, "+12022985700", "+1 202-298-5700"),
        ("202\u00a0298\u00a05700", US, "+12022985700", "+1 202-298-5700"),
        ("202 298 5700 x12", US, "+12022985700x12", "+1 202-298-5700 x12"),
        ("+598 2 604 0000 x123", None, "+59826040000x123", "+598 2604 0000 x123"),
    ],
)
def test_a_number_whose_country_is_certain_is_kept_in_the_form_of_the_world(printed, country, value, spoken):
    number = PhoneNumber.parse(printed, country)
    assert (number.value, str(number)) == (value, spoken)
    assert PhoneNumber.parse(spoken) == PhoneNumber(value) == number


@pytest.mark.parametrize("country", [None, US, IR, DE])
def test_a_number_that_is_dialled_with_00_names_its_own_country(country):
    number = PhoneNumber.parse("00 98 21 6616 4411", country)
    assert number.e164 == "+982166164411"


@pytest.mark.parametrize("country", [None, US, DE, RU])
@pytest.mark.parametrize("printed", ["202 298 5700/5701", "+49 30 12345/12346", "+1 202 298 5700/01"])
def test_two_numbers_printed_as_one_stay_as_printed(printed, country):
    number = PhoneNumber.parse(printed, country)
    assert str(number) == printed
    assert number.e164 is None


def test_an_area_code_before_a_slash_is_no_number_of_its_own():
    assert PhoneNumber.parse("030/1234567", DE).e164 == "+49301234567"


def test_a_number_without_a_country_stays_as_printed():
    number = PhoneNumber.parse("298 5700")
    assert (str(number), number.e164, number.is_likely) == ("298 5700", None, False)


def test_an_unlikely_number_is_kept_and_said_to_be_unlikely():
    number = PhoneNumber.parse("+1 123 456 7890")
    assert number.e164 == "+11234567890"
    assert not number.is_likely
    assert PhoneNumber.parse("202 298 5700", US).is_likely


def test_the_extension_is_no_part_of_the_number_that_is_dialled():
    assert PhoneNumber("+12022985700x12").e164 == "+12022985700"


NO_NUMBERS = ["", "  ", "12", "n/a", "1-800-FLOWERS", "+", "call 202 298 5700", "tel:+12022985700", "1" * 41]
NO_NUMBERS_EITHER = ["٢٠٢ ٢٩٨ ٥٧٠٠", "+1 202;phone-context=x", None, 12022985700, ["+12022985700"]]


@pytest.mark.parametrize("text", [*NO_NUMBERS, *NO_NUMBERS_EITHER])
def test_what_is_no_number_is_refused_with_the_form_that_is(text):
    with pytest.raises(InvalidValue) as caught:
        PhoneNumber(text)
    assert str(caught.value) == f"{text!r} is no telephone number; write it as +1 202 298 5700"


@pytest.mark.parametrize("country", [None, US, DE, KP])
@given(text=st.text("+0123456789 ()-./x#*", max_size=25))
def test_whatever_is_printed_is_read_back_or_refused(country, text):
    try:
        number = PhoneNumber.parse(text, country)
    except InvalidValue:
        return
    assert PhoneNumber.parse(str(number)) == number
    assert str(number).isprintable()


@pytest.mark.parametrize("printed", ["+31008202192772", "+270069584", "+49003430186545", "+210 1234 5678"])
def test_a_number_that_names_no_country_or_would_be_read_as_another_stays_as_printed(printed):
    assert (PhoneNumber.parse(printed).value, PhoneNumber.parse(printed).e164) == (printed, None)
    assert PhoneNumber.parse(str(PhoneNumber(printed))) == PhoneNumber(printed)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("+ 90 4 418 17 95", "+9044181795"),
        ("+7 1x2", "+7 1x2"),
        ("+1 202 298 57001234567", "+1 202 298 57001234567"),
    ],
)
def test_a_number_of_an_old_plan_that_names_its_country_is_certain_within_the_lengths_of_e164(printed, value):
    assert PhoneNumber.parse(printed).value == value
