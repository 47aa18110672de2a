"""What the sample case says to senders here and there, before and after."""

import re
from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kotov import EMBASSY, ISSUED, POST_ONLY_TO_THE_EMBASSY, PROSECUTOR, kotov

from urgent_actions import (
    AddressState,
    CaseStatus,
    ChannelKind,
    ContactChannel,
    Country,
    Deadline,
    Guidance,
    Hours,
    InvalidValue,
    Language,
    Mission,
    MissionDirectory,
    PhoneNumber,
    PostalAddress,
    Publisher,
    Rule,
    RuleBook,
    Scope,
    Sender,
    Source,
    Status,
    Target,
    UnknownTarget,
    Window,
    guide,
)

MAY_25 = date(2020, 5, 25)
ANYWHERE = st.sampled_from(["US", "DE", "RU", "FR", "CN"]).map(Sender)
AROUND = st.dates(date(2020, 1, 1), date(2021, 12, 31))


def guided(country="US", on=MAY_25, case=None, **more) -> Guidance:
    return guide(case or kotov(), sender=Sender(country), on=on, **more)


def option(guidance, target, kind):
    return next(found for found in guidance.of(target) if found.channel.kind is ChannelKind(kind))


def statuses(guidance, target):
    return [(str(found.channel.kind), str(found.status)) for found in guidance.of(target)]


def test_the_sample_gives_a_sender_in_the_united_states_its_open_channels():
    guidance = guided()
    closed, opened = "closed", "open"
    assert statuses(guidance, PROSECUTOR) == [("post", closed), ("form", opened), ("email", closed), ("email", closed)]
    assert statuses(guidance, EMBASSY) == [
        ("post", opened),
        ("phone", opened),
        ("fax", opened),
        ("email", closed),
        ("twitter", opened),
        ("facebook", opened),
        ("instagram", opened),
    ]
    assert guidance.unknown == ()


def test_the_bulletins_own_instruction_comes_first_among_the_reasons():
    advice = option(guided(), PROSECUTOR, "post").advice
    assert advice.because[0] == POST_ONLY_TO_THE_EMBASSY
    assert str(advice.because[0].during) == "2020-05-20/.."
    assert advice.reopens is None


def test_instead_of_post_to_the_prosecutor_stands_post_to_the_embassy():
    guidance = guided()
    nearest = guidance.instead_of(option(guidance, PROSECUTOR, "post").advice)[0]
    assert (nearest.target.id, nearest.channel.kind) == (EMBASSY, ChannelKind.POST)


def test_instead_of_a_hidden_address_stands_another_way_to_the_same_target():
    guidance = guided()
    nearest = guidance.instead_of(option(guidance, PROSECUTOR, "email").advice)[0]
    assert (nearest.target.id, nearest.channel.kind) == (PROSECUTOR, ChannelKind.FORM)


def test_instead_of_a_way_to_one_target_its_own_other_ways_stand_before_those_to_others():
    guidance = guided()
    nearest = guidance.instead_of(option(guidance, EMBASSY, "email").advice)
    assert [found.target.id for found in nearest] == [EMBASSY] * 6 + [PROSECUTOR]


def test_nothing_stands_instead_of_what_is_open():
    guidance = guided()
    assert guidance.instead_of(option(guidance, PROSECUTOR, "form").advice) == ()


def test_who_gets_only_a_copy_comes_last_instead():
    case = kotov()
    prosecutor, embassy = case.targets
    case = attrs.evolve(case, targets=(prosecutor, attrs.evolve(embassy, copy=True)))
    guidance = guided(case=case)
    nearest = guidance.instead_of(option(guidance, PROSECUTOR, "post").advice)[0]
    assert nearest.target.id == PROSECUTOR


def test_an_embassy_elsewhere_is_closed_and_the_unknown_one_is_named():
    guidance = guided("DE")
    assert {found.status for found in guidance.of(EMBASSY)} == {Status.CLOSED}
    assert "serves senders in the United States only" in option(guidance, EMBASSY, "post").advice.explain()[0]
    assert [str(message) for message in guidance.unknown] == [
        "No embassy of Russia in Germany is known. Ask your section office for its address."
    ]


def berlin(**more) -> Mission:
    target = Target(
        "embassy-in-berlin",
        "embassy",
        organisation="Embassy of the Russian Federation in Germany",
        country="RU",
        accredited_to="DE",
        channels=(ContactChannel("post", PostalAddress(("Example Street 1", "10117 Berlin"))),),
    )
    return Mission(target, Source("a list made for this test"), **more)


def test_the_embassy_of_the_directory_serves_the_sender_in_its_country():
    guidance = guided("DE", missions=MissionDirectory([berlin()]))
    assert statuses(guidance, "embassy-in-berlin") == [("post", "open")]
    assert guidance.unknown == ()
    nearest = guidance.instead_of(option(guidance, PROSECUTOR, "post").advice)[0]
    assert nearest.target.id == "embassy-in-berlin"


