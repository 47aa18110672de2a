"""The order in which a supporter is told to write, and what it never does."""

import re
from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kotov import EMBASSY, PROSECUTOR, kotov

from urgent_actions import (
    Choice,
    ContactChannel,
    Deadline,
    PostalAddress,
    PreparedCase,
    Role,
    Rule,
    RuleBook,
    Scope,
    Sender,
    Source,
    Status,
    Step,
    Target,
    Window,
    plan,
    transit_days,
    what_if,
)
from urgent_actions.testing.strategies.nouns import cases, senders
from urgent_actions.testing.strategies.rules import rulebooks
from urgent_actions.testing.strategies.values import days
from urgent_actions.values.text import Message

MAY_25 = date(2020, 5, 25)
further = rulebooks().map(lambda book: RuleBook(attrs.evolve(rule, id=f"further {rule.id}") for rule in book))


def planned(case, *, sender="US", on=MAY_25, rules=()):
    prepared = PreparedCase(case, rules=RuleBook(rules))
    return plan(prepared.guide(Sender(sender), on=on), prepared)


def asked_for(**facets):
    """A rule that prefers a way."""
    return Rule("preferred", "prefer", when=Scope(**facets), reason="It helps most.", source=Source("a test"))


def ways_of(steps):
    return [(step.option.target.id, str(step.option.channel.kind), str(step.role)) for step in steps]


@given(cases(), further, senders(), days())
def test_a_plan_holds_what_can_be_done_once_and_nothing_that_is_closed(case, rules, sender, day):
    prepared = PreparedCase(case, rules=rules)
    guidance = prepared.guide(sender, on=day)
    steps = plan(guidance, prepared).steps
    assert sorted(id(step.option) for step in steps) == sorted(id(option) for option in guidance.usable)


@given(cases(), further, senders(), days())
def test_every_target_is_reached_by_its_best_way_first_or_named_with_what_would_open_it(case, rules, sender, day):
    prepared = PreparedCase(case, rules=rules)
    guidance = prepared.guide(sender, on=day)
    found = plan(guidance, prepared)
    for target in guidance.targets:
        steps = [step for step in found.steps if step.option.target.id == target.id]
        assert [step.rank for step in steps] == sorted(step.rank for step in steps)
        assert bool(steps) is (target.id not in {one.target.id for one in found.unreached})
    for one in found.unreached:
        assert one.hint is None or one.hint.option.target.id == one.target.id
        changes = [change for option in guidance.of(one.target.id) for change in what_if(guidance, option, prepared)]
        assert one.hint is not None or not any(change.option.target.id == one.target.id for change in changes)


@given(cases(), further, senders(), days())
def test_letters_stand_before_further_ways_and_alternatives_only_where_one_target_is_enough(case, rules, sender, day):
    prepared = PreparedCase(case, rules=rules)
    steps = plan(prepared.guide(sender, on=day), prepared).steps
    letters = [step for step in steps if step.role is Role.LETTER]
    main = {step.option.target.id for step in steps if not step.option.target.copy}
    if case.choose in {Choice.ANY, Choice.ONE}:
        assert len(letters) == min(1, len(main))
    else:
        assert {step.option.target.id for step in letters} == main
        assert not any(step.role is Role.INSTEAD for step in steps)
    if case.choose is not Choice.ONE:
        assert [step.rank for step in letters] == sorted(step.rank for step in letters)
    order = {Role.LETTER: 0, Role.COPY: 0, Role.OTHER_WAY: 1, Role.INSTEAD: 2}
    assert [order[step.role] for step in steps] == sorted(order[step.role] for step in steps)


@given(cases(), further, senders(), days())
def test_what_is_said_to_be_in_time_is_by_the_days_that_carriers_state(case, rules, sender, day):
    prepared = PreparedCase(case, rules=rules)
    for step in plan(prepared.guide(sender, on=day), prepared):
        last = case.deadline.last_day if case.deadline else None
        if step.arrives is None or last is None:
            assert step.in_time is None
        else:
            first, latest = step.arrives
            assert day <= first <= latest
            assert step.in_time is (True if latest <= last else False if first > last else None)


