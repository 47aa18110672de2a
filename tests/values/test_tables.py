from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.values.html_table import html_table
from urgent_actions.values.text_table import display_width, text_table

cells = st.one_of(st.none(), st.text(), st.integers())
tables = st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1))


class Seen(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.cells = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, tuple(attrs)))
        if tag in {"td", "th", "caption"}:
            self.cells.append("")

    def handle_data(self, data):
        self.cells[-1] += data


def seen_in(html):
    seen = Seen()
    seen.feed(html)
    seen.close()
    return seen


@given(tables, st.text())
def test_nothing_in_a_cell_becomes_markup(rows, caption):
    html = html_table(rows, header=rows[0], caption=caption)
    auto = (("dir", "auto"),)
    expected = {(t, ()) for t in ("table", "thead", "tbody", "tr", "br")} | {(t, auto) for t in ("caption", "th", "td")}
    assert {*seen_in(html).tags} <= expected


@given(st.lists(st.lists(st.text(st.characters(categories=["L", "N", "P", "S"])), min_size=2, max_size=2)))
def test_every_cell_is_shown_word_for_word(rows):
    assert seen_in(html_table(rows)).cells == [cell for row in rows for cell in row]


def test_a_table_has_the_heading_and_caption_it_is_given():
    html = html_table([["post", None]], header=["channel", "day"], caption="UA 82/20 & more")
    assert html.startswith(
        '<table><caption dir="auto">UA 82/20 &amp; more</caption><thead><tr><th dir="auto">channel</th>'
    )
    assert html.endswith('<tbody><tr><td dir="auto">post</td><td dir="auto"></td></tr></tbody></table>')


def test_a_table_shows_lines_as_lines_and_no_control_characters():
    assert '<td dir="auto">one<br>two\ufffd</td>' in html_table([["one\ntwo\u202e"]])
    assert "\x1b" not in text_table([["\x1b[2J"]])


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("Москва", 6), ("東京", 4), ("cafe\u0301", 4), ("ﾊﾝ", 2), ("مُدير", 4), ("a\u200db", 2)],
)
def test_the_width_of_a_text_is_the_columns_it_takes(text, width):
    assert display_width(text) == width


@given(st.lists(st.tuples(st.text(st.characters(categories=["L", "N", "Mn"]), min_size=1), st.just("|")), min_size=1))
def test_the_columns_of_a_table_stand_straight(rows):
    lines = text_table(rows).split("\n")
    assert len({display_width(line) for line in lines}) == 1


@given(tables)
def test_a_table_has_no_space_at_the_end_of_its_lines(rows):
    assert all(line == line.rstrip() for line in text_table(rows).split("\n"))


def test_a_row_is_as_tall_as_its_tallest_cell_and_may_be_short():
    assert text_table([["a\nb", "c"], ["d"]]) == "a  c\nb\nd"
    assert text_table([["post", 2]], header=["channel", "count"]) == "channel  count\n-------  -----\npost     2"
    assert text_table([]) == ""
