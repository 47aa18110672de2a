"""The name of an account on a social network: `@RusEmbUSA`."""

import re

import attrs

from urgent_actions.errors import InvalidValue, Problem

_NAME = re.compile(r"\w[\w.-]{0,99}")


def _without_at(text: str) -> str:
    """The name alone; what is no string is left for the check to refuse."""
    return text.removeprefix("@") if isinstance(text, str) else text


@attrs.frozen
class Handle:
    """An account name, written with its @; the network is the channel's kind.

    Handles compare as they are printed; networks themselves do not look at capitals, see `same_account`.

    >>> str(Handle("RusEmbUSA"))
    '@RusEmbUSA'
    """

    name: str = attrs.field(converter=_without_at)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.name, str) or not self.name or not _NAME.fullmatch(self.name):
            what = f"{self.name!r} is no account name"
            raise InvalidValue(Problem("bad-handle", what, way_out="write it as @name, or give a link"))

    @classmethod
    def parse(cls, text: str) -> "Handle":
        """Read a handle with or without its @.

        Raises:
            InvalidValue: the text has blanks or signs that no account name has.
        """
        return cls(text.strip())

    def same_account(self, other: "Handle") -> bool:
        """Whether both name one account, capitals aside."""
        return self.name.casefold() == other.name.casefold()

    def __str__(self) -> str:
        return f"@{self.name}"
