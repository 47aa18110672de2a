"""What sentences among the instructions settle: the last day, hours, in whose care, and which rules they state."""

import pytest
from bulletins.instruction_pages import PAGES, REFERENCE

from urgent_actions.bulletins.in_care_of import care_in
from urgent_actions.bulletins.last_days import last_day_in
from urgent_actions.bulletins.read_bulletin import read_bulletin
from urgent_actions.bulletins.telephone_hours import hours_in
from urgent_actions.bulletins.write_bulletin import write_bulletin
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country
from urgent_actions.values.language import Language

PERU, USA = Country("PE"), Country("US")


def page_with(sentence, page="web request"):
    _, text, place = PAGES[page]
    return read_bulletin(text.replace(place, sentence), reference=REFERENCE)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Please write to the court no later than 3 May 2021.", "2021-05-03"),
        ("Please write to the court by Monday 3 May 2021.", "2021-05-03"),
        ("This action expires at the end of May 2021.", "2021-05!"),
        ("Please check with our office before writing after 3 May 2021.", "2021-05-03"),
        ("Never write after 3 May 2021.", "2021-05-03!"),
        ("Please write before 30/05/2021.", "2021-05-30"),
    ],
)
def test_an_act_and_a_limit_before_a_date_make_it_the_last_day(text, said):
    assert str(last_day_in(text, ("en",))) == said


@pytest.mark.parametrize(
    "text",
    [
        "Please write that he must be freed by 3 May 2021.",
        "Please write to the court asking it to decide before 3 May 2021.",
        "Please urge the court to decide before 3 May 2021.",
        "Your letters arrived on 3 May 2021.",
        "The trial ends on 3 May 2021.",
    ],
)
def test_a_date_in_what_is_asked_of_somebody_else_is_no_last_day(text):
    assert last_day_in(text, ("en",)) is None


@pytest.mark.parametrize("page", ["web request", "form contacts", "appeal closing", "letter"])
def test_a_last_day_in_digits_that_may_be_two_days_is_told_and_not_guessed(page):
    reading = page_with("Please send your letters before 05/06/2020.", page)

    assert reading.case.deadline is None
    assert "ambiguous-date" in {remark.code for remark in reading.diagnostics}


def test_a_heading_with_an_ambiguous_last_day_is_told_of_too():
    text = PAGES["form contacts"][1].replace("SEND APPEALS TO", "SEND APPEALS BEFORE 05/06/2020 TO")
    reading = read_bulletin(text.replace("{block}", ""), reference=REFERENCE)

    assert reading.case.deadline is None
    assert "ambiguous-date" in {remark.code for remark in reading.diagnostics}


@pytest.mark.parametrize(
    "text",
    [
        "Please call between 9 and 5, Monday to Friday, local time.",
        "Please call from 9am to 4pm, Monday to Friday.",
        "Please call from 9am to 4pm local time.",
        "Please write that prisoners may call only between 9am and 11am, Monday to Friday, local time.",
        "The court sits from 9am to 4pm, Monday to Friday, local time.",
        "Please call from 4pm to 9am, Monday to Friday, local time.",
    ],
)
def test_hours_without_certain_times_days_and_place_are_none(text):
    assert hours_in(text, PERU) is None


def test_local_time_is_told_only_where_the_country_has_one_zone():
    text = "Please call from 9am to 4pm local time, Monday to Friday."

    assert str(hours_in(text, PERU)).endswith("America/Lima")
    assert hours_in(text, USA) is None


@pytest.mark.parametrize(
    "text", ["Please write about her journey through the desert.", "Send copies through the embassy in your country."]
)
def test_what_is_no_body_and_what_is_the_readers_own_embassy_are_no_care(text):
    assert care_in(text) is None


def test_post_is_preferred_with_time_left_and_the_other_ways_without():
    sentence = "If there is a week or more before the deadline, post your appeal; otherwise use fax or e-mail."
    rules = [rule for rule in page_with(sentence).case.rules if str(rule.effect) == "prefer"]

    assert [str(rule.when.lead) for rule in rules] == ["7/..", "../6"]
    assert [sorted(map(str, rule.when.channels)) for rule in rules] == [["post"], ["email", "fax"]]


def test_a_rule_for_those_who_speak_a_language_excepts_them():
    (rule,) = page_with("Please call only if you can speak Spanish.").case.rules

    assert rule.when.channels == {ChannelKind.PHONE}
    assert [scope.languages for scope in rule.unless] == [frozenset({Language("es")})]


def test_two_sentences_of_one_name_stay_two_rules():
    said = "Should your e-mail be returned, please phone the ministry.\nIf the fax does not go through, try an e-mail."
    rules = page_with(said).case.rules

    assert [rule.id.rpartition(": ")[2] for rule in rules] == [
        "another way if this one fails",
        "another way if this one fails (2)",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Please act soon: this action runs out on 30 June 2022.",
        "This action ended on 4 May 2022.",
        "Please send your letter c/o the embassy, asking that it be passed on.",
        "Calls are answered from 8:30am to 4pm local time, Monday to Friday.",
        "Never write after the deadline.",
        "If your message bounces, try again by telephone.",
    ],
)
def test_what_a_sentence_settled_is_written_and_read_back(sentence):
    case = page_with(sentence).case

    assert read_bulletin(write_bulletin(case)).case == case
