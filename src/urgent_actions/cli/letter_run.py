"""All that decides what the letters of a run are: a folder that holds another run is not gone on with."""

import argparse
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from urgent_actions.cli.input_file import UnreadableFile, no_file
from urgent_actions.errors import Problem
from urgent_actions.formats.json import to_json
from urgent_actions.guidance.prepared_case import PreparedCase
from urgent_actions.letters.letter_writer import LetterWriter


def run_of(writer: LetterWriter, prepared: PreparedCase, options: argparse.Namespace) -> dict[str, Any]:
    """What is the same whenever the same letters come of it, as plain data; of what is long, its SHA-256.

    Raises:
        UnreadableFile: the table of supporters is no file that can be read twice.
    """
    return {
        "format": str(options.kind),
        "target": writer.target.id,
        "channel": str(options.by),
        "on": writer.on.isoformat(),
        "batch": options.batch,
        "template": _sum_of(to_json(writer.template)) if options.templates else None,
        "fill": dict(writer.fill),
        "own words": str(writer.own_words_as),
        "language of the reasons": str(options.locale),
        "bulletin": _sum_of(to_json(prepared.case)),
        "rules": _sum_of(to_json(prepared.rules)),
        "missions": _sum_of(to_json(prepared.missions)),
        "senders": _sum_of_file(options.senders),
    }


def _sum_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _sum_of_file(name: str) -> str:
    if name == "-":
        what = "the supporters cannot come from standard input"
        raise UnreadableFile(name, [Problem("no-file", what, way_out="give a file, which can be read again")])
    try:
        with Path(name).open("rb") as content:
            return file_digest(content, "sha256").hexdigest()
    except OSError as error:
        raise UnreadableFile(name, [no_file(error)]) from None
