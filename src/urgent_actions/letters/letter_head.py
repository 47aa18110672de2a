"""What stands fast of a letter before anybody writes it: for which case, to whom, in which language, on which day."""

from datetime import date

import attrs

from urgent_actions.target import Target
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.language import Language
from urgent_actions.values.printable import printable


@attrs.frozen
class LetterHead:
    """What all letters to one target in one language on one day share.

    Args:
        case: the case it is for.
        target: the target's id within the case.
        language: the language it is written in.
        on: its date.
        addressee: the lines that name the target, above the greeting.
        subject: what it is about, in a few words.
        asks: what the model letter asks, sentence by sentence, without a word of any sender.
    """

    case: CaseReference
    target: str
    language: Language = attrs.field(kw_only=True)
    on: date = attrs.field(kw_only=True)
    addressee: tuple[str, ...] = attrs.field(kw_only=True)
    subject: str = attrs.field(kw_only=True)
    asks: tuple[str, ...] = attrs.field(default=(), kw_only=True)


def names_of(target: Target) -> tuple[str, ...]:
    """Whom a letter is for, without an address: the person, the office, the organisation, as far as known."""
    person = " ".join(part for part in (target.title, target.name) if part)
    return tuple(printable(line) for line in (person, target.office, target.organisation) if line)
