"""A letter that somebody wrote or changed as plain text: its parts, and where in the text each stands."""

import re
from collections.abc import Mapping
from types import MappingProxyType

import attrs

from urgent_actions.letters.bound_letter import BoundLetter
from urgent_actions.letters.letter import Letter
from urgent_actions.letters.letter_finding import LetterFinding
from urgent_actions.values.cldr import date_in_words
from urgent_actions.values.folding import fold

_BLOCK = re.compile(r"\S(?:.*\S)?(?:[^\S\n]*\n[^\S\n]*\S(?:.*\S)?)*")
_GREETING = re.compile(r"[^\n]{1,80}[,،:：!！，]")
_LONGEST_LINE = 60
_MOST_LINES = 6

Blocks = list[re.Match[str]]
Placed = tuple[int, str]
"""Where words begin in the text, in characters, and the words."""


@attrs.frozen
class LetterInText:
    """A letter, and its places in the text that it was read from.

    Args:
        letter: the letter; its subject is that of the model letter, for a text has none.
        text: the text, its lines ending in LF.
        starts: where each part begins, in characters: `opening`, `body`, `closing`, `signature[0]`, ...
    """

    letter: Letter
    text: str = attrs.field(repr=False)
    starts: Mapping[str, int] = attrs.field(hash=False)

    def placed(self, finding: LetterFinding) -> LetterFinding:
        """A finding with its line and column in the text; without them where the text lacks that part."""
        start = self.starts.get(finding.where)
        if start is None:
            return finding
        at = start + (finding.span[0] if finding.span else 0)
        return attrs.evolve(finding, line=self.text.count("\n", 0, at) + 1, column=at - self.text.rfind("\n", 0, at))


def read_letter_text(text: str, model: BoundLetter) -> LetterInText:
    """Tell the parts of a letter, as `letter.text` or `letter.message` shows them, whatever was changed in it since.

    What stands above the greeting is left out: the lines that name the target, and the date. The closing is known by
    the words of the model letter, or else by its place: a last block of a few short lines.

    Args:
        text: the letter; blank lines set its blocks apart.
        model: the letter that it was made from, bound to its case, its target and its day.
    """
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    blocks = _without_head(list(_BLOCK.finditer(plain)), model)
    foot = _foot(blocks, model)
    greeting = next((block for block in blocks[:1] if block is not foot and _greets(block, model)), None)
    body = [block for block in blocks if block is not foot and block is not greeting]
    closing, signature = _parted(foot, model)
    parts = {
        "opening": (greeting.start(), greeting[0]) if greeting else None,
        "body": (body[0].start(), plain[body[0].start() : body[-1].end()]) if body else None,
        "closing": (foot.start(), closing) if foot and closing else None,
        "signature": signature[0] if signature else None,
        **{f"signature[{number}]": line for number, line in enumerate(signature)},
    }
    there = {name: part for name, part in parts.items() if part}
    starts = MappingProxyType({name: start for name, (start, _) in there.items()})
    words = {name: there[name][1] if name in there else "" for name in ("opening", "body", "closing")}
    letter = model.with_words(**words, signature=tuple(line for _, line in signature))
    return LetterInText(letter, plain, starts)


def _without_head(blocks: Blocks, model: BoundLetter) -> Blocks:
    """The blocks from the greeting on: those before it hold lines that name the target, or the day."""
    known = {fold(line) for line in model.addressee} | {fold(date_in_words(model.on, model.language.tag))}
    while blocks and any(fold(line) in known for line in blocks[0][0].splitlines()):
        blocks = blocks[1:]
    return blocks


def _greets(block: re.Match[str], model: BoundLetter) -> bool:
    return fold(block[0]) == fold(_words(model, "opening")) or bool(_GREETING.fullmatch(block[0]))


def _foot(blocks: Blocks, model: BoundLetter) -> re.Match[str] | None:
    """The last block, where it is the closing with the signature."""
    if not blocks:
        return None
    lines = blocks[-1][0].splitlines()
    closes = fold(blocks[-1][0]).startswith(fold(_words(model, "closing")))
    short = len(lines) <= _MOST_LINES and all(len(line) <= _LONGEST_LINE for line in lines)
    return blocks[-1] if closes or (short and len(lines) > 1 and not lines[0].rstrip().endswith((".", "?"))) else None


def _parted(foot: re.Match[str] | None, model: BoundLetter) -> tuple[str, list[Placed]]:
    """The closing, and the lines of the signature with their places."""
    if foot is None:
        return "", []
    lines, at = list[Placed](), foot.start()
    for line in foot[0].split("\n"):
        lines.append((at + len(line) - len(line.lstrip()), line.strip()))
        at += len(line) + 1
    usual = _words(model, "closing")
    number = usual.count("\n") + 1 if fold(foot[0]).startswith(fold(usual)) else 1
    return "\n".join(line for _, line in lines[:number]), lines[number:]


def _words(model: BoundLetter, field: str) -> str:
    """A part of the model letter without what fills its blanks."""
    return "".join((model.opening if field == "opening" else model.closing).text.words).strip()
