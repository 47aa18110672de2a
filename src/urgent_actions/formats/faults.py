"""What is wrong with a document, problem by problem, each with the path that leads to it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

import attrs

from urgent_actions.errors import Problem, UrgentActionsError, did_you_mean
from urgent_actions.formats.wrong_type import wrong_type
from urgent_actions.record import RECORDS
from urgent_actions.sender import Sender
from urgent_actions.values.personal_data import refuse_key
from urgent_actions.values.printable import printable

G = TypeVar("G")
V = TypeVar("V")

_UNKNOWN_STAYS = frozenset({*RECORDS.values(), Sender})
_PATH = re.compile(r"[\w.\[\]-]*")


class FaultsInside(Exception):
    """What went wrong in the parts of one thing: the name of each part, and its error."""

    def __init__(self, parts: dict[str, Exception]) -> None:
        self.parts = parts
        super().__init__(parts)


class UnknownKeys(Exception):
    """Keys that the table of a noun does not have, and those that it has."""

    def __init__(self, keys: Iterable[str], known: Iterable[str], kind: type) -> None:
        self.keys = tuple(keys)
        self.known = tuple(known)
        self.kind = kind
        super().__init__(self.keys, self.known, kind)


def read_each(parts: Iterable[tuple[str, G]], read: Callable[[G], V]) -> dict[str, V]:
    """Read all parts, and only then say what was wrong with any of them.

    Raises:
        FaultsInside: some parts could not be read.
    """
    made: dict[str, V] = {}
    errors: dict[str, Exception] = {}
    for name, given in parts:
        try:
            made[name] = read(given)
        except Exception as error:  # whatever it is, it is kept, and told by `faults_of`
            errors[name] = error
    if errors:
        raise FaultsInside(errors)
    return made


def read_known(given: object, known: Mapping[str, object], kind: type, read: Callable[[dict[str, object]], V]) -> V:
    """Read a table that may have only the known keys; an unknown one does not keep the rest from being judged.

    Raises:
        InvalidValue: it is no table.
        UnknownKeys: there are others, and the rest is right; where it is not, they stand in a group.
    """
    if type(given) is not dict:
        raise wrong_type(dict, given)
    if given.keys() <= known.keys():
        return read(given)
    unknown = UnknownKeys((key for key in given if key not in known), known, kind)
    try:
        read({key: value for key, value in given.items() if key in known})
    except Exception as error:
        raise ExceptionGroup("unknown keys, and more", [unknown, error]) from None
    raise unknown


@attrs.frozen
class Fault:
    """A problem, and the path of the key that it is about; its own path is that of what holds the key."""

    problem: Problem
    at: str


def faults_of(error: Exception, path: str) -> Iterator[Fault]:
    """All that an error of reading tells, in the order of the document's class.

    Args:
        error: what was raised while the document was read.
        path: where the document stands: `case`, or nothing where it is all there is.

    Raises:
        Exception: the error itself, where it says nothing about the document.
    """
    for step, inner in _parts_of(error):
        yield from faults_of(inner, path + step)
    if not isinstance(error, ExceptionGroup | FaultsInside):
        for problem, at in _told_by(error, path):
            yield Fault(attrs.evolve(problem, where=problem.where.lstrip(".")), at.lstrip("."))


def _parts_of(error: Exception) -> Iterator[tuple[str, Exception]]:
    """The errors of the parts of a thing, each with the step that leads to the part."""
    if isinstance(error, FaultsInside):
        yield from ((_step_into(printable(name)), inner) for name, inner in error.parts.items())
    elif isinstance(error, ExceptionGroup):
        yield from ((_step_to(inner), inner) for inner in error.exceptions)


def _told_by(error: Exception, path: str) -> Iterator[tuple[Problem, str]]:
    """The problems of one error, each with the path of the key that it is about."""
    if isinstance(error, UnknownKeys):
        for key in error.keys:
            yield _unknown_key(key, error, path), f"{path}.{key}"
    elif isinstance(error, UrgentActionsError):
        for problem in error.problems:
            found = _with_a_path(problem).below(path)
            yield found, found.where
    elif isinstance(error, KeyError):
        holder, _, key = path.rpartition(".")
        yield Problem("missing-key", f"missing key {key!r}", where=holder), path
    elif isinstance(error, RecursionError):
        yield Problem("too-deep", "it is nested too deeply", where=path), path
    else:
        raise error


def _step_to(error: Exception) -> str:
    """The note that cattrs leaves on an error: the field or the number of the item in which it arose."""
    from cattrs.errors import AttributeValidationNote, IterableValidationNote

    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return f".{note.name}"
        if isinstance(note, IterableValidationNote):
            return f"[{note.index}]"
    return ""


def _step_into(part: str) -> str:
    """A part is a key, or the number of an item in brackets."""
    return part if part.startswith("[") else f".{part}"


def _unknown_key(key: str, error: UnknownKeys, path: str) -> Problem:
    if error.kind in _UNKNOWN_STAYS:
        return refuse_key(key, path, error.known)
    return Problem("unknown-key", f"unknown key {key!r}", where=path, way_out=did_you_mean(key, error.known))


def _with_a_path(problem: Problem) -> Problem:
    """The problem with a place in the document only: a line or a quotation of a text inside it is told in words."""
    if problem.line is not None:
        what = f"{problem.what} in line {problem.line} of the text"
        return attrs.evolve(problem, what=what, line=None, column=None)
    if not _PATH.fullmatch(problem.where):
        return attrs.evolve(problem, what=f"{problem.what} in {problem.where!r}", where="")
    return problem
