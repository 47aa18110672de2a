"""What a supporter may sign: a model letter with blanks, in one or more languages."""

import re
from collections.abc import Iterable, Iterator

import attrs

from urgent_actions.errors import InvalidTemplate, Problem, did_you_mean, refuse_if
from urgent_actions.values.field_types import wrong_members, wrong_types
from urgent_actions.values.language import Language, best_language
from urgent_actions.values.plain_forms import as_language, as_strings, as_tuple
from urgent_actions.values.printable import seen

BLANKS = (
    "case",
    "country",
    "date",
    "own_words",
    "salutation",
    "sender_address",
    "sender_country",
    "sender_name",
    "subjects",
    "target_name",
    "target_office",
)
"""The blanks that a letter fills by itself, from the case, the target, the sender and the day."""

_NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_PART = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+")


@attrs.frozen
class TemplateText:
    """The model letter in one language.

    Args:
        language: the language it is written in.
        body: the paragraphs, set off by blank lines. `{name}` is a blank, `{{` and `}}` are braces.
        opening: the line that greets, as printed; a target's own salutation goes before it.
        closing: the line above the signature.
    """

    language: Language = attrs.field(converter=as_language)
    body: str
    opening: str | None = attrs.field(default=None, kw_only=True)
    closing: str | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        line = (str, type(None))
        refuse_if(wrong_types(self, {"body": str, "opening": line, "closing": line}), InvalidTemplate)
        if not seen(self.body):
            refuse_if([Problem("blank-words", "the letter is blank", where="body")], InvalidTemplate)

    @property
    def parts(self) -> dict[str, str]:
        """Its texts by the name of their field, those that are there."""
        texts = {"opening": self.opening, "body": self.body, "closing": self.closing}
        return {name: text for name, text in texts.items() if text is not None}


def _as_texts(texts: TemplateText | Iterable[TemplateText]) -> tuple[TemplateText, ...]:
    return (texts,) if isinstance(texts, TemplateText) else as_tuple(texts)


@attrs.frozen
class LetterTemplate:
    """A model letter, checked when it is made: it can fill blanks, and do nothing else.

    Args:
        texts: the letter in each language, at least one.
        extra: names of further blanks that the sender fills, such as `profession`.

    Raises:
        InvalidTemplate: no language, one language twice, a blank that nothing fills, a lone brace; all at once.
    """

    texts: tuple[TemplateText, ...] = attrs.field(converter=_as_texts)
    extra: frozenset[str] = attrs.field(default=frozenset(), converter=as_strings)

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems_in(self), InvalidTemplate)

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages it is written in, in the order of its texts."""
        return tuple(text.language for text in self.texts)

    @property
    def blanks(self) -> frozenset[str]:
        """The names of all blanks that stand in its texts."""
        texts = (part for text in self.texts for part in text.parts.values())
        return frozenset(name for part in texts for name, is_blank in split_blanks(part) if is_blank)

    def text_in(self, wanted: Iterable[Language]) -> TemplateText:
        """The text in the first wanted language that it has, by tag or else by base language; otherwise its first."""
        chosen = best_language(tuple(wanted), self.languages)
        return next((text for text in self.texts if text.language == chosen), self.texts[0])


def split_blanks(text: str) -> Iterator[tuple[str, bool]]:
    """Cut a text at its blanks: pairs of words or a blank's name, and whether it is a blank.

    >>> list(split_blanks("Dear {target_name}, {{sic}}"))
    [('Dear ', False), ('target_name', True), (', ', False), ('{', False), ('sic', False), ('}', False)]
    """
    for part in _PART.finditer(text):
        if part[1] is not None:
            yield part[1], True
        else:
            yield {"{{": "{", "}}": "}"}.get(part[0], part[0]), False


def literal(text: str) -> str:
    """A text with its braces doubled, so that it has no blanks.

    >>> literal("{sender.__class__}")
    '{{sender.__class__}}'
    """
    return text.replace("{", "{{").replace("}", "}}")


def _problems_in(template: LetterTemplate) -> Iterator[Problem]:
    if not template.texts:
        yield Problem("no-language", "a template needs a text in at least one language", where="texts")
    for name in sorted(template.extra):
        if not _NAME.fullmatch(name) or name in BLANKS:
            what = f"{name!r} cannot name a blank of one's own"
            yield Problem(
                "bad-blank-name", what, where="extra", way_out="use small letters, digits and _, and no known name"
            )
    yield from wrong_members("texts", template.texts, TemplateText)
    seen: set[Language] = set()
    for number, text in enumerate(text for text in template.texts if isinstance(text, TemplateText)):
        if text.language in seen:
            yield Problem(
                "language-twice", f"two texts in {text.language}", where=f"texts[{number}]", way_out="keep one"
            )
        seen.add(text.language)
        for field, part in text.parts.items():
            yield from _problems_of_part(part, f"texts[{number}].{field}", template.extra)


def _problems_of_part(text: str, where: str, extra: frozenset[str]) -> Iterator[Problem]:
    known = sorted({*BLANKS, *extra})
    line = 1
    for part in _PART.finditer(text):
        if part[0] in ("{", "}"):
            way_out = f"write {part[0] * 2} for a brace"
            yield Problem("lone-brace", f"lone {part[0]!r}", where=where, line=line, way_out=way_out)
        elif part[1] is not None and part[1] not in known:
            what = f"unknown blank {part[0]!r}"
            yield Problem("unknown-blank", what, where=where, line=line, way_out=did_you_mean(part[1], known))
        line += part[0].count("\n")
