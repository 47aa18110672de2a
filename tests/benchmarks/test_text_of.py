"""What reading saved files costs: twice the input, twice the time, on pages made to hurt too."""

from contextlib import suppress
from functools import partial

import pytest
from benchmarks.doubled import doubled

from urgent_actions import UnreadableBulletin
from urgent_actions.bulletins.saved.pdf_lines import text_of_pages
from urgent_actions.bulletins.saved.visual_order import reading_order
from urgent_actions.bulletins.text_of import text_of

PAGES = {
    "paragraphs": lambda n: "<p>Write to <b>the Embassy</b> &amp; the Minister.</p>\n" * (n // 48),
    "nested lists": lambda n: "<ul><li>" * (n // 8) + "x",
    "nested tables": lambda n: "<table><tr><td>" * (n // 15) + "x",
    "nested links": lambda n: "<a href='mailto:a@b.org'><table><td>" * (n // 36) + "x",
    "formatting left open": lambda n: (
        "<p>" + "".join(f"<b a={i}>" for i in range(n // 20)) + "</p>" + "<p>x</p>" * (n // 18)
    ),
    "closed without end": lambda n: "<span>" * (n // 12) + "</em>" * (n // 12) + "x",
    "footers in the depth": lambda n: "<div>" * (n // 24) + "<footer></footer>" * (n // 34) + "x",
    "forms in forms": lambda n: "<form><div></form>" * (n // 18) + "x",
    "attributes": lambda n: "<p " + " ".join(f"a{i}=1" for i in range(n // 9)) + ">x",
    "style sheet": lambda n: "<style>" + ".a{" * (n // 3) + "</style>x",
    "masked addresses": lambda n: "<p>" + "<i data-cfemail=2a4b6a48044b58></i> " * (n // 36),
    "hidden": lambda n: "<p style='color:red;display:none'>" * (n // 34) + "</p>" * 9 + "<div>x",
    "one line": lambda n: "<p>" + "word " * (n // 5),
    "blanks": lambda n: "<p>x" + " " * n + "x",
    "angles": lambda n: "<p>x" + "&lt " * (n // 8) + "< " * (n // 16),
    "comments": lambda n: "<p>x<!--" + "<!-" * (n // 3),
}
TEXTS = {
    "declared nowhere": lambda n: ("Уважаемый господин " * (n // 19)).encode("cp1251"),
    "almost utf-8": lambda n: ("Уважаемый господин " * (n // 38)).encode() + b"\xff",
    "wide": lambda n: ("Dear Minister " * (n // 28)).encode("utf-16-le"),
    "comments before": lambda n: b"<!-- - -->" * (n // 10),
    "header lines": lambda n: b"a:\n" * (n // 3),
    "declarations": lambda n: b"<meta" * 600 + b" charset " * (n // 9),
}
LINES = {
    "lines of a PDF file": lambda n: text_of_pages([["word " * 12 + "of"] * (n // 60)]),
    "Arabic beside Latin": lambda n: reading_order("بريد a-1 " * (n // 9)),
    "separators in Arabic": lambda n: reading_order("بريد" + "a:" * (n // 2) + "1." * (n // 2)),
}


def read(data):
    with suppress(UnreadableBulletin):  # a refusal is an answer too
        text_of(data)


def made(make):
    """Inputs are made before they are timed."""
    kept = {}

    def job(size):
        read(kept[size])

    def prepared(sizes):
        kept.update({size: data if isinstance(data := make(size), bytes) else data.encode() for size in sizes})
        return doubled(job, sizes)

    return prepared


@pytest.mark.parametrize("name", PAGES)
def test_twice_the_page_takes_twice_the_time(name, side_by_side, sizes):
    of_pages = sizes(smoke=[10_000, 20_000], full=[100_000, 200_000, 400_000])
    side_by_side(made(PAGES[name])(of_pages), rounds=3)


@pytest.mark.parametrize("name", TEXTS)
def test_twice_the_text_takes_twice_the_time(name, side_by_side, sizes):
    of_texts = sizes(smoke=[50_000, 100_000], full=[500_000, 1_000_000, 2_000_000])
    side_by_side(made(TEXTS[name])(of_texts), rounds=3)


@pytest.mark.parametrize("name", LINES)
def test_twice_the_lines_take_twice_the_time(name, side_by_side, sizes):
    of_lines = sizes(smoke=[10_000, 20_000], full=[100_000, 200_000, 400_000])
    side_by_side(doubled(LINES[name], of_lines), rounds=3)


def test_ten_megabytes_are_read_or_refused(side_by_side, sizes):
    size = sizes(smoke=100_000, full=10_000_000)
    jobs = {name: (partial(read, PAGES[name](size).encode()), "", "") for name in PAGES}
    side_by_side(jobs, rounds=1)
