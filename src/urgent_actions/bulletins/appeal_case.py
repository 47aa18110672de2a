"""An appeal of the Secretariat as a case; its families differ in whose it is and in the words above its heading."""

from collections.abc import Sequence

from urgent_actions.bulletins.appeal_contacts import addressees
from urgent_actions.bulletins.appeal_heading import Heading
from urgent_actions.bulletins.appeal_lines import appeal_lines
from urgent_actions.bulletins.appeal_opening import Opening, read_opening
from urgent_actions.bulletins.appeal_requests import AppealRequests, ends, read_appeal_requests, read_closing
from urgent_actions.bulletins.appeal_subjects import place_of, subject_of
from urgent_actions.bulletins.conclusions import notes_of, tell_odd_deadline, with_rules
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.piece import Piece, hull
from urgent_actions.bulletins.place_of_case import country_of_case
from urgent_actions.bulletins.targets import read_targets
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.case import Case
from urgent_actions.edition import Edition, EditionKind
from urgent_actions.note import NoteKind
from urgent_actions.values.case_status import CaseStatus
from urgent_actions.values.publisher import Publisher


def read_appeal(ledger: Ledger, publisher: Publisher) -> Case:
    """Read an appeal.

    Args:
        ledger: the page, and where places and remarks are noted.
        publisher: whose appeal it is.

    Raises:
        UnreadableBulletin: neither the page nor the caller names a case.
    """
    lines = appeal_lines(ledger)
    opening = read_opening(lines.opening, ledger)
    heading = opening.heading
    _add_background(heading, lines.background)
    requests = read_appeal_requests(lines.requests, ledger)
    read_closing(requests, lines.closing, ledger)
    drafted = [
        *(one.drafted() for one in addressees(lines.contacts, ledger, requests.notes, copy=False)),
        *(one.drafted() for one in addressees(lines.copies, ledger, requests.notes, copy=True)),
    ]
    country = country_of_case(heading, (draft for _, drafts in drafted for draft in drafts), ledger)
    contacts = read_targets(drafted, ledger, country)
    case = Case(
        ledger.settle(heading.reference),
        _edition(heading),
        publisher=publisher,
        title=_title(heading),
        country=country,
        subjects=[subject_of(named) for named in opening.named],
        summary=_summary(heading),
        demands=[" ".join(str(piece).split()).rstrip(" ;.,") for piece in requests.demands],
        deadline=requests.deadline,
        status=_status(heading, requests),
        languages=[language for language, _ in requests.languages],
        targets=contacts.targets,
        notes=notes_of([*_opening_notes(opening), *requests.notes, *contacts.notes], ledger),
    )
    ledger.claim("publisher", [line.words for line in lines.network])
    _note(opening, requests, case, ledger)
    return with_rules(case, [*((one, None) for one in requests.instructions), *contacts.instructions], ledger)


def _add_background(heading: Heading, lines: Sequence[Line]) -> None:
    for number, line in enumerate(lines):
        if line.new or number == 0:
            heading.summary.append([])
        heading.summary[-1].append(line.words)


def _status(heading: Heading, requests: AppealRequests) -> CaseStatus:
    over = requests.is_over or any(ends(hull(paragraph)) for paragraph in heading.summary)
    return CaseStatus.ENDED if over else heading.status


def _title(heading: Heading) -> str | None:
    return " ".join(str(heading.title).split()) if heading.title else None


def _summary(heading: Heading) -> str | None:
    return "\n\n".join("\n".join(map(str, paragraph)) for paragraph in heading.summary) or None


def _opening_notes(opening: Opening) -> list[tuple[NoteKind, Piece]]:
    return [(NoteKind.OTHER, note) for note in opening.notes]


def _edition(heading: Heading) -> Edition:
    return Edition(
        heading.kind or EditionKind.FIRST,
        heading.issued,
        ordinal=heading.ordinal,
        index=heading.index,
        language=word_list("appeals")["language"],
    )


def _note(opening: Opening, requests: AppealRequests, case: Case, ledger: Ledger) -> None:
    """Note where the parts of the case stood."""
    heading = opening.heading
    at: list[tuple[str, Piece | None]] = [
        ("title", heading.title),
        ("reference", heading.reference_at),
        ("country", heading.country_at),
        ("edition.kind", heading.kind_at),
        ("edition.issued", heading.issued_at),
        ("deadline", requests.deadline_at),
    ]
    at += [("edition.index", piece) for piece in heading.index_at]
    at += [("summary", hull(paragraph)) for paragraph in heading.summary]
    at += [(f"subjects[{number}]", place_of(named)) for number, named in enumerate(opening.named)]
    at += [(f"demands[{number}]", piece) for number, piece in enumerate(requests.demands)]
    at += [(f"languages[{number}]", piece) for number, (_, piece) in enumerate(requests.languages)]
    for path, piece in at:
        ledger.claim(path, [piece] if piece else [])
    tell_odd_deadline(case, ledger, requests.deadline_at)
