"""How one e-mail can be sent, and what the links carry."""

from email import message_from_bytes, policy
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from letters_to_send import ANY_TEXT, BODIES, letter_in

from urgent_actions import InvalidValue
from urgent_actions.letters.email import Email
from urgent_actions.letters.mailto import mailto_link, quoted
from urgent_actions.letters.sending_way import SendingManner, sending_ways
from urgent_actions.values.printable import printable_lines, seen

TO = ["minister@example.org", "o'neil+press@example.org"]


def parts_of(link):
    """Addresses and fields of a link as a mail program reads it (RFC 6068)."""
    to, _, query = link.removeprefix("mailto:").partition("?")
    fields = dict(field.split("=", 1) for field in query.split("&"))
    return [unquote(each) for each in to.split(",")], {name: unquote(value) for name, value in fields.items()}


@given(ANY_TEXT, ANY_TEXT)
def test_a_link_carries_the_letter_and_no_field_of_its_own(subject, text):
    assume(seen(subject) and seen(text))
    email = Email(TO, subject, text, language="en", copies="embassy@example.org")
    link = mailto_link(email)
    assert link.isascii()
    assert not any(sign.isspace() for sign in link)
    to, fields = parts_of(link)
    assert to == TO
    assert fields == {
        "cc": "embassy@example.org",
        "subject": email.subject,
        "body": email.text.replace("\n", "\r\n"),
    }


@given(ANY_TEXT | st.text("a %,\n+&=~ж", max_size=20))
def test_text_in_a_link_is_quoted_as_the_standard_says_whether_it_is_met_once_or_often(text):
    printed = printable_lines(text)
    assert [quoted(printed) for _ in range(3)] == [quote(printed.replace("\n", "\r\n"), safe="")] * 3


def test_a_short_letter_goes_as_a_link():
    email = Email.of(letter_in("en"), TO)
    first, *others = sending_ways(email)
    assert (str(first.manner), first.link, first.clipboard) == ("mailto", mailto_link(email), None)
    assert [str(way.manner) for way in others] == ["eml", "web", "web", "web"]


def test_a_letter_that_no_link_holds_is_never_cut():
    letter = letter_in("ar", body=BODIES["ar"] * 12)
    email = Email.of(letter, TO)
    assert len(mailto_link(email)) > 2000
    short, draft = sending_ways(email)
    assert (str(short.manner), short.clipboard) == ("short mailto", letter.message)
    assert parts_of(short.link) == (TO, {"subject": "A. Example"})
    read = message_from_bytes(draft.file, policy=policy.default)
    assert read["X-Unsent"] == "1"
    assert read.get_content().replace("\r\n", "\n") == letter.message + "\n"


@pytest.mark.parametrize("budget", range(250, 700, 37))
def test_no_link_is_longer_than_the_budget_but_the_short_one(budget):
    for way in sending_ways(Email.of(letter_in("ru"), TO), budget=budget):
        assert way.link is None or way.clipboard is not None or len(way.link) <= budget


def test_a_mail_program_on_the_web_gets_every_field():
    email = Email.of(letter_in("fr"), TO, copies="embassy@example.org")
    pages = {way.program: urlsplit(way.link) for way in sending_ways(email) if way.program}
    assert {page.hostname for page in pages.values()} == {
        "mail.google.com",
        "outlook.live.com",
        "compose.mail.yahoo.com",
    }
    google = parse_qs(pages["Gmail"].query)
    assert google["to"] == [",".join(TO).replace("+", " ")] or google["to"] == [",".join(TO)]
    assert (google["cc"], google["su"]) == (["embassy@example.org"], [email.subject])
    assert google["body"] == [email.text.replace("\n", "\r\n")]
    assert ";" in unquote(pages["Outlook.com"].query)


def test_a_program_with_a_separator_of_its_own_gets_it():
    (link, *_) = (way.link for way in sending_ways(Email.of(letter_in(), TO), program="outlook"))
    assert link.startswith("mailto:minister@example.org;o'neil%2Bpress@example.org?")


def test_an_unknown_program_is_refused_with_the_nearest_one():
    with pytest.raises(InvalidValue, match="did you mean 'gmail'"):
        sending_ways(Email.of(letter_in(), TO), program="gmial")


def test_each_way_says_what_to_do():
    told = {
        str(way.told)
        for letter in (letter_in(), letter_in(body="Free her. " * 300))
        for way in sending_ways(Email.of(letter, TO))
    }
    assert len(told) == 6


def test_what_pages_on_the_web_take_for_a_blank_or_refuse_is_quoted_in_addresses():
    email = Email(["o'neil+press@example.org", "a^b{c}`@example.org"], "A. Example", "Please act.", language="en")
    for link in (way.link for way in sending_ways(email) if way.link):
        query = urlsplit(link).query
        held = parse_qs(query).get("to", [""])[0] or unquote(urlsplit(link).path)
        assert held.replace(";", ",").split(",") == ["o'neil+press@example.org", "a^b{c}`@example.org"]


def test_no_link_is_longer_than_links_may_be_however_many_copies_there_are():
    copies = [f"copy-{number}@example.org" for number in range(200)]
    email = Email(TO, "A. Example", "Please act.", language="en", copies=copies)
    ways = sending_ways(email)
    assert all(len(way.link) <= 2_000 for way in ways if way.link and way.manner is not SendingManner.WEB)
    assert ways[0].manner is SendingManner.FILE
    assert b"copy-199@example.org" in ways[0].file


def test_arguments_of_another_type_are_refused_together():
    with pytest.raises(InvalidValue, match="at email") as refused:
        sending_ways("a letter", budget="2,000")
    assert [problem.where for problem in refused.value.problems] == ["email", "budget"]
