"""One published document of a case: the first, an update, further information, a correction, the outcome."""

import attrs

from urgent_actions.errors import Problem, refuse_if
from urgent_actions.values.field_types import wrong_types
from urgent_actions.values.index_number import IndexNumber
from urgent_actions.values.language import Language
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.plain_forms import as_language, as_partial_date_or_none, as_web_link_or_none
from urgent_actions.values.web_link import WebLink
from urgent_actions.values.word import Word


class EditionKind(Word):
    """What one document of a case is."""

    FIRST = "first"
    UPDATE = "update"
    FURTHER_INFORMATION = "further information"
    REISSUE = "reissue"
    CORRECTION = "correction"
    OUTCOME = "outcome"
    """The action is over: a stop action, a final update, a victory."""
    WITHDRAWN = "withdrawn"
    """The document was taken back, or never went out; nothing is asked any more."""


ENDINGS = frozenset({EditionKind.OUTCOME, EditionKind.WITHDRAWN})
"""The kinds after which no letters are asked for."""


def _as_kind(value: EditionKind | str) -> EditionKind:
    return EditionKind.of(value)


@attrs.frozen
class Edition:
    """Which document of its case this is.

    Args:
        kind: the first one unless it says otherwise.
        issued: the date line of the document, where it has one.
        ordinal: which document of the case it is, counted from 1, where it says so: of a second update it is 3.
        index: its own index number.
        language: the language it is written in.
        url: where it was published.
    """

    kind: EditionKind = attrs.field(default=EditionKind.FIRST, converter=_as_kind)
    issued: PartialDate | None = attrs.field(default=None, converter=as_partial_date_or_none)
    ordinal: int | None = attrs.field(default=None, kw_only=True)
    index: IndexNumber | None = attrs.field(default=None, kw_only=True)
    language: Language = attrs.field(default=Language("en"), kw_only=True, converter=as_language)
    url: WebLink | None = attrs.field(default=None, kw_only=True, converter=as_web_link_or_none)

    def __attrs_post_init__(self) -> None:
        refuse_if(wrong_types(self, {"index": (IndexNumber, type(None))}))
        if self.ordinal is not None and (type(self.ordinal) is not int or not 1 <= self.ordinal <= 999):
            what = f"ordinal {self.ordinal!r} is not a whole number from 1 to 999"
            refuse_if([Problem("bad-ordinal", what, where="ordinal", way_out="count the first document as 1")])

    @property
    def is_update(self) -> bool:
        """Whether an earlier document of the case went before it, and it still asks for letters."""
        return self.kind not in {EditionKind.FIRST} | ENDINGS
