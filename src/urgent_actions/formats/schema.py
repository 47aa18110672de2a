"""What a JSON document may look like, as JSON Schema 2020-12, made from the classes themselves.

A schema says less than a class: it knows the form of a date, not that there is such a day. Whatever `to_json` writes is
valid, and whatever is not valid is refused by `from_json`.
"""

import re
from collections.abc import Mapping
from inspect import cleandoc
from types import NoneType
from typing import Any, Literal, get_args, get_origin

import attrs

from urgent_actions.formats.json import VERSION, key_of_document
from urgent_actions.formats.strict import FILLINGS_TYPE, LISTED_TYPE, SIGNS_WITH, Kind
from urgent_actions.formats.value_forms import VALUE_FORMS
from urgent_actions.formats.words import FILLINGS, REASONS
from urgent_actions.values.language import Language
from urgent_actions.values.postal_address import PostalAddress
from urgent_actions.values.text import Reason, Text
from urgent_actions.values.word import Word

Schema = dict[str, Any]


def json_schema(kind: type) -> Schema:
    """The schema of the documents that hold a noun.

    Args:
        kind: the class of the noun, as `from_json` takes it.

    Raises:
        InvalidValue: no document holds that class.

    >>> from urgent_actions.sender import Sender
    >>> json_schema(Sender)["properties"]["sender"]
    {'$ref': '#/$defs/Sender'}
    """
    key = key_of_document(kind)
    drawing = _Drawing({})
    noun = drawing.of(kind)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{kind.__name__} of urgent_actions",
        **_table({"urgent_actions": {"const": VERSION}, key: noun}, ["urgent_actions", key]),
        "$defs": dict(sorted(drawing.tables.items())),
    }


def noun_schema(kind: type) -> Schema:
    """The schema of one noun by itself, whose fields are values only, without the document around it."""
    drawing = _Drawing({})
    drawing.of(kind)
    return drawing.tables[kind.__name__]


@attrs.frozen
class _Drawing:
    """One schema in the making: the tables that are drawn already, by the names of their classes."""

    tables: dict[str, Schema]

    def of(self, kind: Kind) -> Schema:
        """What a value of a type looks like."""
        if kind in _PLAIN:
            return _PLAIN[kind]
        if kind == Reason:
            return _any_of(*self._tagged(REASONS))
        if kind == LISTED_TYPE:
            return self._filling()
        if kind == FILLINGS_TYPE:
            return {"type": "object", "additionalProperties": self._filling()}
        return self._of_parts(kind, get_args(kind)) if get_args(kind) else self._of_class(kind)

    def _of_parts(self, kind: Kind, parts: tuple[Kind, ...]) -> Schema:
        """Many of one type, one of several words, or a value and null."""
        origin: object = get_origin(kind)
        if origin is tuple:
            return {"type": "array", "items": self.of(parts[0])}
        if origin is frozenset:
            return {"type": "array", "items": self.of(parts[0]), "uniqueItems": True}
        if origin is Literal:
            return {"enum": list(parts)}
        return _any_of(*({"type": "null"} if part is NoneType else self.of(part) for part in parts))

    def _filling(self) -> Schema:
        return _any_of({"type": "string"}, {"type": "integer"}, *self._tagged(FILLINGS))

    def _tagged(self, tags: Mapping[str, type]) -> list[Schema]:
        return [_table({tag: self.of(kind)}, [tag]) for tag, kind in tags.items()]

    def _of_class(self, kind: type) -> Schema:
        if issubclass(kind, Word):
            return {"enum": [str(word) for word in kind]}
        if kind.__name__ not in self.tables:
            self.tables[kind.__name__] = {}  # a message may hold a message: its table is named before it is drawn
            self.tables[kind.__name__] = self._drawn(kind)
        return {"$ref": f"#/$defs/{kind.__name__}"}

    def _drawn(self, kind: type) -> Schema:
        fields = [field for field in attrs.fields(kind) if field.name not in SIGNS_WITH.get(kind, ())]
        told = _told(kind)
        required = [field.name for field in fields if field.default is attrs.NOTHING]
        properties = {field.name: self.of(field.type) | told.get(field.name, {}) for field in fields}
        return _table(properties, required) | {"description": cleandoc(kind.__doc__ or "").partition("\n\n")[0]}


def _table(properties: Mapping[str, Schema], required: list[str]) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": required,
        "additionalProperties": False,
    }


def _any_of(*schemas: Schema) -> Schema:
    return {"anyOf": list(schemas)}


def _told(kind: type) -> dict[str, Schema]:
    """What the docstring of a class says of each of its arguments."""
    _, _, arguments = cleandoc(kind.__doc__ or "").partition("\nArgs:\n")
    block = re.split(r"\n(?=\S)", arguments)[0]
    told = re.findall(r"^    (\w+): (.*(?:\n {5,}.*)*)", block, re.MULTILINE)
    return {name: {"description": " ".join(text.split())} for name, text in told}


_TEXT: Schema = {
    "type": "object",
    "patternProperties": {VALUE_FORMS[Language].pattern: {"type": "string", "pattern": r"\S"}},
    "additionalProperties": False,
    "minProperties": 1,
}
_LINES: Schema = {"type": "array", "items": {"type": "string", "pattern": r"\S"}, "minItems": 1}
_STRINGS: dict[Kind, Schema] = {kind: {"type": "string", "pattern": form.pattern} for kind, form in VALUE_FORMS.items()}
_PLAIN: dict[Kind, Schema] = {
    **_STRINGS,
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Text: _TEXT,
    PostalAddress: _LINES,
}
