"""Documents at random, whole and broken, for the tests of the formats."""

from datetime import date
from types import MappingProxyType

import attrs
from hypothesis import strategies as st

from urgent_actions.action_report import ActionReport
from urgent_actions.case import Case
from urgent_actions.case_history import CaseHistory
from urgent_actions.letter_template import LetterTemplate
from urgent_actions.missions import MissionDirectory
from urgent_actions.rules.rule import Rule
from urgent_actions.rules.rulebook import RuleBook
from urgent_actions.sender import Sender
from urgent_actions.target import Target
from urgent_actions.testing.strategies import nouns, rules, values
from urgent_actions.values.listing import Listing
from urgent_actions.values.text import Message


def messages():
    """Our own sentences, with everything that can fill a blank, messages in messages included."""
    items = st.lists(values.countries() | values.languages() | values.words(), min_size=1, max_size=3)
    listings = st.builds(Listing, items, st.sampled_from(["and", "or"]))
    fillings = st.one_of(
        values.words(), st.integers(), values.days(), values.partial_dates(), values.countries(), values.languages(),
        values.hours(), values.texts(), listings, st.just(Message("one sentence in another")),
    )  # fmt: skip
    one = fillings.map(lambda filling: Message("{said} by {day}", {"said": filling, "day": date(2020, 5, 20)}))
    counted = st.integers(0, 10**20).map(lambda count: Message.plural("{count} day", "{count} days", count))
    return one | counted


def rules_in_our_words():
    """Rules whose reasons are our own sentences, or words of others."""
    return st.builds(lambda rule, reason: attrs.evolve(rule, reason=reason), rules.rules(), messages() | values.texts())


def books():
    """Books of rules with reasons of both sorts."""
    return st.lists(rules_in_our_words(), max_size=4, unique_by=lambda rule: rule.id).map(RuleBook)


NOUNS = MappingProxyType(
    {
        ActionReport: nouns.reports(),
        Case: nouns.cases(),
        CaseHistory: nouns.histories(),
        LetterTemplate: nouns.templates(),
        MissionDirectory: nouns.mission_directories(),
        Rule: rules_in_our_words(),
        RuleBook: books(),
        Sender: nouns.senders().map(lambda sender: sender.profile),
        Target: nouns.targets(),
    }
)

ANYTHING = st.sampled_from(
    [
        None,
        True,
        False,
        0,
        -1,
        1.5,
        10**30,
        "",
        " ",
        "RU",
        "no",
        "2020-02-30",
        [],
        ["RU"],
        [[]],
        {},
        {"en": "x"},
        {"text": {}},
    ]
)


@st.composite
def spoilt(draw, data):
    """The same plain data with one thing in it exchanged, taken out, doubled or added."""
    holder, key = draw(st.sampled_from(list(places(data))))
    ways = ["exchange", "take out", "add"]
    way = draw(st.sampled_from(ways))
    if way == "exchange":
        holder[key] = draw(ANYTHING)
    elif way == "take out":
        del holder[key]
    elif isinstance(holder, list):
        holder.append(draw(st.just(holder[key]) | ANYTHING))
    else:
        holder[draw(st.sampled_from(["name", "kidn", "e-mail", "xx"]))] = draw(ANYTHING)
    return data


def places(data):
    """Every place in plain data, as the table or list and the key or number."""
    for key, inner in list(data.items() if isinstance(data, dict) else enumerate(data)):
        yield data, key
        if isinstance(inner, dict | list):
            yield from places(inner)
