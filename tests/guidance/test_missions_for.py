"""Who is written to where the sender is: the embassy there, the one that covers the country, or nobody known."""

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kotov import EMBASSY, PROSECUTOR, kotov

from urgent_actions import (
    ContactChannel,
    Country,
    EmailAddress,
    Hours,
    Mission,
    MissionDirectory,
    Note,
    PhoneNumber,
    PreparedCase,
    Scope,
    Sender,
    Source,
    Status,
    Target,
    Window,
    explain,
    guidance_document,
    guide,
)
from urgent_actions.guidance.missions_for import turns_of
from urgent_actions.testing.strategies.nouns import cases, mission_directories

MAY_25 = date(2020, 5, 25)
LIST = Source("a list made for this test", checked="2020-05")
MAIL = (ContactChannel("email", EmailAddress("mission@example.org")),)
UNKNOWN_IN_GERMANY = "No embassy of Russia in Germany is known. Ask your section office for its address."


def mission(host, kind="embassy", channels=MAIL, suffix="", **more):
    key = f"{kind}-in-{host}{suffix}".lower()
    target = Target(key, kind, organisation=f"{kind} in {host}", country="RU", accredited_to=host, channels=channels)
    return Mission(target, LIST, **more)


def guided(*missions, country="DE", case=None, on=MAY_25):
    return guide(case or kotov(), sender=Sender(country), on=on, missions=MissionDirectory(missions))


def case_with(*targets, notes=()):
    return attrs.evolve(kotov(), targets=(kotov().targets[0], *targets), notes=notes)


def with_open_request(kind="embassy", **more):
    more.setdefault("copy", True)
    return case_with(Target("diplomats", kind, organisation="Diplomatic representatives", country="RU", **more))


def with_note():
    return case_with(notes=[Note("copy to embassy", "Copies to diplomatic representatives in your country.")])


def joined(guidance):
    """The ids of the targets that the bulletin does not name."""
    named = {target.id for target in guidance.case.targets}
    return [target.id for target in guidance.targets if target.id not in named]


def remarks(guidance, target):
    return " ".join(guidance.of(target)[0].advice.remarks())


def unknown(guidance):
    return [str(message) for message in guidance.unknown]


def test_a_request_for_copies_to_the_diplomats_is_resolved_by_the_senders_country():
    guidance = guided(mission("DE"), mission("US"), case=with_open_request())
    (option,) = guidance.of("diplomats")
    assert (option.target.organisation, option.target.accredited_to) == ("embassy in DE", Country("DE"))
    assert (option.target.copy, option.status) == (True, Status.OPEN)
    assert "Only a copy goes here." in remarks(guidance, "diplomats")
    assert (joined(guidance), unknown(guidance)) == ([], [])
    elsewhere = guided(mission("DE"), mission("US"), case=with_open_request(), country="US")
    assert elsewhere.of("diplomats")[0].target.organisation == "embassy in US"


def test_what_is_asked_for_as_more_than_a_copy_stays_more_than_a_copy():
    (option,) = guided(mission("DE"), case=with_open_request(copy=False)).of("diplomats")
    assert not option.target.copy


def test_a_resolved_request_greets_as_the_bulletin_does_or_else_as_the_directory_does():
    berlin = mission("DE")
    berlin = attrs.evolve(berlin, target=attrs.evolve(berlin.target, salutation="Your Excellency"))
    (option,) = guided(berlin, case=with_open_request()).of("diplomats")
    assert str(option.target.salutation) == "Your Excellency"
    (option,) = guided(berlin, case=with_open_request(salutation="Dear Ambassador")).of("diplomats")
    assert str(option.target.salutation) == "Dear Ambassador"


def test_what_is_said_of_a_mission_elsewhere_is_said_of_it_alone():
    spring = Window("2020-03", "2020-05")
    guidance = guided(mission("PL", covers={"DE"}, during=spring))
    (note,) = (rule for rule in guidance.of("embassy-in-pl")[0].advice.also if rule.source == LIST)
    assert (note.when, note.during) == (Scope(cases={kotov().reference}, targets={"embassy-in-pl"}), spring)
    assert "covers" not in remarks(guidance, PROSECUTOR)


@pytest.mark.parametrize("case", [with_open_request(), with_note()], ids=["in its place", "beside"])
def test_when_a_mission_answers_is_said_by_the_directory_that_knows_it(case):
    hours = Hours.parse("FREQ=DAILY 09:00-12:00 Europe/Berlin")
    phone = ContactChannel("phone", PhoneNumber("+4930000000"), hours=hours)
    (option,) = guided(mission("DE", channels=[phone]), case=case).options[-1:]
    (answered,) = (rule for rule in option.advice.also if "It is answered" in str(rule.reason))
    assert answered.source == LIST


