"""The rules that follow from a case, each in full: what it does, to whom it speaks, on which days, and why."""

from datetime import time
from pathlib import Path

import attrs
import pytest
from kotov import EMBASSY, kotov

from urgent_actions import (
    ContactChannel,
    Country,
    Deadline,
    Edition,
    EmailAddress,
    Hours,
    Source,
    Target,
    implied_rules,
)

HOURS = Hours(time(9), time(17), zone="Europe/Moscow", days="FREQ=DAILY")
FIRM = Deadline("2020-07-01", firm=True)
BARE = {"edition": Edition(), "publisher": None, "deadline": None, "languages": [], "status": "open", "ended_on": None}
CONSULATE = Target(
    "consulate",
    "consulate",
    organisation="Consulate",
    country="RU",
    channels=[ContactChannel("email", EmailAddress("consulate@example.org"))],
)


def rich_case(**changed):
    """The case with a deadline, an end, languages, hours of a telephone, a copy, and a consulate that sits nowhere."""
    prosecutor, embassy = kotov().targets
    answered = [attrs.evolve(one, hours=HOURS) if one.kind.value == "phone" else one for one in embassy.channels]
    targets = [prosecutor, attrs.evolve(embassy, copy=True, channels=answered), CONSULATE]
    given = {"deadline": Deadline("2020-07-01"), "status": "ended", "ended_on": "2020-06-15", "languages": ["ru", "en"]}
    return attrs.evolve(kotov(), targets=targets, **{**given, **changed})


def asked(scope):
    """What a scope asks, the case itself aside: `channels fax; failed fax`."""
    facets = ((name, values) for name, values in scope.asked if name != "cases")
    return "; ".join(f"{name} {', '.join(sorted(map(str, values)))}" for name, values in facets) or "-"


def told(case, covered=None):
    """Every implied rule but those on late letters, as a row of a table."""
    rules = [rule for rule in implied_rules(case, covered or {}) if " days (" not in rule.id]
    assert all(rule.when.cases == {case.reference} and rule.source == case.source for rule in rules)
    return [" | ".join(row(rule)) for rule in rules]


def row(rule):
    """Its name, effect and days, whom it speaks of, why, and whom it excepts."""
    name, excepted = rule.id.removeprefix("implied: "), " or ".join(map(asked, rule.unless))
    return name, str(rule.effect), str(rule.during), asked(rule.when), rule.reason.say(), excepted or "-"


def table(name):
    """The rows of a table of `tables/implied.md`, by its heading."""
    text = (Path(__file__).parent / "tables" / "implied.md").read_text(encoding="utf-8")
    _, _, section = text.partition(f"## {name}\n")
    lines = section.partition("\n## ")[0].splitlines()
    return [line.removeprefix("| ").removesuffix(" |") for line in lines if line.startswith("| ")][1:]


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("A case with everything", {}),
        ("The same, with a firm deadline and without a day of its end", {"deadline": FIRM, "ended_on": None}),
        ("The same, open, by an unknown publisher, without date, deadline and languages", BARE),
    ],
)
def test_a_case_implies_just_the_rules_of_its_table(name, changed):
    assert told(rich_case(**changed)) == table(name)


def test_what_an_embassy_covers_is_open_to_senders_there_too():
    rules = implied_rules(rich_case(), {EMBASSY: frozenset({Country("LI"), Country("CH")})})
    rule = rules[f"implied: host of {EMBASSY}"]
    assert [asked(scope) for scope in rule.unless] == ["senders CH, LI, US"]
    assert rule.reason.say() == (
        "This embassy serves senders in the United States, and from there only Switzerland and Liechtenstein; "
        "write to your own."
    )


def test_where_a_target_sits_and_when_it_answers_is_said_by_the_source_that_names_it():
    directory = Source("a list of missions")
    rules = implied_rules(rich_case(), {}, {EMBASSY: directory})
    assert {rule.id.partition(EMBASSY)[0] for rule in rules if rule.source == directory} == {
        "implied: host of ",
        "implied: hours of ",
    }
    others = (rule for rule in implied_rules(rich_case()) if " days (" not in rule.id)
    assert {rule.source for rule in others} == {rich_case().source}


def test_ties_to_the_state_of_an_official_elsewhere_warn_only_of_that_official():
    neighbour = attrs.evolve(kotov().targets[0], id="neighbour", country="BY")
    rules = implied_rules(attrs.evolve(kotov(), targets=[*kotov().targets, neighbour]))
    assert asked(rules["implied: ties to BY"].when) == "countries BY; ties BY"
    assert asked(rules["implied: writing from BY"].when) == "countries BY; senders BY"
    assert asked(rules["implied: ties to RU"].when) == "ties RU"


def test_supporters_in_the_country_of_the_publisher_are_not_warned_of_their_own_country():
    at_home = attrs.evolve(kotov(), country="US", targets=[attrs.evolve(kotov().targets[0], country="US")])
    ids = {rule.id for rule in implied_rules(at_home)}
    assert "implied: ties to US" in ids
    assert "implied: writing from US" not in ids
