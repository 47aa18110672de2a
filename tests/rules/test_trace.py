from datetime import date

import attrs
import pytest

from urgent_actions.rules.attempt import Attempt
from urgent_actions.rules.facet_words import FACET_WORDS
from urgent_actions.rules.rule import Rule
from urgent_actions.rules.scope import FACETS, Scope
from urgent_actions.rules.trace import Standing, trace_rule
from urgent_actions.values.source import Source
from urgent_actions.values.window import Window

CLOSED = Rule(
    "post closed",
    "close",
    when=Scope(countries={"RU"}, channels={"post"}),
    unless=[Scope(kinds={"mission"}), Scope(kinds={"embassy"})],
    during=Window("2020-05-20", "2020-06"),
    reason="no post is accepted",
    source=Source("UA 82/20"),
)


def traced(day="2020-05-25", kind="official", channel="post"):
    attempt = Attempt("UA 82/20", date.fromisoformat(day), target="a", target_kind=kind, country="RU", channel=channel)
    return trace_rule(CLOSED, attempt)


@pytest.mark.parametrize(
    ("attempt", "standing", "told"),
    [
        ({}, Standing.APPLIES, "The rule post closed applies."),
        (
            {"day": "2020-05-19"},
            Standing.NOT_YET,
            "The rule post closed holds on other days: from May 20, 2020 to June 2020.",
        ),
        (
            {"day": "2020-07-01"},
            Standing.OVER,
            "The rule post closed holds on other days: from May 20, 2020 to June 2020.",
        ),
        ({"channel": "fax"}, Standing.ELSEWHERE, "The rule post closed speaks of others: channel."),
        ({"kind": "embassy"}, Standing.EXCEPTED, "The rule post closed excepts this: unless[1] (kind of target)."),
    ],
)
def test_a_trace_says_what_kept_a_rule_out(attempt, standing, told):
    trace = traced(**attempt)
    assert trace.standing is standing
    assert trace.applies is (standing is Standing.APPLIES)
    assert trace.explain() == told


def test_a_table_of_traces_has_the_rule_its_days_and_what_kept_it_out_in_the_words_of_rule_files():
    days = "2020-05-20/2020-06"
    assert traced().row() == ("post closed", "close", days, "applies", "")
    assert traced(channel="fax").row() == ("post closed", "close", days, "elsewhere", "channels")
    assert traced(kind="embassy").row() == ("post closed", "close", days, "excepted", "unless[1] (kinds)")
    both = attrs.evolve(traced(channel="fax"), facets=("channels", "kinds"))
    assert both.row()[4] == "channels, kinds"
    later = attrs.evolve(traced(), rule=attrs.evolve(CLOSED, edition=2))
    assert later.row()[0] == "post closed, edition 2"


@pytest.mark.parametrize("locale", ["fr", "es", "de", "ru", "ar"])
def test_a_trace_is_told_in_the_language_of_the_author(locale):
    assert traced().explain(locale) != traced().explain("en")
    assert "post closed" in traced().explain(locale).replace("\u2068", "").replace("\u2069", "")


def test_all_facets_that_kept_a_rule_out_are_named_and_all_that_an_exception_asks():
    elsewhere = Attempt("UA 82/20", date(2020, 5, 25), target="a", target_kind="official", country="BY", channel="fax")
    assert trace_rule(CLOSED, elsewhere).facets == ("countries", "channels")
    assert trace_rule(CLOSED, elsewhere).explain() == (
        "The rule post closed speaks of others: country of the target and channel."
    )
    excepting = attrs.evolve(CLOSED, unless=[Scope(kinds={"official"}, countries={"RU"})])
    here = attrs.evolve(elsewhere, country="RU", channel="post")
    assert (
        trace_rule(excepting, here).explain()
        == "The rule post closed excepts this: unless[0] (country of the target and kind of target)."
    )


def test_every_facet_has_a_name_in_every_language():
    assert tuple(FACET_WORDS) == FACETS
    for locale in ("fr", "es", "de", "ru", "ar"):
        assert {str(word) for word in FACET_WORDS.values()}.isdisjoint(
            word.say(locale) for word in FACET_WORDS.values()
        )


def test_facets_are_joined_as_the_language_of_the_author_joins_them():
    elsewhere = Attempt("UA 82/20", date(2020, 5, 25), target="a", target_kind="official", country="BY", channel="fax")

    assert trace_rule(CLOSED, elsewhere).explain("fr").endswith("pays du destinataire et moyen.")
    assert trace_rule(CLOSED, elsewhere).explain("de").endswith("Land der Stelle und Weg.")