def test_a_resolved_request_is_shown_once():
    guidance = guided(mission("DE"), case=with_open_request())
    assert [target.id for target in guidance.targets] == [PROSECUTOR, "diplomats"]
    assert "Diplomatic representatives" not in explain(guidance)
    shown = guidance_document(guidance)["guidance"]["targets"]
    assert [target["organisation"] for target in shown] == [None, "embassy in DE"]


@pytest.mark.parametrize("case", [with_open_request(), with_note(), kotov()], ids=["target", "note", "elsewhere"])
def test_an_unknown_embassy_that_is_asked_for_is_named_with_the_way_out(case):
    guidance = guided(case=case)
    assert (joined(guidance), unknown(guidance)) == ([], [UNKNOWN_IN_GERMANY])


def test_an_embassy_that_nobody_asks_for_is_not_missed():
    assert unknown(guided(case=case_with())) == []


def test_who_writes_from_the_state_itself_has_no_embassy_of_it_to_write_to():
    for case in (with_open_request(), with_note(), kotov()):
        guidance = guided(mission("DE"), country="RU", case=case)
        assert (joined(guidance), unknown(guidance)) == ([], [])


def test_a_note_that_asks_for_copies_brings_the_embassy_in_as_a_copy():
    guidance = guided(mission("DE"), case=with_note())
    assert joined(guidance) == ["embassy-in-de"]
    assert guidance.of("embassy-in-de")[0].target.copy
    assert unknown(guidance) == []


@pytest.mark.parametrize("copy", [True, False])
def test_the_embassy_at_home_gets_what_the_bulletin_asks_for_the_one_that_it_names(copy):
    case = case_with(attrs.evolve(kotov().targets[1], copy=copy))
    guidance = guided(mission("DE"), case=case)
    assert guidance.of("embassy-in-de")[0].target.copy is copy


def test_an_embassy_elsewhere_that_covers_the_country_is_open_and_says_why_it_is_offered():
    guidance = guided(mission("PL", covers={"DE"}))
    assert joined(guidance) == ["embassy-in-pl"]
    assert guidance.of("embassy-in-pl")[0].status is Status.OPEN
    assert "No embassy of Russia in Germany is known; the one in Poland covers Germany." in remarks(
        guidance, "embassy-in-pl"
    )
    assert unknown(guidance) == []


def test_an_embassy_that_sits_in_the_country_goes_before_one_that_covers_it():
    guidance = guided(mission("PL", covers={"DE"}), mission("DE"))
    assert joined(guidance) == ["embassy-in-de"]
    assert "covers" not in explain(guidance)


def test_the_embassy_that_the_bulletin_names_is_open_to_senders_in_the_countries_that_it_covers():
    washington = mission("US", covers={"BS"})
    guidance = guided(washington, country="BS")
    assert joined(guidance) == []
    assert Status.OPEN in {option.status for option in guidance.of(EMBASSY)}
    assert "the one in the United States covers the Bahamas" in remarks(guidance, EMBASSY)
    assert unknown(guidance) == []
    elsewhere = guided(washington).of(EMBASSY)
    assert {option.status for option in elsewhere} == {Status.CLOSED}
    assert "serves senders in the United States, and from there only Bahamas" in elsewhere[0].advice.explain()[0]
    assert "covers" not in remarks(guided(washington, country="US"), EMBASSY)


def test_of_several_consulates_only_the_one_that_is_named_is_that_of_the_bulletin():
    directory = (mission("US", "consulate"), mission("US", "consulate", covers={"BS"}, suffix="-houston"))

    def named(key):
        return case_with(Target(key, "consulate", organisation="C", country="RU", accredited_to="US", channels=MAIL))

    guidance = guided(*directory, country="BS", case=named("consulate-in-us"))
    assert guidance.of("consulate-in-us")[0].status is Status.CLOSED
    assert joined(guidance) == ["consulate-in-us-houston"]
    guidance = guided(*directory, country="BS", case=named("consulate-in-us-houston"))
    assert guidance.of("consulate-in-us-houston")[0].status is Status.OPEN
    assert joined(guidance) == []


def test_consulates_join_only_where_the_bulletin_names_one():
    known = (mission("DE", "consulate"), mission("DE"))
    named = Target("consulate", "consulate", organisation="C", country="RU", accredited_to="US", channels=MAIL)
    assert joined(guided(*known)) == ["embassy-in-de"]
    assert joined(guided(*known, case=case_with(named))) == ["embassy-in-de", "consulate-in-de"]
    assert unknown(guided(mission("DE"), case=case_with(named))) == [
        "No consulate of Russia in Germany is known. Ask your section office for its address."
    ]


def test_a_consulate_that_covers_the_country_says_so():
    guidance = guided(mission("PL", "consulate", covers={"DE"}), case=with_open_request("consulate"))
    assert "No consulate of Russia in Germany is known; the one in Poland covers Germany." in remarks(
        guidance, "diplomats"
    )


