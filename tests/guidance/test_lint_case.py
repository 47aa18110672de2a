"""What is found in a case: what contradicts itself, fits another target, or reaches nobody."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kotov import EMBASSY, PROSECUTOR, kotov

from urgent_actions import (
    Case,
    CaseReference,
    ContactChannel,
    Deadline,
    Edition,
    Lead,
    LetterTemplate,
    Mission,
    MissionDirectory,
    PhoneNumber,
    Rule,
    RuleBook,
    Scope,
    Sender,
    Source,
    Subject,
    Target,
    TemplateText,
    Text,
    Window,
    lint_case,
)
from urgent_actions.guidance.case_findings import CASE_FINDINGS
from urgent_actions.rules.lint_rules import RULE_FINDINGS
from urgent_actions.testing.strategies.nouns import cases

TODAY = date(2020, 5, 25)
CASE = CaseReference("UA", 12, year=2020)
MINISTER = Target("minister", "official", office="Minister of Justice", country="RU")


def found(case, **asked):
    return [(finding.code, finding.where) for finding in lint_case(case, on=TODAY, **asked)]


def found_in_target(**fields):
    target = Target("someone", fields.pop("kind", "official"), **{"country": "RU", "name": "Ada Orlova", **fields})
    return found(Case(CASE, country="RU", targets=[target]))


def phone(number):
    return ContactChannel("phone", PhoneNumber.parse(number))


def embassy(**fields):
    return Target("embassy", "embassy", **{"organisation": "Embassy", "country": "RU", "accredited_to": "US", **fields})


def test_a_case_in_order_has_no_findings():
    assert found(kotov(), senders=[Sender("US")]) == []


def test_a_deadline_lies_on_or_after_the_day_of_issue():
    late = Case(CASE, Edition(issued="2020-05-20"), deadline=Deadline("2019-07-01"))
    assert found(late) == [("deadline-before-issue", "deadline")]
    assert found(attrs.evolve(late, deadline=Deadline("2020-05-20"))) == []
    assert found(attrs.evolve(late, edition=Edition(issued="2020-05"), deadline=Deadline("2020-05-02"))) == []


def test_an_embassy_stands_for_the_state_of_the_case_or_of_its_officials():
    assert found(Case(CASE, country="RU", targets=[embassy()])) == []
    assert found(Case(CASE, country="UA", targets=[MINISTER, embassy()])) == []
    assert found(Case(CASE, country="UA", targets=[embassy()])) == [("embassy-of-wrong-state", "targets[0]")]
    assert found(Case(CASE, targets=[embassy()])) == []


def test_a_country_stands_with_its_article_in_what_is_found():
    at_home = embassy(country="US", channels=[phone("+33 1 23 45 67 89")])
    own, number, wrong = (f.what for f in lint_case(Case(CASE, country="NL", targets=[at_home]), on=TODAY))
    assert own == "the embassy of the United States is said to sit in the United States itself"
    assert {number, wrong} == {
        "the embassy is that of the United States, the case and its officials are of the Netherlands",
        "the phone number +33 1 23 45 67 89 is none of the Netherlands or the United States",
    }


def test_an_embassy_sits_in_another_state_than_its_own():
    at_home = embassy(accredited_to="RU")
    assert found(Case(CASE, country="RU", targets=[at_home])) == [("embassy-in-own-state", "targets[0]")]
    mission = attrs.evolve(at_home, kind="mission", organisation="Mission to the UN")
    assert found(Case(CASE, country="RU", targets=[mission])) == []


@pytest.mark.parametrize(
    ("salutation", "fields"),
    [
        ("Dear Ambassador", {}),
        ("Señor Embajador", {"office": "Minister of Justice"}),
        ("Dear Prosecutor", {"office": "Governor of Texas"}),
        ("Dear Judge", {"kind": "embassy", "accredited_to": "US"}),
        ("Dear Sir", {"title": "Ms"}),
        ("Sehr geehrte Frau Minister", {"title": "Herr"}),
    ],
)
def test_a_salutation_for_somebody_else_is_found(salutation, fields):
    assert found_in_target(salutation=salutation, **fields) == [("salutation-misfit", "targets[0].salutation")]


@pytest.mark.parametrize(
    ("salutation", "fields"),
    [
        ("Dear Ambassador", {"kind": "embassy", "accredited_to": "US"}),
        ("Dear Ambassador", {"office": "Ambassador-at-Large"}),
        ("Dear Prosecutor General", {"office": "Attorney General"}),
        ("Dear Prosecutor", {}),
        ("Dear Minister", {"office": "Attorney General"}),
        ("Dear Governor", {"office": "President of the Bank"}),
        ("Dear General", {"kind": "embassy", "accredited_to": "US"}),
        ("Dear Sir or Madam", {"title": "Ms"}),
        ("Dear Sir", {"title": "Dr."}),
        ("Your Excellency", {"title": "Mr", "office": "Governor"}),
    ],
)
def test_a_salutation_that_may_fit_is_left_alone(salutation, fields):
    assert found_in_target(salutation=salutation, **fields) == []


def test_the_salutations_of_all_targets_are_looked_at():
    targets = [MINISTER, attrs.evolve(MINISTER, id="other", salutation="Dear Ambassador")]
    assert found(Case(CASE, country="RU", targets=targets)) == [("salutation-misfit", "targets[1].salutation")]


def test_every_language_of_a_salutation_is_looked_at():
    salutation = Text([("en", "Dear Governor"), ("es", "Señor Embajador")])
    assert found_in_target(salutation=salutation, office="Governor") == [("salutation-misfit", "targets[0].salutation")]


def test_a_number_has_the_calling_code_of_the_target_its_host_or_the_case():
    assert found_in_target(channels=[phone("+7 495 123 45 67")]) == []
    assert found_in_target(channels=[phone("+33 1 23 45 67 89")]) == [("foreign-number", "targets[0].channels[0]")]
    assert found_in_target(channels=[phone("+33 1 23 45 67 89")], country="FR") == []
    assert found_in_target(channels=[phone("+33 1 23 45 67 89")], country=None) == []
    assert found_in_target(channels=[phone("01 23 45 67 89")]) == []
    assert found_in_target(kind="embassy", accredited_to="US", channels=[phone("+1 202-298-5700")]) == []
    assert found_in_target(kind="embassy", channels=[phone("+1 202-298-5700")]) == []


def test_a_number_from_elsewhere_is_told_with_the_countries_that_it_could_be_of():
    embassy_in_paris = embassy(accredited_to="FR", channels=[phone("+49 30 22651184")])
    (finding,) = lint_case(Case(CASE, country="RU", targets=[embassy_in_paris]), on=TODAY)
    assert finding.what == "the phone number +49 30 22651184 is none of France or Russia"


def test_a_number_of_those_in_whose_care_the_letters_go_is_not_from_elsewhere():
    through = attrs.evolve(ContactChannel.parse("email: office@example.org"), via="Mission to the UN")
    assert found_in_target(channels=[phone("+1 202-298-5700"), through]) == []


def test_a_channel_stands_once():
    twice = [phone("+7 495 123 45 67"), phone("+7 495 123 45 67"), ContactChannel("fax", PhoneNumber("+74951234567"))]
    assert found_in_target(channels=twice) == [("channel-twice", "targets[0].channels[1]")]
    assert found_in_target(channels=[ContactChannel.withheld("email")] * 2) == []


def test_two_targets_share_no_letter_box_but_may_share_a_front_door():
    post, mail = ContactChannel.parse("post: Bolshaya Street 1"), ContactChannel.parse("email: office@example.org")
    ministry = attrs.evolve(MINISTER, id="ministry", channels=[post, mail])
    case = Case(CASE, country="RU", targets=[attrs.evolve(MINISTER, channels=[mail, post]), ministry])
    assert found(case) == [("shared-address", "targets[1].channels[1]")]
    passed_on = attrs.evolve(ministry, channels=[attrs.evolve(mail, via="Office")])
    assert found(attrs.evolve(case, targets=[case.targets[0], passed_on])) == []


def test_a_target_that_no_given_sender_can_reach_is_found():
    case = kotov()
    prosecutor = case.target(PROSECUTOR)
    hidden = attrs.evolve(prosecutor, channels=[c for c in prosecutor.channels if c.address is None])
    case = attrs.evolve(case, targets=[hidden, case.target(EMBASSY)])
    assert found(case) == []
    assert found(case, senders=[Sender("US")]) == [("unreachable-target", "targets[0]")]
    assert found(kotov(), senders=[Sender("CA")]) == []


def test_further_rules_and_missions_count_for_who_can_be_reached():
    closed = rule("nobody there", when=Scope(targets={PROSECUTOR}))
    assert found(kotov(), senders=[Sender("US")], rules=RuleBook([closed])) == [("unreachable-target", "targets[0]")]
    known = embassy(accredited_to="DE", channels=[phone("+49 30 22651184")])
    asked = embassy(accredited_to=None, channels=[ContactChannel("post", state="missing")])
    case = attrs.evolve(kotov(), targets=[kotov().targets[0], asked])
    missions = MissionDirectory([Mission(known, Source("a list"))])
    unreachable = [("unreachable-target", "targets[1]")]
    assert found(case, senders=[Sender("DE")]) == unreachable
    assert found(case, senders=[Sender("DE")], missions=missions) == []


def test_a_case_that_is_closed_as_a_whole_or_an_embassy_for_others_is_an_answer_and_no_finding():
    assert found(attrs.evolve(kotov(), status="ended"), senders=[Sender("US")]) == []
    looked_up = Target("embassy-2", "embassy", organisation="Embassy in your country", country="RU")
    case = attrs.evolve(kotov(), targets=[*kotov().targets, looked_up])
    assert found(case, senders=[Sender("US")]) == []


def rule(name="rule", **given):
    source = Source("UA 12/20", publisher="Section", stated="2020-05-20")
    return Rule(name, given.pop("effect", "close"), reason=f"Because of {name}.", **{"source": source, **given})


def found_in_rule(**given):
    return found(Case(CASE, country="RU", targets=[MINISTER], rules=[rule(**given)], deadline=Deadline("2020-06-30")))


def test_a_rule_of_the_case_means_one_of_its_targets():
    nobody = [("rule-of-nobody", "rule 'rule'")]
    assert found_in_rule(when=Scope(targets={"minister"}, channels={"fax"})) == []
    assert found_in_rule(when=Scope(targets={"ministry"})) == nobody
    assert found_in_rule(when=Scope(kinds={"company"})) == nobody
    assert found_in_rule(when=Scope(cases={"UA 13/20"})) == nobody
    assert found_in_rule(when=Scope(kinds={"embassy"})) == []
    assert found_in_rule(when=Scope(countries={"RU"}), unless=Scope(kinds={"official"})) == nobody
    assert found_in_rule(when=Scope(countries={"RU"}), unless=Scope(kinds={"official"}, senders={"US"})) == []


def test_a_rule_that_asks_for_days_left_holds_on_such_a_day():
    nobody = [("rule-of-nobody", "rule 'rule'")]
    assert found_in_rule(when=Scope(lead=Lead(0, 7)), during=Window("2020-06-30", "2020-07-30")) == []
    assert found_in_rule(when=Scope(lead=Lead(0, 7)), during=Window("2020-07-01", "2020-07-30")) == nobody
    assert found_in_rule(when=Scope(lead=Lead(7)), during=Window("2020-06-24", "2020-07-30")) == nobody
    assert found_in_rule(when=Scope(lead=Lead(0, 7)), during=Window(None, "2020-06-23")) == []
    assert found_in_rule(when=Scope(lead=Lead(0, 7)), during=Window(None, "2020-06-22")) == nobody
    assert found_in_rule(when=Scope(lead=Lead(-99_999, 99_999)), during=Window("2020-06-24")) == []
    assert found(Case(CASE, rules=[rule(when=Scope(lead=Lead(7)))])) == nobody
    first_day = rule(when=Scope(lead=Lead(0, 7)), during=Window("0001-01-01", "0001-01-01"), source=Source("UA 12/20"))
    assert found(Case(CASE, rules=[first_day], deadline=Deadline("0001-01-02"))) == []


def test_the_rules_of_a_case_are_looked_at_among_themselves_and_beside_further_ones():
    prefers, closes = (
        rule("a", effect="prefer", when=Scope(channels={"post"})),
        rule("b", when=Scope(channels={"post"})),
    )
    case = Case(CASE, rules=[prefers])
    assert found(case) == []
    assert found(case, rules=RuleBook([closes])) == [("contradiction", "rule 'a'")]
    assert found(attrs.evolve(case, rules=[closes]), rules=RuleBook([prefers])) == []
    assert found(attrs.evolve(case, rules=[prefers, closes])) == [("contradiction", "rule 'a'")]
    assert found(Case(CASE, rules=[rule(source=Source("UA 12/20"))])) == [("stale-rule", "rule 'rule'")]


def test_a_rule_of_the_case_is_out_of_date_after_half_a_year():
    def stated(day):
        return found(Case(CASE, rules=[rule(source=Source("UA 12/20", stated=day))]))

    assert stated("2019-11-24") == [("stale-rule", "rule 'rule'")]
    assert stated("2019-11-26") == []


LETTER = "I am writing about Pavel.\n\nI urge you to ensure that he is released immediately. I call on you to act."


def found_in_letter(body, *demands, language="en"):
    letter = LetterTemplate(TemplateText(language, body))
    return found(Case(CASE, Edition(language="en"), demands=demands, letter=letter))


def test_a_letter_asks_what_a_demand_asks():
    assert found_in_letter(LETTER, "Immediate release of Pavel") == []
    assert found_in_letter(LETTER) == []
    assert found_in_letter(LETTER, "Abolish the death penalty") == [("letter-asks-other", "letter.texts[0]")]
    assert found_in_letter(LETTER, "Abolish the death penalty", language="fr") == []


OF_ANOTHER_CASE = "I worry about the families. Please restore the wetlands along the northern pipeline."


@pytest.mark.parametrize(
    ("letter", "codes"),
    [
        ("Please see that Konstantin Kotov is freed.", []),
        ("Please stop this at once.", []),  # too little to be compared
        ("Please let peaceful protesters of Moscow go home.", []),
        ("The protests were peaceful. Please restore the wetlands along the northern pipeline.", []),
        (OF_ANOTHER_CASE, ["letter-asks-other"]),
        (f"{OF_ANOTHER_CASE} Please rebuild every burnt village.", ["letter-asks-other"] * 2),
    ],
)
def test_without_demands_a_letter_that_speaks_of_nothing_in_the_bulletin_is_told(letter, codes):
    case = attrs.evolve(kotov(), letter=LetterTemplate(TemplateText("en", letter)), edition=Edition(language="en"))
    findings = lint_case(case, on=date(2020, 5, 25))
    assert [finding.code for finding in findings] == codes
    assert all("it may be that of another case" in finding.way_out for finding in findings)
    assert all("'Please " in finding.what for finding in findings)


def test_what_a_letter_asks_is_compared_with_the_summary_and_the_people_too():
    people = [Subject("Ada Example", description="guards the wetlands")]
    body = "Please restore the wetlands along the northern pipeline."
    letter = LetterTemplate(TemplateText("en", body))
    case = Case(CASE, Edition(language="en"), title="Guardian jailed", letter=letter)
    assert found(case) == [("letter-asks-other", "letter.texts[0]")]
    assert found(attrs.evolve(case, subjects=people)) == []
    assert found(attrs.evolve(case, summary="A pipeline is to cross the valley.")) == []


@given(cases(), st.lists(st.sampled_from(["US", "GB"]).map(Sender), max_size=1))
def test_every_case_can_be_looked_at_and_findings_come_by_kind(case: Case, senders: list[Sender]):
    findings = lint_case(case, on=TODAY, senders=senders)
    severities = {**CASE_FINDINGS, **RULE_FINDINGS}
    places = [list(severities).index(finding.code) for finding in findings]
    assert places == sorted(places)
    assert all(finding.severity is severities[finding.code] for finding in findings)
