"""An mbox that the standard library reads back, whatever stands in the letters."""

import mailbox
import re
from datetime import date
from email import message_from_bytes, policy

import pytest
from hypothesis import given
from letters_to_send import ANY_TEXT, BODIES, letter_in

from urgent_actions import Email, mbox_entry

DAY = date(2020, 5, 5)


def read_back(path, content):
    path.write_bytes(content)
    box = mailbox.mbox(path, factory=lambda file: message_from_bytes(file.read(), policy=policy.default), create=False)
    try:
        return list(box)
    finally:
        box.close()


def text_of(message):
    return message.get_body(("plain",)).get_content().replace("\r\n", "\n").rstrip("\n")


def page_of(message):
    return message.get_body(("html",)).get_content().replace("\r\n", "\n").rstrip("\n")


def test_the_letters_are_read_back_one_by_one(tmp_path):
    emails = [Email.of(letter_in(language), "info@example.org") for language in BODIES]
    read = read_back(tmp_path / "letters", b"".join(mbox_entry(email, DAY) for email in emails))
    assert [text_of(message) for message in read] == [email.text for email in emails]
    assert [message["To"] for message in read] == ["info@example.org"] * len(BODIES)


def test_each_message_begins_with_its_day_as_c_writes_it():
    entry = mbox_entry(Email.of(letter_in(), "info@example.org", sender="ada@example.org"), DAY)
    assert entry.startswith(b"From ada@example.org Tue May  5 00:00:00 2020\n")
    assert entry.endswith(b"--\n\n")
    assert b"\r" not in entry


BEGINNINGS = ["From here on", ">From there", ">>From ", "From From here", ">" * 80 + "From afar", "From" + " on" * 40]


@pytest.mark.parametrize("line", [*BEGINNINGS, *(f"{'x' * number} From here" for number in range(60, 80))])
def test_a_line_that_begins_as_a_message_does_is_read_back_as_it_was_written(tmp_path, line):
    email = Email.of(letter_in(body=f"First.\n{line}\n\n{line}"), "info@example.org")
    read = read_back(tmp_path / "letters", mbox_entry(email, DAY) * 2)
    assert [text_of(message) for message in read] == [email.text] * 2
    assert [page_of(message) for message in read] == [email.html.rstrip("\n")] * 2
    assert max(map(len, email.as_bytes().split(b"\r\n"))) <= 76


def test_a_file_of_one_mail_has_no_line_that_an_mbox_would_have_to_change():
    content = Email.of(letter_in(body="First.\n\nFrom here on.\n>From there."), "info@example.org").as_bytes()
    assert b"\r\n=46rom here on.\r\n" in content
    assert not re.search(rb"^>*From ", content, re.MULTILINE)


@given(ANY_TEXT, ANY_TEXT)
def test_no_text_breaks_out_of_its_message(name, body):
    letter = letter_in(body=f"I write.\n{body}\nFrom {body}", signature=(name or "Ada",))
    email = Email.of(letter, "info@example.org", sender="ada@example.org")
    entry = mbox_entry(email, DAY)
    begun, content = entry.split(b"\n", 1)
    assert begun == b"From ada@example.org Tue May  5 00:00:00 2020"
    assert content.removesuffix(b"\n").replace(b"\n", b"\r\n") == email.as_bytes()
    assert not re.search(rb"^>*From ", content, re.MULTILINE)
