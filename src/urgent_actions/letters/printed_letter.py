"""A letter on paper: what stands at which place of the sheet, ready to be set, signed and posted."""

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from urgent_actions.errors import Problem, refuse_if
from urgent_actions.values.arguments import refuse_wrong, several
from urgent_actions.values.bidi import runs_right_to_left
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.field_types import wrong_types
from urgent_actions.values.language import Language
from urgent_actions.values.paper import Paper
from urgent_actions.values.plain_forms import as_language, as_reference, as_tuple
from urgent_actions.values.printable import printable, printable_lines, seen

LONGEST_LINE = 160
LONGEST_PART = 800
LONGEST_BODY = 30_000
MOST_LINES = 12

_ENDS_OF_PLANES = "".join(chr(plane + end) for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF))
_NO_CHARACTERS = re.compile(f"[\ufdd0-\ufdef{_ENDS_OF_PLANES}]")


def _as_paper(paper: Paper | str) -> Paper:
    return Paper.of(paper)


def _as_lines(lines: Iterable[str]) -> tuple[str, ...]:
    return as_tuple(lines)


@attrs.frozen(kw_only=True)
class PrintedLetter:
    """One letter as it is printed, on as many sheets as it takes. The sender does not show in its `repr`.

    Args:
        case: the case it is for.
        target: the target's id within the case.
        language: the language it is written in.
        paper: what it is printed on.
        addressee: the lines in the window of the envelope.
        sender: the lines that say who writes, with the address to which it can come back; may be empty.
        day: the place and the date.
        subject: what it is about, as the line above the greeting.
        opening: the greeting.
        body: the paragraphs, set off by blank lines.
        closing: the line above the signature.
        name: the sender's name in print, below the signature; may be empty.

    Raises:
        InvalidValue: a part is missing, too long for a letter, or holds characters that nobody sees and that change how
            the others are read; all problems at once.
    """

    case: CaseReference = attrs.field(converter=as_reference)
    target: str
    language: Language = attrs.field(converter=as_language)
    paper: Paper = attrs.field(converter=_as_paper)
    addressee: tuple[str, ...] = attrs.field(converter=_as_lines)
    sender: tuple[str, ...] = attrs.field(default=(), converter=_as_lines, repr=False)
    day: str = attrs.field(repr=False)
    subject: str
    opening: str
    body: str = attrs.field(repr=False)
    closing: str
    name: str = attrs.field(default="", repr=False)

    def __attrs_post_init__(self) -> None:
        refuse_if(wrong_types(self, dict.fromkeys(("target", *_PARTS), str)))
        refuse_if(_problems_in(self))

    @property
    def paragraphs(self) -> tuple[tuple[str, ...], ...]:
        """The paragraphs of the body, each as its lines."""
        blocks: list[list[str]] = [[]]
        for line in map(str.strip, self.body.split("\n")):
            if line:
                blocks[-1].append(line)
            elif blocks[-1]:
                blocks.append([])
        return tuple(tuple(block) for block in blocks if block)

    @property
    def text(self) -> str:
        """The whole letter as plain text, in the order in which it is read."""
        above = ("\n".join(self.sender), "\n".join(self.addressee), self.day, self.subject, self.opening)
        return "\n\n".join(part for part in (*above, self.body, self.closing, self.name) if part)

    def __str__(self) -> str:
        return self.text


def pile_of(letters: PrintedLetter | Iterable[PrintedLetter]) -> tuple[PrintedLetter, ...]:
    """One letter or several, for one file.

    Raises:
        InvalidValue: there is none, or something else than a printed letter, each with its place.
    """
    if isinstance(letters, PrintedLetter) or not isinstance(letters, Iterable):
        refuse_wrong(letters=(letters, PrintedLetter))
        return (letters,)
    pile = several(letters)
    refuse_wrong(letters=(pile, [PrintedLetter]))
    given = tuple(pile)
    refuse_if([] if given else [Problem("no-letter", "there is no letter to print", way_out="give one or more")])
    return given


def directions_of(lines: Sequence[str], language: Language) -> tuple[bool, ...]:
    """Whether each line of an address runs from right to left; one without letters runs as the first line does."""
    usual = runs_right_to_left(lines[0], otherwise=language.right_to_left) if lines else False
    return tuple(runs_right_to_left(line, otherwise=usual) for line in lines)


_PARTS = {
    "day": LONGEST_LINE,
    "subject": LONGEST_PART,
    "opening": LONGEST_PART,
    "body": LONGEST_BODY,
    "closing": LONGEST_PART,
    "name": LONGEST_LINE,
}
"""The parts that are one text, and how many characters of each fit in a letter."""


def _problems_in(letter: PrintedLetter) -> Iterator[Problem]:
    for name in ("addressee", "sender"):
        yield from _problems_of_lines(name, getattr(letter, name))
    for name, longest in _PARTS.items():
        yield from _problems_of_text(name, getattr(letter, name), longest)
    for name in ("addressee", *_PARTS):
        if name != "name" and not any(map(seen, map(str, getattr(letter, name)))):
            yield Problem("missing-part", f"a printed letter has no {name}", where=name, way_out=f"give {name}=")


def _problems_of_lines(name: str, lines: tuple[str, ...]) -> Iterator[Problem]:
    if len(lines) > MOST_LINES:
        what = f"{len(lines)} lines do not fit in the window of an envelope"
        yield Problem("too-many-lines", what, where=name, way_out=f"give at most {MOST_LINES}")
    for number, line in enumerate(lines):
        where = f"{name}[{number}]"
        if not isinstance(line, str):
            yield Problem("wrong-type", f"{line!r} is no string", where=where)
        else:
            yield from _problems_of_text(where, line, LONGEST_LINE)


def _problems_of_text(name: str, text: str, longest: int) -> Iterator[Problem]:
    """What was given is not told: it may be a name."""
    if len(text) > longest:
        what = f"{len(text)} characters are too many"
        yield Problem("too-long", what, where=name, way_out=f"give at most {longest}")
    elif _as_printed(text, many_lines=longest > LONGEST_LINE) != text:
        what = "a control character, or a mark that turns the text round, cannot be printed"
        yield Problem("unprintable", what, where=name, way_out="take it out, or show it with a sign for it")


def _as_printed(text: str, *, many_lines: bool) -> str:
    """What of a text can be printed: no control characters, and no codes that Unicode keeps from being characters."""
    shown = printable_lines(text) if many_lines else printable(text)
    return shown if shown.isascii() else _NO_CHARACTERS.sub("", shown)
