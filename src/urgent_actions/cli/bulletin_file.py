"""The case in a bulletin's file, and what whoever reads it should know before trusting it."""

import sys

from urgent_actions.bulletins.read_bulletin import read_bulletin
from urgent_actions.bulletins.reading import Reading
from urgent_actions.bulletins.text_of import text_of
from urgent_actions.case import Case
from urgent_actions.cli.input_file import UnreadableFile, content_of, problems_in
from urgent_actions.target import Target
from urgent_actions.values.severity import Severity


def read_reading(name: str, *, strict: bool = False, encoding: str | None = None) -> Reading:
    """Read a bulletin from a text, a saved web page or a PDF file.

    Raises:
        UnreadableFile: it is no bulletin or, in strict mode, one that was not wholly understood.
    """
    content = content_of(name)
    with problems_in(name):
        return read_bulletin(text_of(content, name=name, encoding=encoding), strict=strict)


def read_case(name: str, encoding: str | None = None) -> Case:
    """Read a bulletin; what it leaves in doubt is said on standard error.

    Raises:
        UnreadableFile: the text is no bulletin, or something in it must be wrong; every problem is named.
    """
    reading = read_reading(name, encoding=encoding)
    errors = reading.of(Severity.ERROR)
    if errors:
        raise UnreadableFile(name, (*errors, *reading.of(Severity.WARNING)))
    for warning in reading.of(Severity.WARNING):
        print(warning.in_file(name), file=sys.stderr)
    return reading.case


def numbered_target(case: Case, word: str) -> Target:
    """The target of an id, or of a number as `guide` counts them: those of the bulletin, then those that joined.

    Raises:
        UnknownTarget: the case has no such target.
    """
    return case.target(numbered_id(case, word))


def numbered_id(case: Case, word: str) -> str:
    """The id of the target with a number; any other word as it is."""
    numbered = {str(number): target.id for number, target in enumerate(case.targets, start=1)}
    return numbered.get(word, word)
