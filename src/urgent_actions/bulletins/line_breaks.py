"""Where a page that was flattened had its line breaks: at headings of sections, requests, greetings, missing blanks."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, islice

from urgent_actions.bulletins.dates import find_dates
from urgent_actions.bulletins.digit_dates import find_digit_dates
from urgent_actions.bulletins.labels import first_label_end, glued_labels, has_label
from urgent_actions.bulletins.patterns import SLOTS, loose
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Wording

_SENTENCE_END = re.compile(r"[.!?][)”\"]?(?=[ ]+[A-Z“\"(\[•]|[ ]*\Z|[A-Z][a-z])")
_GLUE = re.compile(
    r"(?<=[a-z][.,;)])(?=[A-Z])|(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})|(?<=\d)(?=[A-Z][a-z])"
    r"|(?<=\bURGENT ACTION)(?=[A-Z])|(?<=[a-z.)])(?=c/o[ ])"
)
_NO_GLUE = re.compile(
    r"[^\s@]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?=[A-Z])|[^\s@]{0,64}@\S*|https?://\S*|www\.\S*|\b(?:Mc|Mac|De|Di|La|Le|Van|O['’])[A-Z]\w*"
)
_GREETING = re.compile(r"(?<!alutation:)(?<!alutation: )(?<![A-Z“\"'])Dear[ ][A-Z][^,:\n]{1,60}[,:]")
_TITLE_END = re.compile(r"\([^()\n]{0,60}\d{1,4}[./]\d{2,4}[^()\n]{0,30}\)(?=[ ]*\S)")
_TO_WHOM = (
    r"(?i:[ ](?:to|for)[ ](?:the[ ])?[^\n.,:]{2,60}|[ ](?:no\.[ ]?)?\d{1,2}"
    r"|[ ](?:\(?in[ ][^\W\d_]{4,14}\)?|\([^\W\d_]{4,14}\)))[ ]*(?::|\Z)"
)
"""Behind the heading of a letter: to whom it goes, which one of several it is, or in which language it is."""

_BULLET = r"(?:(?:\(?\d{1,2}[.)]|[•◼▪●–-])[ ]{1,5})?"


def lost_breaks(line: str, *, glued: bool) -> set[int]:
    """The places in a line at which a new line began once.

    Args:
        line: the line as printed.
        glued: whether not even a blank was left in the place of a break.
    """
    places = {*_at_titles(line), *_at_sections(line), *_at_requests(line), *_at_greetings(line)}
    return places | _at_glue(line) if glued else places


@cache
def glued_request() -> Wording:
    """A request of the page that follows a sentence without a blank: `... them.Click here ...`."""
    starts = "|".join(map(loose, word_list("web_post")["starts"]["patterns"]))
    return Wording.of(rf"[a-z][.!?](?:{starts}|TAKE ACTION)")


def _at_glue(line: str) -> set[int]:
    """Where a blank is missing, but for addresses and names such as McCoy."""
    hidden = [*(match.span() for match in _NO_GLUE.finditer(line)), (len(line) + 1, len(line) + 1)]
    cuts: set[int] = set()
    at = 0
    for match in _GLUE.finditer(line):
        while match.start() >= hidden[at][1]:
            at += 1
        if match.start() <= hidden[at][0]:
            cuts.add(match.start())
    return cuts | glued_labels(line)


def _at_titles(line: str) -> Iterator[int]:
    """Behind "(Country: UA 82.20)" and behind the date that follows it, where the line goes on."""
    found = _TITLE_END.search(line)
    if not found or not heading_label().match(line):
        return
    yield found.end()
    rest = line[found.end() :]
    date = next(chain(find_dates(rest[:60]), find_digit_dates(rest[:60], signs="/.-")), None)
    if date and not rest[: date.start].strip():
        yield found.end() + date.end


@cache
def heading_label() -> re.Pattern[str]:
    """A label before the title, such as "Urgent Action Update:"."""
    labels = word_list("web_post")["heading"]["labels"]
    ordinals = "|".join(word_list("web_post")["ordinals"])
    slots = {**SLOTS, "ordinal": f"(?:{ordinals})"}
    source = "|".join(f"(?P<label_{number}>{loose(label['pattern'], slots)})" for number, label in enumerate(labels))
    return re.compile(rf"[ ]*(?:{source})(?![ ]?[\w’'])[ ]*[:!.–—-]{{0,3}}[ ]*[:–—-]{{0,2}}[ ]*", re.IGNORECASE)


def _at_sections(line: str) -> Iterator[int]:
    """Around headings of sections that stand in a line in capitals, and behind one that opens a line."""
    opening = section_label().match(line)
    if opening and opening.lastgroup == "letter" and section_label().fullmatch(line):
        return
    if opening:
        yield opening.end()
    sections = [_loud_sections().finditer(line), _section_in_line().finditer(line) if ":" in line else ()]
    for match in chain.from_iterable(sections):
        yield match.start()
        yield match.end()


@cache
def section_label() -> re.Pattern[str]:
    """A heading of a section at the start of a line: alone, before a colon or a bullet, or in capitals.

    The group that is found has the name of the section.
    """
    forms = (f"(?P<{name}>{_heading(name, names)})" for name, names in word_list("web_post")["sections"].items())
    return re.compile(rf"[ ]*(?:{'|'.join(forms)})")


def _heading(name: str, names: Sequence[str]) -> str:
    quiet, loud = "|".join(map(loose, names)), "|".join(_loud(name) for name in names if " " in name)
    to_whom = rf"(?i:{'|'.join(loose(name) for name in names if ' ' in name)}){_TO_WHOM}|" if name == "letter" else ""
    return rf"{to_whom}(?i:{quiet})[ ]*(?::|\Z|(?=[-•]))|(?:{loud or '(?!)'})(?=[ ]?[A-Z])"


@cache
def _section_in_line() -> Wording:
    """A heading of a section behind a sentence, with its colon."""
    quiet = "|".join(loose(name) for names in word_list("web_post")["sections"].values() for name in names)
    return Wording.of(rf"(?<=[.!?][ ])(?:{quiet}):", re.IGNORECASE)


def _loud(name: str) -> str:
    return loose("{}".join(name.upper().split())).replace("{}", r"\s{1,3}")


@cache
def _loud_sections() -> Wording:
    names = [name for names in word_list("web_post")["sections"].values() for name in names if " " in name]
    return Wording.of(rf"(?<![A-Z] )(?:{'|'.join(map(_loud, names))}):?")


@cache
def request_start() -> re.Pattern[str]:
    """How a request of the page to the supporter begins."""
    starts = "|".join(map(loose, word_list("web_post")["starts"]["patterns"]))
    return re.compile(rf"(?:{starts})", re.IGNORECASE)


@cache
def _request() -> Wording:
    start = request_start().pattern
    return Wording.of(rf"(?:\A|(?<=[.!?:)][ ]))[ ]{{0,5}}{_BULLET}{start}|(?<=[.!?:)]){start}", re.IGNORECASE)


def _at_requests(line: str) -> Iterator[int]:
    """Before every request, and behind the last one where contact data follow."""
    last = None
    for match in _request().finditer(line):
        yield match.start()
        last = match
    end = _SENTENCE_END.search(line, last.end()) if last else None
    if end and has_label(line[end.end() :]):
        yield end.end()


def _at_greetings(line: str) -> Iterator[int]:
    """Before a "Dear ..." that follows contact data on the same line."""
    reached = first_label_end(line)
    if reached is not None:
        yield from (match.start() for match in islice(_GREETING.finditer(line, reached), 1))
