"""The verb: published text in, a case out, and nothing of the text lost."""

from urgent_actions.bulletins.conclusions import tell_missing
from urgent_actions.bulletins.families import FAMILIES, family_of
from urgent_actions.bulletins.ledger import Ledger, shortened
from urgent_actions.bulletins.page import LONGEST_LINE, LONGEST_TEXT, Page
from urgent_actions.bulletins.reading import Reading
from urgent_actions.bulletins.said_in_notes import with_what_notes_say
from urgent_actions.errors import Problem, UnreadableBulletin, refuse_if
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.publisher import Publisher


def read_bulletin(
    text: str, *, strict: bool = False, publisher: Publisher | None = None, reference: CaseReference | None = None
) -> Reading:
    """Read a published bulletin.

    The time grows with the length of the text, whatever stands in it. What is longer than any bulletin is not looked
    at: the rest of a text behind 5,000 lines or 1,000,000 characters (`too-long`), and a line of more than 20,000
    characters (`long-line`). It stays unread, word for word; where there is nothing else, as in 10 MB on one line,
    there is no case.

    Args:
        text: the bulletin as published, with its line breaks or flattened to one line a target or to one line.
        strict: raise where anything was not understood, instead of noting it in the reading.
        publisher: whose bulletin it is, where that is known; otherwise it is told by the layout.
        reference: the case that it is about, for a text that names none, such as a letter offered for download.

    Returns:
        The case, where each part of it stood, what was noticed, and every word that was not understood.

    Raises:
        UnreadableBulletin: there is no case to return: the text is empty, binary, no bulletin, two bulletins, or names
            no case; in strict mode also for every error and warning, all at once.
    """
    page = Page(text)
    family = family_of(page)
    ledger = Ledger(page, reference)
    if family is None:
        raise UnreadableBulletin(_no_bulletin(page))
    case = with_what_notes_say(family.read(ledger, publisher), ledger)
    tell_missing(case, ledger)
    unread = ledger.close()
    reading = Reading(
        case=case,
        family=family.name,
        spans=ledger.spans(),
        structure=ledger.structure(),
        diagnostics=ledger.diagnostics(),
        unread=unread,
    )
    if strict:
        refuse_if((one for one in reading.diagnostics if one.refused_when_strict), UnreadableBulletin)
    return reading


def _no_bulletin(page: Page) -> Problem:
    if page.rest or len(page.text) > LONGEST_TEXT:
        what = f"{len(page.text)} characters, and no bulletin is that long"
        return Problem("too-long", what, way_out="give the text of one bulletin")
    known = ", ".join(family.name for family in FAMILIES)
    long = next((line for line in page.lines if len(line) > LONGEST_LINE), None)
    if long is not None:
        what = f"a line of {len(long)} characters is not looked at, and the rest is no bulletin of a known layout"
        way_out = f"break it into lines of at most {LONGEST_LINE} characters"
        return Problem("long-line", what, way_out=way_out, line=page.place(long.start)[0])
    what = f"the text is no bulletin of a known layout ({known}); it begins with {shortened(page.plain.strip())!r}"
    return Problem("no-bulletin", what, way_out="give the whole text of the bulletin, from its heading to the letter")
