"""`letters`: the letters of a whole table of supporters as files, in a run that can stop and go on."""

import argparse
from collections.abc import Iterator

from urgent_actions.case import Case
from urgent_actions.cli.arguments import (
    add_bulletin,
    add_day,
    add_fill,
    add_locale,
    add_missions,
    add_rules,
    add_template,
    add_weaving,
    value_of,
)
from urgent_actions.cli.bulletin_file import numbered_target, read_case
from urgent_actions.cli.input_file import problems_in
from urgent_actions.cli.letter_folder import letter_folder
from urgent_actions.cli.letter_reports import report_of, tell_letters
from urgent_actions.cli.letter_run import run_of
from urgent_actions.cli.mission_files import read_mission_files
from urgent_actions.cli.progress import lines_of
from urgent_actions.cli.rule_files import rules_for
from urgent_actions.cli.template_files import read_template
from urgent_actions.errors import Problem, UnknownTarget
from urgent_actions.formats.letter_file import LetterFile
from urgent_actions.formats.letter_parts import letter_parts
from urgent_actions.formats.senders_table import read_senders
from urgent_actions.guidance.prepared_case import PreparedCase
from urgent_actions.letters.letter_writer import LetterWriter
from urgent_actions.letters.mailing import Mailing
from urgent_actions.letters.sender_row import SenderRow
from urgent_actions.target import Target
from urgent_actions.values.channel_kind import ChannelKind


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("letters", help="the letters of a table of supporters as files")
    add_bulletin(parser)
    parser.add_argument(
        "--senders", metavar="FILE", required=True, help="the supporters: CSV with a heading, or a line of JSON each"
    )
    parser.add_argument(
        "--format", dest="kind", required=True, type=value_of(LetterFile.of), help="eml, mbox, ndjson or pdf"
    )
    parser.add_argument(
        "--to", metavar="FOLDER", required=True, help="where the letters are saved; a run that stopped goes on there"
    )
    parser.add_argument(
        "--target",
        metavar="TARGET",
        help="the id or the number of the target in what guide prints (default: the only one)",
    )
    parser.add_argument(
        "--by", metavar="CHANNEL", type=value_of(ChannelKind.of), help="the channel (default: post for pdf, else email)"
    )
    add_day(parser, "the day of the letters")
    parser.add_argument("--batch", metavar="ROWS", type=int, help="rows in one file (default: 1000, for pdf 100)")
    add_template(parser)
    add_fill(parser)
    add_weaving(parser)
    add_locale(parser)
    add_rules(parser)
    add_missions(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    case = read_case(options.bulletin, options.encoding)
    options.by = options.by or options.kind.channels[0]
    options.batch = options.batch or options.kind.usual_size
    rules, missions = rules_for(case, options), read_mission_files(options.missions)
    prepared = PreparedCase(case, rules=rules, missions=missions)
    target = _target(case, options.target)
    writer = LetterWriter.of(
        case,
        target,
        on=options.on,
        template=read_template(options),
        fill=dict(options.fill),
        own_words_as=options.own_words_as,
    )
    mailing = Mailing.of(writer, by=options.by, prepared=prepared)
    rows = _rows(options.senders)
    with letter_folder(options.to, run_of(writer, prepared, options)) as folder:
        for part in letter_parts(mailing, rows, options.kind, size=options.batch, saved=folder.saved):
            folder.save(part, report_of(part, options.locale), apart=options.kind is LetterFile.EML)
        return tell_letters(folder, options)


def _rows(name: str) -> Iterator[SenderRow]:
    with problems_in(name):
        yield from read_senders(lines_of(name, slow=True))


def _target(case: Case, word: str | None) -> Target:
    """The target that is meant; the only one where none is named.

    Raises:
        UnknownTarget: the case has no such target, or several and none was named.
    """
    if word is not None or len(case.targets) == 1:
        return numbered_target(case, word or "1")
    known = ", ".join(target.id for target in case.targets)
    raise UnknownTarget(Problem("no-target", "no target was named", way_out=f"give --target, one of {known}"))
