"""How fast letters are written partition by partition: `python tests/measures/letters_on_clusters.py ENGINE ROWS`.

ENGINE is `spark`, `dask` or `here`; a cluster has two workers on this machine, each a process. A letter has some 2,000
signs, one supporter in eight lives where the channel is closed, and one in a thousand in no country. Every letter is
written, handed over and counted, and then dropped. Told are rows a second, and for each kind of process the most memory
that one of them ever held (VmHWM of Linux).
"""

import argparse
import os
import sys
from collections import defaultdict
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

import pyarrow as pa
from kotov import EMBASSY, kotov
from local_clusters import local_dask, local_spark

from urgent_actions import LetterTemplate, LetterWriter, TemplateText, letters_in_batches

SENTENCE = "She was taken from her home at night, and her family has not been told where she is held. "
BODY = f"My name is {{sender_name}}, and I write to you from {{sender_country}}.\n\n{SENTENCE * 10}\n\n{SENTENCE * 10}"
TEMPLATE = LetterTemplate(TemplateText("en", BODY, closing="Yours sincerely,"))
WRITE = letters_in_batches(LetterWriter.of(kotov(), EMBASSY, on=date(2020, 5, 25), template=TEMPLATE), by="post")
ROWS_IN_A_PART = 50_000

Counted = tuple[int, int, int]  # rows, letters, signs


def country(number: int) -> str:
    return "nowhere" if number % 1000 == 999 else ("DE" if number % 8 == 7 else "US")


def supporters(first: int, rows: int) -> pa.Table:
    numbers = range(first, first + rows)
    return pa.table(
        {
            "id": [str(number) for number in numbers],
            "country": [country(number) for number in numbers],
            "name": [f"Ada Example {number}" for number in numbers],
        }
    )


def parts(rows: int) -> list[tuple[int, int]]:
    return [(first, min(ROWS_IN_A_PART, rows - first)) for first in range(0, rows, ROWS_IN_A_PART)]


def here(rows: int, stack: ExitStack) -> Counted:
    done = [0, 0, 0]
    for first, number in parts(rows):
        for batch in WRITE(iter(supporters(first, number).to_batches(10_000))):
            texts = batch.column("text").drop_null()
            sizes = (batch.num_rows, len(texts), sum(map(len, texts.to_pylist())))
            done = [total + size for total, size in zip(done, sizes, strict=True)]
    return tuple(done)


def on_spark(rows: int, stack: ExitStack) -> Counted:
    session = stack.enter_context(local_spark(stack.enter_context(TemporaryDirectory()), {}))
    columns = (
        "cast(id as string) as id",
        "case when id % 1000 = 999 then 'nowhere' when id % 8 = 7 then 'DE' else 'US' end as country",
        "concat('Ada Example ', id) as name",
    )
    frame = session.range(0, rows, numPartitions=len(parts(rows))).selectExpr(*columns)
    letters = frame.mapInArrow(WRITE, WRITE.schema)
    return tuple(letters.selectExpr("count(*)", "count(text)", "sum(length(text))").first())


def on_dask(rows: int, stack: ExitStack) -> Counted:
    from dask import dataframe

    stack.enter_context(local_dask(stack.enter_context(TemporaryDirectory())))
    frame = dataframe.from_map(lambda part: supporters(*part).to_pandas(), parts(rows))
    letters = frame.map_partitions(WRITE)
    counted = letters.map_partitions(count, meta={"rows": int, "letters": int, "signs": int}).sum().compute()
    return tuple(map(int, counted))


def count(letters):
    texts = letters["text"].dropna()
    return letters.iloc[:1].assign(rows=len(letters), letters=len(texts), signs=texts.str.len().sum())[
        ["rows", "letters", "signs"]
    ]


def most_memory() -> dict[str, int]:
    """By the name of the program, the most that one process of ours has held, in MB."""
    ours, found = {os.getpid()}, defaultdict(int)
    for folder in sorted(Path("/proc").glob("[0-9]*"), key=lambda path: int(path.name)):
        try:
            facts = dict(line.split(":", 1) for line in (folder / "status").read_text().splitlines() if ":" in line)
        except OSError:  # it has ended
            continue
        if int(facts["PPid"]) in ours or int(folder.name) in ours:
            ours.add(int(folder.name))
            name = "this process" if int(folder.name) == os.getpid() else facts["Name"].strip()
            found[name] = max(found[name], int(facts.get("VmHWM", "0 kB").split()[0]) // 1024)
    return found


ENGINES = {"dask": on_dask, "here": here, "spark": on_spark}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("engine", choices=ENGINES)
    parser.add_argument("rows", type=int)
    options = parser.parse_args()
    with ExitStack() as stack:
        start = perf_counter()
        rows, letters, signs = ENGINES[options.engine](options.rows, stack)
        spent = perf_counter() - start
        print(f"{rows} rows, {letters} letters, {signs} signs in {spent:.1f} s: {rows / spent:.0f} rows/s")
        for name, size in most_memory().items():
            print(f"{name}: at most {size} MB")


if __name__ == "__main__":
    main()
