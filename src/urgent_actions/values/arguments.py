"""Whether a verb was given what it asks for, told all at once to those who have no type checker."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import TypeVar

from urgent_actions.errors import Problem, refuse_if
from urgent_actions.values.field_types import Kinds, named, with_article

V = TypeVar("V")
Asked = Kinds | list[type]
"""A type, several of which one will do, or a list of one type: a collection of it."""

_LONG = 60
_WAYS_OUT = {
    "ActionReport": "read_reports(lines) gives them",
    "Advice": "give option.advice of one of guidance.options",
    "Attempt": "write it as Attempt(case, day, target=..., target_kind=..., channel=...)",
    "BoundLetter": "LetterWriter.of(...).bound_for(sender) gives one",
    "Case": "read_bulletin(text).case gives one",
    "ContactChannel": "give one of target.channels",
    "Email": "Email.of(letter, to) makes one of a letter",
    "Guidance": "guide(case, sender=..., on=...) gives one",
    "Letter": "write_letter(...) gives one",
    "LetterTemplate": "write it as LetterTemplate(TemplateText('en', '...'))",
    "Mapping": "give a dict",
    "MissionDirectory": "write it as MissionDirectory([...]), or read one with read_missions_toml(text)",
    "Option": "give one of guidance.options",
    "PreparedCase": "make one of the case: PreparedCase(case)",
    "PrintedLetter": "print_letter(letter, target, channel, sender=...) makes one of a letter",
    "RuleBook": "write it as RuleBook([...]), or read one with read_rules(text)",
    "Sender": "write it as Sender('US')",
    "Target": "give one of case.targets",
    "Target or str": "give one of case.targets, or its id",
    "day": "give a datetime.date",
    "datetime": "give a datetime with a time zone",
    "str": "give the text itself",
    "timedelta": "give a datetime.timedelta",
}


def refuse_wrong(**arguments: tuple[object, Asked]) -> None:
    """Raise InvalidValue where some arguments of a verb are of another type than it asks for, naming all of them.

    Args:
        arguments: by its name, each argument and what it must be; a moment is no day.

    >>> refuse_wrong(on=("2020-05-25", date))
    Traceback (most recent call last):
    urgent_actions.errors.InvalidValue: '2020-05-25' is not a day at on; give a datetime.date
    """
    refuse_if(problem for name, (value, asked) in arguments.items() for problem in _wrong(name, value, asked))


def several(values: Iterable[V]) -> Iterable[V]:
    """What can be walked through once as what can be walked through again; anything else as it is."""
    return tuple(values) if isinstance(values, Iterator) else values


def _wrong(name: str, value: object, asked: Asked) -> Iterator[Problem]:
    if not isinstance(asked, list):
        if not _is(value, asked):
            what, kind = f"{_shown(value)} is not {_one(asked)}", _named(asked)
            yield Problem("wrong-type", what, where=name, way_out=_WAYS_OUT.get(kind, f"give {kind}(...)"))
    elif isinstance(value, str) or not isinstance(value, Iterable):
        kind = _named(asked[0])
        way_out = "put it in a list" if _is(value, asked[0]) else f"give a list of {kind}"
        yield Problem("wrong-type", f"{_shown(value)} is no collection of {kind}", where=name, way_out=way_out)
    else:
        for number, member in enumerate(value):
            yield from _wrong(f"{name}[{number}]", member, asked[0])


def _is(value: object, asked: Kinds) -> bool:
    return isinstance(value, asked) and not (asked is date and isinstance(value, datetime))


def _named(asked: Kinds) -> str:
    return "day" if asked is date else named(asked)


def _one(asked: Kinds) -> str:
    return with_article(_named(asked))


def _shown(value: object) -> str:
    """What was given, or of something long only its type."""
    text = repr(value)
    return text if len(text) <= _LONG else with_article(type(value).__name__)
