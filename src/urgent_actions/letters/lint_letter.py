"""Advice on a letter that a supporter has changed, before it leaves."""

import re
from collections.abc import Iterator

from urgent_actions.case import Case
from urgent_actions.letters.folded_text import FoldedText
from urgent_actions.letters.letter import Letter
from urgent_actions.letters.letter_finding import LETTER_FINDINGS, LetterFinding
from urgent_actions.letters.lint_asks import ask_findings
from urgent_actions.letters.lint_blanks import blank_findings
from urgent_actions.letters.lint_claims import claim_findings
from urgent_actions.letters.lint_courtesy import courtesy_findings
from urgent_actions.letters.lint_length import length_findings
from urgent_actions.letters.lint_names import name_findings
from urgent_actions.letters.lint_organisation import organisation_findings
from urgent_actions.letters.lint_sender import is_at_risk, sender_findings
from urgent_actions.sender import Sender
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.text import Message

_ORDER = tuple(LETTER_FINDINGS)
_GREETING = re.compile(r"\s*+[^\n]{1,80}[,،:：!！，][^\S\n]*+\n")


def lint_letter(
    letter: Letter,
    case: Case,
    *,
    sender: Sender,
    at_risk: bool = False,
    names_organisation: bool | None = None,
) -> tuple[LetterFinding, ...]:
    """Find what a supporter may want to change in a letter. It is advice: only blanks that nobody filled are errors.

    Args:
        letter: the letter as it is to leave.
        case: the case it is for.
        sender: who signs; a sender with ties to the country of the case or of the target is at risk.
        at_risk: whether writing is a risk for the sender for another reason.
        names_organisation: whether the sender's section asks for the organisation or the number of the case to be named
            (True) or not (False); None where nobody has said.

    Returns:
        What was found, by kind in the order of `LETTER_FINDINGS`, then in the order of the letter. No finding repeats
        the name or the address of the sender.

    Raises:
        InvalidValue: arguments are of another type; all of them are named.
    """
    refuse_wrong(
        letter=(letter, Letter),
        case=(case, Case),
        sender=(sender, Sender),
        at_risk=(at_risk, bool),
        names_organisation=(names_organisation, (bool, type(None))),
    )
    body = FoldedText(letter.body)
    found = (
        *blank_findings(letter, case),
        *_greeting(letter),
        *name_findings(letter, case, body),
        *ask_findings(letter, case),
        *courtesy_findings(letter, case, body),
        *claim_findings(letter, sender, body),
        *sender_findings(letter, sender, body, at_risk=at_risk or is_at_risk(letter, case, sender)),
        *organisation_findings(letter, case, named=names_organisation),
        *length_findings(letter, body),
    )
    return tuple(sorted(found, key=lambda finding: _ORDER.index(finding.code)))


def _greeting(letter: Letter) -> Iterator[LetterFinding]:
    """That nobody is greeted, neither above the body nor in its first line."""
    if not letter.opening.strip() and not _GREETING.match(letter.body):
        told = Message("the letter greets nobody")
        way_out = Message("begin with the greeting that the bulletin gives, or that the language uses for an office")
        yield LetterFinding.at("opening", "greeting-missing", told, way_out)
