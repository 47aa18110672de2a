"""Family "web post": the web pages of the section in the USA, 2019 to 2024, with their lines or flattened."""

from collections.abc import Sequence

from urgent_actions.bulletins.blocks import blocks_of
from urgent_actions.bulletins.conclusions import (
    notes_of,
    publisher_by_layout,
    tell_odd_deadline,
    with_rules,
)
from urgent_actions.bulletins.drafts import drafts_of
from urgent_actions.bulletins.edition_of import edition_of, reference_of
from urgent_actions.bulletins.family import Family
from urgent_actions.bulletins.heading import read_top, summary_of, summary_places
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.letter_translations import with_translations
from urgent_actions.bulletins.lines import lines_of
from urgent_actions.bulletins.margin import read_margin
from urgent_actions.bulletins.model_letter import FoundLetter, note_letter, read_letter, surnames_in
from urgent_actions.bulletins.page import Page
from urgent_actions.bulletins.page_title import Top
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.place_of_case import country_of_case
from urgent_actions.bulletins.requests import Requests, read_requests
from urgent_actions.bulletins.sections import sections_of
from urgent_actions.bulletins.subjects import subjects_in
from urgent_actions.bulletins.targets import read_targets
from urgent_actions.bulletins.translated_fields import LIKENESS
from urgent_actions.bulletins.translated_post import language_of_post, translated_post
from urgent_actions.bulletins.translated_post_text import translated_post_text
from urgent_actions.bulletins.translated_words import TRANSLATIONS
from urgent_actions.bulletins.web_post_marks import likeness, second_bulletin
from urgent_actions.bulletins.web_post_text import web_post_text
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.case import Case, Subject
from urgent_actions.errors import Problem, UnreadableBulletin
from urgent_actions.target import Target
from urgent_actions.values.case_status import CaseStatus
from urgent_actions.values.publisher import Publisher


def read_web_post(ledger: Ledger, publisher: Publisher | None) -> Case:
    """Read a page of this family, in the language of its heading.

    Raises:
        UnreadableBulletin: the page names no case, or two bulletins stand in one text.
    """
    tag = language_of_post(ledger.page)
    return _english(ledger, publisher) if tag is None else translated_post(ledger, tag, publisher)


def _english(ledger: Ledger, publisher: Publisher | None) -> Case:
    _refuse_second(ledger)
    sections = sections_of(lines_of(ledger), ledger)
    top = read_top(sections.heading, ledger)
    margin = read_margin(sections.margin, ledger)
    requests = read_requests([*sections.actions, *margin.deadlines], ledger)
    letter = read_letter(sections.letter)
    template = with_translations(letter.template(word_list("web_post")["language"]), sections.others, ledger)
    surnames = surnames_in(letter.opening)
    blocks = blocks_of([line.words for line in sections.contacts], surnames)
    drafted = [(block, drafts_of(block, surnames)) for block in blocks]
    reference = reference_of(top, requests, ledger)
    country = country_of_case(top, (draft for _, drafts in drafted for draft in drafts), ledger)
    contacts = read_targets(drafted, ledger, country)
    case = Case(
        reference,
        edition_of(top, requests, word_list("web_post")["language"]),
        publisher=publisher or publisher_by_layout(word_list("web_post")["publisher"], ledger),
        title=_title(top),
        country=country,
        subjects=margin.subjects or _subjects(top, letter, contacts.targets, ledger),
        summary=summary_of(top),
        deadline=requests.deadline,
        status=CaseStatus.ENDED if requests.is_over else top.status,
        ended_on=top.ended_on,
        choose=requests.choose,
        languages=margin.languages,
        targets=contacts.targets,
        letter=template,
        notes=notes_of([*requests.notes, *margin.notes, *contacts.notes], ledger),
    )
    note_letter(letter, sections.after, ledger)
    _note(top, requests, case, ledger)
    given = [*((one, None) for one in requests.instructions), *contacts.instructions]
    return with_rules(case, given, ledger)


def _refuse_second(ledger: Ledger) -> None:
    second = second_bulletin(ledger.page)
    if second is not None:
        line, column = ledger.page.place(second.start)
        way_out = f"read the text before line {line} and the text from there on one by one"
        what = "a second bulletin begins here"
        raise UnreadableBulletin(Problem("two-bulletins", what, way_out=way_out, line=line, column=column))


def _title(top: Top) -> str | None:
    return " ".join(str(top.title).split()) if top.title else None


def _subjects(top: Top, letter: FoundLetter, targets: Sequence[Target], ledger: Ledger) -> list[Subject]:
    summary = [line for paragraph in top.summary for line in paragraph]
    body = [line for paragraph in letter.paragraphs for line in paragraph]
    names = [str(name) for target in targets for name in (target.name, target.organisation) if name]
    found = subjects_in(summary, body, names)
    for number, piece in enumerate(found):
        ledger.claim(f"subjects[{number}]", [piece])
        ledger.info(
            "subject-by-rule",
            f"{str(piece)!r} is named in the summary and in the letter: taken for the person at risk",
            piece,
        )
    return [Subject(str(piece)) for piece in found]


def _note(top: Top, requests: Requests, case: Case, ledger: Ledger) -> None:
    """Note where the parts of the case stood."""
    at: list[tuple[str, Piece | None]] = [
        ("title", top.title),
        ("reference", top.reference_at),
        ("reference", requests.reference_at),
        ("country", top.country_at),
        ("edition.kind", top.kind_at),
        ("edition.issued", top.issued_at),
        ("status", top.status_at),
        ("deadline", requests.deadline_at),
    ]
    at += [("summary", piece) for piece in summary_places(top)]
    for path, piece in at:
        ledger.claim(path, [piece] if piece else [])
    tell_odd_deadline(case, ledger, requests.deadline_at)


def _likeness(page: Page) -> int:
    return LIKENESS if language_of_post(page) else likeness(page)


def write_web_post(case: Case) -> str:
    """The page in the language of the case."""
    return translated_post_text(case) if case.edition.language.tag in TRANSLATIONS else web_post_text(case)


FAMILY = Family("web post", _likeness, read_web_post, write_web_post)
