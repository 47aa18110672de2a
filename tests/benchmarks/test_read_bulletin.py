"""Reading takes time in proportion to the length of the text, whatever the text is, and little beside validation."""

from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from measures.validations import forget_validations, validations_of

from urgent_actions.bulletins.read_bulletin import read_bulletin
from urgent_actions.errors import UnreadableBulletin

FIXTURES = Path(__file__).parents[1] / "bulletins" / "fixtures"
SAMPLE = (FIXTURES / "h-russia-82-20.txt").read_text(encoding="utf-8")
BEFORE = SAMPLE.partition("Igor Viktorovich")[0]
MEGABYTE = 1_000_000
LETTER = "We ask you, as others did before us, to see that this is put right, and to tell us so. "

# What a hostile text repeats; most of it stands where contact data would, for most of the grammar is there.
LINES = {
    "separators": " | " * 6000,
    "digits": "2" * 19_000,
    "labelled digits": "Phone: " + "2" * 19_000,
    "brackets": "(" * 19_000,
    "square brackets": "[" * 19_000,
    "handles": "Twitter: " + "@a " * 6000,
    "at signs": "Email: " + "@" * 19_000,
    "quotes": '“"' * 9_500,
    "links": "Website: " + "http" * 4_700,
    "blanks": " " * 19_000 + "x",
    "full stops": "Email: a@" + "a." * 9_500,
    "masks": "Email: " + "[email protected] " * 1000,
    "labels": "Email: Phone: Fax: " * 1000,
    "names": "Igor Krasnov " * 1500,
    "instructions": "due to, please send mail " * 780,
    "greetings": "Dear Prosecutor General, " * 780,
    "greetings before a label": "Dear Prosecutor General, " * 780 + "Phone: 1",
    "offices": "Minister of " * 1600,
    "headings": "Urgent Action: (Cuba: UA 1.2 " * 650,
    "requests": "TAKE ACTION Please write " * 780,
    "bullets": "• " * 9_500,
    "short lines": "Minister Igor Krasnov",
    "short bullets": "• x",
    "blank lines": "",
    "short quotes": '"',
}


def ordinary(size):
    """A bulletin whose letter is as long as it takes, in lines as they are in a book."""
    return SAMPLE + f"{LETTER}\n" * ((size - len(SAMPLE)) // (len(LETTER) + 1))


def hostile(line, size):
    """The head of a bulletin, and a line as often as it takes."""
    return BEFORE + f"{line}\n" * max(1, (size - len(BEFORE)) // (len(line) + 1))


def one_line(words, size):
    """A text without a line break."""
    return words * (size // len(words))


TEXTS = {
    "ordinary": ordinary,
    "one line of letters": partial(one_line, "a"),
    "one line of words": partial(one_line, "Dear Minister, "),
    **{name: partial(hostile, line) for name, line in LINES.items()},
}


def read(text):
    with suppress(UnreadableBulletin):
        read_bulletin(text)


@pytest.mark.parametrize("name", TEXTS)
def test_twice_the_text_takes_no_more_than_twice_the_time(side_by_side, sizes, name):
    """Up to 10 MB; behind 1 MB or 5,000 lines the text is kept and not looked at, so the ratio falls."""
    jobs, against = {}, ""
    for size in sizes(smoke=[20_000, 40_000], full=[80_000, 160_000, 320_000, 640_000, 5 * MEGABYTE, 10 * MEGABYTE]):
        title = f"{name}, {size // 1000} kB"
        jobs[title] = (partial(read, TEXTS[name](size)), against, "2.2" if against else "")
        against = title
    side_by_side(jobs, rounds=1)


def test_a_bulletin_beside_its_validations(side_by_side):
    """Every number and address is validated anew in each turn, as in the first bulletin of its kind."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("*.txt"))]
    texts = [text for text in texts if validations_of(text)]
    calls = [call for text in texts for call in validations_of(text)]

    def validate():
        forget_validations()
        for check, arguments in calls:
            with suppress(ValueError):
                check(*arguments)

    def read_all():
        forget_validations()
        for text in texts:
            read(text)

    jobs = {
        f"{len(calls)} validations": (validate, "", ""),
        f"the {len(texts)} bulletins": (read_all, f"{len(calls)} validations", 2),
        "the same, values known": (lambda: [read(text) for text in texts], f"{len(calls)} validations", 1),
    }
    side_by_side(jobs, rounds=20)
