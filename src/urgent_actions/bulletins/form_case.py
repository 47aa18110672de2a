"""A form as a case."""

from collections.abc import Sequence

import attrs

from urgent_actions.bulletins.conclusions import publisher_by_layout, tell_odd_deadline, with_rules
from urgent_actions.bulletins.drafts import drafts_of
from urgent_actions.bulletins.edition_words import read_edition_words
from urgent_actions.bulletins.form import Form
from urgent_actions.bulletins.form_asks import (
    Asks,
    read_asked,
    read_demands,
    read_instructions,
    read_language_line,
    read_last_day,
    read_notes,
    read_number_of_targets,
    read_requests,
)
from urgent_actions.bulletins.form_contacts import form_blocks
from urgent_actions.bulletins.form_subjects import read_subjects
from urgent_actions.bulletins.form_top import FormTop, add_to_summary, read_header
from urgent_actions.bulletins.heading import summary_of, summary_places
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.line_breaks import heading_label
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.model_letter import note_letter, read_letter, surnames_in
from urgent_actions.bulletins.page_title import repeats_title
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.place_of_case import country_of_case
from urgent_actions.bulletins.targets import read_targets
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.case import Case
from urgent_actions.edition import Edition, EditionKind
from urgent_actions.note import NoteKind
from urgent_actions.values.case_status import CaseStatus
from urgent_actions.values.publisher import Publisher


def case_of(form: Form, top: FormTop, ledger: Ledger, publisher: Publisher | None, *, layout: str) -> Case:
    """Read all sections but the top one, and put the case together.

    Args:
        form: the sections.
        top: what the top says.
        ledger: where places and remarks are noted.
        publisher: whose bulletin it is, where the caller says so.
        layout: whose layout it is: `secretariat` or `usa`.

    Raises:
        UnreadableBulletin: neither the page nor the caller names the case.
    """
    asks = _read_asks(form, top, ledger)
    _read_background(form["background"], top, ledger)
    letter = read_letter(form["letter"])
    surnames = surnames_in(letter.opening)
    drafted = [(block, drafts_of(block, surnames)) for block in form_blocks(form, asks, ledger, surnames)]
    reference = ledger.settle(top.reference)
    country = country_of_case(top, (draft for _, drafts in drafted for draft in drafts), ledger)
    contacts = read_targets(drafted, ledger, country)
    for kind, piece in contacts.notes:
        asks.note(kind, piece)
    case = Case(
        reference,
        _edition(top),
        publisher=publisher or top.publisher or publisher_by_layout(word_list("form")["publishers"][layout], ledger),
        title=" ".join(str(top.title).split()) if top.title else None,
        country=country,
        subjects=read_subjects(form["subjects"], form["gender"], ledger),
        summary=summary_of(top),
        status=CaseStatus.ENDED if form["ended"] else top.status,
        ended_on=top.ended_on,
        targets=contacts.targets,
        letter=letter.template(word_list("form")["language"]),
    )
    case = _with_asks(case, asks, ledger)
    note_letter(letter, form["background"], ledger)
    _note_top(top, case, ledger)
    return with_rules(case, [*((one, None) for one in asks.instructions), *contacts.instructions], ledger)


def _edition(top: FormTop) -> Edition:
    language = word_list("form")["language"]
    return Edition(top.kind or EditionKind.FIRST, top.issued, ordinal=top.ordinal, index=top.index, language=language)


def _with_asks(case: Case, asks: Asks, ledger: Ledger) -> Case:
    """The case with what its form asks for, the places noted."""
    asks.claim(ledger)
    return attrs.evolve(
        case,
        demands=asks.written_demands(),
        deadline=asks.deadline,
        choose=asks.choose,
        languages=asks.languages,
        notes=asks.written_notes(),
    )


def _read_asks(form: Form, top: FormTop, ledger: Ledger) -> Asks:
    asks = Asks()
    read_requests(asks, form["requests"], ledger)
    for line in form["languages"]:
        read_language_line(asks, line, ledger)
    for line in form["write_to"]:
        read_number_of_targets(asks, line.words, ledger)
    read_demands(asks, form["demands"])
    for line in form["deadline"]:
        read_last_day(asks, line.words, ledger)
    for line in form["previous"]:
        _read_previous(top, line, ledger)
    for name in ("ended", "own_words", "previous", "full_text"):
        read_notes(asks, form[name])
    read_notes(asks, [line for line in form["check"] if not read_last_day(asks, line.words, ledger)])
    read_instructions(asks, form["notes"], ledger)
    read_asked(asks, form["asked"], ledger)
    if form["report"]:
        asks.note(NoteKind.REPORT, *(line.words for line in form["report"]))
    return asks


def _read_previous(top: FormTop, line: Line, ledger: Ledger) -> None:
    """`This is the second update of UA 229/14`: which document of the case this one is."""
    text = str(line).casefold()
    start = text.find("the ") + 4 if text.startswith("this is the ") else -1
    if start < 0 or top.ordinal is not None:
        return
    said = read_edition_words(str(line)[start:].replace(" of ", ": ", 1))
    if said.ordinal is not None and said.ordinal > 1:
        top.ordinal = said.ordinal
        top.kind = said.kind if top.kind in {None, EditionKind.FIRST} else top.kind
        ledger.claim("edition.ordinal", [line.words])


def _read_background(lines: Sequence[Line], top: FormTop, ledger: Ledger) -> None:
    """The story behind the case goes on with the summary; header and title that the next page repeats give form."""
    for line in lines:
        again = repeats_title(top, line.words, ledger) or read_header(top, line.words, ledger)
        if not again and not heading_label().fullmatch(str(line)):
            add_to_summary(top, line)
        elif not again:
            ledger.form(line.words)


def _note_top(top: FormTop, case: Case, ledger: Ledger) -> None:
    at: list[tuple[str, Piece | None]] = [
        ("title", top.title),
        ("reference", top.reference_at),
        ("country", top.country_at),
        ("edition.kind", top.kind_at),
        ("edition.issued", top.issued_at),
        ("status", top.status_at),
        ("publisher", top.publisher_at),
    ]
    for path, piece in at + [("summary", piece) for piece in summary_places(top)]:
        ledger.claim(path, [piece] if piece else [])
    tell_odd_deadline(case, ledger)
