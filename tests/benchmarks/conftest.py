"""Figures are ratios of jobs that are measured in turn, in one run: on a noisy machine nothing else can be trusted."""

from statistics import median
from time import perf_counter, process_time

import pytest

TABLES = pytest.StashKey[list[str]]()


def seconds(job, clock):
    start = clock()
    job()
    return clock() - start


@pytest.fixture
def side_by_side(request):
    """Run jobs in turn, and tell each one's time as a ratio to the job that it is held against.

    Each entry is `name: (job, name of the job to compare with, the ratio aimed at)`. Where benchmarks are disabled,
    every job runs once. With `processor=True` the time is what this process worked, whatever else the machine did.
    """
    enabled = request.config.getoption("benchmark_enable")

    def measure(jobs, *, rounds, processor=False):
        clock = process_time if processor else perf_counter
        times = {name: [] for name in jobs}
        for turn in range(rounds + 1 if enabled else 1):
            for name, (job, _, _) in jobs.items():
                spent = seconds(job, clock)
                if turn or not enabled:  # the first turn writes bytecode and fills caches
                    times[name].append(spent)
        request.config.stash.setdefault(TABLES, []).extend(table(request.node.name, jobs, times))

    return measure


@pytest.fixture
def sizes(request):
    """The sizes of a job: a few small ones where benchmarks are disabled, all of them where they are not."""

    def choose(*, smoke, full):
        return full if request.config.getoption("benchmark_enable") else smoke

    return choose


def table(title, jobs, times):
    yield f"{title} ({len(times[next(iter(jobs))])} turns)"
    for name, (_, against, aim) in jobs.items():
        line = f"  {name:<34} min {min(times[name]) * 1e3:8.2f} ms   median {median(times[name]) * 1e3:8.2f} ms"
        if against:
            ratios = [kind(times[name]) / kind(times[against]) for kind in (min, median)]
            line += f"   {ratios[0]:5.3g}x / {ratios[1]:5.3g}x of {against} (aim {aim}x)"
        yield line


def pytest_terminal_summary(terminalreporter, config):
    if config.getoption("benchmark_enable") and config.stash.get(TABLES, []):
        terminalreporter.section("side by side")
        for line in config.stash[TABLES]:
            terminalreporter.write_line(line)
