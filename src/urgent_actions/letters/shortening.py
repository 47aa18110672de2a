"""A text that must fit where somebody else set a limit: whole sentences of it, and what had to be left out."""

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise

import attrs

_SENTENCE_END = re.compile(r"(?<=[.!?。！？؟۔])[»”’\"')\]]*(?:\s+|(?<=[。！？]))")

_WIDE_STOP = re.compile(r"((?<=[。！？])[»”’\"')\]」』]*) ")

Fits = Callable[[str], bool]
"""Whether a text is short enough."""

Place = tuple[int, int]
"""The number of a paragraph, and of a sentence in it."""


@attrs.frozen
class Shortened:
    """The part of a text that fits.

    Args:
        text: whole sentences, in their order.
        left_out: the sentences that did not fit, in their order; empty where all of it did.
    """

    text: str
    left_out: tuple[str, ...] = ()


def shortened(text: str, fits: Fits) -> Shortened | None:
    """As many whole sentences as fit, the ones that matter most before the others.

    The first sentence says whom a letter is about, and its last paragraph what it asks, the end of it above all. Then
    comes all between, as far as it fits, for each sentence leans on the one before. Where there is room for one of the
    two, what is asked is kept alone: a letter that asks nothing is none. None where neither fits.

    Args:
        text: paragraphs, set off by blank lines.
        fits: whether a text is short enough; what is a part of one that fits must fit too.
    """
    if fits(text):
        return Shortened(text)
    paragraphs = [sentences for part in text.split("\n\n") if (sentences := sentences_of(part))]
    runs = _by_weight(paragraphs)
    kept = _filled(runs, paragraphs, fits)
    if not kept & {*runs[1][:1]}:
        kept = _filled(runs[1:2], paragraphs, fits) or (kept if kept & {*runs[0]} else set())
    if not kept:
        return None
    left = (sentence for place, sentence in _places(paragraphs) if place not in kept)
    return Shortened(_joined(paragraphs, kept), tuple(left))


def _filled(runs: Iterable[Sequence[Place]], paragraphs: Sequence[Sequence[str]], fits: Fits) -> set[Place]:
    """As much of each run as fits beside what the ones before it have taken."""
    kept: set[Place] = set()
    for run in runs:
        kept |= _longest(run, partial(_fit_beside, kept, paragraphs, fits))
    return kept


def _fit_beside(kept: set[Place], paragraphs: Sequence[Sequence[str]], fits: Fits, more: Sequence[Place]) -> bool:
    return fits(_joined(paragraphs, {*kept, *more}))


def _longest(run: Sequence[Place], fit: Callable[[Sequence[Place]], bool]) -> set[Place]:
    """The longest start of a run that fits, found in as few looks as halving takes."""
    return {*run[: bisect(range(1, len(run) + 1), False, key=lambda size: not fit(run[:size]))]}


def sentences_of(paragraph: str) -> list[str]:
    """A paragraph cut after its full stops, question and exclamation marks; never within a word.

    What has no letters and no digits, such as a candle, belongs to the sentence before it.

    >>> sentences_of("He is in prison. Why? Let him go! 🕯")
    ['He is in prison.', 'Why?', 'Let him go! 🕯']
    """
    ends = [found.end() for found in _SENTENCE_END.finditer(paragraph)]
    cuts = [
        0,
        *(end for end, after in pairwise([*ends, len(paragraph)]) if _says(paragraph[end:after])),
        len(paragraph),
    ]
    pieces = (paragraph[start:end].strip() for start, end in pairwise(cuts))
    return [piece for piece in pieces if piece]


def _says(text: str) -> bool:
    """Whether there is a word or a number."""
    return any(map(str.isalnum, text))


def in_a_row(sentences: Iterable[str]) -> str:
    """Sentences one after the other: a blank sets them apart, but none follows a full stop of Chinese or Japanese.

    >>> in_a_row(["Dear Minister.", "Please act."]), in_a_row(["他在狱中。", "请释放他。"])
    ('Dear Minister. Please act.', '他在狱中。请释放他。')
    """
    return _WIDE_STOP.sub(r"\1", " ".join(sentences))


def _by_weight(paragraphs: Sequence[Sequence[str]]) -> list[list[Place]]:
    """The places of the sentences, in runs that are filled one after the other."""
    rows = [[(row, column) for column in range(len(sentences))] for row, sentences in enumerate(paragraphs)]
    if not rows:
        return [[], []]
    return [rows[0][:1], rows[-1][::-1], [place for row in (rows[0][1:], *rows[1:-1]) for place in row]]


def _places(paragraphs: Sequence[Sequence[str]]) -> Iterator[tuple[Place, str]]:
    for row, sentences in enumerate(paragraphs):
        yield from (((row, column), sentence) for column, sentence in enumerate(sentences))


def _joined(paragraphs: Sequence[Sequence[str]], kept: set[Place]) -> str:
    rows: dict[int, list[str]] = {}
    for (row, column), sentence in _places(paragraphs):
        if (row, column) in kept:
            rows.setdefault(row, []).append(sentence)
    return "\n\n".join(map(in_a_row, rows.values()))
