"""An mbox that the standard library reads back, whatever stands in the letters."""

import mailbox
from datetime import date
from email import message_from_bytes, policy

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


def unquoted(entry):
    """The message of an entry, one `>` taken away before each `From ` as RFC 4155 describes it."""
    lines = entry.removesuffix(b"\n").split(b"\n")[1:]
    plain = [line[1:] if line.lstrip(b">").startswith(b"From ") and line.startswith(b">") else line for line in lines]
    return b"\r\n".join(plain)


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


def test_a_line_that_begins_as_a_message_does_begins_none(tmp_path):
    body = "First.\n\nFrom here on I write about her.\n\n>From there too.\n\n>>From everywhere."
    email = Email.of(letter_in(body=body), "info@example.org")
    entry = mbox_entry(email, DAY)
    assert len(read_back(tmp_path / "letters", entry * 2)) == 2
    assert unquoted(entry) == email.as_bytes()


@given(ANY_TEXT, ANY_TEXT)
def test_no_text_breaks_out_of_its_message(name, body):
    letter = letter_in(body=f"I write.\n{body}", signature=(name or "Ada",))
    email = Email.of(letter, "info@example.org")
    entry = mbox_entry(email, DAY)
    assert unquoted(entry) == email.as_bytes()
    assert sum(line.startswith(b"From ") for line in entry.split(b"\n")) == 1
