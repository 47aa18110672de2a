"""The text of a web page as one sees it: its headings, lists and lines, without what a site puts around them."""

import re
from functools import cache
from itertools import pairwise

import attrs

from urgent_actions.bulletins.saved.element import Element, parse_page
from urgent_actions.bulletins.saved.furniture import is_furniture
from urgent_actions.bulletins.saved.hidden import is_hidden, traps_of
from urgent_actions.bulletins.saved.line_writer import LineWriter
from urgent_actions.bulletins.saved.link import destination, in_words
from urgent_actions.bulletins.saved.masked_email import MASK, address_in
from urgent_actions.bulletins.saved.plain_characters import plain_characters
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.errors import Problem, UnreadableBulletin

MOST_CHARACTERS = 20_000_000
"""Characters of a page; pages that were saved with their pictures inside may have some millions."""

DEEPEST = 8
"""Lists within lists that are set in one deeper than the other."""

LONGEST_LABEL = 40
"""Characters of the first of two cells that is the label of the second."""

_MIRRORED = re.compile(r"unicode-bidi:\s*(?:bidi|isolate)-override", re.IGNORECASE)
_ADDRESS = re.compile(r"[^\s@]*(?:@[^\s@]*)+")


def text_of_html(html: str) -> str:
    r"""The lines of a web page, ready for `read_bulletin`.

    Lists, headings, paragraphs, cells and line breaks become lines as they are in plain text. Menus, scripts, footers,
    forms, banners and share buttons are left out where they certainly are that; so is all that is hidden, since an
    address that nobody sees may be a trap. Addresses that the page masks (`data-cfemail`) are decoded; one that cannot
    be, or is no address, stays `[email protected]`. A link is told where it is a way to reach somebody.

    Args:
        html: a page or a part of one (WHATWG HTML), however broken.

    Raises:
        MissingExtra: the extra `html` is not installed.
        UnreadableBulletin: the page shows no text, or is longer than any bulletin.

    >>> text_of_html("<nav>Home</nav><h1>Urgent Action</h1><p>Minister<br>Email: <b data-cfemail='2a4b6a48044b58'>")
    'Urgent Action\n\nMinister\nEmail: a@b.ar\n'
    """
    if len(html) > MOST_CHARACTERS:
        what = f"the page has {len(html)} characters, and no bulletin is that long"
        raise UnreadableBulletin(Problem("too-long", what, way_out="copy the text of the bulletin from the page"))
    page = parse_page(html)
    text = _Reader(traps_of(page)).read(page)
    if not text:
        way_out = "open it in a browser, copy what it shows, and give that text"
        raise UnreadableBulletin(Problem("empty-text", "the page itself shows no text", way_out=way_out))
    return text


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(word_list("web_page")[key])


@attrs.define(eq=False)
class _Reader:
    """One way through a page, from its first element to its last."""

    traps: frozenset[str]
    writer: LineWriter = attrs.field(factory=LineWriter)
    numbers: list[int | None] = attrs.field(factory=list)  # of each open list's next item; None where it has bullets
    begun: dict[Element, int] = attrs.field(factory=dict)  # where links and labels begin
    labels: dict[Element, Element] = attrs.field(factory=dict)  # the label of a cell or description
    as_it_is: int = 0
    mirrored: int = 0

    def read(self, page: Element) -> str:
        waiting: list[tuple[Element | str, bool]] = [(page, False)]
        while waiting:
            node, ends = waiting.pop()
            if isinstance(node, str):
                self.write(node)
            elif ends:
                self.leave(node)
            elif not (is_furniture(node) or is_hidden(node, self.traps)):
                waiting.append((node, True))
                if self.enter(node):
                    waiting.extend((child, False) for child in reversed(node.children))
        return self.writer.text()

    def write(self, text: str) -> None:
        words = plain_characters(text)
        if self.mirrored:
            words = _ADDRESS.sub(MASK, words)  # it is shown backwards, or in no order at all
        if self.as_it_is:
            self.writer.write_as_it_is(words)
        else:
            self.writer.write(words)

    def enter(self, element: Element) -> bool:
        """Begin an element, and say whether its children are to be read."""
        self.break_around(element)
        self.as_it_is += element.name == "pre"
        self.mirrored += _is_mirrored(element)
        self.labels |= _labelled(element)
        if element.name in {"a", "td", "th", "dt"}:
            self.begun[element] = self.writer.here
        if element.name == "br":
            self.writer.line_break()
        elif element.name in {"ol", "ul"}:
            self.numbers.append(_number(element.get("start"), 1) if element.name == "ol" else None)
        elif element.name == "li":
            self.writer.mark(self.marker(element))
        if element in self.labels:
            self.join(self.labels[element])
        if "data-cfemail" not in element.attributes:
            return True
        self.writer.write(MASK if self.mirrored else address_in(element.get("data-cfemail")))
        return False

    def leave(self, element: Element) -> None:
        """End an element that was begun."""
        if element.name == "a":
            self.say_where_it_leads(element)
        elif element.name in {"ol", "ul"}:
            self.numbers.pop()
        elif element.name == "li":
            self.writer.mark("")
        self.as_it_is -= element.name == "pre"
        self.mirrored -= _is_mirrored(element)
        self.break_around(element)

    def break_around(self, element: Element) -> None:
        if element.name in _set("paragraphs") and not (self.numbers and element.name in {"ol", "ul"}):
            self.writer.new_paragraph()
        elif element.name in _set("lines") or element.name in {"ol", "ul"} or _is_block(element):
            self.writer.new_line()

    def marker(self, item: Element) -> str:
        """The bullet or number of an item, set in as deep as its list."""
        indent = "  " * min(max(1, len(self.numbers)), DEEPEST)
        if not self.numbers or self.numbers[-1] is None:
            return f"{indent}\u2022 "
        number = _number(item.get("value"), self.numbers[-1])
        self.numbers[-1] = number + 1
        return f"{indent}{number}. "

    def join(self, label: Element) -> None:
        """Put what follows on the line of its label, where that is one."""
        words = (self.writer.since(self.begun[label]) or "").strip() if label in self.begun else ""
        if 0 < len(words) <= LONGEST_LABEL and (words.endswith(":") or label.name != "td"):
            self.writer.glue(" " if words.endswith(":") else ": ")

    def say_where_it_leads(self, link: Element) -> None:
        place = self.begun[link]
        shown = self.writer.since(place)
        to = destination(link.get("href")) if shown is not None and not self.mirrored else None
        if shown is not None and to:
            words = in_words(shown, self.writer.before(place), to)
            if words != shown.strip():
                self.writer.replace_since(place, words)


def _is_mirrored(element: Element) -> bool:
    return element.name == "bdo" or bool(_MIRRORED.search(element.get("style")))


def _is_block(element: Element) -> bool:
    return "display:block" in element.get("style").replace(" ", "")


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else otherwise


def _labelled(element: Element) -> dict[Element, Element]:
    """The two cells of a row, and descriptions with their terms: each with the element that may be its label."""
    if element.name not in {"tr", "dl", "div"}:
        return {}
    below = element.elements
    if element.name == "tr":
        return {below[1]: below[0]} if len(below) == 2 and below[1].name == "td" else {}
    return {second: first for first, second in pairwise(below) if (first.name, second.name) == ("dt", "dd")}
