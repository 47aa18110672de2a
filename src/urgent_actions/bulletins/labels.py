"""The labels of contact data: where in a line a way to reach somebody begins, and which one it is."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import islice

import attrs

from urgent_actions.bulletins.patterns import either
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Wording
from urgent_actions.values.channel_kind import ChannelKind

SALUTATION = "salutation"

# What may follow a label that has no colon, by kind: only what can be nothing else.
_PLAIN = {
    "phone": r"\(?(?:\+[ ]?)?\d[\d ().–-]{5}",
    "fax": r"\(?(?:\+[ ]?)?\d[\d ().–-]{5}",
    "sms": r"\+\d",
    "whatsapp": r"\+\d",
    "telex": r"\d{4}",
    "email": r"\[?[\w.+-]{1,64}(?:@|\s?protected\]|[ ]?[(\[][ ]?(?:at|a|arroba)[ ]?[)\]]|[ ](?-i:AT|ARROBA)[ ])",
    "twitter": "@",
    "facebook": "@",
    "instagram": "@",
    "telegram": "@",
    "tiktok": "@",
    "youtube": "@",
    "form": "https?:",
    "website": r"https?:|www\.",
    SALUTATION: r"(?<=[ ]{2})(?-i:[A-Z])",
}
_AFTER = r"(?:[ ]?\d{1,2}(?![\d.-]))?(?:[ ]?\((?!\d)[^()\n]{1,40}\))?\.?[ ]{0,3}"

MOST_LABELS = 100
"""Labels on one line; even a page on a single line has fewer."""


@attrs.frozen(eq=False)
class Item:
    """A label, what stands behind it, the signs before the next label, and the lines on which the value goes on."""

    kinds: tuple[str, ...]
    label: Piece
    value: Piece
    tail: Piece
    more: tuple[Piece, ...] = ()


@cache
def _kinds() -> Mapping[str, tuple[str, ...]]:
    """Every label in small letters, with the kinds that it names."""
    lists = word_list("channels")
    labels = {label: (str(kind),) for kind in ChannelKind for label in lists.get(str(kind), ())}
    labels |= {label: (kind,) for kind, names in lists["other"].items() for label in names}
    labels |= {label: tuple(kinds) for label, kinds in lists["pairs"].items()}
    return {label.casefold().replace(".", ""): kinds for label, kinds in labels.items()}


@cache
def _pattern() -> re.Pattern[str]:
    """Any label with a colon, or one without where the right sort of value follows."""
    plain = [
        rf"(?:{_any(label for label, kinds in _kinds().items() if kinds[0] == kind)})\.?[ ]{{1,3}}(?={value})"
        for kind, value in _PLAIN.items()
    ]
    short = [
        rf"(?-i:{_any(labels)})\.?[ ]?:[ ]{{0,3}}(?={_PLAIN[kind]})"
        for kind, labels in word_list("channels")["short"].items()
    ]
    return re.compile(rf"(?:{_any(_kinds())}){_AFTER}:(?!//)|{'|'.join([*plain, *short])}", re.IGNORECASE)


def _any(labels: Iterable[str]) -> str:
    """Any of these labels; a full stop may shorten each of their words: "Tel. no", "Tel./Fax"."""
    return either(labels).replace(r"(?:\s{1,3})", r"\.?[ ]{1,3}").replace("/", r"\.?[ ]?/[ ]?")


_WORD = re.compile(r"(?<![A-Za-z@/._-])[^\W\d_]+")


@cache
def _first_words() -> frozenset[str]:
    """The words with which labels begin: only there is the pattern tried, which has some hundred branches."""
    short = (label.casefold() for labels in word_list("channels")["short"].values() for label in labels)
    return frozenset(found[0] for label in (*_kinds(), *short) if (found := _WORD.match(label)))


_SIGN = re.compile(r"[:@\d]|www|protected|\w[ ]{2}", re.IGNORECASE)
"""What stands behind every label: its colon, what can be nothing else than an address, or the gap before a column."""


@lru_cache(maxsize=256)
def _labels_in(text: str) -> tuple[re.Match[str], ...]:
    """The labels of a text, in order; kept, for one line is asked about them by several readers."""
    return tuple(islice(_labels_of(text), MOST_LABELS)) if _SIGN.search(text) else ()


def _labels_of(text: str) -> Iterator[re.Match[str]]:
    end = 0
    for word in _WORD.finditer(text):
        if word.start() < end or word[0].casefold() not in _first_words():
            continue
        label = _pattern().match(text, word.start())
        if label:
            end = label.end()
            yield label


_END = re.compile(r"[ ]?\d{0,2}(?:[ ]?\([^()]*\))?[ ]*:?[ ]*\Z")
_BETWEEN = " \t|/;,•·-–—*"


def split_at_labels(line: Piece) -> tuple[Piece, list[Item]]:
    """What stands before the first label of a line, and every label with its value."""
    found = _labels_in(str(line))
    if not found:
        return line.stripped(" "), []
    starts = [match.start() for match in found]
    ends = [*starts[1:], len(line)]
    items = [_item(line, match, end) for match, end in zip(found, ends, strict=False)]
    return trimmed(line.part(0, starts[0])), items


def _item(line: Piece, label: re.Match[str], end: int) -> Item:
    value = _with_slash(trimmed(line.part(label.end(), end)), line)
    return Item(_named(label[0]), line.of(label), value, Piece(line.page, value.end, line.start + end))


def _with_slash(value: Piece, line: Piece) -> Piece:
    """The value with the stroke that ends its link: `https://example.org/contact/`."""
    last = str(value).rpartition(" ")[2].lower()
    rest = Piece(line.page, value.end, line.end)
    return value.part(0, len(value) + 1) if "//" in last and str(rest).startswith("/") else value


def trimmed(piece: Piece) -> Piece:
    """Without the signs that set one way off from the next, the lone "I" among them."""
    piece = piece.stripped(_BETWEEN)
    text = str(piece)
    if text.endswith("("):  # before a label in brackets: `Lima (Fax: ...)`
        return piece.part(0, len(text) - 1).stripped(_BETWEEN)
    if text.endswith((" I", " l")):
        return piece.part(0, len(text) - 2).stripped(_BETWEEN)
    return piece


def _named(label: str) -> tuple[str, ...]:
    text = " ".join(label.casefold().replace(".", "").rstrip(": ").split()).replace(" /", "/").replace("/ ", "/")
    bare = _END.sub("", text)
    return _kinds().get(text) or _kinds().get(bare) or _short_kinds()[bare]


@cache
def _short_kinds() -> Mapping[str, tuple[str, ...]]:
    return {label.casefold(): (kind,) for kind, labels in word_list("channels")["short"].items() for label in labels}


@cache
def _glued() -> Wording:
    names = {name.title() if name.islower() else name for name in _kinds() if len(name) > 2}
    names |= {name.capitalize() for name in names}
    return Wording.of(rf"(?<=\w)(?:{either(names)})(?=:)")


def glued_labels(line: str) -> set[int]:
    """Where a label with its colon follows the word before it without a blank: `@RusEmbUSAFacebook:`."""
    return {match.start() for match in _glued().finditer(line)}


def first_label_end(text: str) -> int | None:
    """The character at which the first label of a text ends; None where there is no label."""
    found = _labels_in(text)
    return found[0].end() if found else None


def has_label(text: str) -> bool:
    """Whether contact data with a label stand in a text."""
    return first_label_end(text) is not None
