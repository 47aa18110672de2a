"""What the page asks the supporter to do: notes, the last day, how many of the targets to write to."""

import re
from collections.abc import Sequence
from functools import cache

import attrs

from urgent_actions.bulletins.asking import asks, tells
from urgent_actions.bulletins.date_line import dates_in
from urgent_actions.bulletins.dates import find_dates
from urgent_actions.bulletins.instructions import Instruction, instructions_in
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.line_breaks import request_start
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.note_kinds import note_kind
from urgent_actions.bulletins.page import LONGEST_LINE
from urgent_actions.bulletins.patterns import caught, one_of
from urgent_actions.bulletins.piece import Piece, hull
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Wording
from urgent_actions.case import Choice
from urgent_actions.errors import InvalidValue
from urgent_actions.note import NoteKind
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.deadline import Deadline

_SENTENCE = re.compile(r"[.!?][)”\"]?(?=\s+[A-Z“\"(\[])")
_NARROWEST, _WIDEST_BREAK = 50, 40
"""Characters of the shortest line that may be wrapped, and of the break and the margin between it and the next."""

_LINE_END = re.compile(r"[.!?:;][)”»\"]?\Z")
_BREAK = re.compile(r"[\n\r]")
_SHORT = frozenset(
    {"Mr", "Mrs", "Ms", "Dr", "No", "St", "U.S", "D.C", "Gen", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec"}
)


@attrs.define(eq=False)
class Requests:
    """The section of actions, read; each note with its kind, and where it stood."""

    notes: list[tuple[NoteKind, Piece]] = attrs.field(factory=list)
    deadline: Deadline | None = None
    deadline_at: Piece | None = None
    choose: Choice | None = None
    reference: CaseReference | None = None
    reference_at: Piece | None = None
    ordinal: int | None = None
    is_over: Piece | None = None
    instructions: list[Instruction] = attrs.field(factory=list)


def read_requests(lines: Sequence[Line], ledger: Ledger) -> Requests:
    """Read the requests of a page, sentence by sentence."""
    requests = Requests()
    for words, is_more in _items(lines):
        notes = [requests.notes.pop()] if is_more and requests.notes else []
        for sentence in sentences_of(words):
            _read_sentence(requests, sentence, notes, ledger)
        requests.notes += notes
        _read_number(requests, words)
        requests.choose = requests.choose or choice_in(str(words))
    return requests


def with_wrapped_joined(lines: Sequence[Line]) -> list[Line]:
    """The lines of prose; a sentence that a narrow page has wrapped is one line."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and _is_wrapped(last, line):
            joined[-1] = attrs.evolve(last, words=hull([last.words, line.words]))
        else:
            joined.append(line)
    return joined


def _is_wrapped(last: Line, line: Line) -> bool:
    """Whether a line goes on with a sentence of the one before it."""
    text, start = str(last), str(line)[:1]
    apart = line.new or line.bullet is not None or line.words.start - last.words.end > _WIDEST_BREAK
    apart = apart or line.words.end - last.words.start > LONGEST_LINE
    goes_on = start.islower() or start.isdigit() or text.rpartition(" ")[2] in word_list("offices")["joining"]
    return goes_on and not apart and len(text) >= _NARROWEST and not _LINE_END.search(text)


def _items(lines: Sequence[Line]) -> list[tuple[Piece, bool]]:
    """The lines of each request that a narrow page has wrapped as one piece, and whether it goes on with the last."""
    items: list[tuple[Piece, bool]] = []
    for line in lines:
        is_more = bool(items) and line.bullet is None and not line.new
        last = items[-1][0] if items else line.words
        short = line.words.end - last.start <= LONGEST_LINE
        if is_more and short and _BREAK.search(last.page, last.end, line.words.start):
            items[-1] = (hull([items[-1][0], line.words]), items[-1][1])
        else:
            items.append((line.words, is_more))
    return items


def sentences_of(words: Piece) -> list[Piece]:
    """The sentences of a line; a full stop behind "Mr." or "No." ends none."""
    text = str(words)
    ends = [match.end() for match in _SENTENCE.finditer(text) if _word_before(text, match.start()) not in _SHORT]
    return [sentence for piece in words.cut(ends) if (sentence := piece.stripped(" \t\r\n"))]


def _word_before(text: str, at: int) -> str:
    return text[text.rfind(" ", 0, at) + 1 : at]


def whole_sentences_of(words: Piece, languages: tuple[str, ...]) -> list[Piece]:
    """The sentences of a line; the full stop behind the day of a date, as in `30. Juli 2020`, ends none.

    A question to the reader is one with the request that answers it: "Running short of time? Send a fax."
    """
    dates = [(found.start, found.end) for found in find_dates(str(words), languages)]
    sentences: list[Piece] = []
    for sentence in sentences_of(words):
        start = sentence.start - words.start
        asked = sentences and str(sentences[-1]).endswith("?") and asks(str(sentence))
        if sentences and (asked or any(first < start < last for first, last in dates)):
            sentences[-1] = hull([sentences[-1], sentence])
        else:
            sentences.append(sentence)
    return sentences


def _read_sentence(requests: Requests, sentence: Piece, notes: list[tuple[NoteKind, Piece]], ledger: Ledger) -> None:
    instructions = instructions_in(sentence)
    if instructions:
        requests.instructions += instructions
        return
    if _read_deadline(requests, sentence, ledger):
        return
    ended = one_of(tuple(word_list("web_post")["ended"]["plain"])).search(str(sentence))
    requests.is_over = sentence if ended else requests.is_over
    kind = note_kind(str(sentence))
    if notes and (notes[-1][0] is kind or (kind is NoteKind.OTHER and not _begins(sentence))):
        notes[-1] = (notes[-1][0], hull([notes[-1][1], sentence]))
    else:
        notes.append((kind, sentence))


def _read_deadline(requests: Requests, sentence: Piece, ledger: Ledger) -> bool:
    lists = word_list("web_post")["deadline"]
    for name in ("firm", "soft"):
        found = one_of(tuple(lists[name]), behind="").search(str(sentence))
        date = next(dates_in(sentence.of(found, caught(found, "date")), ledger), None) if found else None
        if date is None or date.start > 12:
            continue
        if date.problem is not None:
            ledger.error(date.problem.code, date.problem.what, sentence, date.problem.way_out)
            ledger.form(sentence)
        elif requests.deadline is None and date.date is not None:
            requests.deadline, requests.deadline_at = Deadline(date.date, firm=name == "firm"), sentence
        return _is_only_deadline(str(sentence), found.start() if found else 0) or date.problem is not None
    return False


def _is_only_deadline(sentence: str, start: int) -> bool:
    """Whether the sentence says nothing but the last day."""
    return start <= 20 and len(sentence) <= 90


def _begins(sentence: Piece) -> bool:
    return bool(request_start().match(str(sentence)))


def choice_in(text: str) -> Choice | None:
    """To how many targets a line asks to write, where it says so."""
    lists = word_list("web_post")["choose"]
    found = (name for name in ("any", "all", "one") if one_of(tuple(lists[name])).search(text))
    name = next(found, None)
    return Choice.of(name) if name and not tells(text) else None


def _read_number(requests: Requests, words: Piece) -> None:
    """The number by which the supporter reports: `the actions you took on Second Urgent Action 108.23`."""
    found = _number().search(str(words))
    if requests.reference is not None or not found:
        return
    try:
        requests.reference = CaseReference.parse(found[caught(found, "number")])
    except InvalidValue:
        return
    requests.reference_at = words.of(found, caught(found, "number"))
    ordinal = caught(found, "ordinal")
    requests.ordinal = word_list("web_post")["ordinals"].get(found[ordinal].casefold()) if ordinal else None


@cache
def _number() -> Wording:
    return one_of(("(?:{ordinal} )?(?:Urgent Action|UA):? ?{number}",))
