"""The right to write into a folder, which one run has at a time; the system takes it back however the run ends.

A file that only says so would outlive a run that is killed. So it is a database of SQLite, which knows how to lock a
file on every system, and in which whoever comes second reads who came first.
"""

import os
import platform
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from urgent_actions.cli.input_file import UnreadableFile
from urgent_actions.errors import Problem

LOCK_NAMES = frozenset({"run.lock", "run.lock-journal"})
"""What a lock, or one that a killed run left, is called in its folder."""


@contextmanager
def run_lock(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder, which exists.

    Raises:
        UnreadableFile: another run writes there, or the system gives no lock.
    """
    path = folder / "run.lock"
    with closing(_opened(path)) as lock:
        _take(lock, path)
        try:
            yield
        finally:
            with suppress(PermissionError):  # Windows removes no file that is open; it locks nobody out
                path.unlink(missing_ok=True)


def _ours() -> str:
    return f"process {os.getpid()} on {platform.node()}"


def _opened(path: Path) -> sqlite3.Connection:
    try:
        return sqlite3.connect(path, timeout=0, isolation_level=None)
    except sqlite3.OperationalError as error:
        raise UnreadableFile(str(path), [_no_lock(error)]) from None


def _take(lock: sqlite3.Connection, path: Path) -> None:
    try:
        _lock(lock)
    except sqlite3.DatabaseError as error:
        in_use = error.sqlite_errorcode == sqlite3.SQLITE_BUSY
        raise UnreadableFile(str(path), [_in_use(path) if in_use else _no_lock(error)]) from None
    if _holder(path) != _ours():  # who held it has removed it just now, and another file is there
        raise UnreadableFile(str(path), [_in_use(path)])


def _lock(lock: sqlite3.Connection) -> None:
    """Lock the file, say in it by whom, and lock it for good."""
    lock.execute("PRAGMA synchronous=OFF")  # what stands in it means nothing any more where the machine has stopped
    for act in ("BEGIN IMMEDIATE", "DROP TABLE IF EXISTS holder", "CREATE TABLE holder (name TEXT)"):
        lock.execute(act)
    lock.execute("INSERT INTO holder VALUES (?)", (_ours(),))
    lock.execute("COMMIT")
    lock.execute("BEGIN IMMEDIATE")


def _in_use(path: Path) -> Problem:
    what = f"{_holder(path)} writes letters there"
    return Problem("folder-in-use", what, way_out="wait until it ends, or give a new folder")


def _no_lock(error: sqlite3.DatabaseError) -> Problem:
    return Problem("no-lock", f"the folder cannot be locked: {error}", way_out="give a new folder on a local disk")


def _holder(path: Path) -> str:
    with closing(sqlite3.connect(path, timeout=0)) as lock:
        try:
            found = lock.execute("SELECT name FROM holder").fetchone()
        except sqlite3.DatabaseError:  # it is about to be written
            found = None
        return str(found[0]) if found else "another run"
