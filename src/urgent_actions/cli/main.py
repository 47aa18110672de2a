"""The commands, and what they answer the shell: 0 for an answer, 1 for unreadable input, 2 for bad use."""

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from urgent_actions.cli import (
    advise_command,
    diff_command,
    guide_command,
    letter_command,
    letters_command,
    lint_command,
    read_command,
    report_command,
    tally_command,
)
from urgent_actions.cli.input_file import UnreadableFile
from urgent_actions.errors import UrgentActionsError

_COMMANDS = (
    read_command,
    guide_command,
    letter_command,
    letters_command,
    advise_command,
    lint_command,
    diff_command,
    report_command,
    tally_command,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: the words after the program's name; those of the process where none are given.

    Returns:
        The exit status: 0 answered, 1 the input could not be read, and every problem in it was listed, or a strict
        command refuses it, 2 bad use.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal of another encoding shows what it can
    try:
        return _run(_parser().parse_args(arguments))
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:  # what is read is caught where it is read: this is the output
        print(f"urgent_actions: the answer cannot be written: {error.strerror or error}", file=sys.stderr)
        return 1


def _run(options: argparse.Namespace) -> int:
    try:
        status: int = options.run(options)
    except UnreadableFile as error:
        print("\n".join(error.lines), file=sys.stderr)
        return 1
    except UrgentActionsError as error:
        print("\n".join(f"urgent_actions: {problem}" for problem in error.problems), file=sys.stderr)
        return 2
    sys.stdout.flush()
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m urgent_actions",
        description="From a published urgent action to what a supporter may do today, and what all of them did.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in _COMMANDS:
        command.add_to(commands)
    return parser
