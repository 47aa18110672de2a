"""The lines of a file and, where it is long and somebody watches, how far they have been read."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from urgent_actions.cli.input_file import UnreadableFile, no_file

LONG = 4_000_000
"""Bytes from which a file takes long enough to watch."""

MANY = 3
"""Files from which reading them takes long enough to watch."""


def lines_of(name: str, *, slow: bool = False) -> Iterator[bytes]:
    """The lines of a file, or of standard input for `-`, one by one.

    On a terminal a bar on standard error shows how much of a long file has been read, if rich (the extra `cli`) is
    installed.

    Args:
        name: the name of the file.
        slow: whether what is done with a line takes so long that a short file is worth watching too.

    Raises:
        UnreadableFile: there is no such file.
    """
    try:
        if name == "-":
            yield from sys.stdin.buffer
            return
        path = Path(name)
        long = (slow or path.stat().st_size >= LONG) and _is_watched()
        with path.open("rb") as content:
            yield from _counted(content, path, every=10 if slow else 1000) if long else content
    except OSError as error:
        raise UnreadableFile(name, [no_file(error)]) from None


def watched(names: Sequence[str]) -> Iterable[str]:
    """Names one by one, with a bar on standard error where there are several, somebody watches, and rich is there."""
    if len(names) < MANY or not _is_watched():
        return names
    from rich.console import Console
    from rich.progress import track

    return track(names, "reading", console=Console(stderr=True), transient=True)


@contextmanager
def at_work(what: str) -> Iterator[None]:
    """Show on standard error that something goes on, where somebody watches and rich is there."""
    if not _is_watched():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield


def _is_watched() -> bool:
    return sys.stderr.isatty() and find_spec("rich") is not None


def _counted(content: Iterable[bytes], path: Path, *, every: int) -> Iterator[bytes]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(path.name, total=path.stat().st_size)
        done = 0
        for number, line in enumerate(content, start=1):
            done += len(line)
            if number % every == 0:
                progress.update(task, completed=done)
            yield line
