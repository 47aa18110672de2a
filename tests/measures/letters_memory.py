"""Whether memory stays flat over millions of letters: `python tests/measures/letters_memory.py ROWS [--format ndjson]`.

So many rows of a table are read, their letters written and dropped; with `--format` they are put into files of that
kind, which are dropped too. A letter has some 2,000 signs, one supporter in eight lives where the channel is closed,
and each has a name of its own. Told is, each time that the number of rows has doubled, the most memory that the process
ever held.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

import attrs
from kotov import EMBASSY, kotov

from urgent_actions import (
    ContactChannel,
    EmailAddress,
    LetterFile,
    LetterTemplate,
    LetterWriter,
    Mailing,
    TemplateText,
    letter_parts,
    letter_rows,
    read_senders,
)

SENTENCE = "She was taken from her home at night, and her family has not been told where she is held. "
BODY = f"My name is {{sender_name}}, and I write to you from {{sender_country}}.\n\n{SENTENCE * 10}\n\n{SENTENCE * 10}"
TEMPLATE = LetterTemplate(TemplateText("en", BODY, closing="Yours sincerely,"))
FIRST_TOLD = 62_500


def table(rows: int) -> Iterator[str]:
    yield "id,country,languages,name,own_words\n"
    for number in range(rows):
        country = "DE" if number % 8 == 7 else "US"
        words = f"I am number {number}." if number % 4 == 0 else ""
        yield f"{number},{country},en,Ada Example {number},{words}\n"


def mailing(kind: LetterFile) -> Mailing:
    *others, embassy = kotov().targets
    channels = [channel for channel in embassy.channels if channel.address]
    channels.append(ContactChannel("email", EmailAddress("embassy@example.org")))
    case = attrs.evolve(kotov(), targets=(*others, attrs.evolve(embassy, channels=tuple(channels))))
    writer = LetterWriter.of(case, EMBASSY, on=date(2020, 5, 25), template=TEMPLATE)
    return Mailing.of(writer, by=kind.channels[0])


def sizes(kind: LetterFile | None, rows: int) -> Iterable[tuple[int, int]]:
    """The rows and the signs of each letter, or of each part, as they come."""
    senders = read_senders(table(rows))
    if kind is None:
        written = letter_rows(mailing(LetterFile.NDJSON), senders)
        return ((1, len(letter.text) if (letter := row.letter) else 0) for row in written)
    parts = letter_parts(mailing(kind), senders, kind)
    return ((part.rows, sum(len(content) for _, content in part.files)) for part in parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int)
    parser.add_argument("--format", dest="kind", type=LetterFile.of, default=None)
    options = parser.parse_args()
    start, rows, signs, next_told = perf_counter(), 0, 0, FIRST_TOLD
    for some, size in sizes(options.kind, options.rows):
        rows, signs = rows + some, signs + size
        if rows >= min(next_told, options.rows):
            spent, memory = perf_counter() - start, getrusage(RUSAGE_SELF).ru_maxrss // 1024
            print(f"{rows:>10} rows  {signs:>14} signs  {rows / spent:>7.0f} rows/s  {memory} MB at most", flush=True)
            next_told *= 2


if __name__ == "__main__":
    main()
