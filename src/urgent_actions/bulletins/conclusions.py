"""What every family concludes in one way: the publisher by its layout, notes, rules, what is missing or cannot be."""

from collections.abc import Iterable, Mapping, Sequence

import attrs

from urgent_actions.bulletins.instructions import Instruction
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.narrower_rules import narrower_rules
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.postal_rules import rule_of
from urgent_actions.case import Case
from urgent_actions.note import Note, NoteKind
from urgent_actions.rules.rule import Rule
from urgent_actions.target import Target
from urgent_actions.values.publisher import Publisher


def publisher_by_layout(named: Mapping[str, str], ledger: Ledger) -> Publisher:
    """The publisher whose layout a page has, as the word lists name it."""
    publisher = Publisher(**named)
    way_out = "name the publisher if it is another one"
    ledger.info("publisher-by-layout", f"the layout is that of {publisher}", way_out=way_out)
    return publisher


def notes_of(found: Sequence[tuple[NoteKind, Piece]], ledger: Ledger) -> list[Note]:
    """The notes of a page, in its words."""
    for number, (_, piece) in enumerate(found):
        ledger.claim(f"notes[{number}]", [piece])
    return [Note(kind, " ".join(str(piece).split())) for kind, piece in found]


def with_rules(case: Case, given: Iterable[tuple[Instruction, Target | None]], ledger: Ledger) -> Case:
    """The case with its instructions as rules, each with the target in whose block it stands, if in any.

    One that is printed twice is one rule; one that says the same of post in other words is too, since nothing of it is
    lost, and any other of the same name is numbered.
    """
    rules: dict[str, Rule] = {}
    for instruction, target in given:
        stated = narrower_rules(instruction, target, case) if instruction.name else [rule_of(instruction, target, case)]
        for rule in stated:
            name = _name_for(rule, rules) if instruction.name else rule.id
            rules.setdefault(name, attrs.evolve(rule, id=name))
            ledger.claim(f"rules[{list(rules).index(name)}]", [instruction.piece])
    return attrs.evolve(case, rules=rules.values()) if rules else case


def _name_for(rule: Rule, rules: Mapping[str, Rule]) -> str:
    """The id of a rule, numbered where another one of that id gives another reason."""
    names = [rule.id, *(f"{rule.id} ({number})" for number in range(2, len(rules) + 2))]
    return next(name for name in names if name not in rules or rules[name].reason == rule.reason)


def tell_odd_deadline(case: Case, ledger: Ledger, at: Piece | None = None) -> None:
    """Tell of a deadline before the bulletin's own date: one of the two must be wrong, and both are kept."""
    issued, deadline = case.issued, case.deadline
    if issued and deadline and deadline.last_day < issued.earliest:
        what = f"the deadline {deadline.on} is before the date of the bulletin, {issued}"
        ledger.error("deadline-before-issue", what, at, "ask the publisher for the right date")


def tell_other_letters(at: Piece, ledger: Ledger) -> None:
    """Tell of a letter behind the first one: it may be meant for another target, and is kept unread."""
    what = "another letter begins here; only the first one is read"
    ledger.warn("several-letters", what, at, "look in `unread` for the letter to each of the other targets")


def tell_missing(case: Case, ledger: Ledger) -> None:
    """Tell of what bulletins often leave out: their own day, and the names of those at risk."""
    if case.issued is None:
        ledger.info("no-issue-date", "no date of the bulletin was found", way_out="look it up in the original")
    if not case.subjects:
        what = "nobody at risk was found by name"
        ledger.info("no-subject", what, way_out="add the names with `subjects=`, unless the case is about a community")
