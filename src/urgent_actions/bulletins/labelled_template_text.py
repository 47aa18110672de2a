"""A case as a labelled template: the page that the reader of the same family reads back."""

from collections.abc import Iterator

from urgent_actions.bulletins.note_kinds import note_kind
from urgent_actions.bulletins.web_post_text import block_of, contact_block, day_said, letter_parts
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.case import Case
from urgent_actions.edition import Edition, EditionKind
from urgent_actions.note import Note
from urgent_actions.values.case_status import CaseStatus
from urgent_actions.values.language import Language

_ENGLISH = Language("en")


def labelled_template_text(case: Case) -> str:
    """The form filled in for a case; a field that the case does not have is left out."""
    return "\n\n".join(["URGENT ACTION", *_fields(case), *_sections(case), *_margin(case)]) + "\n"


def _fields(case: Case) -> Iterator[str]:
    """The fields of one line at the top."""
    if case.title:
        yield f"URGENT ACTION TITLE: {case.title}"
    if case.country:
        yield f"COUNTRY: {case.country.name()}"
    if case.issued:
        yield f"PUBLICATION DATE: {day_said(case.issued)}"
    yield f"URGENT ACTION TYPE AND NUMBER: {_kind(case.edition)}{case.reference}"
    if case.edition.index:
        yield f"INDEX NUMBER: {case.edition.index}"
    if case.publisher:
        country = f" ({case.publisher.country.name()})" if case.publisher.country else ""
        yield f"PUBLISHER: {case.publisher.name}{country}"
    if case.status is CaseStatus.ENDED:
        yield f"ACTION STATUS: ended on {day_said(case.ended_on)}" if case.ended_on else "ACTION STATUS: ended"


def _kind(edition: Edition) -> str:
    """What goes before the number: `THIRD UA 60/16`, `UPDATE TO UA 60/16`; nothing for a first document."""
    said: str = word_list("form")["written"][str(edition.kind)]
    if edition.ordinal is None:
        return said
    if edition.kind is EditionKind.FURTHER_INFORMATION and edition.ordinal > 1:
        return f"{_ordinal(edition.ordinal - 1)} {said}"
    if edition.kind in {EditionKind.FIRST, EditionKind.UPDATE}:
        return f"{_ordinal(edition.ordinal)} "
    return said


def _ordinal(number: int) -> str:
    """A number that counts, in words where there is one: `THIRD`."""
    words = word_list("editions")["ordinals"].get(str(number))
    return str(words[0]).upper() if words else f"{number}TH"


def _sections(case: Case) -> Iterator[str]:
    """What takes several lines: the story, the demands, the letter, the addresses."""
    if case.summary:
        yield f"URGENT ACTION SUMMARY:\n{case.summary}"
    if case.demands:
        yield "\n".join(["DEMANDS:", *(f"- {demand}" for demand in case.demands)])
    letter = letter_parts(case)
    if letter:
        yield "\n\n".join(["URGENT ACTION LETTER:", *letter])
    if case.targets:
        blocks = [contact_block(target, case) for target in case.targets]
        yield "\n\n".join(["TARGET’S CONTACT DETAILS & “COPIES TO”", *blocks])


def _margin(case: Case) -> Iterator[str]:
    """The fields below the addresses, and the notes."""
    if case.choose:
        yield f"NUMBER OF TARGETS TO WRITE TO: {case.choose}"
    if case.languages:
        languages = ", ".join(language.name(_ENGLISH) for language in case.languages)
        yield f"PREFERRED LANGUAGE TO ADDRESS TARGET: {languages}"
    if case.deadline:
        firm = " (do not send appeals after this day)" if case.deadline.firm else ""
        yield f"APPEAL DEADLINE NOTICE: {day_said(case.deadline.on)}{firm}"
    if case.subjects:
        names = (
            f"{one.name} ({one.pronouns or one.description})" if one.pronouns or one.description else one.name
            for one in case.subjects
        )
        yield "NAMES: " + "; ".join(names)
    notes = [f"- {_label(note)}{note.text}" for note in case.notes]
    notes += [f"- {rule.reason}" for rule in case.rules if block_of(rule, case) is None]
    if notes:
        yield "\n".join(["INSTRUCTIONS:", *notes])


def _label(note: Note) -> str:
    """What a note is about, where its words do not say it by themselves."""
    return "" if note_kind(note.text) is note.kind else f"{str(note.kind).upper()}: "
