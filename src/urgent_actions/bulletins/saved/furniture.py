"""What a web page has around its text: menus, footers, forms to fill in, banners that ask for consent, share buttons.

Only what is certainly that is left out. What may be the bulletin stays, and the reader says that it was not understood.
"""

from functools import cache

from urgent_actions.bulletins.saved.element import Element
from urgent_actions.bulletins.word_lists import word_list


def is_furniture(element: Element) -> bool:
    """Whether an element is certainly no part of a bulletin."""
    if element.name in _set("silent", "struck", "navigation"):
        return True
    if element.name in _set("footer"):
        return not element.within
    if element.name == "form" and not element.headings and not element.addresses:
        return element.fields
    if not element.attributes or element.headings:
        return False
    return element.get("role").lower() in _set("roles") or (not element.addresses and _is_named(element))


@cache
def _set(*keys: str) -> frozenset[str]:
    return frozenset(word for key in keys for word in word_list("web_page")[key])


@cache
def _names() -> tuple[frozenset[str], tuple[str, ...]]:
    """The names that elements have, and the beginnings of such names."""
    names = word_list("web_page")["names"]
    return frozenset(names), tuple(name.rstrip("*") for name in names if name.endswith("*"))


def _is_named(element: Element) -> bool:
    if element.name in {"body", "html"}:
        return False
    whole, starts = _names()
    return any(name in whole or name.startswith(starts) for name in element.names)