def test_a_mission_outside_its_days_or_country_is_not_named():
    ended = MissionDirectory([berlin(during=Window(None, "2020-05-24"))])
    assert guided("DE", missions=ended).unknown
    assert "embassy-in-berlin" not in {found.target.id for found in guided("US", missions=ended)}


def test_nothing_is_sent_before_the_bulletin_is_issued():
    guidance = guided(on=ISSUED - timedelta(days=1))
    assert guidance.usable == ()
    assert [rule.id for rule in guidance.closed_throughout] == ["implied: not issued yet"]
    assert option(guidance, EMBASSY, "fax").advice.reopens == ISSUED
    assert guided(on=ISSUED).usable


def test_nothing_is_sent_after_the_action_has_ended():
    case = attrs.evolve(kotov(), status=CaseStatus.ENDED, ended_on="2020-06-10")
    assert guided(case=case, on=date(2020, 6, 9)).usable
    assert [rule.id for rule in guided(case=case, on=date(2020, 6, 10)).closed_throughout] == ["implied: ended"]


def test_after_a_firm_deadline_all_is_closed_and_after_another_one_the_section_is_asked():
    firm = attrs.evolve(kotov(), deadline=Deadline("2020-06", True))
    soft = attrs.evolve(kotov(), deadline=Deadline("2020-06"))
    last, after = date(2020, 6, 30), date(2020, 7, 1)
    assert guided(case=firm, on=last).usable
    assert not guided(case=firm, on=after).usable
    assert option(guided(case=soft, on=last), EMBASSY, "fax").status is Status.OPEN
    assert option(guided(case=soft, on=after), EMBASSY, "fax").status is Status.CAUTION


def test_no_deadline_is_assumed_unless_it_is_asked_for():
    case = kotov()
    assert case.deadline is None
    assert str(case.with_default_deadline().deadline) == "2020-07-01?"
    assert case.with_default_deadline(weeks=2).deadline.last_day == date(2020, 6, 3)
    stated = attrs.evolve(case, deadline=Deadline("2020-08-01"))
    assert stated.with_default_deadline() == stated


def test_ties_bring_a_caution_and_open_nothing():
    free = guided("US")
    tied = guide(kotov(), sender=Sender("US", ties={"RU"}), on=MAY_25)
    assert [max(found.status, Status.CAUTION) for found in free] == [found.status for found in tied]


def test_ties_to_another_country_change_nothing():
    tied = guide(kotov(), sender=Sender("US", ties={"CN"}), on=MAY_25)
    assert [found.status for found in guided("US")] == [found.status for found in tied]


def test_who_lives_where_the_letters_go_is_warned():
    reasons = " ".join(option(guided("RU"), PROSECUTOR, "form").advice.explain())
    assert "You write from Russia itself" in reasons


def test_a_bulletin_for_supporters_at_home_does_not_warn_them_of_home():
    at_home = attrs.evolve(kotov(), publisher=Publisher("A section in Russia", "RU"))
    assert option(guided("RU", case=at_home), PROSECUTOR, "form").status is Status.OPEN


def with_channel(case, channel):
    prosecutor, embassy = case.targets
    return attrs.evolve(case, targets=(attrs.evolve(prosecutor, channels=(channel,)), embassy))


@pytest.mark.parametrize("state", [AddressState.WITHHELD, AddressState.UNREADABLE, AddressState.MISSING])
def test_a_channel_without_an_address_is_closed_on_every_day(state):
    case = with_channel(kotov(), ContactChannel("email", state=state))
    advice = guided(case=case).of(PROSECUTOR)[0].advice
    assert advice.status is Status.CLOSED
    assert advice.because[0].id == f"implied: address {state}"


def test_hours_copies_and_languages_are_noted_and_close_nothing():
    hours = Hours.parse("FREQ=WEEKLY;BYDAY=MO,TU 09:00-12:00 Europe/Moscow")
    case = with_channel(kotov(), ContactChannel("phone", PhoneNumber("+74951234567"), hours=hours))
    case = attrs.evolve(case, languages=(Language("ru"), Language("en")))
    advice = guided(case=case).of(PROSECUTOR)[0].advice
    assert advice.status is Status.OPEN
    remarks = " ".join(advice.remarks())
    assert "on Monday and Tuesday, from 09:00 to 12:00, time in Europe/Moscow" in remarks
    assert "Write in Russian or English if you can." in remarks


def test_an_embassy_of_unknown_host_is_noted_and_stays_open():
    prosecutor, embassy = kotov().targets
    case = attrs.evolve(kotov(), targets=(prosecutor, attrs.evolve(embassy, accredited_to=None)))
    advice = option(guided("DE", case=case), EMBASSY, "fax").advice
    assert advice.status is Status.OPEN
    assert "in which country this embassy sits" in advice.remarks()[0]


