"""What a sentence asks of the supporter: one list of phrases for all families, in all languages."""

import re
from functools import cache

from urgent_actions.bulletins.asked_words import says_ended
from urgent_actions.bulletins.asking import asks, tells
from urgent_actions.bulletins.labels import has_label
from urgent_actions.bulletins.last_days import last_day_in
from urgent_actions.bulletins.patterns import loose, one_of
from urgent_actions.bulletins.stock import LANGUAGES
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Vocabulary, Wording
from urgent_actions.note import NoteKind

_FEWEST_WORDS = 3
_YEAR = re.compile(r"\d{4}")
_LONGEST = 400
_END = re.compile(r"[.!?][)”\"»]?[)\]]?\s*\Z")


def kind_of_note(text: str) -> NoteKind | None:
    """What a sentence is about, by its words; None where it has none of the known ones."""
    number = _phrases().first_in(text[:_LONGEST])
    return _kinds()[number] if number is not None else None


def note_kind(text: str) -> NoteKind:
    """What a sentence that is a note is about."""
    return kind_of_note(text) or NoteKind.OTHER


def is_instruction(text: str) -> bool:
    """Whether a line is a whole sentence, without contact data, that asks something of the reader."""
    if len(text.split()) < _FEWEST_WORDS or not _END.search(text) or has_label(text):
        return False
    if settles(text):
        return True
    rest = _behind_what_is_told(text)
    return bool(rest) and (
        asks_for_certain(rest) or asks(rest) or (is_addressed(rest) and kind_of_note(rest) is not None)
    )


def _behind_what_is_told(text: str) -> str:
    """A text without the sentences at its beginning that tell what happened."""
    while text and tells(text):
        _, end, text = text[:_LONGEST].partition(". ")
        if not end:
            return ""
    return text


def settles(text: str) -> bool:
    """Whether a sentence sets the last day, or says that the action is over."""
    return says_ended(text) or (_YEAR.search(text) is not None and last_day_in(text, LANGUAGES) is not None)


def asks_for_certain(text: str) -> bool:
    """Whether a sentence asks something of the reader, whatever it is about."""
    return bool(_sure_starts().match(text) or _sure_words().search(text[:_LONGEST]))


def is_addressed(text: str) -> bool:
    """Whether a sentence speaks to the reader."""
    return begins_asking(text) or bool(_words().search(text[:_LONGEST]))


def begins_asking(text: str) -> bool:
    """Whether a sentence begins as requests do."""
    return bool(_starts().match(text))


@cache
def _kinds() -> tuple[NoteKind, ...]:
    """The kind of each phrase."""
    return tuple(NoteKind.of(entry["kind"]) for entry in word_list("notes")["notes"] for _ in entry["patterns"])


@cache
def _phrases() -> Vocabulary:
    """Every phrase by itself: of hundreds, few have a word in a line."""
    return Vocabulary.of(one_of((phrase,)) for entry in word_list("notes")["notes"] for phrase in entry["patterns"])


@cache
def _words() -> Wording:
    return one_of(tuple(word_list("notes")["addressed"]["words"]))


@cache
def _starts() -> re.Pattern[str]:
    return _beginning("starts")


@cache
def _sure_starts() -> re.Pattern[str]:
    return _beginning("sure_starts")


@cache
def _sure_words() -> Wording:
    return one_of(tuple(word_list("notes")["addressed"]["sure_words"]))


def _beginning(name: str) -> re.Pattern[str]:
    forms = "|".join(map(loose, word_list("notes")["addressed"][name]))
    return re.compile(rf"[(\[]?(?:{forms})(?!\w)", re.IGNORECASE)
