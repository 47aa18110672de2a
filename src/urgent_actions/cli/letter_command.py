"""`letter`: one letter as text."""

import argparse
import sys

from urgent_actions.cli.arguments import add_bulletin, add_locale, add_missions, add_rules, add_sender, sender_of
from urgent_actions.cli.bulletin_file import numbered_target, read_case
from urgent_actions.cli.mission_files import read_mission_files
from urgent_actions.cli.rule_files import rules_for
from urgent_actions.guidance.explain import said
from urgent_actions.guidance.prepared_case import PreparedCase
from urgent_actions.guidance.words import STATUSES
from urgent_actions.letters.write_letter import write_letter
from urgent_actions.values.printable import printable
from urgent_actions.values.text import Message


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("letter", help="one letter as text")
    add_bulletin(parser)
    parser.add_argument(
        "--to",
        dest="target",
        metavar="TARGET",
        required=True,
        help="the id or the number of the target in what guide prints",
    )
    add_sender(parser)
    add_locale(parser)
    add_rules(parser)
    add_missions(parser)
    parser.add_argument("--anyway", action="store_true", help="print the letter even if no way to send it is open")
    parser.add_argument(
        "--fill",
        metavar="BLANK=WORDS",
        action="append",
        default=[],
        type=_blank,
        help="words for a blank of the letter",
    )
    parser.set_defaults(run=_run)


def _blank(word: str) -> tuple[str, str]:
    name, equals, words = word.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"{word!r} has no '='; write BLANK=WORDS")
    return name, words


def _run(options: argparse.Namespace) -> int:
    case = read_case(options.bulletin, options.encoding)
    sender = sender_of(options)
    prepared = PreparedCase(case, rules=rules_for(case, options), missions=read_mission_files(options.missions))
    target = numbered_target(prepared.seen_from(sender.country, options.on), options.target)
    ways = prepared.guide(sender, on=options.on).of(target.id)
    if any(option.usable for option in ways) or options.anyway:
        print(write_letter(case, target, sender=sender, on=options.on, fill=dict(options.fill)).text)
    else:
        print(Message("There is nobody to write to on this day, so no letter is shown.").say(options.locale))
    for option in ways:
        reasons = " ".join(option.advice.explain(options.locale))
        status = STATUSES[option.status].say(options.locale)
        print(printable(f"{status}: {said(option.channel, options.locale)} {reasons}".rstrip()), file=sys.stderr)
    return 0
