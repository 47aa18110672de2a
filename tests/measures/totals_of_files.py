"""How totals of files of records compare with queries written by hand: `python tests/measures/totals_of_files.py ROWS`.

The files are made once for each number of rows, in the folder that `--folder` names. Each job runs in a process of its
own, one after the other, and is given up after `--seconds` or when it holds more than `--memory` gigabytes. Told are
the seconds that it took, the seconds that it kept processors busy, which is what to compare on a machine with other
work, the most memory that it held, and a sign of the answer: jobs that answer the same question have the same.
"""

import argparse
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from resource import RUSAGE_SELF, getpagesize, getrusage
from subprocess import PIPE, Popen
from tempfile import gettempdir
from time import perf_counter, sleep

sys.path.insert(0, str(Path(__file__).parents[1]))

import duckdb
import polars as pl
from reports_in_parquet import make_files
from totals_by_hand import by_corrected, people_corrected, polars_corrected

from urgent_actions import SupporterSketch, tally

ROWS_OF_A_FILE = 1_000_000
Rows = list[tuple[object, ...]]


def by_hand(query: str, **config: str) -> Rows:
    return duckdb.connect(config={"preserve_insertion_order": False, **config}).execute(query).fetchall()


def in_polars(frame: pl.LazyFrame) -> Rows:
    return frame.collect(engine="streaming").rows()


def sketched(path: str) -> Rows:
    sketch = SupporterSketch.of(tally(path))
    print(f"{sketch}, with a probability of 95.4 %", file=sys.stderr)
    return [(sketch.estimate,)]


JOBS: dict[str, Callable[[str], Rows]] = {
    "tally-of-files": lambda path: tally(path).by("channel", "country").fetchall(),
    "DuckDB-by-hand": lambda path: by_hand(by_corrected(path)),
    "DuckDB-by-hand-in-1-GB": lambda path: by_hand(by_corrected(path), memory_limit="1GB"),
    "tally-of-lazy-Polars": lambda path: in_polars(tally(pl.scan_parquet(path)).by("channel", "country")),
    "Polars-by-hand": lambda path: in_polars(polars_corrected(path)),
    "timeline": lambda path: tally(path).timeline("month").fetchall(),
    "supporters": lambda path: [(tally(path).supporters,)],
    "supporters-by-hand": lambda path: by_hand(people_corrected(path)),
    "sketch": sketched,
}


def answer(name: str, path: str) -> None:
    """Do one job in this process, and print what it took and a sign of the answer."""
    begin = perf_counter()
    rows = JOBS[name](path)
    spent, used = perf_counter() - begin, getrusage(RUSAGE_SELF)
    told = sorted(tuple(str(cell or "") for cell in row) for row in rows)
    sign = sha256(repr(told).encode()).hexdigest()[:8]
    worked = used.ru_utime + used.ru_stime
    print(f"{spent:7.1f} s  {worked:7.1f} s of processors  {used.ru_maxrss / 1e6:6.2f} GB  {sign}", flush=True)


def resident(process: int) -> float:
    """The memory that a process holds, in GB."""
    pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * getpagesize() / 1e9


def measured(name: str, path: str, seconds: float, memory: float) -> str:
    """What another process tells that does the job, or why it was given up."""
    begin = perf_counter()
    with Popen([sys.executable, __file__, "0", "--job", name, "--path", path], stdout=PIPE, text=True) as child:
        while child.poll() is None:
            sleep(0.1)
            if perf_counter() - begin > seconds:
                child.kill()
                return f"given up after {seconds:.0f} s"
            if resident(child.pid) > memory:
                child.kill()
                return f"given up after {perf_counter() - begin:.0f} s with more than {memory:g} GB"
        return child.stdout.read().strip() or f"ended with {child.returncode}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=int)
    parser.add_argument("jobs", nargs="*", help=f"among {', '.join(JOBS)} (default: all)")
    parser.add_argument("--folder", type=Path, default=Path(gettempdir()) / "reports-to-measure")
    parser.add_argument("--seconds", type=float, default=480)
    parser.add_argument("--memory", type=float, default=12, help="in gigabytes")
    parser.add_argument("--job", help=argparse.SUPPRESS)
    parser.add_argument("--path", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if unknown := [name for name in options.jobs if name not in JOBS]:
        parser.error(f"there is no job {', '.join(unknown)}; give some of {', '.join(JOBS)}")
    if options.job:
        answer(options.job, options.path)
        return
    path = make_files(options.folder / str(options.rows), options.rows, max(options.rows // ROWS_OF_A_FILE, 1))
    for name in options.jobs or JOBS:
        print(f"{name:<28}{measured(name, path, options.seconds, options.memory)}", flush=True)


if __name__ == "__main__":
    main()
