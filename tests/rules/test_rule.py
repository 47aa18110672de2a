from datetime import date

import pytest

from urgent_actions.errors import InvalidValue
from urgent_actions.rules.attempt import Attempt
from urgent_actions.rules.effect import Effect, Status
from urgent_actions.rules.rule import Rule
from urgent_actions.rules.scope import Scope
from urgent_actions.values.source import Source
from urgent_actions.values.window import Window

SOURCE = Source("UA 82/20", stated="2020-05-20")


def rule(**changed):
    said = {"id": "post closed", "effect": "close", "reason": "no post is accepted", "source": SOURCE} | changed
    return Rule(said.pop("id"), said.pop("effect"), **said)


def post_on(day, kind="official"):
    return Attempt("UA 82/20", day, target="somebody", target_kind=kind, channel="post")


def test_a_rule_applies_in_its_scope_on_its_days_without_its_exceptions():
    closed = rule(
        when=Scope(channels={"post"}), unless=Scope(kinds={"embassy"}), during=Window("2020-05-20", "2020-06")
    )
    assert closed.applies_to(post_on(date(2020, 5, 20)))
    assert closed.applies_to(post_on(date(2020, 6, 30)))
    assert not closed.applies_to(post_on(date(2020, 5, 19)))
    assert not closed.applies_to(post_on(date(2020, 7, 1)))
    assert not closed.applies_to(post_on(date(2020, 5, 20), "embassy"))


def test_any_of_several_exceptions_lifts_it():
    closed = rule(unless=[Scope(kinds={"embassy"}), Scope(kinds={"mission"})])
    assert [kind for kind in ("official", "embassy", "mission") if closed.applies_to(post_on(date.min, kind))] == [
        "official"
    ]


def test_a_rule_was_known_from_the_day_on_which_it_was_stated_and_always_if_nobody_knows_when():
    assert not rule().known_on(date(2020, 5, 19))
    assert rule().known_on(date(2020, 5, 20))
    assert rule(source=Source("UA 82/20")).known_on(date.min)
    assert rule(source=Source("UA 82/20", stated="2020-05")).known_on(date(2020, 5, 1))


def test_a_rule_is_written_with_what_it_does_and_when():
    assert str(rule(during=Window("2020-05-20"))) == "post closed (close, 2020-05-20/..)"


def test_effects_only_prefer_and_note_or_make_stricter():
    assert [(str(effect), effect.status) for effect in Effect] == [
        ("prefer", Status.OPEN),
        ("note", Status.OPEN),
        ("caution", Status.CAUTION),
        ("close", Status.CLOSED),
    ]
    assert Status.OPEN < Status.CAUTION < Status.CLOSED
    assert [str(status) for status in Status] == ["open", "caution", "closed"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"id": ""}, "rule id '' is not a line of text at id"),
        ({"id": "a\nb"}, r"rule id 'a\nb' is not a line of text at id"),
        ({"id": 7}, "rule id 7 is not a line of text at id"),
        ({"effect": "closed"}, "unknown effect 'closed'; did you mean 'close'?"),
        ({"when": {"channels": {"post"}}}, "when is {'channels': {'post'}}, not a Scope at when; give Scope(...)"),
        ({"unless": "embassy"}, "expected a collection of things, not 'embassy'"),
        ({"unless": ["embassy"]}, "'embassy' is not a Scope at unless[0]"),
        (
            {"unless": Scope()},
            "an exception that asks nothing lifts the rule everywhere at unless[0]; name the attempts",
        ),
        ({"during": "2020-05-20/.."}, "during is '2020-05-20/..', not a Window at during; give Window(...)"),
        ({"reason": " "}, "the text is blank"),
        ({"source": "UA 82/20"}, "source is 'UA 82/20', not a Source at source; give Source(...)"),
    ],
)
def test_what_no_rule_can_say_is_refused(wrong, told):
    with pytest.raises(InvalidValue) as caught:
        rule(**wrong)
    assert str(caught.value).startswith(told)


def test_all_that_is_wrong_with_a_rule_is_told_at_once():
    with pytest.raises(InvalidValue) as caught:
        rule(id="", when=None, during=None, unless=[None])
    assert [problem.where for problem in caught.value.problems] == ["id", "when", "during", "unless[0]"]


def test_a_rule_says_its_edition_where_it_is_not_the_first():
    window = {"during": Window("2020-05-20")}
    assert str(rule(**window)) == "post closed (close, 2020-05-20/..)"
    assert str(rule(**window, edition=2)) == "post closed (close, 2020-05-20/.., edition 2)"


@pytest.mark.parametrize("edition", [0, -1, "2", 1.0, True])
def test_editions_are_counted_from_one(edition):
    with pytest.raises(InvalidValue, match="count the first edition of a rule as 1"):
        rule(edition=edition)
