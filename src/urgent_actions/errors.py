"""Everything that can be raised, and the problem as it is told to a person.

    UrgentActionsError
    +-- InvalidValue (ValueError)          a value or noun that cannot be
    +-- InvalidInput (ValueError)          a text that could not be read
    |   +-- UnreadableBulletin             no bulletin, or one with problems in strict mode
    |   +-- InvalidRules                   a rule file
    |   +-- InvalidData                    JSON, a line of JSON lines, a mission directory, prices
    |   +-- InvalidTemplate                the text of a letter template
    |   +-- InvalidTable                   a table of expected answers
    +-- InvalidReport (ValueError)         a report that does not fit its case or its day
    +-- BlanksLeft (ValueError)            a letter that still has blanks: it cannot leave
    +-- UnknownTarget (KeyError)           a target that the case does not have
    +-- UnknownRule (KeyError)             a rule that the book does not have
    +-- TableMismatch (AssertionError)     a table whose expected answers are not those given
    +-- MissingExtra (ImportError)         an optional dependency that is not installed

Each carries `problems`, all of them at once. "Closed" and "unknown" are answers and are never raised.
"""

from collections.abc import Iterable, Sequence

import attrs


@attrs.frozen
class Problem:
    """One thing that is wrong: what was given, where, and the way out.

    `code` is stable and made of words (`unknown-key`); `where` is a path into the data (`rule[0].when`) or the name
    of a part; `line` and `column` count from 1.

    >>> str(Problem("unknown-key", "unknown key 'unles'", way_out="did you mean 'unless'?", where="rule[0]", line=3))
    "line 3: unknown key 'unles' at rule[0]; did you mean 'unless'?"
    """

    code: str
    what: str
    way_out: str = attrs.field(default="", kw_only=True)
    where: str = attrs.field(default="", kw_only=True)
    line: int | None = attrs.field(default=None, kw_only=True)
    column: int | None = attrs.field(default=None, kw_only=True)

    def __str__(self) -> str:
        return self.in_file("")

    def in_file(self, name: str) -> str:
        """The problem as one line, with the name of the file before the line number, as compilers write it."""
        place = [name, *map(str, (n for n in (self.line, self.column) if n is not None))] if name else []
        start = ":".join(place) if place else (f"line {self.line}" if self.line is not None else "")
        at = f" at {self.where}" if self.where else ""
        return (f"{start}: " if start else "") + self.what + at + (f"; {self.way_out}" if self.way_out else "")

    def below(self, path: str) -> "Problem":
        """The same problem, seen from one level up: `when` below `rule[0]` is `rule[0].when`."""
        joint = "" if not self.where or self.where.startswith("[") else "."
        return attrs.evolve(self, where=path + joint + self.where)


class UrgentActionsError(Exception):
    """The root of all errors of this library.

    Args:
        problems: what is wrong, each a `Problem`; a plain string stands for a problem with no place.
    """

    code = "invalid"

    def __init__(self, *problems: Problem | str) -> None:
        self.problems = tuple(p if isinstance(p, Problem) else Problem(self.code, p) for p in problems)
        super().__init__(*self.problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class InvalidValue(UrgentActionsError, ValueError):
    """A value or noun that cannot be, such as a country that does not exist."""


class InvalidInput(UrgentActionsError, ValueError):
    """A text that could not be read; every problem in it is named."""


class UnreadableBulletin(InvalidInput):
    """A text that is no bulletin, or, in strict mode, a bulletin that was not wholly understood."""


class InvalidRules(InvalidInput):
    """A rule file that says something no rule can mean."""


class InvalidData(InvalidInput):
    """JSON, TOML or CSV that does not describe what it claims to describe."""


class InvalidTemplate(InvalidInput):
    """The text of a letter template with blanks that nothing can fill."""


class InvalidTable(InvalidInput):
    """A table of expected answers that asks nothing, or asks it in words that nobody knows."""


class InvalidReport(UrgentActionsError, ValueError):
    """A report of something that cannot have been done: no such channel, not yet that day."""


class BlanksLeft(UrgentActionsError, ValueError):
    """A letter whose blanks are not all filled; every missing one is named."""


class UnknownTarget(UrgentActionsError, KeyError):
    """A target that the case does not have."""

    __str__ = UrgentActionsError.__str__  # KeyError would show the repr of its argument


class UnknownRule(UrgentActionsError, KeyError):
    """A rule that the book does not have."""

    __str__ = UrgentActionsError.__str__


class TableMismatch(UrgentActionsError, AssertionError):
    """A table whose expected answers are not those given; every row that differs is named, with the reasons."""


class MissingExtra(UrgentActionsError, ImportError):
    """An optional dependency that is not installed; the message names the extra to install."""


def missing_extra(extra: str, job: str, *, otherwise: str = "") -> MissingExtra:
    """The error for a job that needs an extra of this package, with the command that installs it.

    >>> print(missing_extra("html", "reading a web page"))
    reading a web page needs more than the core; install it with pip install 'urgent-actions[html]'
    """
    way_out = f"install it with pip install 'urgent-actions[{extra}]'" + (f", or {otherwise}" if otherwise else "")
    return MissingExtra(Problem("missing-extra", f"{job} needs more than the core", way_out=way_out))


def refuse_if(problems: Iterable[Problem | str], error: type[UrgentActionsError] = InvalidValue) -> None:
    """Raise `error` with all the problems at once, or do nothing where there are none."""
    found = tuple(problems)
    if found:
        raise error(*found)


def did_you_mean(given: str, known: Sequence[str]) -> str:
    """The way out for a misspelt name: the nearest known one, or the list of all.

    >>> did_you_mean("unles", ["when", "unless"])
    "did you mean 'unless'?"
    """
    from difflib import get_close_matches

    if not known:
        return "there is none"
    near = get_close_matches(given, known, n=1)
    return f"did you mean {near[0]!r}?" if near else "expected one of " + ", ".join(sorted(known))
