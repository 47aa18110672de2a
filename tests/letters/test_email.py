"""The mail that leaves: written by hand, and read back by the standard library as the same mail."""

from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage

import attrs
import pytest
from hypothesis import assume, given
from letters_to_send import ANY_TEXT, BODIES, letter_in

from urgent_actions import EmailAddress, InvalidValue
from urgent_actions.letters.email import Email
from urgent_actions.values.printable import seen

TO = "minister@example.org"


def read(content):
    return message_from_bytes(content, _class=EmailMessage, policy=policy.SMTPUTF8)


def text_of(message):
    return message.get_body(("plain",)).get_content().replace("\r\n", "\n").removesuffix("\n")


@pytest.mark.parametrize("language", BODIES)
def test_a_letter_in_every_script_is_read_back_as_it_was_written(language):
    letter = letter_in(language)
    email = Email.of(letter, TO, copies="embassy@example.org", sender="ada@example.org")
    read_back = read(email.as_bytes())
    assert text_of(read_back) == letter.message
    assert (read_back["Subject"], read_back["To"]) == (letter.subject, TO)
    assert (read_back["Cc"], read_back["From"]) == ("embassy@example.org", "Ada Example <ada@example.org>")
    assert read_back["Content-Language"] == language
    assert not [part for part in read_back.walk() if part.defects]


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_whatever_stands_in_a_letter_makes_no_header_and_no_further_part(subject, text, name):
    assume(seen(subject) and seen(text))
    email = Email(TO, subject, text, language="en", sender="ada@example.org", sender_name=name)
    read_back = read(email.as_bytes())
    assert {*read_back.keys()} == {"From", "To", "Subject", "Content-Language", "MIME-Version", "Content-Type"}
    assert read_back["Subject"] == email.subject
    assert text_of(read_back) == email.text
    assert [part.get_content_type() for part in read_back.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]
    (sender,) = read_back["From"].addresses
    assert sender.addr_spec == "ada@example.org"
    # before Python 3.12 the reader leaves a blank between the encoded words of a long name (RFC 2047, 6.2 has none)
    assert sender.display_name.replace(" ", "") == email.sender_name.replace(" ", "")


@given(ANY_TEXT, ANY_TEXT)
def test_lines_are_short_and_of_ascii(subject, text):
    assume(seen(subject) and seen(text))
    content = Email([TO] * 9, subject, text, language="en").as_bytes()
    assert content.isascii()
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, content.split(b"\r\n"))) <= 78


@given(ANY_TEXT)
def test_the_page_holds_the_text_and_nothing_that_acts(text):
    assume(seen(text))
    page = Email(TO, "x", text, language="en").html
    tags = {part.partition(">")[0].split(" ")[0] for part in page.split("<")[1:]}
    assert tags <= {"!DOCTYPE", "html", "head", "meta", "/head", "body", "p", "/p", "br", "/body", "/html"}


def test_the_page_of_an_arabic_letter_runs_from_right_to_left():
    assert '<html lang="ar" dir="rtl">' in Email.of(letter_in("ar"), TO).html
    assert '<html lang="ru" dir="ltr">' in Email.of(letter_in("ru"), TO).html


def test_a_domain_in_another_script_is_written_in_a_labels_and_only_a_name_before_the_at_needs_smtputf8():
    abroad = Email.of(letter_in(), "info@münchen.example")
    assert not abroad.needs_smtputf8
    assert b"To: info@xn--mnchen-3ya.example\r\n" in abroad.as_bytes()
    both = Email.of(letter_in(), ["иван@example.org", TO])
    assert both.needs_smtputf8
    assert "To: иван@example.org, minister@example.org\r\n".encode() in both.as_bytes()
    assert both.message["To"] == "иван@example.org, minister@example.org"


def test_a_draft_says_so_and_a_sent_mail_has_its_date():
    email = Email.of(letter_in(), TO)
    assert read(email.as_bytes(draft=True))["X-Unsent"] == "1"
    assert "Date" not in read(email.as_bytes())
    moment = datetime(2020, 5, 25, 9, 30, tzinfo=UTC)
    assert read(email.as_bytes(sent=moment))["Date"].datetime == moment
    with pytest.raises(InvalidValue, match="no time zone"):
        email.as_bytes(sent=datetime(2020, 5, 25))


def test_the_letter_alone_is_one_part():
    assert read(Email.of(letter_in(), TO).as_bytes(html=False)).get_content_type() == "text/plain"


def test_a_long_list_of_addresses_is_folded_between_them():
    many = [EmailAddress(f"minister-number-{number}@example.org") for number in range(20)]
    assert [each.addr_spec for each in Email.of(letter_in(), many).message["To"].addresses] == [*map(str, many)]


@pytest.mark.parametrize(
    ("given", "problems"),
    [
        (((), " ", "\n"), {"nobody", "blank-words"}),
        (("nobody at all", "x", "y"), {"bad-email"}),
        ((TO, None, 5), {"wrong-type"}),
    ],
)
def test_what_is_no_mail_is_refused_with_every_reason(given, problems):
    with pytest.raises(InvalidValue) as refused:
        Email(*given, language="en")
    assert {problem.code for problem in refused.value.problems} == problems


def test_neither_the_name_nor_the_letter_shows_in_the_repr():
    email = Email.of(letter_in(), TO, sender="ada@example.org")
    assert "ada" not in repr(email).lower()
    assert "prison" not in repr(email)
    assert attrs.evolve(email, subject="B") != email


@pytest.mark.parametrize("name", ["N" * 1200, "Ada " + "N" * 70, "Ada " + "N" * 80, "N" * 1_000_000, "=" * 80])
def test_a_name_of_any_length_stands_in_short_lines(name):
    email = Email(TO, "About you", "Please act.", language="en", sender="ada@example.org", sender_name=name)
    content = email.as_bytes()
    assert max(map(len, content.split(b"\r\n"))) <= 78
    # the legacy reader knows that the blank between two encoded words is none (RFC 2047, 6.2)
    held = message_from_bytes(content)["From"].replace("\r\n", "")
    written = str(make_header(decode_header(held)))
    assert written == f"{name} <ada@example.org>"
