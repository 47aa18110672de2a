"""The sections of a page: heading with summary, requests, contact data, model letter, and what comes after."""

import re
from collections.abc import Iterable
from functools import cache

import attrs

from urgent_actions.bulletins.instructions import instructions_in
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.line_breaks import request_start, section_label
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.note_kinds import is_instruction
from urgent_actions.bulletins.patterns import loose
from urgent_actions.bulletins.stock import whole
from urgent_actions.bulletins.word_lists import word_list

_SENTENCE = r"(?:I|We|Please|My|As|It|On|This|In|The|You|Your)\b"

_REQUEST_END = re.compile(r"[.!?:;][)”\"]?\Z")

_LETTERS = frozenset({"letter", "others"})

_TALKING = frozenset({"actions", "contacts", "after"})
"""The sections among whose lines the supporter is spoken to."""


@attrs.define(eq=False)
class Sections:
    """The lines of each section, without the headings of sections; `others` are the letters behind the first one."""

    heading: list[Line] = attrs.field(factory=list)
    actions: list[Line] = attrs.field(factory=list)
    contacts: list[Line] = attrs.field(factory=list)
    letter: list[Line] = attrs.field(factory=list)
    after: list[Line] = attrs.field(factory=list)
    margin: list[Line] = attrs.field(factory=list)
    others: list[list[Line]] = attrs.field(factory=list)

    def add(self, name: str, line: Line) -> None:
        """Add a line to a section, or to the last letter behind the first one."""
        lines: list[Line] = self.others[-1] if name == "others" else getattr(self, name)
        lines.append(line)


def sections_of(lines: Iterable[Line], ledger: Ledger) -> Sections:
    """Sort the lines of a page into its sections."""
    sections, current = Sections(), "heading"
    for line in lines:
        labelled = _labelled(line)
        if labelled:
            current = labelled
            if labelled == "letter" and sections.letter:
                current = "others"
                sections.others.append([])
            ledger.form(line.words)
        elif current != "heading" and margin_label(in_letter=current == "letter").match(str(line)):
            sections.margin.append(line)
        elif current in _TALKING and _asks(line, current):
            sections.actions.append(attrs.evolve(line, new=True))
        else:
            current = _next(current, line, sections)
            sections.add(current, line)
        if line.bullet is not None:
            ledger.form(line.bullet)
        if current in _LETTERS and closes(str(line)) and not labelled:
            current = "after"
    return sections


def closes(text: str) -> bool:
    """Whether a line is the one above a signature, in whatever language the letter is."""
    return bool(closing().fullmatch(text) or whole("closing").match(text))


def _asks(line: Line, current: str) -> bool:
    """Whether a line is an instruction that stands by itself; one that narrows a channel belongs to its block."""
    text = str(line)
    if (current == "actions" and request_start().match(text)) or is_opening(text) or not is_instruction(text):
        return False
    return not (current == "contacts" and instructions_in(line.words))


def _labelled(line: Line) -> str:
    """The section that a line is the heading of, if any."""
    text = str(line)
    found = section_label().match(text)
    if found is None or found.lastgroup == "copies" or text[found.end() :].strip():
        return ""
    return found.lastgroup or ""


def _next(current: str, line: Line, sections: Sections) -> str:
    """The section that a line belongs to, by how it begins and by where the page has come to."""
    requests = request_start().match(str(line))
    if current in {"heading", "actions"} and requests:
        return "actions"
    if current == "after":
        return "actions" if requests and not sections.actions else "after"
    if current == "actions" and line.bullet is None and not _goes_on(sections.actions, line):
        current = "contacts" if sections.actions else "actions"
    if current == "contacts" and is_opening(str(line)):
        return "letter"
    return current


def _goes_on(actions: list[Line], line: Line) -> bool:
    """Whether a line is the rest of a request that a narrow page has wrapped."""
    last = str(actions[-1]) if actions else ""
    joined = str(line)[0].islower() or last.rpartition(" ")[2] in word_list("offices")["joining"]
    return joined and not line.new and not _REQUEST_END.search(last)


@cache
def _opening() -> re.Pattern[str]:
    lists = word_list("web_post")["opening"]
    strong, weak = ("|".join(map(loose, lists[name])) for name in ("strong", "patterns"))
    return re.compile(
        rf"(?:(?:{strong})\b[^,:\n]{{0,90}}(?:[,:]|\Z)|(?:{weak})\b[^,:\n]{{0,90}}[,:](?:\Z|[ ]{{0,3}}{_SENTENCE}))"
    )


def is_opening(text: str) -> bool:
    """Whether a line greets, as letters do."""
    return bool(_opening().match(text))


@cache
def closing() -> re.Pattern[str]:
    """The line above a signature."""
    forms = "|".join(map(loose, word_list("web_post")["closing"]["patterns"]))
    return re.compile(rf"(?:{forms})[ ]{{0,3}}[,.!]?", re.IGNORECASE)


@cache
def margin_label(*, in_letter: bool = False) -> re.Pattern[str]:
    """A line that may stand anywhere: the languages to write in, a hashtag, who it is about, the last day."""
    lists = word_list("web_post")["margin"]
    places = [lists["always"]] if in_letter else [lists["always"], lists["outside"]]
    forms = {
        name: "|".join(loose(form) for place in places for form in place.get(name, ())) for name in lists["always"]
    }
    return re.compile("|".join(f"(?P<{name}>{form})" for name, form in forms.items()), re.IGNORECASE)
