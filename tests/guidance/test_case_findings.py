"""What is found in a case, in full: how much it matters, what is wrong, where, and what to do."""

from datetime import date

import attrs
import pytest
from kotov import PROSECUTOR, kotov

from urgent_actions import (
    Case,
    ContactChannel,
    Deadline,
    EmailAddress,
    Lead,
    LetterTemplate,
    PhoneNumber,
    Rule,
    Scope,
    Sender,
    Source,
    Target,
    TemplateText,
    lint_case,
)
from urgent_actions.guidance.case_findings import CASE_FINDINGS

DAY = date(2020, 5, 25)
MAIL = ContactChannel("email", EmailAddress("office@example.org"))
NOTICE = Source("Notice", checked=DAY)
BERLIN = ContactChannel("phone", PhoneNumber.parse("+49 30 22651184"))


def of(**fields):
    """A case with one target."""
    given = {"kind": "official", "country": "RU", "office": "Minister of Justice", **fields}
    return Case("UA 12/20", country="RU", targets=[Target("minister", given.pop("kind"), **given)])


def ruled(**asked):
    rule = Rule("odd", "note", when=Scope(**asked), reason="No letters.", source=NOTICE)
    return attrs.evolve(of(), rules=[rule], deadline=Deadline("2020-06-30"))


def closed(case, target):
    """The case with a rule that closes all ways to a target."""
    rule = Rule("nobody there", "close", when=Scope(targets={target}), reason="No letters.", source=NOTICE)
    return attrs.evolve(case, rules=[rule])


def lettered(body, **told):
    return Case("UA 12/20", title="Nurse jailed", letter=LetterTemplate(TemplateText("en", body)), **told)


TWICE = attrs.evolve(
    of(channels=[MAIL]),
    targets=[*of(channels=[MAIL]).targets, attrs.evolve(of(channels=[MAIL]).targets[0], id="deputy")],
)
PIPELINE = "Please restore the wetlands along the northern pipeline."
FOUND = [
    (
        attrs.evolve(kotov(), deadline=Deadline("2020-05-01"), rules=()),
        "deadline-before-issue",
        "error: the deadline 2020-05-01 is before the day of issue, 2020-05-20 at deadline; "
        "look both up in the bulletin; a year may be wrong",
    ),
    (
        of(kind="embassy", organisation="Embassy", accredited_to="RU"),
        "embassy-in-own-state",
        "error: the embassy of Russia is said to sit in Russia itself at targets[0]; "
        "name the state that it stands for as its country",
    ),
    (
        of(kind="embassy", organisation="Embassy", country="BY", accredited_to="US"),
        "embassy-of-wrong-state",
        "warning: the embassy is that of Belarus, the case and its officials are of Russia at targets[0]; "
        "look up whose embassy the bulletin means",
    ),
    (
        of(salutation="Dear Ambassador"),
        "salutation-misfit",
        "warning: 'Dear Ambassador' greets another post than 'Minister of Justice' at targets[0].salutation; "
        "look up in the bulletin whom it greets",
    ),
    (
        of(title="Mr", name="Ivan Orlov", salutation="Dear Madam"),
        "salutation-misfit",
        "warning: 'Dear Madam' does not fit the title 'Mr' at targets[0].salutation; "
        "look up in the bulletin whom it greets",
    ),
    (
        of(channels=[BERLIN]),
        "foreign-number",
        "warning: the phone number +49 30 22651184 is none of Russia at targets[0].channels[0]; "
        "look up in the bulletin whose number it is",
    ),
    (
        of(channels=[MAIL, MAIL]),
        "channel-twice",
        "warning: email stands there twice with one address at targets[0].channels[1]; "
        "keep one, or look up what the second one was to be",
    ),
    (
        TWICE,
        "shared-address",
        "info: email of 'deputy' is that of 'minister' too at targets[1].channels[0]; "
        "look up whether both are meant; one letter would do",
    ),
    (
        closed(kotov(), PROSECUTOR),
        "unreachable-target",
        "warning: nobody who was asked for can reach 'Prosecutor General of the Russian Federation' on 2020-05-25 "
        "at targets[0]; find another address, or say in the bulletin where to write instead",
    ),
    (
        ruled(targets={"ministry"}),
        "rule-of-nobody",
        "warning: the rule speaks of no target of the case at rule 'odd'; "
        "compare the case, targets, kinds and countries that it asks for with those of the case",
    ),
    (
        attrs.evolve(ruled(lead=Lead(7)), deadline=None),
        "rule-of-nobody",
        "warning: the rule asks for so many days before the deadline as it never holds on at rule 'odd'; "
        "compare its lead with its window and the deadline",
    ),
    (
        lettered(f"I write to you.\n\n {PIPELINE}", demands=["A retrial of the nurse"]),
        "letter-asks-other",
        f"info: the letter asks what no demand of the case asks: {PIPELINE!r} at letter.texts[0]; "
        "compare the letter with the demands; one of them may be of another case",
    ),
    (
        lettered(PIPELINE),
        "letter-asks-other",
        f"info: the letter asks what nothing in the case speaks of: {PIPELINE!r} at letter.texts[0]; "
        "compare the letter with the bulletin; it may be that of another case",
    ),
]


@pytest.mark.parametrize(("case", "code", "told"), FOUND, ids=[told[:70] for *_, told in FOUND])
def test_what_is_found_in_a_case_is_told_in_full(case, code, told):
    senders = [Sender("US")] if code == "unreachable-target" else []
    found = lint_case(case, on=DAY, senders=senders)
    assert [(finding.code, str(finding)) for finding in found] == [(code, told)]


def test_each_kind_of_finding_has_its_sentence_here():
    assert {code for _, code, _ in FOUND} == {*CASE_FINDINGS}
