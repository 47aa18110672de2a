"""What a form asks of the supporter: in which languages to write, what to demand, by when, and what else to do."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import attrs

from urgent_actions.bulletins.date_line import dates_in
from urgent_actions.bulletins.form import begins_demand
from urgent_actions.bulletins.instructions import Instruction, instructions_in
from urgent_actions.bulletins.last_days import last_day_in
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.note_kinds import note_kind, settles
from urgent_actions.bulletins.patterns import one_of
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.requests import choice_in
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Wording
from urgent_actions.case import Choice
from urgent_actions.note import Note, NoteKind
from urgent_actions.values.deadline import Deadline
from urgent_actions.values.language import Language, find_language

_IN = re.compile(r"\b(?:in|language)[ ](?=[A-Z])|\b(?:or|and)[ ](?=[A-Z])|,[ ]{0,2}(?=[A-Z])")
_LANGUAGE = re.compile(r"[A-Z][^\W\d_]{3,20}(?:[ ][A-Z][^\W\d_]{3,20})?")
_LONGEST_DEADLINE = 90
_JOINTS = re.compile(r"\b(?:and|or)\b", re.IGNORECASE)


@attrs.define(eq=False)
class Asks:
    """The requests of a form; each note with the pieces in which it stands."""

    languages: list[Language] = attrs.field(factory=list)
    demands: list[list[Piece]] = attrs.field(factory=list)
    notes: list[tuple[NoteKind, list[Piece]]] = attrs.field(factory=list)
    deadline: Deadline | None = None
    choose: Choice | None = None
    instructions: list[Instruction] = attrs.field(factory=list)

    def note(self, kind: NoteKind, *pieces: Piece) -> None:
        """Add a note."""
        self.notes.append((kind, list(pieces)))

    def written_notes(self) -> list[Note]:
        """The notes in the order of the text."""
        return [Note(kind, _words(pieces)) for kind, pieces in self._notes_in_order()]

    def _notes_in_order(self) -> list[tuple[NoteKind, list[Piece]]]:
        return sorted(self.notes, key=lambda note: note[1][0].start)

    def written_demands(self) -> list[str]:
        """The demands, each on one line, without the sign that ends it."""
        return [_words(pieces).rstrip(" .;") for pieces in self.demands]

    def claim(self, ledger: Ledger) -> None:
        """Note where demands and notes stood."""
        for number, demand in enumerate(self.demands):
            ledger.claim(f"demands[{number}]", demand)
        for number, (_, pieces) in enumerate(self._notes_in_order()):
            ledger.claim(f"notes[{number}]", pieces)


def _words(pieces: Sequence[Piece]) -> str:
    return " ".join(" ".join(map(str, pieces)).split())


def read_requests(asks: Asks, lines: Sequence[Line], ledger: Ledger) -> None:
    """Read the request to write, and the demands that are listed below it."""
    lead: list[Piece] = []
    for line in lines:
        begins = line.bullet is not None or begins_demand(str(line))
        if not lead or not (begins or asks.demands) or settles(str(line)):
            lead.append(line.words)
        elif begins:
            asks.demands.append([line.words])
        else:
            asks.demands[-1].append(line.words)
    for piece in lead:
        _read_lead(asks, piece, ledger)


def read_demands(asks: Asks, lines: Sequence[Line]) -> None:
    """Read the demands of a section of their own, one a line or a bullet."""
    for line in lines:
        if line.bullet is not None or not asks.demands:
            asks.demands.append([line.words])
        else:
            asks.demands[-1].append(line.words)


def read_number_of_targets(asks: Asks, words: Piece, ledger: Ledger) -> None:
    """Read `any`, `all` or `one`."""
    if str(words).casefold() in {str(choice) for choice in Choice}:
        asks.choose = Choice.of(str(words).casefold())
        ledger.claim("choose", [words])


def _read_lead(asks: Asks, piece: Piece, ledger: Ledger) -> None:
    """Read a line of the request up to its colon; what stands behind it is a demand."""
    colon = str(piece).find(":")
    if colon >= 0 and settles(str(piece)[colon + 1 :].strip()):
        asks.note(note_kind(str(piece)), piece)
        return
    if colon >= 0 and any(map(str.isalpha, str(piece)[colon:])):
        asks.demands.insert(0, [piece.part(colon + 1).stripped(" ")])
        piece = piece.part(0, colon)
    taken: list[Piece] = []
    for kind, pattern in _kinds():
        found = pattern.search(str(piece))
        if found:
            taken.append(piece.of(found))
            asks.note(kind, taken[-1])
    taken += read_languages(asks, piece, ledger)
    ledger.form(*piece.without(taken))


def read_languages(asks: Asks, piece: Piece, ledger: Ledger, *, named: bool = False) -> list[Piece]:
    """The languages that a line names behind "in", or, where it is known to `name` them, anywhere."""
    text, found = str(piece), []
    starts = {match.end() for match in _IN.finditer(text)} | ({0} if named else set())
    for start in sorted(starts):
        name = _LANGUAGE.match(text, start)
        for words in (name[0], name[0].split()[0]) if name else ():
            language = find_language(words)
            if language is not None and len(words) > 3:
                found.append(piece.part(start, start + len(words)))
                if language not in asks.languages:
                    ledger.claim(f"languages[{len(asks.languages)}]", [found[-1]])
                    asks.languages.append(language)
                break
    return found


def read_language_line(asks: Asks, line: Line, ledger: Ledger) -> None:
    """The line that names the languages to write in; what else it says is a note."""
    own = one_of(tuple(dict(_asked())["own language"]), before="").search(str(line))
    if own:
        asks.note(NoteKind.OWN_LANGUAGE, line.words.of(own))
    taken = [*read_languages(asks, line.words, ledger, named=True), *([line.words.of(own)] if own else [])]
    for part in line.words.without(taken):
        ledger.form(*(part.of(found) for found in _JOINTS.finditer(str(part))))


@cache
def _asked() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((entry["kind"], tuple(entry["patterns"])) for entry in word_list("form")["asks"])


@cache
def _kinds() -> tuple[tuple[NoteKind, Wording], ...]:
    return tuple((NoteKind.of(kind), one_of(patterns)) for kind, patterns in _asked())


def read_last_day(asks: Asks, words: Piece, ledger: Ledger) -> bool:
    """The last day that a line names; a second one that differs is told of."""
    found, asked = next(dates_in(words, ledger), None), last_day_in(str(words), ("en",))
    if found is None:
        return False
    if found.date is None:
        if found.problem:
            ledger.error(found.problem.code, found.problem.what, words, found.problem.way_out)
        ledger.form(words)
        return True
    firm = bool(one_of(tuple(word_list("form")["deadline"]["firm"])).search(str(words)))
    firm = firm or (isinstance(asked, Deadline) and asked.firm)
    if asks.deadline is None:
        asks.deadline = Deadline(found.date, firm)
    elif asks.deadline.on != found.date:
        what = f"the text gives two last days, {asks.deadline.on} and {found.date}; the first is taken"
        ledger.warn("two-deadlines", what, words, "ask the publisher which one is right")
    ledger.claim("deadline", [words])
    return True


def read_choice(asks: Asks, words: Piece) -> None:
    """To how many of the targets a line asks to write."""
    asks.choose = asks.choose or choice_in(str(words))


def read_notes(asks: Asks, lines: Sequence[Line]) -> None:
    """Each line, with those that go on with it, as a note."""
    for pieces in _paragraphs(lines):
        asks.note(note_kind(_words(pieces)), *pieces)


def read_instructions(asks: Asks, lines: Sequence[Line], ledger: Ledger) -> None:
    """The list of instructions: what closes post is a rule, all else a note, by its label or by its words."""
    for pieces in _paragraphs(lines):
        found = instructions_in(pieces[0]) if len(pieces) == 1 else []
        label = _kind_label().match(str(pieces[0]))
        if found:
            asks.instructions += found
        elif label:
            ledger.form(pieces[0].of(label))
            asks.note(NoteKind.of(label[1].casefold()), pieces[0].part(label.end()), *pieces[1:])
        else:
            asks.note(note_kind(_words(pieces)), *pieces)


def read_asked(asks: Asks, lines: Sequence[Line], ledger: Ledger) -> None:
    """Instructions that stand by themselves, one a line: the last day, or a note."""
    phrases = word_list("web_post")["deadline"]
    dated = one_of((*phrases["firm"], *phrases["soft"]), behind="")
    for line in lines:
        if dated.search(str(line)) and len(line.words) <= _LONGEST_DEADLINE and read_last_day(asks, line.words, ledger):
            continue
        read_instructions(asks, [line], ledger)


@cache
def _kind_label() -> re.Pattern[str]:
    return re.compile(rf"({'|'.join(str(kind).upper() for kind in NoteKind)}):[ ]{{1,3}}(?=\S)")


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Piece]]:
    pieces: list[Piece] = []
    for line in lines:
        if pieces and (line.bullet is not None or line.new):
            yield pieces
            pieces = []
        pieces.append(line.words)
    if pieces:
        yield pieces
