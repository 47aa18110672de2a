"""A reader who types what README.md and docs/ show, in a folder of their own, and compares what comes back.

In a `console` block every line after `$ ` is run by bash, and what follows is what it must print (`...` stands for
anything). In an `sh` or `bash` block the calls of this program must succeed; what sets a machine up is left alone, and
anything else is refused, so that no block goes unread.
"""

import os
import re
import subprocess
import sys
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path
from shutil import rmtree, which
from tempfile import mkdtemp

from sybil.parsers.myst import CodeBlockParser

BASH = which("bash") or "bash"
ROOT = Path(__file__).parents[1]
CALL = re.compile(r"(?:\S*/)?(?:python3?\s+-m\s+urgent_actions|urgent-actions)(?=\s|$)")
SETTING_UP = re.compile(r"(?:\S*/)?(?:python3? -m (?:venv|pip)|pip|pytest|git|cd|just|pre-commit|\.ci/run)(?=\s|$)|#|$")


def sit_down(namespace):
    """Enter a new folder that looks like the project's, with the examples at hand too."""
    desk = Path(mkdtemp())
    namespace["_desk"], namespace["_home"] = desk, Path.cwd()
    for path in [ROOT / "docs", *(ROOT / "docs" / "examples").glob("*")]:
        (desk / path.name).symlink_to(path)
    os.chdir(desk)


def stand_up(namespace):
    """Go back and leave nothing behind."""
    os.chdir(namespace["_home"])
    rmtree(namespace["_desk"])


def typed(command):
    """Type a command into bash; what it printed, and its exit code."""
    bin_folder = str(Path(sys.executable).parent)
    surroundings = {"PATH": bin_folder + os.pathsep + os.environ["PATH"], "COLUMNS": "120", "NO_COLOR": "1"}
    done = subprocess.run(
        [BASH, "-c", CALL.sub("python -m urgent_actions", command)],
        env={**os.environ, **surroundings, "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout, done.returncode


class ConsoleParser(CodeBlockParser):
    """Blocks of `$ command` and what it prints."""

    language = "console"

    def evaluate(self, example):
        faults = []
        for turn in re.split(r"^\$ ", example.parsed, flags=re.MULTILINE)[1:]:
            command, expected = re.match(r"((?:.*\\\n)*.*)\n?((?:.*\n?)*)", turn).groups()
            printed, _ = typed(command)
            if not OutputChecker().check_output(expected.rstrip() + "\n", printed.rstrip() + "\n", ELLIPSIS):
                faults.append(f"$ {command}\nshould print\n{expected}\nbut printed\n{printed}")
        return "\n".join(faults) or None


class ScriptParser(CodeBlockParser):
    """Blocks of commands to copy, without what they print."""

    def evaluate(self, example):
        faults = []
        for command in re.split(r"&&|\n", example.parsed.replace("\\\n", " ")):
            if CALL.match(command.strip()):
                printed, code = typed(command.strip())
                faults += [f"{command} ended with {code}:\n{printed}"] * bool(code)
            elif not SETTING_UP.match(command.strip()):
                faults.append(f"neither a call of this program nor a step of setting up: {command}")
        return "\n".join(faults) or None
