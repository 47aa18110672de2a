"""What a web page does not show to those who look at it: traps for programs, and words for other devices.

An address that nobody sees is no address to write to: it may be bait for those who collect addresses.
"""

import re
from collections.abc import Iterator
from functools import cache

from urgent_actions.bulletins.saved.element import Element
from urgent_actions.bulletins.word_lists import word_list

LONGEST_TRAP = 300
"""Letters of an element that a style sheet hides and that is taken for a trap; longer ones open at a click."""

_ZERO = r"0*\.?0*(?:px|em|rem|pt|%|ex|ch)?(?![\d.])"
_FAR = r"-\d{3,}(?:\.\d+)?(?:px|em|rem|pt|%)"
_TINY = r"[01](?:px)?(?![\d.%a-z])"
_HIDDEN_STYLE = re.compile(
    r"(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|content-visibility:hidden"
    rf"|(?:opacity|font-size|width|height|max-width|max-height|zoom):{_ZERO}"
    rf"|(?:left|top|right|bottom|text-indent|margin-left|margin-top):{_FAR}"
    r"|clip:rect\((?:[01](?:px)?[,)]?)+|clip-path:(?:inset\((?:50|100)%|circle\(0)|transform:scale[xy]?\(0(?:\.0+)?[,)])"
)
_TINY_BOX = re.compile(rf"(?:^|;)(?:width|height):{_TINY}")
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.IGNORECASE | re.DOTALL)
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_CELLS = frozenset({"table", "td", "th", "tr"})
_SIMPLE = re.compile(r"(?:[a-z][a-z0-9]*)?([.#][\w-]+)")


def is_hidden(element: Element, traps: frozenset[str]) -> bool:
    """Whether an element, and so all that stands in it, is out of sight.

    Args:
        element: the element, surveyed.
        traps: classes (`.name`) and ids (`#name`) that the page's own style sheets hide.
    """
    if element.name == "dialog" and "open" not in element.attributes:
        return True
    if not element.attributes:
        return False
    if "hidden" in element.attributes and element.get("hidden").lower() != "until-found":
        return True
    if element.get("aria-hidden").lower() == "true" or not _names().isdisjoint(element.get("class").lower().split()):
        return True
    return hides(element.get("style")) or _is_no_box(element) or _is_trap(element, traps)


@cache
def _names() -> frozenset[str]:
    return frozenset(word_list("web_page")["hidden"])


def hides(style: str) -> bool:
    r"""Whether declarations of CSS take an element out of sight: not shown, of no size, clear, or far outside the page.

    >>> hides("display: none"), hides("font-size:0"), hides("left:-9999px"), hides(r"d\69splay:/**/none")
    (True, True, True, True)
    >>> hides("width: 0.5em"), hides("color: red")
    (False, False)
    """
    if ":" not in style:
        return False
    plain = _plain(style)
    tiny = len(_TINY_BOX.findall(plain)) > 1
    return tiny or bool(_HIDDEN_STYLE.search(plain))


def _plain(style: str) -> str:
    """CSS without remarks, blanks and escapes, in small letters."""
    text = style if "\\" not in style else _ESCAPE.sub(_unescaped, style)
    text = _REMARK.sub("", text) if "/*" in text and "*/" in text else text
    return "".join(text.lower().split())


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1], 16) if found[1] else 0
    return chr(code) if 0 < code < 0x80 else found[2] or ""


def _is_no_box(element: Element) -> bool:
    """Whether its attributes give it no width or no height, as those of pictures and old tables do."""
    return element.name not in _CELLS and any(element.get(side).strip() == "0" for side in ("width", "height"))


def _is_trap(element: Element, traps: frozenset[str]) -> bool:
    if not traps or element.letters > LONGEST_TRAP or element.headings:
        return False
    names = {f".{name}" for name in element.get("class").split()} | {f"#{name}" for name in element.get("id").split()}
    return not names.isdisjoint(traps)


def traps_of(page: Element) -> frozenset[str]:
    """Classes and ids that the style sheets in a page hide on every screen."""
    sheets = ("".join(map(str, element.children)) for element in page.walk() if element.name == "style")
    return frozenset(name for sheet in sheets for name in _hidden_by(sheet))


def _hidden_by(sheet: str) -> Iterator[str]:
    depth = 0
    for rule in sheet.split("}"):
        opened = rule.count("{")
        if opened == 1 and not depth:
            selectors, _, declarations = rule.partition("{")
            if hides(declarations):
                simple = (_SIMPLE.fullmatch(selector.strip()) for selector in selectors.split(","))
                yield from (found[1] for found in simple if found)
        depth = max(0, depth + opened - 1)
