"""Every block of code in README.md and docs/ is run, in a folder where the files that it names are at hand."""

from doctest import ELLIPSIS, NORMALIZE_WHITESPACE

from reader_at_a_desk import ConsoleParser, ScriptParser, sit_down, stand_up
from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser, SkipParser

collect_ignore = ["docs/conf.py", "docs/_build"]

pytest_collect_file = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS | NORMALIZE_WHITESPACE),
        ConsoleParser(),
        ScriptParser("sh"),
        ScriptParser("bash"),
        SkipParser(),
    ],
    patterns=["README.md", "docs/*.md", "docs/*/*.md", "docs/*/*/*.md"],
    setup=sit_down,
    teardown=stand_up,
).pytest()
