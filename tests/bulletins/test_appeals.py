"""The appeals of the International Secretariat and the mails of the network, published ones and invented ones."""

import json
from pathlib import Path

import pytest
from bulletins.expected import as_expected, comparable
from bulletins.test_nothing_is_lost import uncovered

from urgent_actions.bulletins.families import FAMILIES
from urgent_actions.bulletins.page import Page
from urgent_actions.bulletins.read_bulletin import read_bulletin
from urgent_actions.bulletins.write_bulletin import write_bulletin
from urgent_actions.case import Case
from urgent_actions.errors import InvalidValue, UnreadableBulletin
from urgent_actions.values.case_reference import CaseReference

HERE = Path(__file__).parent
PUBLISHED = {path.stem: path for path in sorted((HERE / "fixtures").glob("[abc]-*.txt"))}
INVENTED = {path.stem: path for path in sorted((HERE / "appeals").glob("*.txt"))}
APPEALS = ("external appeal", "public appeal", "network mail")

NEPAL = """PUBLIC AI Index: ASA 31/091/2003
28 November 2003
UA 349/03 Fear for safety
NEPAL Hari Koirala (m), farmer

Hari Koirala is held by soldiers.

RECOMMENDED ACTION: {request}
- asking where he is.
APPEALS TO:
{targets}
{closing}
"""


def appeal(request="Please send appeals:", targets="", closing=""):
    return read_bulletin(NEPAL.format(request=request, targets=targets, closing=closing)).case


def expected_of(path):
    return json.loads(path.with_name(f"{path.stem}.expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PUBLISHED)
def test_every_field_of_a_published_appeal_is_read_as_a_careful_person_reads_it(name):
    text = PUBLISHED[name].read_text(encoding="utf-8")
    assert as_expected(read_bulletin(text)) == comparable(expected_of(PUBLISHED[name]))


@pytest.mark.parametrize("name", INVENTED)
def test_every_field_of_an_invented_appeal_is_read(name):
    reading = read_bulletin(INVENTED[name].read_text(encoding="utf-8"))
    said = as_expected(reading)
    case = reading.case
    said["subjects"] = [[one.name, one.description, str(one.news) if one.news else None] for one in case.subjects]
    said["demands"] = list(case.demands)
    said["notes"] = [str(note.kind) for note in case.notes]
    said["unread"] = [words.text for words in reading.unread]
    assert said == expected_of(INVENTED[name])


@pytest.mark.parametrize("path", [*PUBLISHED.values(), *INVENTED.values()], ids=lambda path: path.stem)
def test_no_character_of_an_appeal_is_lost(path):
    text = path.read_text(encoding="utf-8")
    assert uncovered(text, read_bulletin(text)) == []


@pytest.mark.parametrize("path", sorted((HERE / "fixtures").glob("[d-n]-*.txt")), ids=lambda path: path.stem)
def test_bulletins_of_other_families_are_no_appeals(path):
    page = Page(path.read_text(encoding="utf-8"))
    assert [family.name for family in FAMILIES if family.name in APPEALS and family.likeness(page)] == []


@pytest.mark.parametrize(
    "text", ["Bake for 40 minutes.\n- 2 eggs", "UA 123/45", "Public holiday\nIndex: 3\n", "APPEALS TO:\n"]
)
def test_what_is_no_bulletin_has_no_mark_of_an_appeal(text):
    assert [family.name for family in FAMILIES if family.name in APPEALS and family.likeness(Page(text))] == []


@pytest.mark.parametrize("family", APPEALS)
def test_appeals_are_only_read(family):
    with pytest.raises(InvalidValue) as refusal:
        write_bulletin(Case("UA 1/90"), family=family)
    assert [problem.code for problem in refusal.value.problems] == ["read-only-family"]


def test_an_appeal_without_a_number_is_read_as_the_case_that_the_caller_names():
    text = NEPAL.replace("UA 349/03 Fear for safety\n", "").format(request="", targets="", closing="")
    with pytest.raises(UnreadableBulletin, match="names no case"):
        read_bulletin(text)
    reading = read_bulletin(text, reference=CaseReference("UA", 349, year=2003))
    assert (str(reading.case.country), reading.case.subjects[0].name) == ("NP", "Hari Koirala")
    assert [remark.code for remark in reading.of("info")] == ["reference-by-caller"]


def test_after_the_day_to_check_with_the_section_appeals_may_still_go_out():
    closing = (
        "PLEASE SEND APPEALS IMMEDIATELY. Check with your section office, if sending appeals after 9 January 2004."
    )
    deadline = appeal(closing=closing).deadline
    assert (str(deadline.on), deadline.firm) == ("2004-01-09", False)


def test_after_the_last_day_nothing_is_sent():
    deadline = appeal(closing="** Please do not send appeals after 9 January 2004 **").deadline
    assert (str(deadline.on), deadline.firm) == ("2004-01-09", True)


def test_a_day_that_does_not_exist_is_no_deadline_but_an_error():
    text = NEPAL.format(
        request="",
        targets="",
        closing="PLEASE SEND APPEALS IMMEDIATELY. Check with your office, if sending appeals after 30 February 2004.",
    )
    reading = read_bulletin(text)
    assert reading.case.deadline is None
    assert [remark.code for remark in reading.of("error")] == ["no-such-date"]


@pytest.mark.parametrize(
    ("request_text", "languages"),
    [
        ("Please send faxes in Nepali, English or your own language:", ["ne", "en"]),
        ("Please send letters either in Spanish or in your own language:", ["es"]),
        ("Please send appeals in French:", ["fr"]),
        ("Please send appeals to Kathmandu:", []),
    ],
)
def test_the_languages_are_those_that_the_request_names(request_text, languages):
    assert [language.tag for language in appeal(request_text).languages] == languages


def test_an_office_in_the_country_s_own_words_only_repeats_the_one_above_the_name():
    (target,) = appeal(
        targets="Minister of Defence:\nGral. Juan Rojas\nMinistro de Defensa\nCalle 5\nLima, Peru"
    ).targets
    assert (target.office, target.title, target.name) == ("Minister of Defence", "Gral.", "Juan Rojas")


def test_telegrams_and_telexes_are_kept_with_where_they_go():
    (target,) = appeal(
        targets="Prime Minister\nKathmandu, Nepal\nTelegrams: Prime Minister, Kathmandu\nTelexes: 2381 HOME NP"
    ).targets
    (cable,), (telex,) = target.by("other"), target.by("telex")
    assert (cable.note, cable.address.lines) == ("telegram", ("Prime Minister", "Kathmandu"))
    assert (str(telex.address), telex.note) == ("2381", "HOME NP")


def test_a_salutation_beside_the_office_belongs_to_that_target():
    first = "1) President:   [Salutation: Your Excellency]\nMr Ram Rai\nSingha Durbar\nKathmandu, Nepal\nFaxes: 227286"
    second = "2) Home Minister:   [Salutation: Dear Minister]\nMr Hari Rai\nSingha Durbar\nKathmandu, Nepal"
    targets = appeal(targets=f"{first}\n\n{second}").targets
    assert [str(target.salutation) for target in targets] == ["Your Excellency", "Dear Minister"]


def test_channels_in_a_column_beside_the_address_are_not_part_of_it():
    (target,) = appeal(
        targets="Mr Ram Rai      Telexes: 2381 HOME NP\nHome Minister   Faxes: +977 1 227286\nKathmandu, Nepal"
    ).targets
    assert {str(channel.kind) for channel in target.channels} == {"post", "telex", "fax"}
    assert target.by("post")[0].address.lines == ("Kathmandu", "Nepal")
