"""An instruction or remark of a bulletin that is no rule, in its own words."""

import attrs

from urgent_actions.errors import refuse_if
from urgent_actions.values.field_types import wrong_types
from urgent_actions.values.word import Word


class NoteKind(Word):
    """What a note to the supporter is about."""

    ACT_SOON = "act soon"
    OWN_WORDS = "own words"
    ANY_CHANNEL = "any channel"
    REPORT = "report"
    OWN_LANGUAGE = "own language"
    SHARED_BLOCK = "shared block"
    COPY_TO_EMBASSY = "copy to embassy"
    """A copy goes to the diplomats accredited to the supporter's own country."""
    COPY = "copy"
    CHOICE = "choice"
    LANGUAGE = "language"
    CONTENT = "content"
    DEADLINE = "deadline"
    HOURS = "hours"
    DELIVERY = "delivery"
    FALLBACK = "fallback"
    POSTAGE = "postage"
    SAFETY = "safety"
    ENROLMENT = "enrolment"
    REDISTRIBUTION = "redistribution"
    NEWS = "news"
    OTHER = "other"


def _as_note_kind(value: NoteKind | str) -> NoteKind:
    return NoteKind.of(value)


@attrs.frozen
class Note:
    """An instruction or remark that is no rule, in the bulletin's words."""

    kind: NoteKind = attrs.field(converter=_as_note_kind)
    text: str

    def __attrs_post_init__(self) -> None:
        refuse_if(wrong_types(self, {"text": str}))

    def __str__(self) -> str:
        return self.text
