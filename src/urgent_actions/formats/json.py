"""Nouns as JSON documents: `{"urgent_actions": 1, "case": {...}}`, and back without loss.

A document names the version of its form and the noun that it holds. What is written has one form: values by their one
spelling, closed lists by their words, sets as sorted lists, keys in a fixed order. A field that holds nothing (null,
false, "", [] or {}) is left out; every other field is written, even where it has its default, so that other programs
need not know our defaults. Law: `from_json(to_json(x), type(x)) == x`.
"""

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from urgent_actions.action_report import ActionReport
from urgent_actions.case import Case
from urgent_actions.case_history import CaseHistory
from urgent_actions.errors import InvalidData, InvalidValue, Problem, did_you_mean, refuse_if
from urgent_actions.formats.faults import faults_of
from urgent_actions.formats.json_text import dump_json, parse_json
from urgent_actions.formats.strict import SIGNS_WITH, strict_converter
from urgent_actions.formats.wrong_type import wrong_type
from urgent_actions.letter_template import LetterTemplate
from urgent_actions.missions import MissionDirectory
from urgent_actions.rules.rule import Rule
from urgent_actions.rules.rulebook import RuleBook
from urgent_actions.sender import Sender
from urgent_actions.target import Target

T = TypeVar("T")

VERSION = 1
"""The version of the form of the documents; it is raised when an older reader would misread a newer document."""

_MARK = "urgent_actions"
_NOUNS = (ActionReport, Case, CaseHistory, LetterTemplate, MissionDirectory, Rule, RuleBook, Sender, Target)


def _key_of(noun: type) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", noun.__name__).lower()


DOCUMENTS: dict[type, str] = {noun: _key_of(noun) for noun in _NOUNS}
"""The nouns that a document can hold, each with its key."""


def to_json(value: object, *, indent: int | None = None) -> str:
    """Write a noun as a JSON document.

    Args:
        value: a Case, CaseHistory, Target, Rule, RuleBook, LetterTemplate, ActionReport, MissionDirectory, or the
            profile of a Sender.
        indent: blanks by which each level is set in; without it, everything stands in one line.

    Raises:
        InvalidValue: it is none of these; a Sender with a name, an address or own words, which never leave; a reason
            with a value that cannot be written.
        InvalidData: a string holds half of a surrogate pair.

    >>> to_json(Target("ministry", "official", office="Ministry of Justice", country="RU"))
    '{"urgent_actions":1,"target":{"id":"ministry","kind":"official","office":"Ministry of Justice","country":"RU"}}'
    """
    key = key_of_document(type(value))
    refuse_if(_what_never_leaves(value))
    return dump_json({_MARK: VERSION, key: strict_converter().write(value)}, indent)


def from_json(text: str | bytes, kind: type[T]) -> T:
    """Read a noun from a JSON document.

    Args:
        text: the document, as text or as bytes in UTF-8.
        kind: the class of the noun that it must hold.

    Raises:
        InvalidData: it is no JSON, no such document, or breaks a rule of the noun; every problem has its path, such as
            `case.targets[0].channels[1].address`.
        InvalidValue: no document can hold that class.
    """
    key = key_of_document(kind)
    data = _opened(parse_json(text), key)
    try:
        return strict_converter().read(data, kind)
    except Exception as error:
        raise InvalidData(*(fault.problem for fault in faults_of(error, key))) from None


def key_of_document(kind: type) -> str:
    """The key under which a document holds a noun of that class.

    Raises:
        InvalidValue: no document holds it.
    """
    if kind not in DOCUMENTS:
        names = ", ".join(noun.__name__ for noun in DOCUMENTS)
        raise InvalidValue(
            Problem("no-document", f"no document holds a {kind.__name__}", way_out=f"use one of {names}")
        )
    return DOCUMENTS[kind]


def _what_never_leaves(value: object) -> Iterator[Problem]:
    for name in SIGNS_WITH.get(type(value), ()):
        if getattr(value, name) is not None:
            way_out = "write sender.profile instead"
            yield Problem("personal-data", f"the field {name} of a sender never leaves", where=name, way_out=way_out)


def _opened(document: object, key: str) -> object:
    """What the document holds; another version or another noun is told apart before anything in it is judged."""
    if type(document) is not dict:
        raise InvalidData(*wrong_type(dict, document).problems)
    version = document.get(_MARK)
    if type(version) is not int or version != VERSION:
        given = f"version {version}" if type(version) is int else f"no version under the key {_MARK!r}"
        way_out = f"only version {VERSION} can be read"
        raise InvalidData(Problem("unknown-version", f"the document has {given}", way_out=way_out))
    if document.keys() != {_MARK, key}:
        raise InvalidData(*_wrong_keys(document, key))
    return document[key]


def _wrong_keys(document: Mapping[str, object], key: str) -> Iterator[Problem]:
    if key not in document:
        yield Problem("missing-key", f"missing key {key!r}")
    for name in document:
        if name not in {_MARK, key}:
            yield Problem("unknown-key", f"unknown key {name!r}", way_out=did_you_mean(name, [_MARK, key]))
