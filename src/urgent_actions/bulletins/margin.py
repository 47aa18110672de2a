"""Lines that may stand anywhere on a page: the languages to write in, a hashtag to use, who the case is about."""

import re
from collections.abc import Iterator, Sequence

import attrs

from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.note_kinds import note_kind
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.sections import margin_label
from urgent_actions.case import Subject
from urgent_actions.note import NoteKind
from urgent_actions.values.language import Language, find_language

_NAME = re.compile(r"[^\W\d_]{4,20}(?:[ ][^\W\d_]{3,20})?")
_OWN = re.compile(r"(?:or[ ])?(?:in[ ])?your[ ](?:own[ ])?language\.?", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;/.]|\b(?:and|or|in|please)\b", re.IGNORECASE)
_PRONOUNS = re.compile(r"(?P<name>[^()\n;]{2,90})(?:\((?P<pronouns>[^()\n;]{2,30})\))?")


@attrs.define(eq=False)
class Margin:
    """What such lines say; each note with its kind and place, and the lines that give the last day."""

    languages: list[Language] = attrs.field(factory=list)
    subjects: list[Subject] = attrs.field(factory=list)
    notes: list[tuple[NoteKind, Piece]] = attrs.field(factory=list)
    deadlines: list[Line] = attrs.field(factory=list)


def read_margin(lines: Sequence[Line], ledger: Ledger) -> Margin:
    """Read these lines and note where their parts stood, but for the notes."""
    margin = Margin()
    for line in lines:
        label = margin_label().match(str(line))
        if label is None:
            continue
        rest = line.words.part(label.end())
        if label["languages"]:
            if not _read_languages(margin, line.words, rest, ledger):
                margin.notes.append((note_kind(str(line)), line.words))
            ledger.form(line.words.of(label))
        elif label["subjects"]:
            ledger.form(line.words.of(label))
            _read_subjects(margin, rest, ledger)
        elif label["deadline"]:
            margin.deadlines.append(line)
        else:
            margin.notes.append((NoteKind.OTHER, line.words))
    return margin


def _read_languages(margin: Margin, words: Piece, rest: Piece, ledger: Ledger) -> bool:
    """Read the languages that a line names, and say whether it names any, or the reader's own."""
    known = len(margin.languages)
    own = _OWN.search(str(words))
    if own:
        margin.notes.append((NoteKind.OWN_LANGUAGE, words.of(own)))
    joints = [rest.of(match) for match in _BETWEEN.finditer(str(rest))]
    for part in rest.without(joints):
        piece = part.stripped(" .")
        language = find_language(str(piece)) if _NAME.fullmatch(str(piece)) else None
        if language is not None and language not in margin.languages:
            ledger.claim(f"languages[{len(margin.languages)}]", [piece])
            margin.languages.append(language)
    ledger.form(*joints)
    return bool(own) or len(margin.languages) > known


def _read_subjects(margin: Margin, rest: Piece, ledger: Ledger) -> None:
    """Names, each with the pronouns that the bulletin gives in brackets."""
    for piece, name, pronouns in _named(rest):
        ledger.claim(f"subjects[{len(margin.subjects)}]", [piece])
        margin.subjects.append(Subject(name, pronouns=pronouns))


def _named(rest: Piece) -> Iterator[tuple[Piece, str, str | None]]:
    for match in _PRONOUNS.finditer(str(rest)):
        name = match["name"].strip(" ,")
        if any(map(str.isalpha, name)):
            yield rest.of(match).stripped(), name, match["pronouns"]
