from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.errors import InvalidValue
from urgent_actions.values.web_link import WebLink


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("https://ipriem.genproc.gov.ru/contacts/ipriem/send", "ipriem.genproc.gov.ru"),
        ("HTTP://Example.ORG:8080/a?b=c#d", "example.org"),
        ("www.example.org/form", "www.example.org"),
        ("https://пример.example/путь", "пример.example"),
        ("https://[2001:db8::1]/", "2001:db8::1"),
    ],
)
def test_a_link_knows_its_host(text, host):
    assert WebLink.parse(text).host == host


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("javascript:alert(1)", "only http and https are links"),
        ("JavaScript://example.org/%0aalert(1)", "only http and https are links"),
        ("data:text/html,x", "only http and https are links"),
        ("ftp://example.org", "only http and https are links"),
        ("//example.org/page", "only http and https are links"),
        ("example.org", "only http and https are links"),
        ("https:///page", "it has no plain host"),
        ("https://", "it has no plain host"),
        ("https://example.org@evil.example/", "it has no plain host"),
        ("https://:secret@evil.example/", "it has no plain host"),
        ("https://example.org\\@evil.example/", "it has a blank, a quote or a hidden character"),
        ("https://example.org/\r\nSet-Cookie: a", "it has a blank, a quote or a hidden character"),
        ('https://example.org/"onclick="x', "it has a blank, a quote or a hidden character"),
        ("https://example.org/\u202egnp.exe", "it has a blank, a quote or a hidden character"),
        ("java\tscript:alert(1)", "it has a blank, a quote or a hidden character"),
        (" https://example.org", "it has a blank, a quote or a hidden character"),
        ("https://example.org:port/", "port could not be cast to integer value as 'port'"),
        ("https://example.org:99999/", "port out of range 0-65535"),
        ("https://[::1/", "invalid ipv6 url"),
        ("", "it is not text of at most 2048 characters"),
        ("https://example.org/" + "a" * 2048, "it is not text of at most 2048 characters"),
        (None, "it is not text of at most 2048 characters"),
    ],
)
def test_what_could_do_more_than_lead_to_a_page_is_refused(text, fault):
    with pytest.raises(InvalidValue) as caught:
        WebLink(text)
    assert str(caught.value) == f"{text!r} is no web link: {fault}; write it as https://example.org/page"


@given(st.text(max_size=20), st.sampled_from(["https://example.org/", "https://", "http://a@", ""]))
def test_any_text_is_a_safe_link_or_refused(rest, start):
    try:
        link = WebLink.parse(start + rest)
    except InvalidValue:
        return
    parts = urlsplit(str(link))
    assert parts.scheme in {"http", "https"}
    assert parts.hostname == link.host
    assert not {*str(link)} & {*"<>\"'`\\ \t\r\n"}
    assert parts.username is None
