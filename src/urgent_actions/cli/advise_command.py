"""`advise`: what a supporter may want to change in a letter before it leaves, with the place of each word."""

import argparse
import json
from typing import Any

from urgent_actions.case import Case
from urgent_actions.cli.arguments import add_bulletin, add_fill, add_locale, add_missions, add_sender, sender_of
from urgent_actions.cli.bulletin_file import numbered_target, read_case
from urgent_actions.cli.input_file import read_file
from urgent_actions.cli.mission_files import read_mission_files
from urgent_actions.guidance.prepared_case import PreparedCase
from urgent_actions.letters.letter_finding import LetterFinding
from urgent_actions.letters.letter_in_text import LetterInText, read_letter_text
from urgent_actions.letters.letter_writer import LetterWriter
from urgent_actions.letters.lint_letter import lint_letter
from urgent_actions.letters.own_words_advice import own_words_advice
from urgent_actions.sender import Sender
from urgent_actions.values.language import Language
from urgent_actions.values.printable import in_one_line
from urgent_actions.values.severity import Severity

_WISHES = {"yes": True, "no": False}


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("advise", help="advice on a letter that a supporter has changed")
    parser.add_argument("letter", metavar="LETTER", help="the letter as text in UTF-8; - for standard input")
    add_bulletin(parser)
    parser.add_argument(
        "--to", dest="target", metavar="TARGET", required=True, help="the id or the number of the target it is for"
    )
    add_sender(parser)
    add_fill(parser)
    add_locale(parser)
    add_missions(parser)
    parser.add_argument("--at-risk", action="store_true", help="writing is a risk for the sender")
    parser.add_argument(
        "--names-organisation",
        choices=_WISHES,
        help="whether the sender's section asks to name the organisation or the number of the case",
    )
    parser.add_argument(
        "--personalise", action="store_true", help="say too what to put into words of one's own, and what to leave"
    )
    parser.add_argument("--strict", action="store_true", help="exit with 1 where an error or a warning is found")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    case, sender = read_case(options.bulletin, options.encoding), sender_of(options)
    read = _letter(case, sender, options)
    wish = _WISHES.get(options.names_organisation)
    advice = lint_letter(read.letter, case, sender=sender, at_risk=options.at_risk, names_organisation=wish)
    found = [*map(read.placed, advice)]
    hints = own_words_advice(read.letter, case, sender=sender, at_risk=options.at_risk) if options.personalise else ()
    told = [hint.say(options.locale) for hint in hints]
    if options.json:
        document = {"urgent_actions": 1, "advice": [_record(each, options.locale) for each in found], "own_words": told}
        print(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        lines = [*(_line(each, options) for each in found), *(f"{options.letter}: {hint}" for hint in told)]
        print("\n".join(map(in_one_line, lines)) or "there is nothing to advise")
    return int(options.strict and any(each.severity is not Severity.INFO for each in found))


def _letter(case: Case, sender: Sender, options: argparse.Namespace) -> LetterInText:
    """The letter in the file, beside the model letter as it is for that sender and target."""
    prepared = PreparedCase(case, missions=read_mission_files(options.missions))
    target = numbered_target(prepared.seen_from(sender.country, options.on), options.target)
    model = LetterWriter.of(case, target, on=options.on, fill=dict(options.fill)).bound_for(sender)
    return read_letter_text(read_file(options.letter), model)


def _line(found: LetterFinding, options: argparse.Namespace) -> str:
    place = ":".join(map(str, (options.letter, *(n for n in (found.line, found.column) if n is not None))))
    return f"{place}: {found.severity}: {found.say(options.locale)} [{found.code}]"


def _record(found: LetterFinding, locale: Language) -> dict[str, Any]:
    return {
        "code": found.code,
        "severity": str(found.severity),
        "where": found.where,
        "span": found.span,
        "line": found.line,
        "column": found.column,
        "told": found.told.say(locale),
        "suggestion": found.suggestion.say(locale),
    }
