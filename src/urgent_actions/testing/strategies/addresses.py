"""Addresses of every sort at random: on the envelope, in the mail program, on the dial, on the web."""

from functools import cache

from hypothesis import strategies as st

from urgent_actions.testing.strategies import values
from urgent_actions.values.email_address import EmailAddress
from urgent_actions.values.handle import Handle
from urgent_actions.values.phone_number import PhoneNumber
from urgent_actions.values.postal_address import PostalAddress
from urgent_actions.values.web_link import WebLink


@cache
def postal_addresses() -> st.SearchStrategy[PostalAddress]:
    """One to five lines of any script."""
    return st.lists(values.words(), min_size=1, max_size=5).map(PostalAddress)


@cache
def email_addresses() -> st.SearchStrategy[EmailAddress]:
    """Addresses in Latin and other letters, with dots, digits and plus signs."""
    local = st.from_regex(r"[a-zA-Zа-я0-9]{1,8}(?:[.+_-][a-zA-Z0-9]{1,6}){0,2}", fullmatch=True)
    domains = st.sampled_from(["example.org", "mail.example.com", "пример.example.net", "bücher.example.org"])
    return st.builds("{}@{}".format, local, domains).map(EmailAddress)


@cache
def phone_numbers() -> st.SearchStrategy[PhoneNumber]:
    """Numbers that name their country, likely and unlikely ones, with extensions; and numbers as printed."""
    worldwide = st.builds(
        "+{}{}{}".format, st.integers(1, 999), st.integers(100, 10**10), st.sampled_from(["", " x12"])
    )
    printed = st.sampled_from(
        ["298 5700", "298 5700/5701", "00 98 21 6616 4411", "(+57-1) 337 2929", "+850 2 381 8092"]
    )
    return (worldwide | printed).map(PhoneNumber)


@cache
def web_links() -> st.SearchStrategy[WebLink]:
    """Links to a few hosts, with paths, queries and ports."""
    hosts = st.sampled_from(["example.org", "www.example.org:8080", "пример.example", "[2001:db8::1]"])
    rest = st.from_regex(
        r"(?:/[a-zA-Z0-9%а-я._~-]{0,8}){0,3}(?:\?[a-z]{1,3}=[a-z0-9&=]{0,9})?(?:#[a-z]*)?", fullmatch=True
    )
    return st.builds("{}://{}{}".format, st.sampled_from(["http", "https"]), hosts, rest).map(WebLink)


@cache
def handles() -> st.SearchStrategy[Handle]:
    """Account names of letters, digits, dots and underscores."""
    return st.from_regex(r"[A-Za-zа-я0-9_][A-Za-z0-9_.-]{0,15}", fullmatch=True).map(Handle)
