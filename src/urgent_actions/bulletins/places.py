"""The countries that a heading is about: `on israel/opt`, `on USA (Georgia)`, `(Viet Nam: UA 30.19)`."""

import re
from collections.abc import Sequence
from functools import cache

import attrs

from urgent_actions.bulletins.diagnostic import Diagnostic
from urgent_actions.bulletins.place_names import misspelt_name, name_at, state_at
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.values.country import Country
from urgent_actions.values.country_names import country_of_adjective
from urgent_actions.values.country_spellings import NO_COUNTRY, acronyms
from urgent_actions.values.folding import fold
from urgent_actions.values.severity import Severity

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_TITLE = re.compile(r"[:;!?#]|\s[-–—]|[-–—]\s")  # a title begins behind one of these
_SURE_JOINTS = frozenset({"on", "in"})
_FEW = 2
_JOIN = re.compile(r"[/,&()\[\]|+\-–—]")


@attrs.frozen(kw_only=True)
class Places:
    """Countries that a stretch of text names.

    Args:
        countries: in the order in which they are named.
        unclear: a name that stands for no one country, such as Congo or Yugoslavia, where it comes first.
        spans: which characters named them, or a part of one of them, such as a state of the USA.
        diagnostics: misspelt names that were put right.
    """

    countries: tuple[Country, ...] = ()
    unclear: str | None = None
    spans: tuple[tuple[int, int], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def country(self) -> Country | None:
        """The country that the document is filed under: the first one named, or None where that name is unclear."""
        return None if self.unclear or not self.countries else self.countries[0]


@attrs.frozen(eq=False)
class _Word:
    text: str
    key: str
    start: int
    end: int


@attrs.define(eq=False)
class _Slot:
    """A stretch of text and what was found in it; `names` are codes, or `-` and the words of an unclear name."""

    text: str
    words: Sequence[_Word]
    keys: Sequence[str]
    small: bool
    names: dict[str, None] = attrs.field(factory=dict)
    spans: list[tuple[int, int]] = attrs.field(factory=list)
    remarks: list[Diagnostic] = attrs.field(factory=list)

    def add(self, at: int, length: int, code: str) -> int:
        """Note a name that begins with a word, and say which word comes behind it."""
        start, end = self.words[at].start, self.words[at + length - 1].end
        self.spans.append((start, end))
        self.names.setdefault(NO_COUNTRY + self.text[start:end] if code == NO_COUNTRY else code)
        return at + length

    def between(self, at: int) -> str:
        """What stands between a word and the one before it."""
        return self.text[self.words[at - 1].end : self.words[at].start] if at else ""

    def places(self) -> Places:
        """What was found."""
        first = next(iter(self.names), "")
        return Places(
            countries=tuple(Country(name) for name in self.names if not name.startswith(NO_COUNTRY)),
            unclear=first.removeprefix(NO_COUNTRY) if first.startswith(NO_COUNTRY) else None,
            spans=tuple(self.spans),
            diagnostics=tuple(self.remarks),
        )


def read_places(
    text: str, start: int = 0, end: int | None = None, *, alone: bool = False, hints: bool = True
) -> Places:
    """The countries with which a stretch of text begins.

    Args:
        text: the line.
        start: the first character of the stretch.
        end: the character after its last one.
        alone: whether names only count where a sign or nothing follows; then `Jordan Smith, held in Iran` names nobody.
        hints: whether an adjective, or a name at the end, counts where there is no name at the beginning.

    >>> [str(country) for country in read_places("on Israel/OPT - fear for safety").countries]
    ['IL', 'PS']
    >>> read_places("on USA (Georgia)").country, read_places("on Georgia/Russia").country
    (Country(code='US'), Country(code='GE'))
    """
    slot = _slot(text, start, len(text) if end is None else end)
    at = _read_names(slot)
    ends_well = _skip(slot, at, "before") >= len(slot.words) or (at and _TITLE.search(slot.between(at)))
    if alone:
        return slot.places() if ends_well else Places()
    if hints and not slot.names:
        _read_hints(slot)
    return slot.places()


def _slot(text: str, start: int, end: int) -> _Slot:
    words = [_Word(m[0], fold(m[0]), m.start(), m.end()) for m in _WORD.finditer(text, start, end)]
    return _Slot(text, words, [word.key for word in words], small=not any(word.text[0].isupper() for word in words))


def _read_names(slot: _Slot) -> int:
    """Read names joined by slashes, commas, brackets or "and", and say with which word they end."""
    at = _skip(slot, 0, "before")
    while at < len(slot.words):
        after = _read_name(slot, at)
        if after == at:
            after = _unknown_before_slash(slot, at)
        if after == at or after >= len(slot.words):
            return after
        if _TITLE.search(slot.between(after)):
            return _read_part(slot, after)
        joined = _JOIN.search(slot.between(after)) or slot.keys[after] in word_list("places")["joints"]["between"]
        if not joined:
            return after
        at = _skip(slot, after, "between")
    return at


def _read_name(slot: _Slot, at: int) -> int:
    """Read one name, spelt well or ill, or a state of the USA; where there is none, nothing moves."""
    state = state_at(slot.keys, at, short=True) if "US" in slot.names else 0
    if state:
        return slot.add(at, state, "US")
    length, code = _name_or_state(slot, at)
    return slot.add(at, length, code) if length else _read_misspelt(slot, at)


def _read_misspelt(slot: _Slot, at: int) -> int:
    """Read a name with one letter wrong, where signs or nothing stand around it."""
    end = _before_sign(slot, at)
    known = misspelt_name(" ".join(slot.keys[at:end]))
    if not known or country_of_adjective(slot.words[at].text):
        return at
    given = slot.text[slot.words[at].start : slot.words[end - 1].end]
    what = f"{given!r} was read as {known[0].title()!r}"
    place = slot.words[at].start + 1
    slot.remarks.append(Diagnostic("mended-country", what, column=place, severity=Severity.INFO))
    return slot.add(at, end - at, known[1])


def _is_plain_word(slot: _Slot, at: int, length: int) -> bool:
    """Whether a name that is an acronym is written small in a text that has capitals, as in "join us"."""
    return not slot.small and length == 1 and slot.words[at].text.islower() and slot.keys[at] in acronyms()


def _read_part(slot: _Slot, at: int) -> int:
    """Read a state of the USA that stands behind a dash or a colon, and say where what is no place begins."""
    state = state_at(slot.keys, at, short=True) if "US" in slot.names else 0
    return slot.add(at, state, "US") if state else at


def _unknown_before_slash(slot: _Slot, at: int) -> int:
    """Pass over a first word that no table knows, where a slash joins it to the next."""
    unknown = not slot.names and at + 1 < len(slot.words) and slot.between(at + 1).strip() == "/"
    return at + 1 if unknown else at


def _before_sign(slot: _Slot, at: int) -> int:
    end, stops = at + 1, word_list("places")["joints"]["after"]
    while end < len(slot.words) and slot.keys[end] not in stops and not slot.between(end).strip(" .'’"):
        end += 1
    return end


def _skip(slot: _Slot, at: int, joints: str) -> int:
    """Pass over joints and points of the compass, such as "on" and "western"."""
    skipped = _skipped(joints)
    while at < len(slot.words) and slot.keys[at] in skipped:
        if name_at(slot.keys, at)[0] or state_at(slot.keys, at, short=False):
            break
        at += 1
    return at


def _read_hints(slot: _Slot) -> None:
    """Where no name comes first: an adjective (`Colombian civilians`), or a name at the end (`women in Iran`)."""
    for at, word in enumerate(slot.words):
        behind_joint = at == 0 or slot.keys[at - 1] in _SURE_JOINTS
        adjective = country_of_adjective(word.text) if behind_joint else None
        if adjective:
            slot.add(at, 1, adjective.code)
            return
        scrap = slot.keys[at - 1] if 0 < at <= _FEW else ""
        behind_scrap = len(scrap) == _FEW  # "om USA": a misprint of a joint
        length, code = _name_or_state(slot, at) if behind_joint or behind_scrap else (0, "")
        if length and at + length == len(slot.words):
            slot.add(at, length, code)
            return


def _name_or_state(slot: _Slot, at: int) -> tuple[int, str]:
    length, code = name_at(slot.keys, at)
    if length and not _is_plain_word(slot, at, length):
        return length, code
    return state_at(slot.keys, at, short=False), "US"


@cache
def _skipped(joints: str) -> frozenset[str]:
    lists = word_list("places")
    return frozenset((*lists["joints"][joints], *lists["directions"]["words"]))
