"""The title of a page with its label, and the number and the country of the case beside it."""

import re

import attrs

from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.line_breaks import heading_label
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.places import read_places
from urgent_actions.bulletins.postal import country_of
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.edition import EditionKind
from urgent_actions.errors import InvalidValue
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.case_status import CaseStatus
from urgent_actions.values.country import Country
from urgent_actions.values.partial_date import PartialDate

_NUMBER = re.compile(
    r"(?:\b(?P<series>UA|AU|EXTRA|MA)\b[ ]{0,2}:?[ ]{0,2})?(?P<before>[^\d()]{0,60}?)"
    r"(?<![\d/.])(?P<number>\d{1,4}[ ]?[./][ ]?(?:\d{4}|\d{2}))(?![\d/.]{1,2}\d)"
)
_BRACKETS = re.compile(r"\(([^()\n]{0,90}\d{1,4}[ ]?[./][ ]?\d{2,4}[^()\n]{0,40})\)")
_SERIES = re.compile(r"\b(?:UA|AU|EXTRA|MA|Urgent Action)\b", re.IGNORECASE)
_LONGEST_TITLE = 200


@attrs.define(eq=False)
class Top:
    """What the top of a page says, with its places."""

    title: Piece | None = None
    reference: CaseReference | None = None
    reference_at: Piece | None = None
    country: Country | None = None
    country_at: Piece | None = None
    countries_named: bool = False
    kind: EditionKind | None = None
    kind_at: Piece | None = None
    ordinal: int | None = None
    issued: PartialDate | None = None
    issued_at: Piece | None = None
    status: CaseStatus = CaseStatus.OPEN
    status_at: Piece | None = None
    ended_on: PartialDate | None = None
    summary: list[list[Piece]] = attrs.field(factory=list)


def read_title(top: Top, words: Piece, ledger: Ledger, *, alone: bool) -> bool:
    """Read a line as the title, where it has a label, the number in brackets, or the looks of one.

    Args:
        top: what is known so far; the title is added.
        words: the line.
        ledger: where remarks are noted.
        alone: whether nothing else stands before the requests: then a bare line is the summary.
    """
    text = str(words)
    label = heading_label().match(text)
    brackets = _last(_BRACKETS, text)
    if top.title is not None and not (label and brackets and top.reference is None):
        return False
    if not label and not brackets and (alone or not _looks_like_title(words)):
        return False
    if label:
        _read_label(top, words.of(label), label)
    if brackets:
        read_number(top, words.of(brackets, 1), ledger)
    start, end = (label.end() if label else 0), (brackets.start() if brackets else len(words))
    title = words.part(start, max(start, end)).stripped(" :–—-")
    if any(map(str.isalnum, str(title))):
        top.title = title
        read_prefix(top, ledger)
    return True


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The brackets with the number, where nothing but a full stop follows them."""
    found = [match for match in pattern.finditer(text[: 4 * _LONGEST_TITLE]) if not text[match.end() :].strip(" .")]
    return found[-1] if found else None


def _looks_like_title(words: Piece) -> bool:
    text = str(words)
    return len(text) <= _LONGEST_TITLE and text[0].isupper() and not re.search(r"[.!?…]”?\Z|[.!?] [A-Z]", text)


def _read_label(top: Top, words: Piece, label: re.Match[str]) -> None:
    number = next(
        int(name.removeprefix("label_"))
        for name, value in label.groupdict().items()
        if name.startswith("label_") and value
    )
    entry = word_list("web_post")["heading"]["labels"][number]
    top.kind, top.kind_at = EditionKind.of(entry["kind"]), words.stripped(" :!–—-")
    ordinals = word_list("web_post")["ordinals"]
    counted = next((ordinals[word] for word in label[0].casefold().split() if word in ordinals), None)
    if counted is not None:
        top.ordinal = counted + 1 if entry.get("after_first") else counted
    if top.kind is EditionKind.OUTCOME:
        top.status, top.status_at = CaseStatus.ENDED, top.kind_at


def repeats_title(top: Top, words: Piece, ledger: Ledger) -> bool:
    """A caption that says the title once more, often in capitals."""
    if top.title is None:
        return False
    said = str(top.title).casefold()
    if str(words).casefold().strip(" .") not in {said, said.partition(":")[2].strip()}:
        return False
    ledger.form(words)
    return True


def read_number(top: Top, words: Piece, ledger: Ledger) -> bool:
    """The number and the country, in any order, in brackets or on a line of their own."""
    found = _NUMBER.search(str(words))
    if not found:
        return False
    try:
        reference = CaseReference.parse(found["number"].replace(" ", ""), found["series"] or _series(str(words)))
    except InvalidValue as error:
        ledger.error("bad-reference", error.problems[0].what, words, error.problems[0].way_out)
        return False
    top.reference, top.reference_at = reference, words.of(found, "number")
    _read_country(top, words, words.of(found, "number"), ledger)
    return True


def _series(text: str) -> str:
    found = re.search(r"\b(UA|AU|EXTRA|MA)\b", text)
    return found[1] if found else "UA"


def _read_country(top: Top, words: Piece, number: Piece, ledger: Ledger) -> None:
    """What stands beside the number, without the series, is the name of a country or of several."""
    for part in words.without([number]):
        labels = [part.of(match) for match in _SERIES.finditer(str(part))]
        ledger.form(*labels)
        names = [name.stripped(" :,;.()–—-") for name in part.without(labels)]
        for name in names:
            if any(map(str.isalpha, str(name))):
                _set_country(top, name, ledger)


def read_prefix(top: Top, ledger: Ledger) -> None:
    """The country that goes before the title, or several: `Honduras: Armed attack ...`."""
    title = top.title
    if title is None or top.country is not None or top.countries_named:
        return
    before = title.part(0, max(0, str(title).find(":")))
    country = country_of(before)
    if country is not None:
        top.country, top.country_at = country, title
    elif names_several(before):
        top.countries_named = True
        tell_several(before, ledger)


def names_several(name: Piece) -> bool:
    """Whether words are the names of several countries and nothing else."""
    return len(read_places(str(name), alone=True, hints=False).countries) > 1


def tell_several(name: Piece, ledger: Ledger) -> None:
    """Tell that a heading names several countries; a case is filed under one or none."""
    ledger.info("several-countries", f"the heading names several countries, {str(name)!r}; the case has none", name)


def _set_country(top: Top, name: Piece, ledger: Ledger) -> None:
    country = country_of(name)
    if country is not None:
        top.country, top.country_at = country, name
    elif names_several(name):
        top.countries_named = True
        tell_several(name, ledger)
        ledger.form(name)
    else:
        ledger.error(
            "unknown-country", f"unknown country {str(name)!r} in the heading", name, "write its name in English"
        )
