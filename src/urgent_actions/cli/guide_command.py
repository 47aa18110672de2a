"""`guide`: every target with every channel, why not, where instead, and the letters ready to sign."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from urgent_actions.case import Case
from urgent_actions.cli.arguments import (
    add_bulletin,
    add_locale,
    add_missions,
    add_rules,
    add_sender,
    add_tries,
    sender_of,
)
from urgent_actions.cli.bulletin_file import read_case
from urgent_actions.cli.mission_files import read_mission_files
from urgent_actions.cli.rule_files import rules_for
from urgent_actions.formats.calendar import write_calendar
from urgent_actions.formats.guidance_json import guidance_document
from urgent_actions.guidance.explain import explain
from urgent_actions.guidance.guidance import Guidance
from urgent_actions.guidance.plan import Plan, plan
from urgent_actions.guidance.prepared_case import PreparedCase
from urgent_actions.letters.letter import Letter
from urgent_actions.letters.write_letter import write_letter
from urgent_actions.sender import Sender
from urgent_actions.values.language import Language
from urgent_actions.values.text import Message


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("guide", help="what a supporter may do, and the letters ready to sign")
    add_bulletin(parser)
    add_sender(parser)
    add_tries(parser)
    add_locale(parser)
    add_rules(parser)
    add_missions(parser)
    parser.add_argument(
        "--default-deadline",
        metavar="WEEKS",
        type=int,
        nargs="?",
        const=6,
        help="where the bulletin names no deadline, so many weeks after its date (6 if no number is given)",
    )
    parser.add_argument("--plan", action="store_true", help="put what can be done in order, what helps most first")
    parser.add_argument("--calendar", metavar="FILE", help="write when to post, and the last day, as a calendar (.ics)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    case = read_case(options.bulletin, options.encoding)
    if options.default_deadline is not None:
        case = case.with_default_deadline(options.default_deadline)
    elif case.deadline is None and case.issued is not None:
        print("no deadline is given; --default-deadline assumes the usual six weeks", file=sys.stderr)
    sender = sender_of(options)
    rules = rules_for(case, options)
    missions = read_mission_files(options.missions)
    prepared = PreparedCase(case, rules=rules, missions=missions)
    guidance = prepared.guide(sender, on=options.on, at=options.at, failed=options.failed)
    planned = plan(guidance, prepared) if options.plan else None
    if options.calendar:
        Path(options.calendar).write_text(write_calendar(guidance, locale=options.locale), encoding="utf-8", newline="")
    letters = tuple(_letters(guidance, sender))
    if options.json:
        document = guidance_document(guidance, letters, options.locale, plan=planned)
        print(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        steps = (_plan(planned, options.locale),) if planned else ()
        print("\n".join((explain(guidance, options.locale), *steps, *_shown(case, letters, options.locale))))
    return 0


def _plan(planned: Plan, locale: Language) -> str:
    heading = Message("What helps most first").say(locale)
    return f"\n{heading}\n{'=' * len(heading)}\n\n{planned.explain(locale)}"


def _letters(guidance: Guidance, sender: Sender) -> Iterator[Letter]:
    """A letter to each target that can be reached, if the case has a model letter."""
    reachable = dict.fromkeys(option.target for option in guidance.options if option.usable)
    if guidance.case.letter is not None:
        for target in reachable:
            yield write_letter(guidance.case, target, sender=sender, on=guidance.on)


def _shown(case: Case, letters: tuple[Letter, ...], locale: Language) -> Iterator[str]:
    for letter in letters:
        heading = Message("Letter to {target}", {"target": letter.addressee[0]}).say(locale)
        yield f"\n{heading}\n{'=' * len(heading)}\n\n{letter.text}"
    if not letters and case.letter is not None:
        yield "\n" + Message("There is nobody to write to on this day, so no letter is shown.").say(locale)
