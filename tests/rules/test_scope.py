from datetime import UTC, date, datetime, time

import attrs
import pytest
from hypothesis import given

from urgent_actions.errors import InvalidValue
from urgent_actions.rules.attempt import Attempt
from urgent_actions.rules.scope import FACETS, Scope
from urgent_actions.testing.strategies.rules import attempts, scopes
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.country import Country
from urgent_actions.values.hours import Hours
from urgent_actions.values.lead import Lead
from urgent_actions.values.target_kind import TargetKind

LETTER = Attempt(
    "UA 82/20",
    date(2020, 5, 25),
    target="governor",
    target_kind="official",
    country="RU",
    channel="post",
    address="known",
    sender="US",
    ties={"BY", "KZ"},
    languages={"en", "es-MX"},
    affiliations={"section-de", "health-professional"},
    failed={"email"},
    at=datetime(2020, 5, 25, 10, 30, tzinfo=UTC),
    days_left=7,
)
MEETS = {
    "cases": {"UA 82/20", "UA 83/20"},
    "countries": {"RU", "BY"},
    "senders": {"US"},
    "ties": {"KZ", "UA"},
    "targets": {"governor"},
    "kinds": {"official", "company"},
    "channels": {"post", "fax"},
    "addresses": {"known"},
    "languages": {"es-MX", "fr"},
    "affiliations": {"section-de", "section-ch"},
    "failed": {"email", "fax"},
    "statuses": {"open"},
    "hours": Hours(time(13), time(14), zone="Europe/Moscow"),
    "lead": Lead(7, 7),
}
FAILS = {
    "cases": {"UA 82/21"},
    "countries": {"US"},
    "senders": {"RU"},
    "ties": {"RU"},
    "targets": {"embassy"},
    "kinds": {"embassy"},
    "channels": {"email"},
    "addresses": {"withheld", "missing"},
    "languages": {"es"},
    "affiliations": {"section-ch"},
    "failed": {"fax"},
    "statuses": {"ended"},
    "hours": Hours(time(10), time(11), zone="Europe/Moscow"),
    "lead": Lead(8),
}
NOTHING_ASKED = {facet: None if facet in {"hours", "lead"} else () for facet in FACETS}


def test_the_examples_ask_every_facet():
    assert tuple(MEETS) == tuple(FAILS) == FACETS


def test_a_scope_that_asks_nothing_holds_every_attempt():
    assert LETTER in Scope()
    assert Scope().asked == ()


@pytest.mark.parametrize("facet", FACETS)
def test_one_facet_alone_decides_where_it_is_the_only_one_asked(facet):
    assert LETTER in Scope(**{facet: MEETS[facet]})
    assert LETTER not in Scope(**{facet: FAILS[facet]})


@pytest.mark.parametrize("facet", FACETS)
def test_all_facets_must_hold_and_the_one_that_does_not_is_named(facet):
    assert LETTER in Scope(**MEETS)
    assert list(Scope(**{**MEETS, facet: FAILS[facet]}).unmet(LETTER)) == [facet]


@pytest.mark.parametrize(
    ("facet", "unknown"),
    [
        ("countries", {"country": None}),
        ("senders", {"sender": None}),
        ("ties", {"ties": ()}),
        ("languages", {"languages": ()}),
        ("affiliations", {"affiliations": ()}),
        ("failed", {"failed": ()}),
        ("lead", {"days_left": None}),
    ],
)
def test_what_is_unknown_meets_no_facet_that_asks_for_it(facet, unknown):
    assert attrs.evolve(LETTER, **unknown) not in Scope(**{facet: MEETS[facet]})


def test_a_lead_of_any_length_still_asks_for_a_deadline():
    assert LETTER in Scope(lead=Lead())
    assert attrs.evolve(LETTER, days_left=None) not in Scope(lead=Lead())


@pytest.mark.parametrize(
    ("on", "zone", "days", "meant"),
    [
        (date(2020, 5, 25), "Europe/Moscow", "FREQ=WEEKLY;BYDAY=MO", True),
        (date(2020, 5, 26), "Europe/Moscow", "FREQ=WEEKLY;BYDAY=MO", False),
    ],
)
def test_an_attempt_of_which_only_the_day_is_known_is_meant_if_the_hours_open_on_that_day(on, zone, days, meant):
    some_time = attrs.evolve(LETTER, on=on, at=None)
    assert (some_time in Scope(hours=Hours(time(9), time(10), zone=zone, days=days))) is meant


@given(scopes(), attempts())
def test_an_attempt_is_in_a_scope_just_if_no_facet_is_unmet(scope, attempt):
    assert (attempt in scope) == (not list(scope.unmet(attempt)))
    assert {*scope.unmet(attempt)} <= {name for name, _ in scope.asked}


@given(scopes(least=1), attempts())
def test_asking_less_holds_more(scope, attempt):
    name, _ = scope.asked[0]
    if attempt in scope:
        assert attempt in attrs.evolve(scope, **{name: NOTHING_ASKED[name]})


@pytest.mark.parametrize("facet", [name for name in FACETS if NOTHING_ASKED[name] is not None])
def test_one_bare_string_is_refused_and_never_cut_into_letters(facet):
    with pytest.raises(InvalidValue, match="expected a collection of"):
        Scope(**{facet: "RU"})


@pytest.mark.parametrize(
    ("facet", "misspelt", "told"),
    [
        ("cases", "UA 82-20", "cannot read 'UA 82-20' as a case reference; write it as 'UA 82/20'"),
        ("countries", "UK", "unknown country 'UK'; did you mean 'GB'?"),
        ("senders", "Russia", "unknown country 'RUSSIA'; did you mean 'RU'?"),
        ("ties", "XX", "unknown country 'XX'"),
        (
            "targets",
            "The Governor",
            "'The Governor' is not a target's id at targets; give the id that the case has for it",
        ),
        ("targets", None, "expected a string, not None"),
        ("kinds", "oficial", "unknown target kind 'oficial'; did you mean 'official'?"),
        ("channels", "e-mail", "unknown channel kind 'e-mail'; did you mean 'email'?"),
        ("addresses", "hidden", "unknown address state 'hidden'; expected one of known, missing, unreadable, withheld"),
        ("languages", "english", "unknown language 'english'"),
        ("affiliations", "Section DE", "'Section DE' cannot be a key at affiliations; use small letters"),
        ("failed", "telefax", "unknown channel kind 'telefax'"),
        ("statuses", "closed", "unknown case status 'closed'"),
    ],
)
def test_a_value_that_no_attempt_can_have_is_refused_with_the_way_out(facet, misspelt, told):
    with pytest.raises(InvalidValue) as caught:
        Scope(**{facet: {misspelt}})
    assert str(caught.value).startswith(told)


def test_all_values_that_cannot_be_are_named_at_once():
    with pytest.raises(InvalidValue) as caught:
        Scope(channels=["e-mail", "post", "telefax"])
    assert len(caught.value.problems) == 2


def test_plain_words_and_values_make_one_scope():
    typed = Scope(cases={CaseReference("UA", 82, year=2020)}, countries=[Country("RU")], kinds=(TargetKind.EMBASSY,))
    assert typed == Scope(cases=["UA 82/20"], countries={"ru"}, kinds={"embassy"})


def test_hours_are_hours():
    with pytest.raises(InvalidValue, match="hours is '09:00-17:00', not an Hours"):
        Scope(hours="09:00-17:00")


@pytest.mark.parametrize("lead", [7, "7/..", (7, 9)])
def test_a_lead_is_a_lead(lead):
    with pytest.raises(InvalidValue, match=r"give Lead\(least, most\)"):
        Scope(lead=lead)
