"""A web page as a tree of elements (WHATWG HTML, 13.2), whatever its author left open or closed twice."""

import re
from collections.abc import Iterator, Mapping

import attrs

from urgent_actions.errors import Problem, UnreadableBulletin, missing_extra

MOST_TAGS = 100_000
"""Tags of a page; the longest pages of publishers have a few thousand."""

MOST_WORK = 1_000_000
"""Elements that a page may make a parser build, at the worst."""

# A formatting element that is left open is made again in every paragraph that follows, up to three equal ones, and any
# number of those whose attributes differ (WHATWG HTML, 13.2.4.3): thirty thousand tags become a billion elements, in
# every parser. So where there are many, they keep their names, and whether they are hidden.
_FORMATTING = re.compile(r"<(b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])([^>]*)>?", re.IGNORECASE)
_TIMES_OPEN = 3
_HEADINGS = frozenset({"article", "h1", "main"})
_PARTS = frozenset({"article", "blockquote", "main", "section"})
_FIELDS = frozenset({"input", "select", "textarea"})
_UNSEEN_FIELDS = frozenset({"button", "checkbox", "hidden", "image", "radio", "reset", "submit"})


@attrs.define(eq=False)
class Element:
    """An element with what stands in it: elements and texts, in order.

    `within` tells whether it stands in a part of the page, such as an article. `letters` counts the letters of all
    texts in it; `addresses`, `headings` and `fields` tell whether it holds what may be an address, a heading of the
    page or its main part, and something to type into. Each is found out once.
    """

    name: str
    attributes: Mapping[str, str]
    children: "list[Element | str]" = attrs.field(factory=list)
    parent: "Element | None" = None
    within: bool = False
    letters: int = 0
    addresses: bool = False
    headings: bool = False
    fields: bool = False

    def get(self, name: str) -> str:
        """The value of an attribute, or nothing."""
        return self.attributes.get(name, "")

    @property
    def names(self) -> list[str]:
        """Its classes and its id, in small letters."""
        return f"{self.get('class')} {self.get('id')}".lower().split()

    @property
    def elements(self) -> "list[Element]":
        """The elements among its children."""
        return [child for child in self.children if isinstance(child, Element)]

    def walk(self) -> "Iterator[Element]":
        """It and all elements in it, in the order of their start tags."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.elements))


def parse_page(html: str) -> Element:
    """Read the HTML of a page, or a part of one.

    Raises:
        MissingExtra: no parser is installed.
        UnreadableBulletin: there are more tags than any bulletin has.
    """
    try:
        from justhtml import JustHTML
    except ImportError:
        raise missing_extra("html", "reading a web page", otherwise="give the text of the page") from None
    return _surveyed(_copied(JustHTML(_bounded(html), sanitize=False).root))


def _copied(root: object) -> list[Element]:
    """The parser's tree as elements, in the order of their start tags; comments and the like are left behind."""
    top = Element("#page", {})
    elements, waiting = [top], [(root, top)]
    while waiting:
        node, element = waiting.pop()
        for child in getattr(node, "children", None) or ():
            if child.name == "#text":
                element.children.append(child.data or "")
            elif child.name[0] not in "#!":
                attributes = {name: value or "" for name, value in child.attrs.items()}
                below = Element(child.name, attributes, parent=element, within=element.within or element.name in _PARTS)
                element.children.append(below)
                elements.append(below)
                waiting.append((child, below))
    return elements


def _surveyed(elements: list[Element]) -> Element:
    """The first element, once each knows what stands in it; parents come before their children."""
    for element in reversed(elements):
        texts = [child for child in element.children if isinstance(child, str)]
        element.letters += sum(len(text.strip()) for text in texts)
        element.addresses |= _has_address(element, texts)
        element.headings |= element.name in _HEADINGS
        element.fields |= element.name in _FIELDS and element.get("type").lower() not in _UNSEEN_FIELDS
        if element.parent:
            element.parent.letters += element.letters
            element.parent.addresses |= element.addresses
            element.parent.headings |= element.headings
            element.parent.fields |= element.fields
    return elements[0]


def _has_address(element: Element, texts: list[str]) -> bool:
    to = element.get("href").lower().partition("?")[0]
    reaches = to.startswith("tel:") or (to.startswith("mailto:") and "@" in to)
    return reaches or "data-cfemail" in element.attributes or any("@" in text for text in texts)


def _bounded(html: str) -> str:
    """The page, with no more to build than its length tells."""
    tags = html.count("<")
    formatting = [_kept(found) for found in _FORMATTING.finditer(html)] if tags <= MOST_TAGS else []
    if tags > MOST_TAGS or _TIMES_OPEN * len(set(formatting)) * tags > MOST_WORK:
        what = f"the page has {tags} tags, and no bulletin has so many"
        raise UnreadableBulletin(Problem("too-long", what, way_out="copy the text of the bulletin from the page"))
    return html if _TIMES_OPEN * len(formatting) * tags <= MOST_WORK else _FORMATTING.sub(_kept, html)


def _kept(found: re.Match[str]) -> str:
    hidden = " hidden" if "hidden" in found[2] or "none" in found[2] else ""
    return f"<{found[1].lower()}{hidden}>"
