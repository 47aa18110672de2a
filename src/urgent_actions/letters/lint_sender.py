"""What a letter tells of its sender: too little to be taken seriously, or too much where writing is a risk."""

from collections.abc import Iterator

from urgent_actions.case import Case
from urgent_actions.letters.folded_text import FoldedText, phrases
from urgent_actions.letters.letter import Letter
from urgent_actions.letters.letter_finding import LetterFinding, Span
from urgent_actions.sender import Sender
from urgent_actions.values.text import Message

_TO_INITIALS = Message("sign with your initials and your town")
_TO_TOWN = Message("give no more than your town")


def is_at_risk(letter: Letter, case: Case, sender: Sender) -> bool:
    """Whether the sender has ties to the country of the case or of the target."""
    countries = {target.country for target in case.targets if target.id == letter.target}
    return not sender.ties.isdisjoint({case.country, *countries})


def sender_findings(letter: Letter, sender: Sender, body: FoldedText, *, at_risk: bool) -> Iterator[LetterFinding]:
    """What is missing below the letter, or, at risk, what should not be there.

    The findings never repeat the name or the address.
    """
    return _too_much(letter, sender, body) if at_risk else _too_little(letter)


def _too_little(letter: Letter) -> Iterator[LetterFinding]:
    lines = [line for line in letter.signature if line.strip()]
    if not lines:
        told, way_out = (
            Message("nothing says who writes"),
            Message("sign with your name, and add your town and country"),
        )
        yield LetterFinding.at("signature", "sender-missing", told, way_out)
    elif len(lines) == 1:
        told, way_out = (
            Message("nothing says where you write from"),
            Message("add your town and country below your name"),
        )
        yield LetterFinding.at("signature", "sender-missing", told, way_out)


def _too_much(letter: Letter, sender: Sender, body: FoldedText) -> Iterator[LetterFinding]:
    """The name is told by the first line of a signature, an address by the numbers of house and postcode."""
    name, address = sender.name or "", (sender.address or "").splitlines()
    for number, line in enumerate(letter.signature):
        where = f"signature[{number}]"
        if is_full_name(line) if number == 0 else _same(line, name):
            yield _name_told(where)
        elif any(map(str.isdigit, line)):
            yield _address_told(where)
    yield from (_name_told("body", span) for span in body.find(phrases([name] if is_full_name(name) else [])))
    streets = phrases(line for line in address if any(map(str.isdigit, line)))
    yield from (_address_told("body", span) for span in body.find(streets))


def is_full_name(line: str) -> bool:
    """Whether a line has two words that are no initials, or a name in a script that sets no spaces.

    >>> is_full_name("Ada Example"), is_full_name("A. E."), is_full_name("Ada E."), is_full_name("王小明")
    (True, False, False, True)
    """
    words = [word for word in FoldedText(line).words if not word.isdigit()]
    return sum(len(word) > 1 for word in words) > 1 or any("\u3040" <= sign <= "\ud7a3" for sign in line[1:])


def _same(line: str, name: str) -> bool:
    return is_full_name(name) and FoldedText(line).has(name)


def _name_told(where: str, span: Span | None = None) -> LetterFinding:
    told = Message("your full name is in the letter, and writing may be a risk for you or those close to you")
    return LetterFinding.at(where, "full-name-at-risk", told, _TO_INITIALS, span=span)


def _address_told(where: str, span: Span | None = None) -> LetterFinding:
    told = Message("your address is in the letter, and writing may be a risk for you or those close to you")
    return LetterFinding.at(where, "address-at-risk", told, _TO_TOWN, span=span)