@given(st.sampled_from(["US", "FR", "CA"]), st.integers(0, 14))
def test_a_letter_that_may_be_late_stands_after_what_is_in_time(sender, days_left):
    case = posted(attrs.evolve(kotov(), deadline=Deadline(MAY_25 + timedelta(days=days_left)), rules=[]))
    steps = [step for step in planned(case, sender=sender) if step.option.target.id == PROSECUTOR]
    (letter,) = (step for step in steps if str(step.option.channel.kind) == "post")
    transit = transit_days(sender, "RU")
    assert letter.arrives == (MAY_25 + timedelta(days=transit.least), MAY_25 + timedelta(days=transit.most))
    assert letter.in_time is (True if transit.most <= days_left else False if transit.least > days_left else None)
    assert steps[-1] is letter


def posted(case):
    """The case with an address for letters to the prosecutor."""
    prosecutor, embassy = case.targets
    post = ContactChannel("post", PostalAddress(["1 Example Street", "Moscow 101000"]))
    others = [channel for channel in prosecutor.channels if str(channel.kind) != "post"]
    return attrs.evolve(case, targets=[attrs.evolve(prosecutor, channels=[post, *others]), embassy])


def test_where_any_target_will_do_the_others_are_alternatives():
    steps = planned(kotov()).steps
    assert ways_of(steps)[0] == (PROSECUTOR, "form", "letter")
    assert {(target, role) for target, _, role in ways_of(steps)[1:]} == {(EMBASSY, "instead")}


@pytest.mark.parametrize("choose", [Choice.ALL, None])
def test_where_each_is_asked_for_each_gets_its_best_way_before_further_ways(choose):
    steps = planned(attrs.evolve(kotov(), choose=choose)).steps
    assert ways_of(steps)[:3] == [
        (PROSECUTOR, "form", "letter"),
        (EMBASSY, "phone", "letter"),
        (EMBASSY, "fax", "other way"),
    ]


def test_what_is_preferred_comes_first_though_it_takes_longer():
    rules = [asked_for(channels={"post"})]
    steps = planned(kotov(), rules=rules).steps
    assert ways_of(steps)[:2] == [(EMBASSY, "post", "letter"), (EMBASSY, "phone", "other way")]
    assert steps[0].option.advice.preferred


def test_what_needs_care_comes_after_what_is_open_though_it_is_preferred():
    caution = attrs.evolve(asked_for(targets={PROSECUTOR}), id="care", effect="caution")
    steps = planned(kotov(), rules=[caution, asked_for(targets={PROSECUTOR})]).steps
    assert ways_of(steps)[0][0] == EMBASSY
    assert steps[-1].option.status is Status.CAUTION
    assert "with care" in steps[-1].explain()


def test_a_copy_comes_right_after_the_letter_to_the_same_state():
    official, embassy = kotov().targets
    other = attrs.evolve(official, id="minister-elsewhere", country="CO")
    copied = attrs.evolve(embassy, copy=True)
    case = attrs.evolve(kotov(), choose="all", country=None, targets=[copied, official, other])
    assert [(step.option.target.id, str(step.role)) for step in planned(case)][:4] == [
        (PROSECUTOR, "letter"),
        (EMBASSY, "copy"),
        ("minister-elsewhere", "letter"),
        (EMBASSY, "other way"),
    ]


def test_of_two_letters_to_one_state_a_copy_comes_once_after_the_first():
    official, embassy = kotov().targets
    second = attrs.evolve(official, id="second")
    copied = attrs.evolve(embassy, copy=True, channels=embassy.by("phone"))
    elsewhere = attrs.evolve(copied, id="elsewhere", country="FR")
    case = attrs.evolve(kotov(), choose="all", country=None, targets=[copied, official, second, elsewhere])
    assert [step.option.target.id for step in planned(case)] == [PROSECUTOR, EMBASSY, "elsewhere", "second"]


def test_a_copy_to_another_state_comes_right_after_the_first_letter():
    official, embassy = kotov().targets
    other = attrs.evolve(official, id="minister-elsewhere", country="CO")
    copied = attrs.evolve(embassy, country="FR", copy=True)
    case = attrs.evolve(kotov(), choose="all", country=None, targets=[copied, official, other])
    assert [(step.option.target.id, str(step.role)) for step in planned(case)][:3] == [
        (PROSECUTOR, "letter"),
        (EMBASSY, "copy"),
        ("minister-elsewhere", "letter"),
    ]


