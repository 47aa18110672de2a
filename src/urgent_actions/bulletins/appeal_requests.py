"""The recommended action of an appeal: by which means, how soon, in which languages, and what to ask for."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import attrs

from urgent_actions.bulletins.asking import asks, tells
from urgent_actions.bulletins.date_line import dates_in
from urgent_actions.bulletins.instructions import Instruction, instructions_in
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.note_kinds import asks_for_certain, is_addressed, is_instruction, kind_of_note, settles
from urgent_actions.bulletins.patterns import caught, one_of
from urgent_actions.bulletins.piece import Piece, hull
from urgent_actions.bulletins.requests import sentences_of, whole_sentences_of
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Wording
from urgent_actions.note import NoteKind
from urgent_actions.values.deadline import Deadline
from urgent_actions.values.language import Language, find_language

_LANGUAGE = re.compile(r"[A-Z][a-zñçéè]{2,20}")
_DEMAND = re.compile(r"(?:please|send|write|if |telegrams|telexes|faxes|express|no |amnesty|appeals)", re.IGNORECASE)
_LONGEST_SENTENCE = 400


@attrs.define(eq=False)
class AppealRequests:
    """What is asked of the supporter; each part with its place."""

    demands: list[Piece] = attrs.field(factory=list)
    languages: list[tuple[Language, Piece]] = attrs.field(factory=list)
    notes: list[tuple[NoteKind, Piece]] = attrs.field(factory=list)
    deadline: Deadline | None = None
    deadline_at: Piece | None = None
    is_over: Piece | None = None
    instructions: list[Instruction] = attrs.field(factory=list)


def read_appeal_requests(lines: Sequence[Line], ledger: Ledger) -> AppealRequests:
    """Read the section of the recommended action."""
    requests = AppealRequests()
    for lines_of_one in _items(lines):
        piece = hull(line.words for line in lines_of_one)
        if lines_of_one[0].bullet is not None:
            requests.demands.append(piece)
        else:
            _read_lead(requests, piece, ledger)
    return requests


def _items(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each demand together, and those of each paragraph between them."""
    items: list[list[Line]] = []
    for line in lines:
        if line.bullet is not None or line.new or not items:
            items.append([line])
        else:
            items[-1].append(line)
    return items


def _read_lead(requests: AppealRequests, piece: Piece, ledger: Ledger) -> None:
    """Words that are no demand: the means, the languages, and whether anything is asked at all."""
    if ends(piece):
        requests.is_over = piece
        requests.notes.append((NoteKind.OTHER, piece))
        return
    _read_languages(requests, piece)
    asks = [sentence for sentence in sentences_of(piece)[1:] if is_instruction(str(sentence))]
    for sentence in asks:
        if not read_last_day(requests, sentence, ledger):
            _read_other(requests, sentence, ledger)
    if asks:
        piece = piece.part(0, asks[0].start - piece.start)
    found = [*_notes_in(piece), *(place for _, place in requests.languages if piece.start <= place.start < piece.end)]
    requests.notes += _kinds_in(piece)
    rest = [part for part in piece.without(found) if any(map(str.isalnum, str(part)))]
    if len(" ".join(map(str, rest)).split()) <= 40:
        ledger.form(*rest)
    else:
        requests.notes.append((NoteKind.OTHER, piece))


def _kinds_in(piece: Piece) -> Iterator[tuple[NoteKind, Piece]]:
    """The first phrase of each kind of note."""
    for kind, pattern in _kinds():
        found = pattern.search(str(piece))
        if found:
            yield kind, piece.of(found)


def _notes_in(piece: Piece) -> list[Piece]:
    return [place for _, place in _kinds_in(piece)]


@cache
def _kinds() -> tuple[tuple[NoteKind, Wording], ...]:
    entries = word_list("appeals")["requests"]
    return tuple((NoteKind.of(entry["kind"]), one_of(tuple(entry["patterns"]))) for entry in entries)


@cache
def _languages_in() -> re.Pattern[str]:
    lists = word_list("appeals")["languages"]
    name = r"(?:[A-Z][a-zñçéè]{2,20}|your own(?: language)?|your language)"
    return re.compile(
        rf"\b(?:{'|'.join(lists['before'])})\s{{1,3}}({name}(?:(?:,|/|\s{{1,3}}or|\s{{1,3}}and){{1,2}}\s{{0,3}}(?:in\s)?{name}){{0,6}})"
    )


def _read_languages(requests: AppealRequests, piece: Piece) -> None:
    known = {language for language, _ in requests.languages}
    for phrase in _languages_in().finditer(str(piece)):
        for name in _LANGUAGE.finditer(phrase[1]):
            language = find_language(name[0])
            if language is not None and language not in known:
                known.add(language)
                requests.languages.append((language, piece.of(phrase, 1).of(name)))


def read_closing(requests: AppealRequests, lines: Sequence[Line], ledger: Ledger) -> None:
    """Read the request to write at once, and until when."""
    for paragraph in _items([attrs.evolve(line, bullet=None) for line in lines]):
        for sentence in whole_sentences_of(hull(line.words for line in paragraph), ("en",)):
            if not read_last_day(requests, sentence, ledger):
                _read_other(requests, sentence, ledger)


def read_last_day(requests: AppealRequests, sentence: Piece, ledger: Ledger) -> bool:
    """Read a sentence that gives the last day; a soft one, after which the section is asked first, or a firm one."""
    text = str(sentence)
    lists = word_list("appeals")["deadline"]
    for name in ("firm", "soft"):
        found = one_of(tuple(lists[name]), behind="").search(text[:_LONGEST_SENTENCE])
        date = next(dates_in(sentence.of(found, caught(found, "date")), ledger), None) if found else None
        if date is None or date.start > 0:
            continue
        if date.problem is not None:
            ledger.error(date.problem.code, date.problem.what, sentence, date.problem.way_out)
            ledger.form(sentence)
        elif requests.deadline is None and date.date is not None:
            requests.deadline, requests.deadline_at = Deadline(date.date, firm=name == "firm"), sentence
        else:
            requests.notes.append((NoteKind.OTHER, sentence))
        return True
    return False


def _read_other(requests: AppealRequests, sentence: Piece, ledger: Ledger) -> None:
    instructions = instructions_in(sentence)
    if instructions:
        requests.instructions += instructions
        return
    kind = next((kind for kind, _ in _kinds_in(sentence)), None) or kind_of_note(str(sentence))
    if not _is_for_the_reader(str(sentence), kind):
        return
    if kind is NoteKind.ACT_SOON and _only_hastens(sentence) and any(known is kind for known, _ in requests.notes):
        ledger.form(sentence)  # said before, by when the appeals should arrive
    else:
        requests.notes.append((kind or NoteKind.OTHER, sentence))


def _is_for_the_reader(text: str, kind: NoteKind | None) -> bool:
    """Whether a sentence below the addresses, where hardly anything else stands, is for those who write."""
    if tells(text):
        return False
    known = kind is not None and (kind is not NoteKind.DEADLINE or is_addressed(text))
    return known or settles(text) or asks_for_certain(text) or asks(text)


def _only_hastens(sentence: Piece) -> bool:
    """Whether a sentence says nothing but that appeals should be sent at once."""
    words = {word.casefold() for word in re.findall(r"\w+", str(sentence))}
    return words <= set(word_list("appeals")["haste"]["words"])


def ends(piece: Piece) -> bool:
    """Whether a text says that no more appeals are asked for."""
    return bool(one_of(tuple(word_list("appeals")["ended"]["plain"])).search(str(piece)))
