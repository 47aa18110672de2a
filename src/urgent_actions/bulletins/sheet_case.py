"""A page without a layout of its own, made into a case: only what is certain is taken, the rest stays unread."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from urgent_actions.bulletins.conclusions import tell_odd_deadline, with_rules
from urgent_actions.bulletins.drafts import Draft
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.model_letter import surnames_in
from urgent_actions.bulletins.note_kinds import kind_of_note
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.requests import choice_in
from urgent_actions.bulletins.sheet import Group, Part, Sheet, begins_block
from urgent_actions.bulletins.sheet_contacts import Contact, contacts_in, is_publisher
from urgent_actions.bulletins.sheet_facts import Facts, settle_issued, take_fact
from urgent_actions.bulletins.sheet_languages import read_languages
from urgent_actions.bulletins.sheet_last_day import read_deadline
from urgent_actions.bulletins.sheet_letter import letter_of
from urgent_actions.bulletins.sheet_marks import look_at
from urgent_actions.bulletins.sheet_prose import Prose, read_prose
from urgent_actions.bulletins.sheet_targets import (
    asked_block,
    collector_of,
    country_in,
    drafted_of,
    greeted,
    reached,
    settle,
)
from urgent_actions.bulletins.sheet_title import SheetTitle, read_title
from urgent_actions.bulletins.targets import Contacts, Drafted, read_targets
from urgent_actions.case import Case
from urgent_actions.edition import Edition
from urgent_actions.letter_template import LetterTemplate
from urgent_actions.note import Note, NoteKind
from urgent_actions.target import Target
from urgent_actions.values.country import Country
from urgent_actions.values.publisher import Publisher

_SAID_IN_LABELS = (NoteKind.ACT_SOON, NoteKind.ANY_CHANNEL, NoteKind.OWN_LANGUAGE, NoteKind.OWN_WORDS)


@attrs.define(eq=False)
class _Parts:
    """What was read, before it is put together."""

    facts: Facts
    title: SheetTitle
    prose: Prose
    letter: LetterTemplate | None
    country: Country | None
    contacts: Contacts
    language: str


def read_sheet(ledger: Ledger, publisher: Publisher | None) -> Case:
    """Read a page of no fixed layout.

    Raises:
        UnreadableBulletin: neither the page nor the caller names the case.
    """
    look, facts = look_at(ledger.page), Facts()
    language, sheet = look.language, look.sheet
    ledger.take(look.ledger)
    groups = list(_without_facts(sheet, facts, ledger))
    settle_issued(facts, ledger)
    for group in sheet.groups:
        read_label(group, facts, ledger)
    contacts, others = contacts_in(groups)
    contacts = list(_without_publisher(contacts, ledger))
    title = read_title(others, ledger, facts.concern)
    prose_lines = [line for group in others for line in group.lines if line.words is not title.words]
    told = [str(line) for line in [*prose_lines, *(line for letter in sheet.letters for line in letter)]]
    region = _region(title, contacts, told)
    spoken = [line for line in prose_lines if _is_spoken(line, others)]
    letter = letter_of(sheet, spoken, ledger)
    claimed = {line.words for line in spoken} if letter and not sheet.letters else set()
    listed = {group.lines[0] for group in others if group.lines and _announces(group)}
    prose = read_prose(
        [line for line in prose_lines if line.words not in claimed], facts, ledger, region, listed=listed
    )
    prose.notes = sorted([*prose.notes, *_notes_in_labels(sheet)], key=lambda note: note[1].start)
    drafted = _drafted(contacts, sheet, prose, ledger)
    settle(drafted, title.text)
    country = facts.places[0] if facts.places else _country(title, drafted, prose, told)
    read = read_targets(_with_states(drafted, country, told), ledger, country)
    ledger.form(*sheet.signatures, *(group.label for group in groups if group.label is not None))
    return _case(_Parts(facts, title, prose, letter, country, read, language), ledger, publisher)


def _without_facts(sheet: Sheet, facts: Facts, ledger: Ledger) -> Iterator[Group]:
    """The groups without the lines that are facts by themselves; such a line parts what stands around it."""
    headed, addressed = any(group.part is Part.CONTACTS for group in sheet.groups), False
    for group in sheet.groups:
        run = Group(group.part, [], group.label, group.sample)
        for line in group.lines:
            if not take_fact(facts, line, ledger, addressed=addressed, above=headed and group.part is Part.TOP):
                addressed = addressed or begins_block(line)
                run.lines.append(line)
            elif run.lines:
                yield run
                run = Group(group.part, [], group.label, group.sample)
        if run.lines or run.label is not None:
            yield run


def read_label(group: Group, facts: Facts, ledger: Ledger) -> None:
    """What a heading says besides: the last day, the languages to write in, and to how many to write."""
    if group.label is not None:
        read_deadline(facts, group.label, ledger)
        read_languages(facts, group.label, ledger)
        facts.choose = facts.choose or choice_in(str(group.label))


def _announces(group: Group) -> bool:
    """Whether the heading of a group says that points of a list follow."""
    return group.label is not None and str(group.label).endswith(":")


def _notes_in_labels(sheet: Sheet) -> Iterator[tuple[NoteKind, Piece]]:
    """The headings that ask something besides: at once, by which ways, in the reader's own language."""
    for label in (group.label for group in sheet.groups if group.label is not None):
        kind = kind_of_note(str(label))
        if kind in _SAID_IN_LABELS:
            yield kind, label


