"""How many small breaks of the code the tests see: `python tests/measures/mutants.py --sample 300 --seed 7 [NAME ...]`.

mutmut makes the mutants in the folder `mutants/`, of the files and for the tests that `[tool.mutmut]` in
`pyproject.toml` names. It would collect the tests anew for each of them. Here they are collected once, and run
once to see which functions each comes past. Then each mutant is tried in a fork by the tests that come past its
function, the quickest first. What fails, crashes or hangs sees the mutant.

Mutants that no test sees are printed with the lines that differ. Those that nobody can see, since they do what the
original does, stand in `mutants_alike.tsv` with the reason.
"""

import argparse
import csv
import gc
import hashlib
import os
import pickle
import resource
import shutil
import sys
import time
from collections import Counter
from contextlib import chdir, redirect_stdout
from datetime import date
from fnmatch import fnmatchcase
from functools import partial, wraps
from io import StringIO
from itertools import groupby
from pathlib import Path

import attrs
import pytest
from _pytest.runner import runtestprotocol
from mutmut.__main__ import copy_also_copy_files, copy_src_dir, create_mutants
from mutmut.configuration import config
from mutmut.mutation import trampoline
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.utils.file_utils import setup_source_paths

FOLDER = Path("mutants")
ALIKE = Path(__file__).with_name("mutants_alike.tsv")
ORIGINAL = "_mutmut_orig"
MOST_MEMORY = 4 << 30  # bytes: a mutant may fill a list for ever
FUNCTIONS = []


@attrs.define(eq=False)
class Function:
    """A function with its mutants by name, the version in use, and the tests that come past it."""

    name: str
    module: str
    versions: dict
    used: str = ORIGINAL
    met: bool = False
    tests: list = attrs.field(factory=list)


@attrs.frozen(eq=False)
class Mutant:
    """One small break of a function."""

    name: str
    function: Function

    def survives(self):
        """Whether no test sees it."""
        seconds = sum(seconds for seconds, _ in self.function.tests)
        limit = config().timeout_constant + config().timeout_multiplier * seconds
        return bool(in_a_fork(self._passes, limit))

    def difference(self):
        """The lines of the function that are gone, then those that are there instead."""
        with chdir(".."):
            lines = get_diff_for_mutant(self.name).splitlines()[2:]
        return [[line[1:].strip() for line in lines if line.startswith(sign)] for sign in "-+"]

    def _passes(self):
        self.function.used = self.name.rpartition(".")[2]
        return all(holds(test) for _, test in self.function.tests)


def switched(versions, is_classmethod=False):
    """In the place of mutmut's decorator: calls the version in use, and notes that it was called."""

    def decorate(original):
        function = Function(f"{original.__module__}.{original.__qualname__}", original.__module__, versions)
        FUNCTIONS.append(function)

        @wraps(original)
        def call(*given, **named):
            function.met = True
            version = versions[function.used]
            if is_classmethod:
                return getattr(given[0], version.__name__)(*given[1:], **named)
            return version(*given, **named)

        return call

    return decorate


