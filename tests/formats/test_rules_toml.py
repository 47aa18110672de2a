from contextlib import suppress
from pathlib import Path

import attrs
import pytest
from formats.documents import books
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.errors import InvalidRules
from urgent_actions.formats.rules_toml import read_rules, write_rules
from urgent_actions.rules.rule import Rule
from urgent_actions.rules.rulebook import RuleBook
from urgent_actions.rules.scope import Scope
from urgent_actions.values.country import Country
from urgent_actions.values.lead import Lead
from urgent_actions.values.region import countries_of
from urgent_actions.values.source import Source
from urgent_actions.values.text import Text
from urgent_actions.values.window import Window

WRONG = sorted((Path(__file__).parent / "wrong_rules").glob("*.toml"))
POST_TO_RUSSIA = Rule(
    "ru-post-2020",
    "close",
    when=Scope(countries={"RU", "BY"}, channels={"post"}, lead=Lead(7)),
    unless=Scope(kinds={"embassy"}),
    during=Window("2020-05-20", "2020-06"),
    reason={"en": "No post is carried.", "fr": "La poste est arrêtée."},
    source=Source(
        "Notice 12",
        "https://example.org/notice",
        publisher="The post office",
        stated="2020-05",
        checked="2020-06-01",
    ),
)


@given(books())
def test_what_is_written_is_read_back(book):
    text = write_rules(book)
    assert read_rules(text) == book
    assert write_rules(read_rules(text)) == text


def test_all_editions_of_a_rule_are_written_and_read_and_the_last_is_in_force():
    ended = attrs.evolve(POST_TO_RUSSIA, edition=2, during=Window("2020-05-20", "2020-05-31"))
    book = RuleBook([POST_TO_RUSSIA, ended])
    assert read_rules(write_rules(book)) == book
    assert book["ru-post-2020"] == ended


def test_one_edition_of_a_rule_stands_once():
    text = write_rules(RuleBook([POST_TO_RUSSIA]))
    with pytest.raises(InvalidRules, match="has the id 'ru-post-2020' too"):
        read_rules(text + text)
    with pytest.raises(InvalidRules, match="has the id 'ru-post-2020' too"):
        read_rules(text + text.replace("[[rule]]", "[[rule]]\nedition = 1"))


def test_a_region_stands_for_its_countries():
    listed = '["region:eastern-europe", "region:EU", "US"]'
    text = write_rules(RuleBook([POST_TO_RUSSIA])).replace('["BY", "RU"]', listed)
    (rule,) = read_rules(text)
    assert rule.when.countries == countries_of("Eastern Europe") | countries_of("EU") | {Country("US")}
    assert read_rules(write_rules(RuleBook([rule]))) == RuleBook([rule])


def test_a_rule_is_written_as_people_write_it():
    assert (
        write_rules(RuleBook([POST_TO_RUSSIA]))
        == """\
[[rule]]
id = "ru-post-2020"
effect = "close"
when = { countries = ["BY", "RU"], channels = ["post"], lead = "7/.." }
unless = [{ kinds = ["embassy"] }]
during = { from = 2020-05-20, until = "2020-06" }
reason = { en = "No post is carried.", fr = "La poste est arrêtée." }
source = { title = "Notice 12", url = "https://example.org/notice", publisher = "The post office", stated = "2020-05", \
checked = 2020-06-01 }
"""
    )


def test_a_rule_may_be_written_in_tables_and_over_several_lines():
    text = """
    [[rule]]
    id = "ru-post-2020"
    effect = "close"
    [rule.reason]
    en = "No post is carried."
    fr = '''La poste est arrêtée.'''
    [rule.when]
    countries = [
      "RU",  # and its neighbour
      "BY",
    ]
    channels = ["post"]
    lead = "7/.."
    [[rule.unless]]
    kinds = ["embassy"]
    [rule.during]
    from = 2020-05-20
    until = "2020-06"
    [rule.source]
    title = "Notice 12"
    url = "https://example.org/notice"
    publisher = "The post office"
    stated = "2020-05"
    checked = 2020-06-01
    """
    assert read_rules(text) == read_rules(text.replace("\n", "\r\n")) == RuleBook([POST_TO_RUSSIA])


def test_plain_words_are_english():
    text = '[[rule]]\nid = "x"\neffect = "note"\nreason = "no post"\nsource = { title = "x" }\n'
    (rule,) = read_rules(text)
    assert rule.reason == Text({"en": "no post"})
    assert 'reason = "no post"\n' in write_rules(RuleBook([rule]))


@pytest.mark.parametrize("text", ["", "\n", "# no rules yet\n", "rule = []", "\ufeff# with a byte order mark"])
def test_a_text_without_rules_is_an_empty_book(text):
    assert read_rules(text) == RuleBook()
    assert write_rules(RuleBook()) == ""


@pytest.mark.parametrize("path", WRONG, ids=lambda path: path.stem)
def test_a_wrong_file_is_refused_with_everything_that_is_wrong_and_its_line(path):
    with pytest.raises(InvalidRules) as caught:
        read_rules(path.read_text(encoding="utf-8"))
    assert f"{caught.value}\n" == path.with_suffix(".expected.txt").read_text(encoding="utf-8")


def test_every_wrong_file_says_what_is_expected_of_it():
    assert len(WRONG) > 30
    assert {path.stem for path in WRONG} == {
        path.name.removesuffix(".expected.txt") for path in WRONG[0].parent.glob("*.txt")
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a = " + "[" * 100_000, "the TOML is nested too deeply"),
        ("a = " + "1" * 5000, "the TOML has a number of thousands of digits"),
        ('a = "\ud800"', "the text holds half of a surrogate pair"),
        ('a = """\nb', "line 2: the text is no TOML: unterminated string"),
        ("rule = 3", "line 1: expected a list, got a whole number at rule; begin each rule with [[rule]]"),
        ("rule = [3]", "line 1: expected a table of keys, got a whole number at rule[0]"),
    ],
    ids=lambda value: value[:20],
)
def test_no_text_is_too_odd_for_an_answer(text, told):
    with pytest.raises(InvalidRules) as caught:
        read_rules(text)
    assert str(caught.value) == told


@given(st.text("[]{}=\"'\n #rule.idunlesfromcountries0123456789-,", max_size=200))
def test_any_text_is_read_or_refused(text):
    with suppress(InvalidRules):
        assert read_rules(text) == RuleBook()


@given(books(), st.data())
def test_a_spoilt_line_is_the_one_that_is_named(book, data):
    lines = write_rules(book).splitlines()
    places = [number for number, line in enumerate(lines) if line.startswith(("effect", "source"))]
    if places:
        spoilt = data.draw(st.sampled_from(places))
        lines[spoilt] = lines[spoilt].partition("=")[0] + "= 3"
        with pytest.raises(InvalidRules) as caught:
            read_rules("\n".join(lines))
        assert [problem.line for problem in caught.value.problems] == [spoilt + 1]


def test_half_a_character_is_not_written():
    rule = Rule("x", "note", reason="\ud800", source=Source("x"))
    with pytest.raises(InvalidRules, match=r"holds half of a surrogate pair at rule\[0\].reason"):
        write_rules(RuleBook([rule]))
