"""Files as the commands take them: text in UTF-8, `-` for standard input, and problems with the name of the file."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from urgent_actions.errors import InvalidInput, MissingExtra, Problem


class UnreadableFile(Exception):
    """A file that could not be read, with a line for each problem: file, line, what, way out."""

    def __init__(self, name: str, problems: Iterable[Problem]) -> None:
        self.lines = tuple(problem.in_file(name) for problem in problems)
        super().__init__(*self.lines)

    @classmethod
    def joined(cls, errors: Iterable["UnreadableFile"]) -> "UnreadableFile":
        """Several files that could not be read, as one error with the lines of all."""
        joined = cls("", ())
        joined.lines = tuple(line for error in errors for line in error.lines)
        return joined


def read_file(name: str) -> str:
    """The whole text of a file in UTF-8, or of standard input for `-`.

    Raises:
        UnreadableFile: there is no such file, or it is not text in UTF-8.
    """
    return decoded(content_of(name), name)


def content_of(name: str) -> bytes:
    """The bytes of a file, or of standard input for `-`.

    Raises:
        UnreadableFile: there is no such file, or the system does not give it.
    """
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise UnreadableFile(name, [no_file(error)]) from None


def decoded(content: bytes, name: str) -> str:
    """Bytes as text, a byte order mark aside.

    Raises:
        UnreadableFile: the bytes are not UTF-8; the line of the first wrong one is named.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        what = f"byte {content[error.start]:#04x} is not UTF-8"
        problem = Problem("not-text", what, line=line, way_out="save the file as text in UTF-8")
        raise UnreadableFile(name, [problem]) from None


@contextmanager
def problems_in(name: str) -> Iterator[None]:
    """Whatever cannot be read in here is a problem of that file."""
    try:
        yield
    except (InvalidInput, MissingExtra) as error:
        raise UnreadableFile(name, error.problems) from None


def no_file(error: OSError) -> Problem:
    """A file that the system does not give, as a problem."""
    return Problem("no-file", f"cannot be read or written: {(error.strerror or str(error)).lower()}")
