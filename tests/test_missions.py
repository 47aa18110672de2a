from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.errors import InvalidValue
from urgent_actions.missions import Accreditation, Mission, MissionDirectory
from urgent_actions.target import Target
from urgent_actions.testing.strategies.nouns import mission_directories
from urgent_actions.testing.strategies.values import countries, days
from urgent_actions.values.country import Country
from urgent_actions.values.source import Source
from urgent_actions.values.window import Window

RU, US, DE, CA, BS = (Country(code) for code in ("RU", "US", "DE", "CA", "BS"))
LIST = Source("Diplomatic list", stated="2020-01")
MAY_25 = date(2020, 5, 25)
QUESTIONS = st.tuples(countries(), countries(), days(), st.sampled_from(["embassy", "consulate", "mission"]))


def embassy(state="RU", host="US", kind="embassy", suffix=""):
    key = f"{kind}-{state}-{host}{suffix}".lower()
    return Target(key, kind, organisation="Embassy", country=state, accredited_to=host)


def found(directory, *place, **more):
    return [one.mission for one in directory.find(*place, **more)]


def test_a_mission_is_found_by_its_state_and_its_host_on_its_days():
    known = Mission(embassy(), LIST, during=Window("2020-01", "2020-12"))
    directory = MissionDirectory([known, Mission(embassy("RU", "DE"), LIST), Mission(embassy("DE", "US"), LIST)])
    assert directory.find(RU, US, MAY_25) == (Accreditation(known, US),)
    assert directory.find(RU, US, date(2021, 1, 1)) == ()
    assert len(directory.find(RU, DE, date(2021, 1, 1))) == 1
    assert directory.find(US, RU, MAY_25) == ()


def test_the_embassy_elsewhere_that_covers_the_country_is_found_after_the_one_that_sits_there():
    covering, resident = Mission(embassy("RU", "CA"), LIST, covers={"BS", "US"}), Mission(embassy("RU", "US"), LIST)
    directory = MissionDirectory([covering, resident])
    assert [(one.target.id, one.resident) for one in directory.find(RU, US, MAY_25)] == [
        ("embassy-ru-us", True),
        ("embassy-ru-ca", False),
    ]
    (only,) = directory.find(RU, BS, MAY_25)
    assert (only.mission.seat, only.host, only.resident) == (CA, BS, False)


def test_consulates_and_permanent_missions_are_found_only_where_they_are_asked_for():
    consulate, permanent = Mission(embassy(kind="consulate"), LIST), Mission(embassy(kind="mission"), LIST, to="UN")
    directory = MissionDirectory([consulate, permanent])
    assert found(directory, RU, US, MAY_25) == []
    assert found(directory, RU, US, MAY_25, kind="consulate") == [consulate]
    assert found(directory, RU, US, MAY_25, kind="mission") == [permanent]


def test_permanent_missions_are_found_by_their_organisation_wherever_they_sit():
    new_york = Mission(embassy(kind="mission"), LIST, to="UN")
    geneva = Mission(embassy("RU", "CH", "mission"), LIST, to="UN", during=Window("2020-06"))
    directory = MissionDirectory([new_york, geneva, Mission(embassy("RU", "BE", "mission"), LIST, to="EU")])
    assert directory.permanent(RU, "UN", MAY_25) == (new_york,)
    assert directory.permanent(RU, "UN", date(2020, 6, 1)) == (geneva, new_york)
    assert directory.permanent(US, "UN", MAY_25) == ()


@given(mission_directories(), QUESTIONS)
def test_whatever_is_found_serves_and_whatever_serves_is_found(directory, question):
    state, host, day, kind = question
    assert set(found(directory, state, host, day, kind=kind)) == {
        mission for mission in directory if mission.serves(state, host, day) and str(mission.target.kind) == kind
    }
    assert len(directory) == len([*directory])


@given(mission_directories(), QUESTIONS)
def test_nothing_is_found_outside_its_days_and_none_that_covers_before_one_that_sits_there(directory, question):
    state, host, day, kind = question
    answer = directory.find(state, host, day, kind=kind)
    assert all(day in one.mission.during for one in answer)
    assert [one.resident for one in answer] == sorted((one.resident for one in answer), reverse=True)


@given(st.data(), mission_directories(), QUESTIONS)
def test_the_order_of_the_missions_changes_no_answer(data, directory, question):
    state, host, day, kind = question
    shuffled = MissionDirectory(data.draw(st.permutations(directory.missions)))
    assert shuffled.find(state, host, day, kind=kind) == directory.find(state, host, day, kind=kind)
    assert shuffled.permanent(state, "UN", day) == directory.permanent(state, "UN", day)


def test_a_mission_that_moved_stands_there_once_for_each_address():
    old = Mission(embassy(), LIST, during=Window(None, "2020-03"))
    new = Mission(embassy(), LIST, during=Window("2020-04"))
    assert found(MissionDirectory([old, new]), RU, US, MAY_25) == [new]
    with pytest.raises(InvalidValue, match="'embassy-ru-us' stands there twice") as caught:
        MissionDirectory([old, new, Mission(embassy(), LIST, during=Window("2020-03", "2020-03"))])
    assert [problem.where for problem in caught.value.problems] == ["missions[2]"]


@pytest.mark.parametrize(
    ("kind", "more", "place"),
    [
        ("embassy", {"to": "UN"}, "to"),
        ("mission", {}, "to"),
        ("mission", {"to": " "}, "to"),
        ("mission", {"to": "UN", "covers": {"CA"}}, "covers"),
        ("embassy", {"covers": {"US"}}, "covers"),
        ("consulate", {"covers": {"RU"}}, "covers"),
    ],
)
def test_a_permanent_mission_is_to_an_organisation_and_any_other_to_countries(kind, more, place):
    with pytest.raises(InvalidValue) as caught:
        Mission(embassy(kind=kind), LIST, **more)
    assert [problem.where for problem in caught.value.problems] == [place]


def test_an_unknown_mission_is_an_answer():
    assert MissionDirectory().find(RU, US, MAY_25) == ()


@pytest.mark.parametrize(
    ("target", "places"),
    [
        (Target("a", "official", name="A", country="RU"), ["target.kind", "target.accredited_to"]),
        (Target("a", "embassy", name="A", country="RU"), ["target.accredited_to"]),
        (Target("a", "embassy", name="A", accredited_to="US"), ["target.country"]),
        ("Embassy of the Russian Federation", ["target"]),
    ],
)
def test_a_mission_is_abroad_and_stands_for_a_state(target, places):
    with pytest.raises(InvalidValue) as caught:
        Mission(target, LIST)
    assert [problem.where for problem in caught.value.problems] == places


@pytest.mark.parametrize("wrong", [{"source": "Diplomatic list"}, {"during": "2020"}])
def test_a_mission_has_a_source_and_days(wrong):
    with pytest.raises(InvalidValue):
        Mission(embassy(), **{"source": LIST, **wrong})


@pytest.mark.parametrize("missions", ["RU", [embassy()], None])
def test_a_directory_holds_missions(missions):
    with pytest.raises(InvalidValue):
        MissionDirectory(missions)
