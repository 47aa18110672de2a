"""The packs that come with the library: each is strict, sourced, said in every language and tried by a table."""

from datetime import date, timedelta
from functools import reduce
from operator import or_
from pathlib import Path

import attrs
import pytest

from urgent_actions import (
    Effect,
    InvalidValue,
    RuleBook,
    Status,
    Text,
    Window,
    read_rules,
    rule_pack,
    rule_packs,
    write_rules,
)
from urgent_actions.testing.check_table import check_table
from urgent_actions.values.target_kind import TargetKind

TABLES = Path(__file__).parents[1] / "rules" / "tables"
SPOKEN = {"ar", "de", "en", "es", "fr", "ru"}
TODAY = date(2026, 11, 24)

packs = pytest.mark.parametrize("name", rule_packs())


def every_pack() -> RuleBook:
    return reduce(or_, map(rule_pack, rule_packs()))


@packs
def test_the_table_of_a_pack_holds_and_tries_every_rule(name):
    table = (TABLES / f"{name}.md").read_text(encoding="utf-8")
    report = check_table(table, rules=rule_pack(name), alike={"case": "UA 82/20"})
    assert report.untried == ()


@packs
def test_every_rule_of_a_pack_names_its_source_and_when_it_was_checked(name):
    for rule in rule_pack(name):
        assert rule.source.url, rule.id
        assert rule.source.publisher, rule.id
        assert rule.source.checked, rule.id
        assert rule.source.checked.latest <= TODAY, rule.id


@packs
def test_what_narrows_was_stated_on_a_day_and_only_a_remark_may_be_undated(name):
    for rule in rule_pack(name):
        assert rule.source.stated or rule.effect.status is Status.OPEN, rule.id


@packs
def test_every_reason_of_a_pack_is_said_in_six_languages(name):
    for rule in rule_pack(name):
        assert isinstance(rule.reason, Text)
        assert {language.tag for language in rule.reason.languages} == SPOKEN, rule.id


@packs
def test_a_pack_says_in_one_line_what_it_holds(name):
    said = rule_packs()[name]
    assert said.endswith(".")
    assert 20 < len(said) < 130


@packs
def test_a_pack_is_a_rule_file_like_any_other(name):
    assert read_rules(write_rules(rule_pack(name))) == rule_pack(name)


def test_all_packs_merge_into_one_book():
    assert len(every_pack()) == sum(len(rule_pack(name)) for name in rule_packs())


def test_a_local_pack_ends_a_rule_by_its_next_edition_and_changes_nothing_else():
    carrier = rule_pack("post-suspended")
    ended = attrs.evolve(carrier["fi-2022-russia-belarus"], edition=2, during=Window("2022-04-11", "2022-06-30"))
    book = carrier | read_rules(write_rules(RuleBook([ended])))
    assert book["fi-2022-russia-belarus"] == ended
    assert {*book} ^ {*carrier} == {ended, carrier["fi-2022-russia-belarus"]}
    assert len(book.rules) == len(carrier.rules) + 1


def test_a_local_pack_cannot_change_a_rule_under_the_same_edition():
    carrier = rule_pack("post-suspended")
    with pytest.raises(InvalidValue, match="the next edition"):
        carrier | RuleBook([attrs.evolve(carrier["us-2022-russia"], during=Window("2022-03-11", "2022-03-12"))])


def test_what_a_carrier_says_is_meant_for_its_own_senders_and_for_no_mission_abroad():
    abroad = {kind for kind in TargetKind if kind.is_abroad}
    for rule in every_pack():
        if rule.effect is Effect.CLOSE:
            assert len(rule.when.senders) == 1, rule.id
            assert rule.when.channels, rule.id
            assert {kind for scope in rule.unless for kind in scope.kinds} == abroad, rule.id


def test_open_ended_closures_that_nobody_looked_at_for_a_year_are_stale():
    stale = every_pack().stale(TODAY, timedelta(days=365))
    closed = {rule.id for rule in stale if rule.effect is Effect.CLOSE}
    assert closed == {
        "ca-2022-russia-belarus",
        "fi-2022-russia-belarus",
        "se-2022-russia-belarus",
        "mt-2022-russia",
        "za-2022-russia-belarus-ukraine",
    }


def test_a_misspelt_pack_is_refused_with_the_nearest_that_exists():
    with pytest.raises(InvalidValue) as refused:
        rule_pack("post-covid")
    assert str(refused.value) == "unknown rule pack 'post-covid'; did you mean 'post-covid-19'?"


@pytest.mark.parametrize("odd", ["", "../regions", "safety.toml", "/etc/passwd"])
def test_only_a_pack_can_be_loaded_as_a_pack(odd):
    with pytest.raises(InvalidValue, match="unknown rule pack"):
        rule_pack(odd)
