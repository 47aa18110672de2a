"""Advice on one place of a letter, in the language of whoever wrote it, and the codes that there are."""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from urgent_actions.values.finding import Finding
from urgent_actions.values.language import Language
from urgent_actions.values.severity import Severity
from urgent_actions.values.text import ENGLISH, Message

Span = tuple[int, int]
"""Where words begin and end in the field of a letter, in characters."""

LETTER_FINDINGS: Mapping[str, Severity] = MappingProxyType(
    {
        "blank-left": Severity.ERROR,
        "blank-perhaps": Severity.WARNING,
        "greeting-missing": Severity.WARNING,
        "name-missing": Severity.WARNING,
        "name-in-part": Severity.INFO,
        "ask-missing": Severity.INFO,
        "ask-added": Severity.INFO,
        "insult": Severity.WARNING,
        "threat": Severity.WARNING,
        "shouting": Severity.WARNING,
        "claim-about-sender": Severity.INFO,
        "full-name-at-risk": Severity.WARNING,
        "address-at-risk": Severity.WARNING,
        "sender-missing": Severity.INFO,
        "organisation-named": Severity.WARNING,
        "organisation-missing": Severity.WARNING,
        "too-long": Severity.WARNING,
    }
)
"""The codes of what can be found in a letter; the errors are what must not leave as it is."""


@attrs.frozen
class LetterFinding(Finding):
    """A finding in a letter; `where` is the field of the letter, such as `body`, or a line: `signature[1]`.

    Args:
        told: what was found.
        suggestion: what to do about it.
        span: where the words begin and end in that field, in characters; None where the whole of it is meant.
    """

    told: Message = attrs.field(kw_only=True, repr=False)
    suggestion: Message = attrs.field(kw_only=True, repr=False)
    span: Span | None = attrs.field(default=None, kw_only=True)

    @classmethod
    def at(
        cls, field: str, code: str, told: Message, suggestion: Message, *, span: Span | None = None
    ) -> "LetterFinding":
        """A finding in a field of a letter, with the severity of its code."""
        severity = LETTER_FINDINGS[code]
        what, way_out = str(told), str(suggestion)
        return cls(
            code, what, way_out=way_out, where=field, severity=severity, told=told, suggestion=suggestion, span=span
        )

    def say(self, locale: Language | str = ENGLISH) -> str:
        """What was found and what to do about it, in the language of the reader."""
        return Message("{told}; {suggestion}", {"told": self.told, "suggestion": self.suggestion}).say(locale)
