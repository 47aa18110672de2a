import tomllib

from formats.documents import books
from hypothesis import given

from urgent_actions.formats.rules_toml import write_rules
from urgent_actions.formats.toml_lines import line_of, lines_of

TEXT = '''\
title = "rules"  # [rule]
[[rule]]
id = "a"
reason = """
[[rule]]
id = "no rule"
"""
when = { countries = ["RU"], "quoted key" = 1 }

[[rule]]
unless = [
  # ] a comment
  { kinds = ["embassy"] },
  { kinds = [
      "mission",
    ] },
]
source.title = \'\'\'
]]]\'\'\'
[rule.during]
from = 2020-05-20
[[rule.notes]]
a = 1
[[rule.notes]]
a = 2
[rule.notes.deep]
b = 3
[other.table]
c = 4
'''


def test_every_key_has_the_line_on_which_it_is_written():
    tomllib.loads(TEXT)
    lines = lines_of(TEXT)
    assert lines == lines_of(TEXT.replace("\n", "\r\n"))
    assert {path: lines[path] for path in lines if path.count(".") + path.count("[") < 3} == {
        "title": 1,
        "rule": 2,
        "rule[0]": 2,
        "rule[0].id": 3,
        "rule[0].reason": 4,
        "rule[0].when": 8,
        "rule[1]": 10,
        "rule[1].unless": 11,
        "rule[1].source": 18,
        "rule[1].during": 20,
        "rule[1].notes": 22,
        "other.table": 28,
        "other.table.c": 29,
    }
    assert lines["rule[1].source.title"] == 18
    assert lines["rule[1].unless[1].kinds[0]"] == 11
    assert lines["rule[1].notes[1].a"] == 25
    assert lines["rule[1].notes[1].deep.b"] == 27


def test_what_has_no_line_has_that_of_what_is_around_it():
    lines = lines_of(TEXT)
    assert line_of("rule[1].effect", lines) == 10
    assert line_of("rule[0].when.kinds[3]", lines) == 8
    assert line_of("rule[7].id", lines) == 2
    assert line_of("nothing", lines) is None
    assert line_of("", lines) is None


def test_a_value_without_end_costs_no_time_without_end():
    lines = ["[[rule]]", "id = [", *['"]",'] * 100_000, "]", "[[rule]]"]
    assert lines_of("\n".join(lines)) == {"rule": 1, "rule[0]": 1}


@given(books())
def test_the_lines_of_what_is_written_are_those_of_its_headers(book):
    text = write_rules(book)
    headers = [number for number, line in enumerate(text.splitlines(), start=1) if line == "[[rule]]"]
    lines = lines_of(text)
    assert [lines[f"rule[{number}]"] for number in range(len(book))] == headers
