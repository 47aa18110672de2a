"""What others build on: every public name with its signature. A change here is meant, or it is a mistake."""

import inspect
from enum import Enum

import urgent_actions


def line_of(name, thing):
    if isinstance(thing, property):
        return f"{name} -> {inspect.signature(thing.fget).return_annotation}"
    if isinstance(thing, classmethod | staticmethod):
        return f"{type(thing).__name__} {name}{inspect.signature(thing.__func__)}"
    return f"{name}{inspect.signature(thing)}" if callable(thing) else f"{name}: {type(thing).__name__}"


def lines_of_class(name, kind):
    """A class, what it stands on, how it is made, and what its own body makes public."""
    bases = ", ".join(base.__name__ for base in kind.__bases__ if base is not object)
    yield f"class {name}({bases})"
    if issubclass(kind, Enum):
        yield "    " + ", ".join(f"{member.name}={member.value!r}" for member in kind)
    elif not issubclass(kind, Exception):
        yield f"    {inspect.signature(kind)}"
    for member, thing in sorted(vars(kind).items()):
        if not member.startswith("_") and not inspect.ismemberdescriptor(thing) and not isinstance(thing, Enum):
            yield f"    {line_of(member, thing)}"


def test_the_public_signatures_are_the_ones_written_down(snapshot):
    lines = []
    for name in urgent_actions.__all__:
        thing = getattr(urgent_actions, name)
        lines += lines_of_class(name, thing) if isinstance(thing, type) else [line_of(name, thing)]
    assert "\n".join(lines) == snapshot
