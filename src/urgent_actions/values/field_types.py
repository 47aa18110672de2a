"""Whether fields hold what they are declared to hold, told to those who have no type checker."""

from collections.abc import Iterable, Iterator, Mapping

from urgent_actions.errors import Problem

Kinds = type | tuple[type, ...]


def wrong_types(thing: object, kinds: Mapping[str, Kinds]) -> Iterator[Problem]:
    """The fields of a thing that hold something else, each as a problem; None may stand where `type(None)` is named."""
    for name, kind in kinds.items():
        value = getattr(thing, name)
        if not isinstance(value, kind):
            what = f"{name} is {value!r}, not {with_article(named(kind))}"
            yield Problem("wrong-type", what, where=name, way_out=f"give {named(kind)}(...)")


def wrong_members(name: str, values: Iterable[object], kind: type) -> Iterator[Problem]:
    """The members of a field that are something else, each with its place: `targets[1]`."""
    for number, value in enumerate(values):
        if not isinstance(value, kind):
            yield Problem("wrong-type", f"{value!r} is not {with_article(kind.__name__)}", where=f"{name}[{number}]")


def named(kind: Kinds) -> str:
    """The names of the types, as a person reads them."""
    kinds = kind if isinstance(kind, tuple) else (kind,)
    return " or ".join(each.__name__ for each in kinds if each is not type(None))


def with_article(name: str) -> str:
    """The name of a type as one of them: `an Hours`."""
    said_with_a_vowel = name.lower().startswith(("a", "e", "i", "o", "u", "hour"))
    return f"{'an' if said_with_a_vowel else 'a'} {name}"
