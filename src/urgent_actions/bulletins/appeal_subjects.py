"""The names under the heading of an appeal: `NEPAL Ram Rai (m), farmer`, `Released: one man`, `Two others`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import attrs

from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.patterns import one_of
from urgent_actions.bulletins.piece import Piece, hull
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Wording
from urgent_actions.case import Subject

_MARK = re.compile(r"\((?:[mf](?:ale|emale)?|all [mf]|[mf]s?)\)|\([mf],", re.IGNORECASE)
_BEFORE_NEXT = re.compile(r"(?:,|&|(?<= )and)[ ]{1,3}(?:and )?(?=[A-ZÀ-Þ\"“](?:[^\s,;()]{1,40}[ ]){1,7}\([mf]\))")
_SENTENCE_END = re.compile(r"[.!?:][\"”’')\]]{0,2}\Z")
_INITIALS = re.compile(r"\b(?:Jr|Sr|Dr|Ltd|St|[A-Z])\.\Z")
_MOST_WORDS = 60
"""Words of the names in one paragraph; a longer one tells the story."""


@attrs.frozen(eq=False)
class NamedLine:
    """A person or group with what is said of them, in pieces, and the label that all of them share."""

    pieces: list[Piece]
    label: Piece | None = None


def label_of(line: Line) -> re.Match[str] | None:
    """The label at the start of a line of names, such as `Released:`."""
    return one_of(tuple(word_list("appeals")["subjects"]["labels"]), behind=r"[ ]{0,3}:").match(str(line))


def named_mark(text: str) -> bool:
    """Whether a line marks the gender of somebody: `(m)`."""
    return bool(_MARK.search(text))


def is_story(lines: Sequence[Line]) -> bool:
    """Whether a paragraph tells what happened: it has sentences; names have none."""
    text = " ".join(map(str, lines))
    if label_of(lines[0]) and len(text.split()) <= _MOST_WORDS:
        return False
    ends = bool(_SENTENCE_END.search(text)) and not _INITIALS.search(text)
    return ends or tells(lines[0]) or len(text.split()) > 2 * _MOST_WORDS


@cache
def _verbs() -> Wording:
    return one_of(tuple(word_list("appeals")["subjects"]["others"]["verbs"]))


def tells(line: Line) -> bool:
    """Whether a line says that something is so."""
    found = _verbs().finditer(str(line))
    return any(verb[0][0].islower() or verb.start() == 0 for verb in found)  # Mr Were is no verb


@cache
def _starts() -> Wording:
    return one_of(tuple(word_list("appeals")["subjects"]["others"]["starts"]), before=r"\A[ ]{0,3}")


def named_lines(lines: Iterable[Line]) -> list[NamedLine]:
    """The lines of names, joined where one was wrapped, and cut where one names several."""
    found: list[NamedLine] = []
    label: Piece | None = None
    for line in lines:
        words = line.words
        said = label_of(line)
        if said:
            label = words.of(said).stripped(" :")
            words = words.part(said.end()).stripped(" ")
            if not words:
                continue
        elif line.new and label is not None and found and found[-1].label is label:
            label = None
        if found and not said and not line.new and _goes_on(found[-1], line):
            found[-1].pieces.append(words)
        else:
            found += [NamedLine([part], label) for part in _people(words)]
    return found


def _goes_on(before: NamedLine, line: Line) -> bool:
    """Whether a line is the rest of the one before it."""
    text, last = str(line), str(before.pieces[-1])
    if last.endswith((",", " of", " de", " the", " and", "-")) or last.count("(") > last.count(")"):
        return True
    if _MARK.search(text) or line.bullet is not None or _starts().match(text):
        return False
    return text[0].islower() or any(_MARK.search(str(piece)) for piece in before.pieces)


def _people(words: Piece) -> Iterator[Piece]:
    first = _MARK.search(str(words))
    cuts = [found.end() for found in _BEFORE_NEXT.finditer(str(words)) if first and found.start() >= first.end()]
    cuts += [found.start() for found in re.finditer(r";", str(words))]
    for part in words.cut(cuts):
        bare = part.stripped(" ,;")
        if any(map(str.isalpha, str(bare))):
            yield bare


def subject_of(named: NamedLine) -> Subject:
    """The name, and whatever else is said, the mark of gender with it; pronouns are never concluded."""
    text = " ".join(" ".join(map(str, named.pieces)).split()).strip(" ,;")
    cut = re.search(r"[ ]?[,(]", text)
    name = text[: cut.start()] if cut and cut.start() else text
    rest = re.sub(r",?[ ](?:including|and)\Z|\Aand\Z", "", text[len(name) :].strip(" ,:"))
    label = " ".join(str(named.label or "").casefold().split())
    news = next((news for news, labels in word_list("appeals")["subjects"]["news"].items() if label in labels), None)
    said = ": ".join(part for part in ("" if news or named.label is None else str(named.label), rest) if part)
    return Subject(re.sub(r"\Aand ", "", name), description=said or None, news=news)


def place_of(named: NamedLine) -> Piece:
    """Where the name and its label stood."""
    return hull([*named.pieces, *([named.label] if named.label else [])])
