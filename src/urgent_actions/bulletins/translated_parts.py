"""A translated bulletin taken apart: the fields of the case, and those of each person, target, address and rule."""

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.translated_fields import Field
from urgent_actions.bulletins.translated_values import READERS, channel_of, language_said, line_of, parts_of
from urgent_actions.bulletins.translated_words import meaning_of
from urgent_actions.contact_channel import ContactChannel
from urgent_actions.errors import InvalidValue, Problem
from urgent_actions.letter_template import literal
from urgent_actions.note import Note
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.target_kind import TargetKind

Parts = dict[str, Any]

CHANNELS = frozenset(map(str, ChannelKind))
RULES = frozenset({"post_only", "no_post_to", "no_post"})

CAPTIONS = frozenset({"actions", "contacts"})


@attrs.define(eq=False)
class TranslatedParts:
    """What has been read so far; what belongs to a person, a target or an address follows its first field."""

    tag: str
    case: Parts = attrs.field(factory=dict)
    edition: Parts = attrs.field(factory=dict)
    publisher: Parts = attrs.field(factory=dict)
    subjects: list[Parts] = attrs.field(factory=list)
    targets: list[Parts] = attrs.field(factory=list)
    letters: list[Parts] = attrs.field(factory=list)
    rules: list[Parts] = attrs.field(factory=list)
    notes: list[Note] = attrs.field(factory=list)

    def last(self, part: str) -> tuple[Parts, str]:
        """The part to which a field belongs, and its path in the case.

        Raises:
            InvalidValue: no such part has begun.
        """
        if part in {"case", "edition", "publisher"}:
            return getattr(self, part), "" if part == "case" else part
        if part == "channels":
            target, path = self.last("targets")
            channels = target["channels"]
            return _last(channels, f"{path}.channels")
        return _last(getattr(self, part), "letter.texts" if part == "letters" else part)


def _last(parts: list[Parts], path: str) -> tuple[Parts, str]:
    if not parts:
        raise InvalidValue(Problem("field-without-owner", f"a field of {path} before the first of them"))
    return parts[-1], f"{path}[{len(parts) - 1}]"


def read_parts(fields: list[Field], tag: str, ledger: Ledger) -> TranslatedParts:
    """Read every field; one that cannot be read is told of and stays unread."""
    parts = TranslatedParts(tag)
    for field in fields:
        try:
            path = _reader_of(field)(parts, field)
        except InvalidValue as error:
            for problem in error.problems:
                ledger.error(problem.code, problem.what, field.label, problem.way_out)
        else:
            ledger.form(field.label)
            ledger.claim(path, field.pieces)
    return parts


_Adder = Callable[[TranslatedParts, Field], str]


def _reader_of(field: Field) -> _Adder:
    """What adds a field to the parts, and says its path."""
    if field.name in CHANNELS:
        return _add_channel
    if field.name in CAPTIONS:
        return _add_nothing
    return _add_rule if field.name in RULES else _ADDERS.get(field.name, _add_value)


def _add_value(parts: TranslatedParts, field: Field) -> str:
    part, name, read = READERS[field.name]
    owner, path = parts.last(part)
    if name in owner:
        raise InvalidValue(Problem("said-twice", f"{path or 'the case'} gives its {name} a second time"))
    if name == "accredited_to" and not TargetKind.of(owner["kind"]).is_abroad:
        raise InvalidValue(Problem("accredited-at-home", f"a target of kind {owner['kind']} is accredited nowhere"))
    owner[name] = read(field, parts.tag)
    if part == "letters":
        owner[name] = literal(owner[name])
    return f"{path}.{name}" if path else name


def _add_nothing(_: TranslatedParts, field: Field) -> str:
    if field.pieces:
        raise InvalidValue(Problem("words-below-heading", f"{field.line!r} has no label", way_out="give it one"))
    return ""


def _add_channel(parts: TranslatedParts, field: Field) -> str:
    target, path = parts.last("targets")
    channel: ContactChannel = channel_of(field, parts.tag)
    target["channels"].append({name: getattr(channel, name) for name in ("kind", "address", "state", "printed")})
    return f"{path}.channels[{len(target['channels']) - 1}]"


def _add_target(parts: TranslatedParts, field: Field) -> str:
    kind = meaning_of(parts.tag, "kinds", field.line)
    parts.targets.append({"kind": kind, "copy": field.name == "copy", "channels": []})
    return f"targets[{len(parts.targets) - 1}].kind"


def _add_salutation(parts: TranslatedParts, field: Field) -> str:
    target, path = parts.last("targets")
    target.setdefault("salutation", {})[language_said(field, parts.tag)] = line_of(field, parts.tag)
    return f"{path}.salutation"


def _add_subject(parts: TranslatedParts, field: Field) -> str:
    parts.subjects.append({"name": line_of(field, parts.tag)})
    return f"subjects[{len(parts.subjects) - 1}].name"


def _add_letter(parts: TranslatedParts, field: Field) -> str:
    language = language_said(field, parts.tag)
    if any(letter["language"] == language for letter in parts.letters):
        raise InvalidValue(Problem("language-twice", f"a second letter in {language.name()}", way_out="keep one"))
    parts.letters.append({"language": language})
    return "letter"


def _add_note(parts: TranslatedParts, field: Field) -> str:
    kind = meaning_of(parts.tag, "notes", field.said) if field.said else "other"
    parts.notes.append(Note(kind, field.text))
    return f"notes[{len(parts.notes) - 1}]"


def _add_rule(parts: TranslatedParts, field: Field) -> str:
    parts.rules.append({"field": field, "said": parts_of(field.said)})
    return f"rules[{len(parts.rules) - 1}]"


_ADDERS: Mapping[str, _Adder] = {
    "target": _add_target,
    "copy": _add_target,
    "salutation": _add_salutation,
    "subject": _add_subject,
    "letter": _add_letter,
    "remark": _add_note,
}
