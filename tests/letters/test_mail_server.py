"""A real mail server on loopback takes what is written, and holds the same letter."""

import smtplib
import socket

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as Keeping
from letters_to_send import BODIES, letter_in

from urgent_actions.letters.email import Email


class Inbox(Keeping):
    """Keeps every message as it came in."""

    def __init__(self):
        super().__init__()
        self.messages = []

    def handle_message(self, message):
        self.messages.append(message)

    def prepare_message(self, session, envelope):
        return envelope


@pytest.fixture
def server():
    inbox = Inbox()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(inbox, hostname="127.0.0.1", port=port, enable_SMTPUTF8=True)
    controller.start()
    yield inbox, port
    controller.stop()


def delivered(server, email):
    inbox, port = server
    with smtplib.SMTP("127.0.0.1", port, local_hostname="localhost") as client:
        client.send_message(email.message)
    return inbox.messages[-1]


@pytest.mark.parametrize("language", BODIES)
def test_a_letter_arrives_as_it_was_written(server, language):
    email = Email.of(
        letter_in(language), "minister@example.org", copies="embassy@example.org", sender="ada@example.org"
    )
    envelope = delivered(server, email)
    assert envelope.rcpt_tos == ["minister@example.org", "embassy@example.org"]
    assert envelope.mail_from == "ada@example.org"
    assert envelope.content == email.as_bytes()


def test_an_address_in_another_script_is_taken_too(server):
    email = Email.of(letter_in("ru"), "иван@example.org", sender="ada@example.org")
    envelope = delivered(server, email)
    assert envelope.smtp_utf8
    assert envelope.rcpt_tos == ["иван@example.org"]
