"""The families of bulletins that can be read. A new one is one line here, and a file of its own beside this one."""

from urgent_actions.bulletins import (
    external_appeal,
    french_bulletin,
    german_bulletin,
    labelled_template,
    loose_letter,
    model_letter_download,
    network_mail,
    public_appeal,
    spanish_bulletin,
    web_page_2016,
    web_page_2017,
    web_post,
    write_immediately,
)
from urgent_actions.bulletins.family import Family
from urgent_actions.bulletins.page import Page
from urgent_actions.errors import InvalidValue, Problem, did_you_mean

FAMILIES: tuple[Family, ...] = (
    web_post.FAMILY,
    external_appeal.FAMILY,
    public_appeal.FAMILY,
    network_mail.FAMILY,
    write_immediately.FAMILY,
    labelled_template.FAMILY,
    web_page_2016.FAMILY,
    web_page_2017.FAMILY,
    model_letter_download.FAMILY,
    french_bulletin.FAMILY,
    spanish_bulletin.FAMILY,
    german_bulletin.FAMILY,
    loose_letter.FAMILY,
)


def family_of(page: Page) -> Family | None:
    """The family whose marks a page has, the most of them; None for a page of no known family."""
    best, marks = None, 0
    for family in FAMILIES:
        if family.most is None or family.most > marks:
            found = family.likeness(page)
            best, marks = (family, found) if found > marks else (best, marks)
    return best


def family_named(name: str) -> Family:
    """The family of a name.

    Raises:
        InvalidValue: there is none of that name; the nearest one is named.
    """
    known = {family.name: family for family in FAMILIES}
    if name not in known:
        way_out = did_you_mean(name, list(known))
        raise InvalidValue(Problem("unknown-family", f"unknown family of bulletins {name!r}", way_out=way_out))
    return known[name]
