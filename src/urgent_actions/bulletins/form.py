"""The form of the Secretariat's bulletins from 2009 to 2018, and of web pages made of them: sections with headings."""

import re

import attrs

from urgent_actions.bulletins.asked_words import says_ended
from urgent_actions.bulletins.form_labels import FormLabel, label_at
from urgent_actions.bulletins.form_lines import form_lines
from urgent_actions.bulletins.instructions import instructions_in
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.lines import Line, single_spaced
from urgent_actions.bulletins.note_kinds import is_instruction
from urgent_actions.bulletins.patterns import one_of
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.sections import closing, is_opening
from urgent_actions.bulletins.word_lists import word_list

_SENTENCE_END = re.compile(r"[.;:!?][”\")]{0,2}(?:[ ]and)?\Z")
_DEMAND = re.compile(r"[A-Z][a-z]{2,14}ing[ ](?=[a-z])")
_WHOLE = frozenset({"letter", "demands", "notes"})
_TALKING = frozenset({"requests", "contacts", "embassies", "background"})
"""The sections among whose lines the supporter is spoken to."""

_HEADING = frozenset({"opening", "summary", "captions"})


@attrs.define(eq=False)
class Form:
    """The lines of each section, without the labels; `opening` is all that goes before the first of them."""

    sections: dict[str, list[Line]] = attrs.field(factory=dict)

    def __getitem__(self, name: str) -> list[Line]:
        return self.sections.get(name, [])

    def add(self, name: str, line: Line) -> None:
        """Add a line to a section."""
        self.sections.setdefault(name, []).append(line)


def form_of(ledger: Ledger) -> Form:
    """Sort the lines of a page into sections; labels and bullets give form."""
    form, current, once, behind = Form(), "opening", False, "opening"
    for line in single_spaced(list(form_lines(ledger))):
        if line.bullet is not None:
            ledger.form(line.bullet)
        label, end = label_at(str(line))
        if _stands_alone(line, current if label is None else "", form, ledger):
            continue
        rest: Line | None = line
        if label is not None and _may_open(label, current, line):
            rest = _without_label(label, end, line, ledger)
            behind = _section_behind(label, behind)
            current, once = label.name, label.is_line
        elif not once:
            current = _next(current, line, form)
        if rest is not None:
            form.add(current, rest)
            current, once = (behind, False) if once else (current, once)
        if current == "letter" and closing().fullmatch(str(line)):
            current = behind = "background"
    return form


def _stands_alone(line: Line, current: str, form: Form, ledger: Ledger) -> bool:
    """Take a caption, or an instruction among other lines; one that narrows a channel belongs to its block."""
    if _is_caption(line):
        ledger.form(line.words)
        return True
    if line.bullet is not None or not (current in _TALKING or (current in _HEADING and says_ended(str(line)))):
        return False
    if not is_instruction(str(line)) or instructions_in(line.words):
        return False
    form.add("ended" if _ends(line) else "asked", attrs.evolve(line, new=True))
    return True


def _ends(line: Line) -> bool:
    return bool(one_of(tuple(word_list("web_post")["ended"]["plain"])).search(str(line))) or says_ended(str(line))


def _is_caption(line: Line) -> bool:
    return bool(one_of(tuple(word_list("form")["captions"])).fullmatch(str(line).strip(" :|")))


def _may_open(label: FormLabel, current: str, line: Line) -> bool:
    """Whether a section opens here: a letter or a list is not cut by what its sentences happen to begin with."""
    return current not in _WHOLE or (label.is_label and line.bullet is None)


def _without_label(label: FormLabel, end: int, line: Line, ledger: Ledger) -> Line | None:
    """What the section holds of the line that opens it."""
    if not label.is_label or label.is_kept:
        return Line(line.words, line.bullet, True)
    ledger.form(line.words.part(0, end))
    words = line.words.part(end).stripped(" ")
    return Line(words, None, True) if words else None


def _section_behind(label: FormLabel, behind: str) -> str:
    """The section that goes on where one of a single line ends: the heading before the requests, the story behind."""
    if not label.is_line:
        return label.name
    return behind if behind in _HEADING else "background"


def _next(current: str, line: Line, form: Form) -> str:
    """The section of a line that opens none."""
    if current == "requests" and line.bullet is None:
        return "requests" if _goes_on(form["requests"][-1], line) else "contacts"
    if current in {"contacts", "own_words"} and is_opening(str(line)) and _greets(line.words):
        return "letter"
    return "contacts" if current == "own_words" else current


def _goes_on(last: Line, line: Line) -> bool:
    """Whether a line without a bullet goes on with the demand, or the request, before it."""
    starts = str(line)[0].islower() or begins_demand(str(line))
    return starts or not (_SENTENCE_END.search(str(last)) or line.new)


def begins_demand(text: str) -> bool:
    """Whether a line begins as demands do, though it has no bullet: `Urging them to ...`."""
    return bool(_DEMAND.match(text))


def _greets(words: Piece) -> bool:
    return str(words).rstrip().endswith((",", ":")) or str(words).startswith("Dear ")
