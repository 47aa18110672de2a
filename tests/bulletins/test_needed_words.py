"""Law: what a pattern finds holds the words that it needs, so no text is passed over in which it stands."""

import re
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.bulletins.needed_words import needed_words
from urgent_actions.bulletins.patterns import loose, one_of
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Vocabulary, Wording

LISTS = ["appeals", "form", "instructions", "notes", "stock", "web_post"]
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.rglob("*.txt"))]


def strings_in(data):
    """Every string of a word list, at any depth."""
    if isinstance(data, str):
        return [data]
    below = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return list(chain.from_iterable(map(strings_in, below)))


@pytest.mark.parametrize("name", LISTS)
def test_no_phrase_of_a_word_list_is_passed_over_where_it_stands(name):
    lines = "\n".join(TEXTS)
    for phrase in set(strings_in(word_list(name))) - {""}:
        try:
            pattern = re.compile(loose(phrase), re.IGNORECASE)
        except re.error:
            continue  # a word of the list that is no pattern
        wording = Wording.of(pattern.pattern, re.IGNORECASE)
        for found in pattern.finditer(lines):
            assert wording.may_be_in(found[0]), phrase


@given(st.from_regex(r"(?:(?:ab|[cd]e?|f)(?:gh)?\b ?){1,4}", fullmatch=True), st.data())
def test_a_pattern_of_our_kind_is_found_with_and_without_its_words(text, data):
    parts = ["ab", "(?:ab|fgh)", "(?:gh)?", "[cd]e?", "(?<!b)", r"\b", "g{1,2}h", "(?P<x>f|de)", " {0,3}", "(?i:GH|ab)"]
    source = "".join(data.draw(st.lists(st.sampled_from(parts), min_size=1, max_size=5, unique=True)))
    found = [match.span() for match in re.finditer(source, text, re.IGNORECASE)]
    assert [match.span() for match in Wording.of(source, re.IGNORECASE).finditer(text)] == found


@pytest.mark.parametrize(
    ("source", "ways"),
    [
        (r"please\s{1,3}write to", [["please write to"]]),
        ("(?:share|circulate) this", [[" this", "circulate|share"]]),
        ("(?:share|forward)(?: it)?", [["share"], ["forward"]]),
        (r"(?<!\w)(?:share this|(?:send|pass) it on)(?!\w)", [["share this"], [" it on", "pass|send"]]),
        ("(?:e-?mails?|mail|letters?) only", [[" only", "letter|mail"]]),
        ("so +be [ ]{1,3}it", [["so be it"]]),
        ("by(?: |, )the", [["the", "by"]]),
        (r"not(?:\s{1,3})?[ ]{0,3}a\s?sign", [["sign", "not"]]),
        ("c/o e-mail", [["c/o e-mail"]]),
        ("colou?r", [["colo"]]),
        ("x{2}yes", [["yes"]]),
        ("it+s", [["it"]]),
        (r"\w{3,8}", [[]]),
        ("(?:yes|n?)", [[]]),
        ("(?:yes|n?) sir", [[" sir"]]),
        ("(?!never)(?<=before)now", [["now"]]),
        (r"[a-z\]]\x41bc", [["bc"]]),
        ("Straße", [["strasse"]]),
        ("", [[]]),
    ],
)
def test_what_is_needed_are_the_words_that_no_match_can_be_without(source, ways):
    assert [["|".join(sorted(words)) for words in way] for way in needed_words(source)] == ways


@pytest.mark.parametrize("text", ["E-MAIL", "E-MAİL", "e-maıl", "e-mail"])
def test_letters_that_a_pattern_takes_for_one_another_are_one(text):
    assert bool(one_of(("e-mail",)).search(text)) is bool(one_of(("e-mail",)).compiled.search(text))


def test_a_wording_does_what_a_pattern_does():
    wording = one_of(("take action", "write"))
    assert wording.sub("-", "Write, then rest.") == "-, then rest."
    assert wording.sub("-", "Rest.") == "Rest."
    assert wording.fullmatch("take  action")
    assert wording.match("so write", 3)
    assert wording.search("Rest.") is None


@given(
    st.lists(st.sampled_from(["take action", "write", "e-?mail", "take", "[a-z]{9}"]), unique=True),
    st.text("takewrim -"),
)
def test_a_vocabulary_asks_every_wording_that_stands_in_a_text(sources, words):
    text = f"{words} write to take action"
    asked = Vocabulary.of(map(Wording.of, sources)).standing_in(text)
    assert [number for number, _ in asked] == sorted(number for number, _ in asked)
    found = [number for number, wording in asked if wording.compiled.search(text)]
    assert found == [number for number, source in enumerate(sources) if re.search(source, text)]
