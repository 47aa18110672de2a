"""A TOML file that people write, as data: a list of tables under one name, and every problem with its line."""

import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import attrs

from urgent_actions.errors import InvalidInput, Problem, refuse_if
from urgent_actions.formats.faults import Fault, faults_of, read_each, read_known
from urgent_actions.formats.json_text import is_unicode, unfit_strings
from urgent_actions.formats.toml_lines import line_of, lines_of
from urgent_actions.formats.wrong_type import wrong_type
from urgent_actions.values.arguments import refuse_wrong

T = TypeVar("T")
Table = dict[str, Any]

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_BARE_MONTH = re.compile(r"\b\d{4}-\d{2}(?![-\d])")


@attrs.frozen
class TomlFile:
    """A file that holds `[[name]]` tables and nothing else.

    Args:
        name: the name of its tables: `rule`.
        error: what is raised where the file is wrong.
    """

    name: str
    error: type[InvalidInput]

    def parse(self, text: str) -> dict[str, object]:
        """The text as data.

        Raises:
            InvalidInput: it is no TOML; the error of the file, with the reason.
        """
        refuse_wrong(text=(text, str))
        if not is_unicode(text):
            raise self.error(Problem("half-a-character", "the text holds half of a surrogate pair"))
        try:
            return tomllib.loads(text.removeprefix("\ufeff"))
        except tomllib.TOMLDecodeError as error:
            raise self.error(_no_toml(str(error), text)) from None
        except RecursionError:
            raise self.error(Problem("too-deep", "the TOML is nested too deeply")) from None
        except ValueError:  # Python reads no whole number of more than 4300 digits
            raise self.error(Problem("number-too-long", "the TOML has a number of thousands of digits")) from None

    def read_each(
        self, text: str, data: dict[str, object], read: Callable[[object], T], *, faults: Iterable[Fault] = ()
    ) -> list[T]:
        """Every table, read.

        Args:
            text: the text of the file, for the lines.
            data: the text as data.
            read: makes a thing of one table.
            faults: what is known to be wrong already.

        Raises:
            InvalidInput: some are wrong; the error of the file, with every problem in the order of the lines.
        """
        known = [*faults]
        try:
            names = {self.name: f"a {self.name} for each [[{self.name}]]"}
            made = read_known(data, names, dict, lambda found: self._read_all(found.get(self.name, []), read))
        except Exception as error:
            raise self.error(*in_order([*known, *faults_of(error, "")], text)) from None
        if known:
            raise self.error(*in_order(known, text))
        return made

    def write(self, tables: Sequence[Table], written: Callable[[Table], str]) -> str:
        """Tables as text, one after the other.

        Args:
            tables: what stands in the file.
            written: gives the lines of one table.

        Raises:
            InvalidInput: a string holds half of a surrogate pair; the error of the file, with every such place.
        """
        text = "\n".join(map(written, tables))
        if not is_unicode(text):
            refuse_if(unfit_strings({self.name: tables}, ""), self.error)
        return text

    def _read_all(self, tables: object, read: Callable[[object], T]) -> list[T]:
        if type(tables) is not list:
            way_out = f"begin each {self.name} with [[{self.name}]]"
            problems = wrong_type(list, tables).problems
            raise self.error(*(attrs.evolve(p, where=self.name, way_out=way_out) for p in problems))
        named = ((f"{self.name}[{number}]", table) for number, table in enumerate(tables))
        return list(read_each(named, read).values())


def in_order(faults: Iterable[Fault], text: str) -> list[Problem]:
    """The problems with their lines, by line."""
    found = list(faults)
    lines = lines_of(text.removeprefix("\ufeff")) if found else {}
    placed = [attrs.evolve(fault.problem, line=line_of(fault.at, lines)) for fault in found]
    return sorted(placed, key=lambda problem: problem.line or 0)


def _no_toml(said: str, text: str) -> Problem:
    place = _PLACE.search(said)
    reason = _PLACE.sub("", said)
    what = f"the text is no TOML: {reason[:1].lower()}{reason[1:]}"
    if place is None or place[1] is None:
        return Problem("not-toml", what, line=len(text.splitlines()))
    line, column = int(place[1]), int(place[2])
    month = _BARE_MONTH.search(text.split("\n")[line - 1])
    way_out = f'write a month in quotes: "{month[0]}"' if month else ""
    return Problem("not-toml", what, line=line, column=column, way_out=way_out)
