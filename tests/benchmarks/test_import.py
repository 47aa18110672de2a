"""What importing costs: nothing before a name is used, and little after."""

import subprocess
import sys
from functools import partial
from pathlib import Path

import attrs

import urgent_actions

PLACES = [str(Path(module.__file__).parents[1]) for module in (urgent_actions, attrs)]


def run(program):
    """Run a program in an interpreter that reads no settings of this machine and starts nothing else."""
    code = f"import sys; sys.path[:0] = {PLACES!r}\n{program}"
    subprocess.run([sys.executable, "-I", "-S", "-c", code], check=True)


def test_import(side_by_side):
    every_noun = "import urgent_actions as u\n[getattr(u, name) for name in u.__all__ if name[0].isupper()]"
    jobs = {
        "a bare interpreter": (partial(run, "pass"), "", ""),
        "import urgent_actions": (partial(run, "import urgent_actions"), "a bare interpreter", 1.15),
        "import attrs": (partial(run, "import attrs"), "", ""),
        "import urgent_actions, every noun": (partial(run, every_noun), "import attrs", 1.5),
    }
    side_by_side(jobs, rounds=40)