def in_a_fork(work, seconds):
    """What the work says, done in a process of its own; None where that one crashes, or takes longer."""
    end, start = os.pipe()
    child = os.fork()
    if not child:
        try:
            keep_quiet_and_small(int(seconds))
            with os.fdopen(start, "wb") as pipe:
                pickle.dump(work(), pipe)
        finally:
            os._exit(0)
    os.close(start)
    with os.fdopen(end, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return pickle.loads(said) if said else None


def keep_quiet_and_small(seconds):
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def holds(test):
    """Whether a test passes."""
    return not any(report.failed for report in runtestprotocol(test, nextitem=None, log=False))


def one_by_one(tests):
    """Of each test whether it passes, in how many seconds, and past which functions it comes."""
    found = []
    for test in tests:
        for function in FUNCTIONS:
            function.met = False
        start = time.process_time()
        passed = holds(test)
        found.append((passed, time.process_time() - start, [n for n, each in enumerate(FUNCTIONS) if each.met]))
    return found


def warm_up():
    """Load what is slow to load and no mutant touches (strategies, words of languages), so that no fork has to."""
    from hypothesis import given, settings

    from urgent_actions.testing.strategies.nouns import cases, mission_directories
    from urgent_actions.testing.strategies.rules import attempts, rulebooks
    from urgent_actions.values.catalog import SUPPORTED
    from urgent_actions.values.country import Country
    from urgent_actions.values.text import Message

    @settings(max_examples=5)
    @given(cases(), mission_directories(), attempts(), rulebooks())
    def draw(case, missions, attempt, rules):
        """Every strategy is built."""

    draw()
    for language in SUPPORTED:
        Message("{country}, {day}", {"country": Country("RU"), "day": date(2020, 5, 20)}).say(language)


def introduce(tests):
    """Tell every function which tests come past it, the quickest first; the tests of a file share what they load."""
    for _, group in groupby(tests, key=lambda test: test.path):
        together = list(group)
        found = in_a_fork(partial(one_by_one, together), 600) or [(False, 0, ())]
        for test, (passed, seconds, met) in zip(together, found, strict=False):
            if not passed:
                sys.exit(f"{test.nodeid} fails by itself")
            for place in met:
                FUNCTIONS[place].tests.append((seconds, test))
    for function in FUNCTIONS:
        function.tests.sort(key=lambda timed: timed[0])


def mutants():
    """All mutants, in the order of their names."""
    each = ((f"{f.module}.{version}", f) for f in FUNCTIONS for version in f.versions if version != ORIGINAL)
    return [Mutant(name, function) for name, function in sorted(each, key=lambda mutant: mutant[0])]


def drawn(name, seed):
    """What a mutant draws in a lot; the lowest are tried."""
    return hashlib.sha256(f"{seed} {name}".encode()).digest()


def alike():
    """The mutants that do what the original does, by their function and their line, each with the reason."""
    with ALIKE.open(encoding="utf-8", newline="") as file:
        return {(row["function"], row["line"]): row["reason"] for row in csv.DictReader(file, delimiter="\t")}


class Trials:
    """In the place of pytest's loop over the tests: the mutants, each tried by the tests that come past it."""

    def __init__(self, asked):
        self.asked, self.counts = asked, Counter()

    def pytest_runtestloop(self, session):
        warm_up()
        gc.collect()
        gc.freeze()
        introduce(session.items)
        named = [one for one in mutants() if any(fnmatchcase(one.name, name) for name in self.asked.names)]
        chosen = sorted(named, key=lambda mutant: drawn(mutant.name, self.asked.seed))[: self.asked.sample]
        try:
            for number, mutant in enumerate(chosen, start=1):
                self.counts[self.outcome(number, mutant)] += 1
        finally:  # what was tried before an interruption is a sample too
            self.report(len(named))
        return True

    def outcome(self, number, mutant):
        if not mutant.survives():
            return "killed"
        gone, new = mutant.difference()
        reason = alike().get((mutant.function.name, " ".join(new)))
        lines = [*(f"  - {line}" for line in gone), *(f"  + {line}" for line in new)]
        print("", f"{number}. {mutant.name}", *lines, f"  {reason or 'no test sees it'}", sep="\n", flush=True)
        return "alike" if reason else "not seen"

    def report(self, of):
        killed, tried = self.counts["killed"], self.counts.total()
        print(
            f"\nseed {self.asked.seed}: {tried} of {of} mutants, {killed} killed ({killed / max(tried, 1):.1%}),",
            end=" ",
        )
        print(f"{self.counts['alike']} alike, {self.counts['not seen']} not seen", flush=True)


def make_mutants():
    """Write the mutants of today's code to their folder, and import from there."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    with redirect_stdout(StringIO()):  # mutmut names every file
        copy_src_dir()
        copy_also_copy_files()
        create_mutants(os.cpu_count())
    setup_source_paths()
    os.environ["PYTHONPATH"] = str((FOLDER / "src").resolve())
    trampoline.wrap_in_trampoline = switched
    os.chdir(FOLDER)


def main():
    """Make the mutants, and try those that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*", default=["*"], help="such as 'urgent_actions.rules.*'; all unless given")
    parser.add_argument("--sample", type=int, default=300, help="how many are tried, 300 unless given")
    parser.add_argument("--seed", type=int, default=0, help="what decides which, 0 unless given")
    asked = parser.parse_args()
    make_mutants()
    tests = [*config().pytest_add_cli_args, "-p", "no:cacheprovider", *config().pytest_add_cli_args_test_selection]
    sys.exit(pytest.main(tests, plugins=[Trials(asked)]))


if __name__ == "__main__":
    main()
