"""`letter`: one letter as text, or made ready for a channel."""

import argparse
import sys

from urgent_actions.case import Case
from urgent_actions.cli.arguments import (
    add_bulletin,
    add_fill,
    add_locale,
    add_missions,
    add_postage,
    add_rules,
    add_sender,
    add_template,
    add_weaving,
    moment,
    sender_of,
    value_of,
)
from urgent_actions.cli.bulletin_file import numbered_target, read_case
from urgent_actions.cli.dispatch_lines import dispatch_text
from urgent_actions.cli.mission_files import read_mission_files
from urgent_actions.cli.no_letter import why_no_letter
from urgent_actions.cli.postage_files import read_postage_files
from urgent_actions.cli.rule_files import rules_for
from urgent_actions.cli.saved_letter import save_letter
from urgent_actions.cli.template_files import read_template
from urgent_actions.guidance.option import Option
from urgent_actions.guidance.prepared_case import PreparedCase
from urgent_actions.guidance.said import said
from urgent_actions.guidance.words import STATUSES
from urgent_actions.letters.dispatch import dispatch
from urgent_actions.letters.letter import Letter
from urgent_actions.letters.wishes import Wishes
from urgent_actions.letters.write_letter import write_letter
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.printable import printable
from urgent_actions.values.web_link import WebLink


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("letter", help="one letter as text, or made ready for a channel")
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
    add_template(parser)
    add_fill(parser)
    add_weaving(parser)
    parser.add_argument(
        "--by",
        metavar="CHANNEL",
        type=value_of(ChannelKind.of),
        help="make it ready for a channel: post, email, phone, fax, form, sms, twitter, ...",
    )
    add_postage(parser)
    _add_wishes(parser)
    parser.add_argument("--save", metavar="FILE", help="write what is ready to a file: .pdf, .docx, .eml or .txt")
    parser.set_defaults(run=_run)


def _add_wishes(parser: argparse.ArgumentParser) -> None:
    """What a channel takes, and no bulletin tells."""
    parser.add_argument("--at", metavar="MOMENT", type=moment, help="the moment of a call, as 2020-05-25T10:30-04:00")
    parser.add_argument("--form-limit", metavar="SIGNS", type=int, help="the most signs that the online form takes")
    parser.add_argument(
        "--hashtag",
        dest="hashtags",
        metavar="WORD",
        action="append",
        default=[],
        help="for social networks; repeatable",
    )
    parser.add_argument("--link", metavar="URL", type=value_of(WebLink.of), help="a page about the case, for networks")
    parser.add_argument("--place", metavar="TOWN", help="where the letter is written, for the line with the date")


def _wishes(options: argparse.Namespace) -> Wishes:
    return Wishes(
        form_limit=options.form_limit,
        hashtags=options.hashtags,
        link=options.link,
        place=options.place,
        postage=read_postage_files(options.postage),
    )


def _run(options: argparse.Namespace) -> int:
    case, wishes = read_case(options.bulletin, options.encoding), _wishes(options)
    sender = sender_of(options)
    prepared = PreparedCase(case, rules=rules_for(case, options), missions=read_mission_files(options.missions))
    target = numbered_target(prepared.seen_from(sender.country, options.on), options.target)
    of_target = prepared.guide(sender, on=options.on, at=options.at).of(target.id)
    ways = tuple(way for way in of_target if options.by in (None, way.channel.kind))
    if any(option.usable for option in ways) or (ways and options.anyway):
        letter = write_letter(
            case,
            target,
            sender=sender,
            on=options.on,
            template=read_template(options),
            fill=dict(options.fill),
            own_words_as=options.own_words_as,
        )
        print(letter.text if options.by is None else _ready(letter, ways, options, case=case, wishes=wishes))
    else:
        print(*(each.say(options.locale) for each in why_no_letter(target, of_target, options.by)), sep="\n")
    for option in ways:
        reasons = " ".join(option.advice.explain(options.locale))
        status = STATUSES[option.status].say(options.locale)
        print(printable(f"{status}: {said(option.channel, options.locale)} {reasons}".rstrip()), file=sys.stderr)
    return 0


def _ready(letter: Letter, ways: tuple[Option, ...], options: argparse.Namespace, *, case: Case, wishes: Wishes) -> str:
    sender = sender_of(options)
    made = [dispatch(letter, way, case=case, sender=sender, wishes=wishes, anyway=options.anyway) for way in ways]
    for note in dict.fromkeys(note for each in made for note in each.notes):
        print(printable(note.say(options.locale)), file=sys.stderr)
    ready = [each.content for each in made if each.content is not None]
    if options.save and ready:
        save_letter(ready[0], options.save)
    return "\n\n\n".join(dispatch_text(each, options.locale, at=options.at) for each in made)
