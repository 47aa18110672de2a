"""What reading costs, and where its time goes: `python tests/measures/reading_profile.py FOLDER`.

Every `.txt` file of the folder is read some times, with each number and address as new as in the first text that has
it, and in turn with a bare loop over the same validations. The first table has the least time that a processor took for
each; only its ratios can be carried from one machine to another. The second one tells what each part takes of a
bulletin, the parts that it calls included; the profiler makes small functions look twice as dear as they are, so only
shares count.
"""

import argparse
import sys
from contextlib import suppress
from cProfile import Profile
from pathlib import Path
from pstats import Stats
from statistics import mean
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

from measures.validations import forget_validations, validations_of

from urgent_actions.bulletins.blocks import blocks_of
from urgent_actions.bulletins.channel_values import channels_in
from urgent_actions.bulletins.contact_lines import contact_lines
from urgent_actions.bulletins.drafts import drafts_of
from urgent_actions.bulletins.families import family_of
from urgent_actions.bulletins.form import form_of
from urgent_actions.bulletins.heading import read_top
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.lines import lines_of
from urgent_actions.bulletins.note_kinds import is_instruction, note_kind
from urgent_actions.bulletins.read_bulletin import read_bulletin
from urgent_actions.bulletins.requests import read_requests
from urgent_actions.bulletins.said_in_notes import with_what_notes_say
from urgent_actions.bulletins.sections import sections_of
from urgent_actions.bulletins.sheet import sheet_of
from urgent_actions.bulletins.subjects import subjects_in
from urgent_actions.bulletins.targets import read_targets
from urgent_actions.errors import UnreadableBulletin
from urgent_actions.values import email_address, phone_number
from urgent_actions.values.text_table import text_table

ROUNDS = 10

PARTS = {
    "all": read_bulletin,
    "which layout": family_of,
    "lines": lines_of,
    "heading": read_top,
    "sections of a web post": sections_of,
    "sections of a form": form_of,
    "groups of a page without a layout": sheet_of,
    "requests": read_requests,
    "whether a line asks something": is_instruction,
    "what a note is about": note_kind,
    "what notes settle": with_what_notes_say,
    "blocks of contact data": blocks_of,
    "lines of contact data": contact_lines,
    "head and address": drafts_of,
    "targets": read_targets,
    "channels": channels_in,
    "numbers validated": phone_number._normalised.__wrapped__,
    "addresses validated": email_address._checked.__wrapped__,
    "subjects": subjects_in,
    "what is left unread": Ledger.close,
}


def main() -> int:
    """Read the bulletins and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    texts = [path.read_text(encoding="utf-8") for path in sorted(parser.parse_args().folder.glob("*.txt"))]
    texts = [text for text in texts if _read(text)]
    print(f"{len(texts)} bulletins of {mean(map(len, texts)):.0f} characters")
    print(text_table(list(_costs(texts)), header=("a bulletin", "ms", "of the bare loop")), end="\n\n")
    print(text_table(list(_shares(texts)), header=("part", "calls", "share")))
    return 0


def _read(text):
    with suppress(UnreadableBulletin):
        return read_bulletin(text)
    return None


def _costs(texts):
    """The least time of each text, in turn with that of its validations, as a mean over the texts."""
    asked = [validations_of(text) for text in texts]
    jobs = {
        f"a bare loop over its {mean(map(len, asked)):.1f} validations": lambda number: _validate(asked[number]),
        "read": lambda number: _read(texts[number]),
    }
    spent = {name: [[] for _ in texts] for name in jobs}
    for _ in range(ROUNDS):
        for number in range(len(texts)):
            for name, job in jobs.items():
                forget_validations()
                start = process_time()
                job(number)
                spent[name][number].append(process_time() - start)
    means = {name: mean(map(min, times)) for name, times in spent.items()}
    least = next(iter(means.values()))
    return ((name, f"{each * 1e3:.3f}", f"{each / least:.0f}x") for name, each in means.items())


def _validate(asked):
    for check, arguments in asked:
        with suppress(ValueError):
            check(*arguments)


def _shares(texts):
    profile = Profile()
    for _ in range(ROUNDS):
        forget_validations()
        profile.enable()
        for text in texts:
            read_bulletin(text)
        profile.disable()
    spent = {place[:2]: (calls, inside) for place, (_, calls, _, inside, _) in Stats(profile).stats.items()}
    whole = spent[_place(read_bulletin)][1]
    for part, function in PARTS.items():
        calls, inside = spent.get(_place(function), (0, 0.0))
        yield part, f"{calls / ROUNDS / len(texts):.1f}", f"{100 * inside / whole:.0f} %"


def _place(function):
    """The file and the line by which the profiler knows a function."""
    return function.__code__.co_filename, function.__code__.co_firstlineno


if __name__ == "__main__":
    sys.exit(main())