def test_further_rules_narrow_what_the_case_leaves_open():
    no_fax = Rule("no fax", "close", when=Scope(channels={"fax"}), reason="no fax today", source=Source("a test"))
    assert option(guided(rules=RuleBook([no_fax])), EMBASSY, "fax").status is Status.CLOSED


def test_a_rule_with_the_id_of_another_is_refused():
    other = attrs.evolve(POST_ONLY_TO_THE_EMBASSY, effect="caution")
    with pytest.raises(InvalidValue, match="two different rules have the id"):
        guided(rules=RuleBook([other]))


def test_preferred_ways_come_before_open_ones_and_these_before_those_that_need_care():
    rules = [
        Rule("fax first", "prefer", when=Scope(channels={"fax"}), reason="it is fast", source=Source("a test")),
        Rule("call late", "caution", when=Scope(channels={"phone"}), reason="ask first", source=Source("a test")),
    ]
    usable = guided(rules=RuleBook(rules)).usable
    assert usable[0].channel.kind is ChannelKind.FAX
    assert usable[-1].channel.kind is ChannelKind.PHONE


def test_a_target_without_channels_has_no_options_and_an_unknown_one_is_refused():
    prosecutor, embassy = kotov().targets
    case = attrs.evolve(kotov(), targets=(attrs.evolve(prosecutor, channels=()), embassy))
    guidance = guided(case=case)
    assert guidance.of(PROSECUTOR) == ()
    with pytest.raises(UnknownTarget, match="did you mean"):
        guidance.of("embasy-of-the-russian-federation")


def test_the_guidance_keeps_no_name():
    sender = Sender("US", name="Ada Example", address="1 Example Road")
    guidance = guide(kotov(), sender=sender, on=MAY_25)
    assert guidance.sender == Sender("US")
    assert "Ada" not in repr(guidance) + guidance._repr_html_()


def test_a_notebook_shows_hostile_names_as_text():
    case = kotov()
    prosecutor, embassy = case.targets
    case = attrs.evolve(case, targets=(attrs.evolve(prosecutor, office="<script>alert(1)</script>"), embassy))
    assert "<script>" not in guided(case=case)._repr_html_() + case._repr_html_()


@given(ANYWHERE, AROUND)
def test_every_channel_is_answered_and_every_closed_one_says_why(sender, day):
    guidance = guide(kotov(), sender=sender, on=day)
    assert len(guidance.options) == sum(len(target.channels) for target in guidance.case.targets)
    for found in guidance:
        assert found.usable or found.advice.explain()


@given(ANYWHERE, AROUND)
def test_what_stands_instead_is_always_usable(sender, day):
    guidance = guide(kotov(), sender=sender, on=day)
    for found in guidance:
        assert all(other.usable for other in guidance.instead_of(found.advice))


@given(ANYWHERE, AROUND, st.sampled_from([Country("RU"), Country("US")]))
def test_no_answer_is_milder_for_a_sender_with_ties(sender, day, tie):
    free = guide(kotov(), sender=sender, on=day)
    tied = guide(kotov(), sender=attrs.evolve(sender, ties={tie}), on=day)
    assert all(with_tie.status >= without.status for with_tie, without in zip(tied, free, strict=True))


def test_a_notebook_shows_what_to_do_instead():
    rows = guided().rows()
    assert rows[0][4] == "Embassy of the Russian Federation, post: 2650 Wisconsin Ave. NW, Washington DC 20007"
    assert rows[1][2:] == ("open", "", "")


def test_a_table_says_channels_and_statuses_in_the_language_of_the_reader():
    prosecutor = "Prosecutor General of the Russian Federation"
    form = "https://ipriem.genproc.gov.ru/contacts/ipriem/send"
    _, french, hidden, *_ = guided().rows("fr")
    assert french == (prosecutor, f"formulaire en ligne\u00a0: {form}", "ouvert", "", "")
    assert hidden[:3] == (prosecutor, "courriel (masquée par la page)", "fermé")
    assert hidden[4] == f"{prosecutor}, formulaire en ligne\u00a0: {form}"
    assert hidden[3].startswith("La page masque cette adresse")
    *_, remarked = guided(case=attrs.evolve(kotov(), languages=["ru"])).rows("fr")
    assert remarked[3].startswith("Langue à employer si possible")


def test_a_notebook_shows_each_option_below_its_heading():
    shown = guided()._repr_html_()
    assert re.findall(r"<caption[^>]*>([^<]*)<", shown) == ["UA 82/20"]
    assert re.findall(r"<th [^>]*>([^<]*)<", shown) == ["Target", "Channel", "Status", "Why", "Instead"]
    assert shown.count("<tr>") == len(guided().options) + 1
