import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.errors import InvalidValue
from urgent_actions.values.email_address import EmailAddress


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Despacho@Fiscalia.gov.co", "Despacho@fiscalia.gov.co"),
        ("o'neill+ua@example.org", "o'neill+ua@example.org"),
        ("имя@пример.example.org", "имя@пример.example.org"),
        ("a@xn--bcher-kva.example.org", "a@bücher.example.org"),
    ],
)
def test_the_domain_is_kept_in_small_letters_and_unicode_and_the_rest_as_it_is(given, kept):
    assert str(EmailAddress(given)) == kept
    assert EmailAddress(given) == EmailAddress(kept)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a@b",
        "tony@example.",
        "a@-bad-.com",
        "a b@example.org",
        "a@example.org ",
        "Ada <ada@example.org>",
        "a@example.org,b@example.org",
        "[email\u00a0protected]",
        "[email protected]",
        "a@example.org\r\nBcc: everybody@example.org",
        "a\x00@example.org",
        "a@exam\u202eple.org",
        "a@[127.0.0.1]",
        "a" * 255 + "@example.org",
        None,
        ["a@example.org"],
    ],
)
def test_what_no_mail_program_takes_is_refused_with_the_reason(text):
    with pytest.raises(InvalidValue) as caught:
        EmailAddress(text)
    told = str(caught.value)
    assert told.startswith(f"{text!r} is no e-mail address")
    assert told.count("\n") == 0
    assert "; " in told


@given(st.text(max_size=40) | st.from_regex(r"\S{1,8}@\S{1,12}\.\S{2,5}", fullmatch=True))
def test_no_address_can_break_out_of_a_header(text):
    try:
        address = str(EmailAddress(text))
    except InvalidValue:
        return
    assert address.isprintable()
    assert not {*address} & {*" ,;<>\r\n"}
    assert address.count("@") == 1


def test_no_network_is_asked():
    program = """
import socket
def refuse(*args, **kwargs):
    raise AssertionError("the network was asked")
socket.socket.connect = socket.getaddrinfo = socket.gethostbyname = refuse
from urgent_actions.values.email_address import EmailAddress
EmailAddress("a@example.org")
"""
    subprocess.run([sys.executable, "-c", program], check=True)