def _without_publisher(contacts: Iterable[Contact], ledger: Ledger) -> Iterator[Contact]:
    for contact in contacts:
        if is_publisher(contact):
            ledger.claim("publisher", contact.lines)
        else:
            yield contact


def _is_spoken(line: Line, groups: Sequence[Group]) -> bool:
    """Whether a line stands below the heading of a letter."""
    return any(group.part is Part.LETTER and line in group.lines for group in groups)


def _region(title: SheetTitle, contacts: Sequence[Contact], told: Sequence[str]) -> Country | None:
    """The country whose national numbers may stand in the prose."""
    lines = [str(piece) for contact in contacts for piece in contact.lines]
    return title.country or country_in([title.text, *lines]) or country_in(told)


def _drafted(contacts: Sequence[Contact], sheet: Sheet, prose: Prose, ledger: Ledger) -> list[Drafted]:
    surnames = frozenset[str]()
    for letter in sheet.letters:
        surnames |= surnames_in(letter[0].words)
    drafted = drafted_of(contacts, surnames, ledger)
    if prose.asked and not any(draft.head.found for _, drafts in drafted for draft in drafts):
        asked = asked_block(prose.asked[0])
        for block, _ in asked:
            for other, _ in drafted:
                block.items += other.items
        return asked
    return drafted


def _country(title: SheetTitle, drafted: Sequence[Drafted], prose: Prose, told: Sequence[str]) -> Country | None:
    """The country of the heading; else the state of all targets; else the only one that the page names."""
    if title.country or title.several or prose.collector:
        return title.country
    named = country_in([title.text])
    if named is not None:
        return named
    states = _states(drafted)
    if states:
        return states.pop() if len(states) == 1 and len(set(_states_told(drafted, told))) <= 1 else None
    return country_in([str(piece) for piece in prose.told]) or country_in(told)


def _states(drafted: Sequence[Drafted]) -> set[Country]:
    """The states for which targets act."""
    return {draft.country for _, drafts in drafted for draft in drafts if draft.country and draft.acts_for_a_state}


def _states_told(drafted: Sequence[Drafted], told: Sequence[str]) -> Iterator[str]:
    """The states of the targets; of one that names none, the only country told of beside theirs."""
    known = _states(drafted)
    yield from (country.code for country in known)
    if any(_is_stateless(draft) for _, drafts in drafted for draft in drafts):
        others = {country for country in map(country_in, [[line] for line in told]) if country} - known
        yield from (country.code for country in others if len(others) == 1)


def _is_stateless(draft: Draft) -> bool:
    """Whether it acts for a state that is not named."""
    return draft.country is None and draft.acts_for_a_state and not draft.kind.is_abroad


def _with_states(drafted: list[Drafted], country: Country | None, told: Sequence[str]) -> list[Drafted]:
    """The drafts; where the targets are of several states, one without a state has the one that is left."""
    known = _states(drafted)
    left = {named for named in (country_in([line]) for line in told) if named} - known
    for _, drafts in drafted:
        for draft in drafts:
            if draft.country is None and draft.acts_for_a_state:
                draft.country = country or (next(iter(left)) if len(left) == 1 else None)
    return drafted


def _case(parts: _Parts, ledger: Ledger, publisher: Publisher | None) -> Case:
    facts, prose = parts.facts, parts.prose
    targets = _targets(parts, ledger)
    for number, (_, piece) in enumerate([*prose.notes, *parts.contacts.notes]):
        ledger.claim(f"notes[{number}]", [piece])
    ledger.claim("summary", prose.told)
    for number, piece in enumerate(prose.demands):
        ledger.claim(f"demands[{number}]", [piece])
    issued, deadline = facts.issued, facts.deadline
    case = Case(
        ledger.settle(facts.reference),
        Edition(facts.kind, issued, ordinal=facts.ordinal, index=facts.index, language=parts.language),
        publisher=publisher,
        title=parts.title.text or None,
        country=parts.country,
        summary=" ".join(map(str, prose.told)) or None,
        demands=map(_said, prose.demands),
        deadline=deadline,
        status=facts.status,
        choose=facts.choose,
        languages=facts.languages,
        targets=targets,
        letter=parts.letter,
        notes=[Note(kind, _said(piece)) for kind, piece in [*prose.notes, *parts.contacts.notes]],
    )
    tell_odd_deadline(case, ledger)
    return with_rules(case, [*((one, None) for one in prose.instructions), *parts.contacts.instructions], ledger)


def _targets(parts: _Parts, ledger: Ledger) -> list[Target]:
    found = reached(parts.contacts.targets, parts.prose.channels, ledger)
    found = [_without_case_country(target) for target in greeted(found, parts.language)]
    if parts.prose.collector is not None:
        ledger.claims = [(_moved(path), piece) for path, piece in ledger.claims]
        return [collector_of(parts.prose.collector, [target.id for target in found], ledger), *found]
    return found


def _without_case_country(target: Target) -> Target:
    """Somebody in prison answers for no state."""
    return attrs.evolve(target, country=None) if str(target.kind) == "prisoner" else target


def _moved(path: str) -> str:
    """The path of a target when another one goes before all."""
    if not path.startswith("targets["):
        return path
    number, bracket, rest = path.removeprefix("targets[").partition("]")
    return f"targets[{int(number) + 1}{bracket}{rest}"


def _said(piece: Piece) -> str:
    return " ".join(str(piece).split())
