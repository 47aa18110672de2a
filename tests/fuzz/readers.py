"""Everything that reads what strangers wrote, fed with bytes that are made to go wrong: `just fuzz SECONDS`.

Whatever comes in, a reader answers or raises what its docstring names; what was read of a bulletin loses no character.
The time is shared among the readers. What breaks one is kept in `build/fuzz`, and the file can be given again:
`python tests/fuzz/readers.py --again FILE`. A finding becomes an example of a test.
"""

import argparse
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path.insert(0, str(TESTS))
KEPT = TESTS.parent / "build" / "fuzz"
PHRASES = TESTS / "fuzz" / "phrases.dict"


def _text(data):
    return data.decode("utf-8", errors="replace")


def _bulletin(data):
    from bulletins.test_nothing_is_lost import uncovered

    from urgent_actions.bulletins.read_bulletin import read_bulletin
    from urgent_actions.errors import UnreadableBulletin

    text = _text(data)
    with suppress(UnreadableBulletin):
        assert uncovered(text, read_bulletin(text)) == []
    with suppress(UnreadableBulletin):
        read_bulletin(text, strict=True)


def _subject_line(data):
    from urgent_actions.bulletins.read_subject_line import read_subject_line

    read_subject_line(_text(data))


def _file(data):
    from urgent_actions.bulletins.text_of import text_of
    from urgent_actions.errors import UnreadableBulletin

    with suppress(UnreadableBulletin):
        text_of(data)


def _web_page(data):
    from urgent_actions.bulletins.text_of_html import text_of_html
    from urgent_actions.errors import UnreadableBulletin

    with suppress(UnreadableBulletin):
        text_of_html(_text(data))


def _pdf(data):
    from urgent_actions.bulletins.text_of_pdf import text_of_pdf
    from urgent_actions.errors import UnreadableBulletin

    with suppress(UnreadableBulletin):
        text_of_pdf(data)


def _json(data):
    from urgent_actions.errors import InvalidData
    from urgent_actions.formats.json import DOCUMENTS, from_json

    for kind in DOCUMENTS:
        with suppress(InvalidData):
            from_json(data, kind)


def _rules(data):
    from urgent_actions.errors import InvalidRules
    from urgent_actions.formats.rules_toml import read_rules, write_rules

    with suppress(InvalidRules):
        book = read_rules(_text(data))
        assert read_rules(write_rules(book)) == book


def _senders(data):
    from urgent_actions.errors import InvalidData
    from urgent_actions.formats.senders_table import read_senders

    with suppress(InvalidData):
        for row in read_senders(data.splitlines(keepends=True)):
            assert (row.sender is None) == bool(row.problems)


def _letter(data):
    from datetime import date

    from kotov import EMBASSY, kotov

    from urgent_actions.letters.letter_in_text import read_letter_text
    from urgent_actions.letters.letter_writer import LetterWriter
    from urgent_actions.letters.lint_letter import lint_letter
    from urgent_actions.sender import Sender

    sender = Sender("US", name="Ada Example")
    read = read_letter_text(_text(data), LetterWriter.of(kotov(), EMBASSY, on=date(2020, 5, 25)).bound_for(sender))
    for finding in lint_letter(read.letter, kotov(), sender=sender):
        read.placed(finding)


def _bulletins():
    yield from (path.read_bytes() for path in sorted((TESTS / "bulletins").rglob("*.txt")))


def _subjects():
    yield from (TESTS / "bulletins" / "fixtures" / "subject_lines.csv").read_bytes().splitlines()[1:200]


def _web_pages():
    for text in _bulletins():
        yield b"<html><body><p>" + text.replace(b"\n\n", b"<p>").replace(b"\n", b"<br>")


def _pdfs():
    import typst

    yield typst.compile(b"= Urgent Action\nUA 82/20 #emph[Russia] \\ Email: a\\@b.example", format="pdf")


def _documents():
    from urgent_actions.bulletins.read_bulletin import read_bulletin
    from urgent_actions.formats.json import to_json

    for path in sorted((TESTS / "bulletins" / "fixtures").glob("h-*.txt")):
        yield to_json(read_bulletin(path.read_text(encoding="utf-8")).case).encode()


def _rule_files():
    yield from (path.read_bytes() for path in sorted((TESTS / "formats" / "wrong_rules").glob("*.toml")))


def _tables():
    yield (TESTS.parent / "docs" / "examples" / "senders.csv").read_bytes()
    yield b'{"id":7,"country":"FR","languages":["fr"],"own_words":"Je vous \xc3\xa9cris."}\n'


def _letters():
    yield b"May 25, 2020\n\nDear Ambassador,\n\nPlease free [name].\n\nYours sincerely,\nAda Example\nOslo\n"


# Each reader with the texts that its bytes are bred from, and its share of the time.
READERS = {
    "bulletin": (_bulletin, _bulletins, 6),
    "subject line": (_subject_line, _subjects, 2),
    "file": (_file, _bulletins, 1),
    "web page": (_web_page, _web_pages, 2),
    "PDF file": (_pdf, _pdfs, 1),
    "JSON": (_json, _documents, 2),
    "rules": (_rules, _rule_files, 2),
    "senders": (_senders, _tables, 1),
    "letter": (_letter, _letters, 1),
}


def _slug(name):
    return name.replace(" ", "-")


def _breed(name, seconds):
    """Feed one reader; libFuzzer ends this process itself when the time is over or the reader broke."""
    import atheris

    read, seeds, _ = READERS[name]
    corpus = KEPT / _slug(name)
    corpus.mkdir(parents=True, exist_ok=True)
    with atheris.instrument_imports(include=["urgent_actions"]):
        read(b"")
        for number, seed in enumerate(seeds()):
            (corpus / f"seed-{number}").write_bytes(seed)
    options = {
        "max_total_time": seconds,
        "timeout": 20,
        "rss_limit_mb": 3000,
        "max_len": 20_000,
        "dict": PHRASES,
        "artifact_prefix": f"{KEPT}/broken-{_slug(name)}-",
    }
    atheris.Setup([sys.argv[0], *(f"-{key}={value}" for key, value in options.items()), str(corpus)], read)
    atheris.Fuzz()


def _feed_all(seconds):
    """Feed every reader in turn, each in a process of its own, and give the names of those that broke."""
    shares = sum(share for _, _, share in READERS.values())
    for name, (_, _, share) in READERS.items():
        command = [sys.executable, __file__, str(max(1, seconds * share // shares)), "--reader", name]
        done = subprocess.run(command, stderr=subprocess.PIPE, text=True, errors="replace", check=False)
        print(f"{name}: {'answered everything' if done.returncode == 0 else done.stderr[-3000:]}", flush=True)
        if done.returncode:
            yield name


def _give_again(path):
    """Give one reader what broke it, the reader as the name of the file tells."""
    read = next(read for name, (read, _, _) in READERS.items() if path.name.startswith(f"broken-{_slug(name)}-"))
    read(path.read_bytes())


def main() -> int:
    """Feed the readers, or one of them, or give one again what broke it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("seconds", type=int, nargs="?", default=60, help="how long, all readers together")
    parser.add_argument("--reader", choices=READERS, help="only this one, for all of the time")
    parser.add_argument("--again", type=Path, metavar="FILE", help="a file that broke a reader")
    given = parser.parse_args()
    if given.again:
        _give_again(given.again)
        return 0
    if given.reader:
        _breed(given.reader, given.seconds)
    return 1 if list(_feed_all(given.seconds)) else 0


if __name__ == "__main__":
    sys.exit(main())
