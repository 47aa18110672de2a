"""The name and the menu of the site on which a page stands: above all that the page says, they only give form."""

import re
from functools import cache
from itertools import takewhile

from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.patterns import loose
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.word_lists import word_list

_FURTHEST = 6
"""Lines with words among which the menu stands."""

_LONGEST_NAME = 60


def lines_of_page(ledger: Ledger) -> list[Piece]:
    """The lines of a page that are its own; name and menu of the site are noted as what gives form."""
    lines = ledger.page.lines
    end = _menu_end(lines)
    ledger.form(*lines[:end])
    return lines[end:]


def _menu_end(lines: list[Piece]) -> int:
    """The number of lines down to the menu, with what may be the site's name above it; 0 where there is no menu."""
    filled = [number for number, line in enumerate(lines[: 4 * _FURTHEST]) if line.stripped(" ")][:_FURTHEST]
    menu = next((number for number in filled if _menu().fullmatch(str(lines[number]))), None)
    if menu is None:
        return 0
    above = [lines[number] for number in takewhile(lambda number: number < menu, filled)]
    return menu + 1 if all(len(line) <= _LONGEST_NAME for line in above) else 0


@cache
def _menu() -> re.Pattern[str]:
    """The first entry of a menu, and at least one more behind a stroke or a point."""
    first = "|".join(map(loose, word_list("stock")["menus"]["first"]))
    return re.compile(rf"[ ]*(?:{first})(?:[ ]*[|»›>·•/–-][ ]*[^|»›>·•/\n]{{1,40}}){{1,15}}[ |]*", re.IGNORECASE)
