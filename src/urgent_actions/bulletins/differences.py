"""Where two values differ: the path of each such part, `targets[0].channels[1].note`, and what stands there in each."""

from collections.abc import Iterator
from itertools import islice

import attrs

from urgent_actions.bulletins.ledger import shortened

_MOST_SHOWN = 8


@attrs.frozen
class Difference:
    """A part that two values do not share, with what each has in its place."""

    path: str
    one: object
    other: object

    @property
    def said(self) -> str:
        """What becomes of the one when it is read back as the other.

        >>> Difference("targets[0].id", "minister", "minister-of-interior").said
        "'minister' would be read back as 'minister-of-interior'"
        >>> Difference("demands", ("Free them", "Stop"), ("Stop",)).said
        '2 would be read back as 1: demands[0] would be lost or changed'
        """
        if not isinstance(self.one, tuple) or not isinstance(self.other, tuple):
            return f"{_shown(self.one)} would be read back as {_shown(self.other)}"
        counted = f"{len(self.one)} would be read back as {len(self.other)}"
        lost = ", ".join(islice(_places(self.one, self.other, self.path), _MOST_SHOWN))
        added = ", ".join(islice(_places(self.other, self.one, self.path), _MOST_SHOWN))
        return f"{counted}: {lost} would be lost or changed" if lost else f"{counted}: {added} would be added"


def _places(among: tuple[object, ...], without: tuple[object, ...], path: str) -> Iterator[str]:
    """The items of a sequence that another does not have, down to the field where one stands in the same place."""
    for number, item in enumerate(among):
        place = f"{path}[{number}]"
        if item not in without and number < len(without):
            yield from (one.path for one in differences(item, without[number], place))
        elif item not in without:
            yield place


def _shown(value: object) -> str:
    return "nothing" if value is None else repr(shortened(str(value)))


def differences(one: object, other: object, path: str = "") -> Iterator[Difference]:
    """All parts in which two values are not equal.

    A value of another sort is one difference, and so is a sequence of another length.
    """
    if one == other:
        return
    kind = type(one)
    if kind is type(other) and attrs.has(kind):
        for field in attrs.fields(kind):
            below = f"{path}.{field.name}" if path else field.name
            yield from differences(getattr(one, field.name), getattr(other, field.name), below)
    elif isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
        for number, (mine, its) in enumerate(zip(one, other, strict=True)):
            yield from differences(mine, its, f"{path}[{number}]")
    else:
        yield Difference(path, one, other)