def test_where_one_is_named_it_comes_first_though_another_has_a_better_way():
    rules = [asked_for(targets={EMBASSY}, channels={"phone"})]
    assert ways_of(planned(attrs.evolve(kotov(), choose="one"), rules=rules))[0] == (PROSECUTOR, "form", "letter")
    assert ways_of(planned(attrs.evolve(kotov(), choose="any"), rules=rules))[0] == (EMBASSY, "phone", "letter")


def test_a_letter_to_nobody_knows_which_country_arrives_on_a_day_that_is_not_known():
    post = ContactChannel("post", PostalAddress(["1 Example Street"]))
    nowhere = Target("office", "organisation", organisation="Office", channels=[post])
    (step,) = planned(attrs.evolve(kotov(), targets=[nowhere], deadline=Deadline("2020-07-01")))
    assert step.explain() == (
        "Office, post: 1 Example Street (write here, it is not known when it arrives, perhaps after the deadline)"
    )


def test_a_target_that_cannot_be_reached_is_named_with_what_would_help():
    (one,) = planned(kotov(), sender="FR").unreached
    assert one.explain() == (
        "Embassy of the Russian Federation cannot be reached on this day. It could be done from the United States."
    )


def test_a_later_day_helps_more_than_another_country_to_write_from():
    strike = attrs.evolve(asked_for(senders={"US"}), effect="close", during=Window(None, "2020-06-14"))
    (one, _) = planned(kotov(), rules=[strike]).unreached
    assert str(one.hint) == "It could be done on June 15, 2020."


def test_a_plan_is_read_as_sentences_and_shown_as_a_table():
    case = attrs.evolve(kotov(), deadline=Deadline("2020-06-01"))
    found = planned(case)
    lines = found.explain().splitlines()
    assert lines[0] == (
        "1. Prosecutor General of the Russian Federation, online form: "
        "https://ipriem.genproc.gov.ru/contacts/ipriem/send (write here, arrives the same day, in time)"
    )
    assert lines[-1].endswith(
        "(in place of the one above, arrives between May 26, 2020 and June 5, 2020, perhaps after the deadline)"
    )
    assert len(found.rows()) == len(found.steps) == len(lines)
    shown = found._repr_html_()
    assert shown.count("<tr>") == len(lines) + 1
    assert re.findall(r"<caption[^>]*>([^<]*)<", shown) == ["UA 82/20"]
    assert re.findall(r"<th [^>]*>([^<]*)<", shown) == ["", "Target", "Channel", "Status", "Why"]
    assert re.findall(r"<tr><td[^>]*>([^<]*)<", shown) == [str(number) for number in range(1, len(lines) + 1)]


@pytest.mark.parametrize(
    ("deadline", "care", "when"),
    [
        (None, "", ""),
        ("2020-06-05", "", ", in time"),
        ("2020-06-04", "", ", perhaps after the deadline"),
        ("2020-05-25", "with care, ", ", after the deadline"),
    ],
)
def test_a_step_says_whether_it_is_preferred_and_whether_it_arrives_in_time(deadline, care, when):
    case = attrs.evolve(kotov(), choose="all", deadline=None if deadline is None else Deadline(deadline))
    steps = planned(case, rules=[asked_for(channels={"post"})]).steps
    (post,) = (step for step in steps if str(step.option.channel.kind) == "post")
    role = "another way to the same target" if care else "write here"
    assert post.explain() == (
        "Embassy of the Russian Federation, post: 2650 Wisconsin Ave. NW, Washington DC 20007 "
        f"({role}, preferred, {care}arrives between May 26, 2020 and June 5, 2020{when})"
    )


def test_a_plan_has_one_sentence_for_each_step_in_every_language():
    found = planned(kotov())
    said = {locale: found.explain(locale) for locale in ("en", "fr", "es", "ru", "ar")}
    assert len(set(said.values())) == 5
    assert all(len(text.splitlines()) == len(found.steps) for text in said.values())
    assert not any(re.search(r"[{}]", text) for text in said.values())
    assert "formulaire en ligne\u00a0: https://" in said["fr"]


def test_the_reasons_of_a_step_are_messages_that_any_language_says():
    (first, *_) = planned(kotov())
    assert isinstance(first, Step)
    assert first.because == (Message("write here"), Message("arrives the same day"))