def test_where_no_embassy_is_known_the_permanent_mission_that_sits_there_is_offered():
    guidance = guided(mission("DE", "mission", to="UN"))
    assert joined(guidance) == ["mission-in-de"]
    assert "this is its permanent mission there (UN)" in remarks(guidance, "mission-in-de")
    assert joined(guided(mission("DE", "mission", to="UN"), mission("DE"))) == ["embassy-in-de"]
    assert joined(guided(mission("CH", "mission", to="UN"))) == []


@pytest.mark.parametrize("kind", ["embassy", "consulate"])
def test_a_mission_without_an_address_is_known_and_cannot_be_written_to(kind):
    guidance = guided(mission("DE", kind, channels=()), case=with_open_request(kind))
    assert unknown(guidance) == [f"The {kind} of Russia in Germany has no known address. Ask your section office."]
    assert guidance.of("diplomats") == ()


def test_an_embassy_that_is_named_in_the_senders_country_needs_no_directory():
    guidance = guided(mission("US"), country="US")
    assert (joined(guidance), unknown(guidance)) == ([], [])


def test_a_mission_whose_id_the_case_uses_for_another_target_gets_one_of_its_own():
    berlin = attrs.evolve(mission("DE"), target=attrs.evolve(mission("DE").target, id=EMBASSY))
    assert joined(guided(berlin)) == [f"{EMBASSY}-2"]


def test_no_mission_gets_the_id_that_was_made_for_another_one():
    named = Target("consulate-in-de", "consulate", organisation="C", country="RU", accredited_to="US", channels=MAIL)
    consulates = mission("DE", "consulate"), mission("DE", "consulate", suffix="-2")
    assert joined(guided(*consulates, case=case_with(named))) == ["consulate-in-de-2", "consulate-in-de-2-2"]


def test_an_address_is_given_only_in_its_days():
    moved = (mission("DE", during=Window(None, "2020-05-24")), mission("DE", during=Window("2020-05-26")))
    assert unknown(guided(*moved)) == [UNKNOWN_IN_GERMANY]
    assert unknown(guided(*moved, on=date(2020, 5, 24))) == unknown(guided(*moved, on=date(2020, 5, 26))) == []


def test_a_country_has_one_case_on_all_days_between_those_on_which_the_missions_of_its_states_change():
    berlin = mission("DE", during=Window("2020-05-20", "2020-05-31"))
    elsewhere = attrs.evolve(berlin.target, id="embassy-of-france-in-berlin", country="FR")
    paris = attrs.evolve(berlin, target=elsewhere, during=Window("2020-05-25"))
    prepared = PreparedCase(kotov(), missions=MissionDirectory([berlin, paris]))
    assert turns_of(kotov(), prepared.missions) == [date(2020, 5, 20), date(2020, 6, 1)]
    before, *there, after = [prepared.seen_from("DE", date(2020, 5, 19) + timedelta(n)) for n in range(14)]
    assert all(case is there[0] for case in there)
    assert [len(case.targets) for case in (before, there[0], after)] == [2, 3, 2]


def test_countries_to_which_the_missions_make_the_same_difference_share_it():
    prepared = PreparedCase(kotov(), missions=MissionDirectory([mission("DE", covers={"LI", "LU"})]))
    liechtenstein, luxembourg = (prepared.guide(Sender(code), on=MAY_25) for code in ("LI", "LU"))
    assert prepared.alike([Country("FR"), Country("IT")], on=MAY_25) == ((Country("FR"), Country("IT")),)
    assert "Liechtenstein" in remarks(liechtenstein, "embassy-in-de")
    assert "Luxembourg" in remarks(luxembourg, "embassy-in-de")


def test_the_embassy_of_the_state_of_the_case_joins_only_where_it_answers_or_is_asked_for():
    neighbour = attrs.evolve(kotov().targets[0], country="BY")
    case = attrs.evolve(kotov(), targets=[neighbour])
    assert joined(guided(mission("DE"), case=case)) == []
    asked = attrs.evolve(case, notes=with_note().notes)
    assert joined(guided(mission("DE"), case=asked)) == ["embassy-in-de"]


def test_countries_with_missions_of_their_own_are_not_alike():
    prepared = PreparedCase(with_open_request(), missions=MissionDirectory([mission("DE"), mission("FR")]))
    germany, france, italy, spain = map(Country, ("DE", "FR", "IT", "ES"))
    groups = prepared.alike([germany, italy, france, spain], on=MAY_25)
    assert groups == ((germany,), (italy, spain), (france,))


@given(cases(), mission_directories(), st.sampled_from(["US", "DE", "RU"]), st.dates())
def test_no_case_and_no_directory_are_too_odd_to_be_guided(case, directory, country, day):
    guidance = guide(case, sender=Sender(country), on=day, missions=directory)
    assert len({target.id for target in guidance.targets}) == len(guidance.targets)
    assert {target.id for target in case.targets} <= {target.id for target in guidance.targets}
    stood_for = {one.target.organisation for one in directory if one.serves(one.state, Country(country), day)}
    for target in guidance.targets:
        if target.id not in {named.id for named in case.targets}:
            assert target.organisation in stood_for
