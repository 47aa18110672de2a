"""Where the time of reading goes: `python tests/measures/reading_profile.py FOLDER`.

Every `.txt` file of the folder is read some times, with each number and address as new as in the first text that has
it. The table tells what each part takes of a bulletin, the parts that it calls included; the profiler itself makes
small functions look twice as dear as they are, so only shares count.
"""

import argparse
import sys
from contextlib import suppress
from cProfile import Profile
from pathlib import Path
from pstats import Stats

sys.path.insert(0, str(Path(__file__).parents[1]))

from measures.validations import forget_validations

from urgent_actions.bulletins.read_bulletin import read_bulletin
from urgent_actions.errors import UnreadableBulletin
from urgent_actions.values.text_table import text_table

PARTS = {
    "all": ("read_bulletin.py", "read_bulletin"),
    "which layout": ("families.py", "family_of"),
    "lines": ("lines.py", "lines_of"),
    "heading": ("heading.py", "read_top"),
    "sections of a web post": ("sections.py", "sections_of"),
    "sections of a form": ("form.py", "form_of"),
    "requests": ("requests.py", "read_requests"),
    "blocks of contact data": ("blocks.py", "blocks_of"),
    "head and address": ("drafts.py", "drafts_of"),
    "targets": ("targets.py", "read_targets"),
    "channels": ("channel_values.py", "channels_in"),
    "numbers validated": ("phone_number.py", "_normalised"),
    "addresses validated": ("email_address.py", "_checked"),
    "subjects": ("subjects.py", "subjects_in"),
    "what is left unread": ("ledger.py", "close"),
}


def main() -> int:
    """Read the bulletins and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    texts = [path.read_text(encoding="utf-8") for path in sorted(parser.parse_args().folder.glob("*.txt"))]
    texts = [text for text in texts if _read(text)]
    profile = Profile()
    for _ in range(5):
        forget_validations()
        profile.enable()
        for text in texts:
            read_bulletin(text)
        profile.disable()
    print(text_table(list(_rows(Stats(profile), 5 * len(texts))), header=("part", "calls", "ms a bulletin", "share")))
    return 0


def _read(text):
    with suppress(UnreadableBulletin):
        return read_bulletin(text)
    return None


def _rows(stats, bulletins):
    found = {
        (Path(file).name, name): (calls, spent) for (file, _, name), (_, calls, _, spent, _) in stats.stats.items()
    }
    whole = found[PARTS["all"]][1]
    for part, function in PARTS.items():
        calls, spent = found.get(function, (0, 0.0))
        yield part, f"{calls / bulletins:.1f}", f"{spent / bulletins * 1e3:.2f}", f"{100 * spent / whole:.0f} %"


if __name__ == "__main__":
    sys.exit(main())
