"""What a heading calls its document: `Correction to fourth update to UA ...`, `THIRD UA`, `Stop action on`."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

import attrs

from urgent_actions.bulletins.diagnostic import Diagnostic
from urgent_actions.bulletins.misspelling import Misspellings
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.edition import EditionKind
from urgent_actions.values.folding import fold
from urgent_actions.values.severity import Severity

_WORD = re.compile(r"[^\W_]+")
_SIGNS = " \t-–—#/*\"'“”"
_ENDS = ("!", ":", ",", ";", ")", "]", "(", "[", ".", " -", " –", " —")
_LONGEST = 4  # words of the longest phrase
_RANK = (EditionKind.CORRECTION, EditionKind.WITHDRAWN, EditionKind.OUTCOME, EditionKind.REISSUE)  # the strongest first

_Meaning = tuple[str, str]  # what sort of phrase it is, and what it says: ("kind", "update"), ("ordinal", "2")


@attrs.frozen(kw_only=True)
class EditionWords:
    """How a document names itself.

    Args:
        kind: None where it says nothing about itself, not even the series that it belongs to.
        ordinal: which document of the case it is: a second update is the third, `Second UA` the second.
        series: the series that it names in words, such as `MA` for a medical action.
        end: the character at which these words end; 0 where there are none.
        diagnostics: the misspelt words that were put right.
    """

    kind: EditionKind | None = None
    ordinal: int | None = None
    series: str | None = None
    end: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()


@attrs.frozen
class _Phrase:
    sort: str
    value: str
    start: int
    end: int
    mended: str = ""


def read_edition_words(text: str, before: int | None = None) -> EditionWords:
    """What the beginning of a line says about its document.

    Args:
        text: a heading or a subject line.
        before: the character at which the number of the case stands, where it has one; no word from there on counts.

    >>> words = read_edition_words("Correction to fouth update to UA 296/09")
    >>> str(words.kind), words.ordinal, str(words.diagnostics[0])
    ('correction', 5, "info: 'fouth' was read as 'fourth'")
    >>> words = read_edition_words("THIRD UA 60/16", before=6)
    >>> str(words.kind), words.ordinal
    ('update', 3)
    """
    stop = len(text) if before is None else before
    phrases = _complete(text, _phrases_at_start(text, stop), stop)
    if not phrases:
        return EditionWords(kind=None if before is None else EditionKind.FIRST)
    series = [phrase.value for phrase in phrases if phrase.sort == "series"]
    return EditionWords(
        kind=_kind(phrases),
        ordinal=_ordinal(phrases),
        series=series[-1] if series else None,
        end=phrases[-1].end,
        diagnostics=tuple(_mended(text, phrase) for phrase in phrases if phrase.mended),
    )


def kind_said_behind(words: str) -> EditionKind | None:
    """What a few words that stand alone behind the number make of the document: `never issued`, `corrected version`."""
    return _behind().get(fold(words))


def _phrases_at_start(text: str, stop: int) -> list[_Phrase]:
    """The longest phrases one after another, as far as every word belongs to one."""
    words = []
    for match in _WORD.finditer(text, 0, stop):
        words.append(match)
        if len(words) == 24:
            break
    found: list[_Phrase] = []
    at = 0
    while at < len(words):
        length, phrase = _phrase_at(words, at)
        if phrase is None and words[at][0].isdecimal() and any(before.sort == "kind" for before in found):
            length, phrase = 1, _Phrase("ordinal", words[at][0], *words[at].span())  # "update 2", "follow-up no. 2"
        if phrase is None:
            break
        found.append(phrase)
        at += length
    return found


def _phrase_at(words: Sequence[re.Match[str]], at: int) -> tuple[int, _Phrase | None]:
    """A phrase that is written right, else one that is misspelt; the longest that begins here."""
    for mending in (False, True):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            start, end = words[at].start(), words[at + length - 1].end()
            given = fold(" ".join(word[0] for word in words[at : at + length]))
            known = _meant(given) if mending else (given, _table()[given]) if given in _table() else None
            if known:
                sort, value = known[1]
                return length, _Phrase(sort, value, start, end, mended=known[0] if mending else "")
    return 0, None


def _meant(given: str) -> tuple[str, _Meaning] | None:
    for meant, misprints in word_list("editions")["misprints"].items():
        if given in misprints:
            return meant, _table()[meant]
    return _misspellings().meant_by(given)


def _complete(text: str, phrases: list[_Phrase], stop: int) -> list[_Phrase]:
    """The phrases up to where they can end; so `Sixty people`, `First woman` and `Victory Day` say nothing."""
    while phrases and not _can_end(text, phrases[-1], stop):
        phrases = phrases[:-1]
    if any(phrase.sort in {"kind", "series"} for phrase in phrases):
        return phrases
    reaches_number = phrases and stop < len(text) and not text[phrases[-1].end : stop].strip(_SIGNS)
    return phrases if reaches_number and any(phrase.sort in {"ordinal", "last"} for phrase in phrases) else []


def _can_end(text: str, last: _Phrase, stop: int) -> bool:
    """Whether a sign or the number follows, or the phrase is a joint or the name of a series, which need none."""
    rest = text[last.end : stop]
    if last.sort in {"joint", "series"}:
        return last.sort == "joint" or stop < len(text) or " " in text[last.start : last.end] or not rest.strip()
    if last.sort in {"ordinal", "last"} and stop == len(text):
        return False
    return not rest.strip(_SIGNS) or rest.startswith(_ENDS)


def _kind(phrases: Sequence[_Phrase]) -> EditionKind:
    kinds = [EditionKind.of(phrase.value) for phrase in phrases if phrase.sort == "kind"]
    if any(phrase.sort == "last" for phrase in phrases):
        kinds.append(EditionKind.OUTCOME)
    strongest = next((kind for kind in _RANK if kind in kinds), None)
    if strongest or kinds:
        return strongest or kinds[0]
    return EditionKind.UPDATE if (_ordinal(phrases) or 1) > 1 else EditionKind.FIRST


def _ordinal(phrases: Sequence[_Phrase]) -> int | None:
    """Updates are counted from the second document on; `Second UA` counts the documents themselves."""
    number = next((int(phrase.value) for phrase in phrases if phrase.sort == "ordinal"), None)
    of_updates = {"update", "further information"}
    counts_updates = any(phrase.sort == "kind" and phrase.value in of_updates for phrase in phrases)
    return number + 1 if number is not None and counts_updates else number


def _mended(text: str, phrase: _Phrase) -> Diagnostic:
    what = f"{text[phrase.start : phrase.end]!r} was read as {phrase.mended!r}"
    return Diagnostic("mended-word", what, column=phrase.start + 1, severity=Severity.INFO)


@cache
def _table() -> Mapping[str, _Meaning]:
    """Every phrase as it is compared, with what it says."""
    lists = word_list("editions")
    table: dict[str, _Meaning] = {}
    for sort, values in (("series", lists["series"]), ("kind", lists["kinds"]), ("ordinal", lists["ordinals"])):
        table |= {fold(phrase): (sort, value) for value, phrases in values.items() for phrase in phrases}
    table |= {fold(word): ("last", "") for word in lists["last"]["words"]}
    return table | {fold(word): ("joint", "") for word in lists["joints"]["words"]}


@cache
def _misspellings() -> Misspellings[_Meaning]:
    return Misspellings.of(_table())


@cache
def _behind() -> Mapping[str, EditionKind]:
    lists = word_list("editions")["behind"]
    return {fold(phrase): EditionKind.of(kind) for kind, phrases in lists.items() for phrase in phrases}
