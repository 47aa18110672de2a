"""A folder that a run of letters is saved in, part by part, so that it can stop at any moment and go on later.

A part is there when its report is: that is written last. Every file appears whole, under its name, or not at all, even
where the power fails; and one run at a time writes there.
"""

import json
import os
import platform
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from typing import Any

from urgent_actions.cli.input_file import UnreadableFile, no_file
from urgent_actions.cli.run_lock import LOCK_NAMES, run_lock
from urgent_actions.errors import Problem
from urgent_actions.formats.letter_part import LetterPart, name_of_part

_RUN = "run.json"
_HALF = ".half"
"""What files end with that are not whole yet."""


@contextmanager
def letter_folder(name: str, run: Mapping[str, Any]) -> Iterator["LetterFolder"]:
    """The folder of one run, into which nobody else writes as long.

    Args:
        name: the folder; it is made where it does not exist.
        run: all that decides what the letters are, as plain data.

    Raises:
        UnreadableFile: the folder holds another run or other files, another process writes there, or the system does
            not give it.
    """
    path = Path(name)
    with _told_of(name):
        path.mkdir(parents=True, exist_ok=True)
        _refuse_other(path, run)  # before anything is put among what is there
    with run_lock(path):
        with _told_of(name):
            _refuse_other(path, run)
            _remove_halves(path)
            _save(path / _RUN, _as_json(run))
        yield LetterFolder(path)


@contextmanager
def _told_of(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnreadableFile(name, [no_file(error)]) from None


class LetterFolder:
    """The parts of a run that are saved in its folder."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def saved(self, first: int) -> bool:
        """Whether the part is there that begins with the row of that number."""
        return self._report(name_of_part(first)).exists()

    def save(self, part: LetterPart, report: Mapping[str, Any], *, apart: bool) -> None:
        """Save the files of a part, and then its report.

        Args:
            part: the part.
            report: what came of its rows, as plain data.
            apart: whether the part is a folder of files.
        """
        if apart:
            self._save_folder(part)
        else:
            for name, content in part.files:
                _save(self._path / name, content)
        _save(self._report(part.name), _as_json(report))

    def reports(self) -> Iterator[dict[str, Any]]:
        """The reports of all parts that are there, in the order of the rows."""
        for path in sorted(self._path.glob("*.report.json")):
            yield json.loads(path.read_bytes())

    def _report(self, name: str) -> Path:
        return self._path / f"{name}.report.json"

    def _save_folder(self, part: LetterPart) -> None:
        """Save the files in a folder of their own; what an earlier try left of it goes first."""
        folder, half = self._path / part.name, self._path / f"{part.name}{_HALF}"
        if folder.exists():
            rmtree(folder)
        half.mkdir()
        for name, content in part.files:
            (half / name).write_bytes(content)
        _write_through(half / name for name, _ in part.files)
        half.replace(folder)


def _save(path: Path, content: bytes) -> None:
    """Write a file that appears whole or not at all."""
    half = path.with_name(f"{path.name}{_HALF}")
    with half.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)


def _write_through(files: Iterable[Path]) -> None:
    """Have the system put files on the disk: all at once where it tells when that is done, which is far quicker."""
    if platform.system() == "Linux":
        os.sync()  # sync(2): "Linux waits for I/O completions"; POSIX lets others return before
        return
    for path in files:
        with path.open("rb+") as file:
            os.fsync(file.fileno())


def _as_json(data: Mapping[str, Any]) -> bytes:
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()


def _remove_halves(path: Path) -> None:
    for left in path.glob(f"[0-9]*{_HALF}"):
        rmtree(left) if left.is_dir() else left.unlink()


def _refuse_other(path: Path, here: Mapping[str, Any]) -> None:
    """Another run would mix its letters with those that are there, or write them twice."""
    if all(file.name in {_RUN, _RUN + _HALF, *LOCK_NAMES} for file in path.iterdir()):
        return
    known = path / _RUN
    if not known.exists():
        what = "the folder holds other files"
        raise UnreadableFile(str(path), [Problem("other-files", what, way_out="give a new folder")])
    there = json.loads(known.read_bytes())
    problems = [
        Problem(
            "other-run",
            f"the letters there are of another run: {name} was {_shown(there.get(name))}, and is {_shown(here[name])}",
            way_out="give the same again, or a new folder",
        )
        for name in here
        if there.get(name) != here[name]
    ]
    if problems:
        raise UnreadableFile(str(known), problems)


def _shown(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
