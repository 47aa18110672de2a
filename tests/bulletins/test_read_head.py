import tomllib
from pathlib import Path

import pytest

from urgent_actions.bulletins.boundaries import address_starts, body_starts, office_words
from urgent_actions.bulletins.lexicon import capitalised
from urgent_actions.bulletins.page import Page
from urgent_actions.bulletins.read_head import read_head
from urgent_actions.bulletins.tokens import tokens_of
from urgent_actions.bulletins.word_lists import word_list

TABLE = tomllib.loads((Path(__file__).parent / "tables" / "heads.toml").read_text(encoding="utf-8"))["head"]


def head_of(text, surnames=frozenset()):
    tokens = tokens_of(Page(text.replace("|", "\n")).lines)
    head = read_head(tokens, surnames)
    rest = tokens[head.end].page[tokens[head.end].start :] if head.end < len(tokens) else ""
    parts = {
        "title": " ".join(map(str, head.title)),
        "name": str(head.name or ""),
        "office": ", ".join(map(str, head.office)),
        "organisation": str(head.organisation or ""),
        "rest": rest.replace("\n", "|"),
    }
    return {name: value for name, value in parts.items() if value}


@pytest.mark.parametrize("row", TABLE, ids=[row["text"][:60] for row in TABLE])
def test_a_head_is_told_apart_as_the_table_says(row):
    assert head_of(row["text"]) == {name: value for name, value in row.items() if name != "text"}


def test_the_surname_in_the_letters_opening_tells_where_a_name_ends():
    text = "President Rafael Ocando Grand Palace Compound, Manila"
    assert head_of(text, frozenset({"ocando"}))["name"] == "Rafael Ocando"


def test_a_name_that_runs_into_an_address_is_not_guessed():
    text = "President Rafael Ocando Grand Palace Compound, Manila"
    assert "name" not in head_of(text)
    assert read_head(tokens_of(Page(text).lines)).doubtful


def test_a_family_name_that_comes_first_does_not_cut_the_name():
    assert (
        head_of("Director Shen Jianguo Director of the Prison No 16, A Road", frozenset({"shen"}))["name"]
        == "Shen Jianguo"
    )


@pytest.mark.parametrize("name", ["offices", "bodies"])
def test_no_office_and_no_body_of_the_lists_is_passed_over_for_its_first_word(name):
    starts = {"offices": office_words, "bodies": body_starts}[name]
    for phrase in word_list("offices")[name]:
        tokens = tokens_of(Page(phrase[0].upper() + phrase[1:]).lines)
        assert starts(tokens, 0) >= capitalised(name, tokens, 0), phrase


def test_no_beginning_of_an_address_of_the_lists_is_passed_over_for_its_first_word():
    for phrase in word_list("addresses")["starts"]:
        assert address_starts(tokens_of(Page(phrase[0].upper() + phrase[1:]).lines), 0), phrase
    for phrase in word_list("addresses")["numbered"]:
        assert address_starts(tokens_of(Page(f"{phrase} 7").lines), 0), phrase
