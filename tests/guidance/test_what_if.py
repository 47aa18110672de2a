"""What would open a closed way: every proposed change is asked again of the guide."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kotov import EMBASSY, POST_ONLY_TO_THE_EMBASSY, PROSECUTOR, kotov

from urgent_actions import (
    ContactChannel,
    Country,
    Edition,
    Hours,
    Mission,
    MissionDirectory,
    PhoneNumber,
    PostalAddress,
    PreparedCase,
    RuleBook,
    Scope,
    Sender,
    Source,
    Status,
    Target,
    Window,
    guide,
    what_if,
)
from urgent_actions.guidance.change import Change, Facet
from urgent_actions.guidance.prepared_case import NO_MISSIONS
from urgent_actions.testing.strategies.nouns import cases, mission_directories, senders
from urgent_actions.testing.strategies.rules import rulebooks
from urgent_actions.testing.strategies.values import COUNTRIES, days, hours, windows
from urgent_actions.values.country_codes import COUNTRY_CODES
from urgent_actions.values.window import ALWAYS

MAY_25 = date(2020, 5, 25)
PHONE = kotov().targets[1].by("phone")
CHANNEL, TARGET, HOUR, DAY, SENDER = Facet
further = rulebooks().map(lambda book: RuleBook(attrs.evolve(rule, id=f"further {rule.id}") for rule in book))


def changes_for(case, target, kind, sender="US", *, on=MAY_25, rules=(), missions=NO_MISSIONS, ties=()):
    """The changes for the first way of that kind to the target."""
    prepared = PreparedCase(case, rules=RuleBook(rules), missions=missions)
    guidance = prepared.guide(Sender(sender, ties=ties), on=on)
    option = next(option for option in guidance.of(target) if str(option.channel.kind) == kind)
    return what_if(guidance, option, prepared)


def closing(rule_id, *, unless=(), during=ALWAYS, **facets):
    return attrs.evolve(
        POST_ONLY_TO_THE_EMBASSY, id=rule_id, effect="close", when=Scope(**facets), unless=unless, during=during
    )


def of_two_ways():
    """The case with the form to the prosecutor and the post to the embassy."""
    prosecutor, embassy = kotov().targets
    form, post = prosecutor.by("form"), embassy.by("post")
    targets = (attrs.evolve(prosecutor, channels=form), attrs.evolve(embassy, channels=post))
    return attrs.evolve(kotov(), targets=targets)


def asked_again(change, question, country):
    """The same way, of the guide itself."""
    case, rules, missions, sender, _ = question
    writer, day = attrs.evolve(sender, country=country), change.option.advice.attempt.on
    guidance = guide(case, sender=writer, on=day, rules=rules, missions=missions)
    wanted = change.option.target.id, change.option.channel.kind
    return [option for option in guidance if (option.target.id, option.channel.kind) == wanted]


questions = st.tuples(cases(), further, mission_directories(), senders(), days())


@given(questions)
def test_every_proposed_change_opens_the_way_from_every_country_that_it_names(question):
    case, rules, missions, sender, day = question
    prepared = PreparedCase(case, rules=rules, missions=missions)
    guidance = prepared.guide(sender, on=day)
    for option in guidance:
        for change in what_if(guidance, option, prepared):
            named = sorted(change.senders)
            for country in {*named[:2], *named[-2:], *(set(named) & set(COUNTRIES))} or {sender.country}:
                again = asked_again(change, question, country)
                assert any(way.usable and way.status is change.option.status for way in again)


@given(questions)
def test_nothing_is_proposed_for_what_is_open_and_only_what_differs_is_named(question):
    case, rules, missions, sender, day = question
    prepared = PreparedCase(case, rules=rules, missions=missions)
    guidance = prepared.guide(sender, on=day)
    for option in guidance:
        changes = what_if(guidance, option, prepared)
        assert not (option.usable and changes)
        assert [len(change.facets) for change in changes] in ([1] * len(changes), [2] * len(changes))
        for change in changes:
            attempt = change.option.advice.attempt
            assert (attempt.on > day) is (DAY in change.facets)
            assert attempt.on >= day
            assert (change.option.target.id != option.target.id) is (TARGET in change.facets)
            assert bool(change.senders) is (SENDER in change.facets)
            assert sender.country not in change.senders
            assert attempt.ties == sender.ties


closed_windows = st.lists(windows(), min_size=1, max_size=3).map(
    lambda spans: RuleBook(closing(f"span {number}", during=span) for number, span in enumerate(spans))
)


@given(st.tuples(further, closed_windows, mission_directories(), senders(), days()))
def test_the_day_proposed_is_the_first_on_which_the_way_is_open(question):
    rules, spans, missions, sender, day = question
    prepared = PreparedCase(of_two_ways(), rules=rules | spans, missions=missions)
    guidance = prepared.guide(sender, on=day)
    first = {
        option: [c.option for c in what_if(guidance, option, prepared) if c.facets == (DAY,)] for option in guidance
    }
    left = {option for option in guidance if not option.usable}
    for number in range(1, 30):
        then = {(way.target, way.channel): way for way in prepared.guide(sender, on=day + timedelta(number))}
        opened = {o for o in left if (way := then.get((o.target, o.channel))) and way.usable}
        for option in opened:
            assert [way.advice.attempt.on for way in first[option]] == [day + timedelta(number)]
        left -= opened
    for option in left:
        assert all(way.advice.attempt.on >= day + timedelta(30) for way in first[option])


@given(questions)
def test_where_no_country_is_proposed_none_of_them_alone_opens_a_way_to_a_target_of_the_case(question):
    case, rules, _, sender, day = question
    states = {case.country, *(target.country for target in case.targets)}
    prepared = PreparedCase(case, rules=rules)
    guidance = prepared.guide(sender, on=day)
    for number, option in enumerate(guidance):
        proposed = {
            c for change in what_if(guidance, option, prepared) for c in change.senders if len(change.facets) == 1
        }
        for country in set(COUNTRIES) - {sender.country}:
            there = guide(case, sender=attrs.evolve(sender, country=country), on=day, rules=rules).options[number]
            safe = sender.country not in states and country not in states
            ties = {rule.id for rule in (*option.advice.because, *option.advice.also) if rule.when.ties}
            kept = ties <= {rule.id for rule in (*there.advice.because, *there.advice.also)}
            opens = not option.usable and there.usable and safe and kept
            assert (country in proposed) is opens


def test_post_that_only_the_embassy_takes_is_sent_by_form_or_to_the_embassy():
    assert [str(change) for change in changes_for(kotov(), PROSECUTOR, "post")] == [
        "It could be done by online form.",
        "It could be done to Embassy of the Russian Federation.",
    ]


def test_an_embassy_elsewhere_is_open_from_where_it_sits_and_from_what_it_covers():
    assert [str(change) for change in changes_for(kotov(), EMBASSY, "post", "FR")] == [
        "It could be done from the United States."
    ]


def test_a_way_that_opens_later_names_the_day():
    rule = closing("strike", during=Window("2020-05-01", "2020-06-14"))
    (change, *_) = changes_for(kotov(), EMBASSY, "phone", rules=[rule])
    assert (change.facets, str(change)) == ((DAY,), "It could be done on June 15, 2020.")


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (closing("one", senders={"FR"}), "It could be done from any country but France and Russia."),
        (closing("most", senders={"FR"}, unless=Scope(senders={"DE", "IT"})), "It could be done from {}."),
        (closing("all", unless=Scope(senders={"DE"})), "It could be done from Germany."),
        (closing("two", unless=Scope(senders={"DE", "IT"})), "It could be done from Germany or Italy."),
        (
            closing("three", unless=Scope(senders={"DE", "IT", "CA"})),
            "It could be done from Canada, Germany, or Italy.",
        ),
        (
            closing("most of the world", unless=Scope(senders=COUNTRY_CODES - {"FR", "DE"})),
            "It could be done from any country but Germany, France, and Russia.",
        ),
        (
            closing("more of the world", unless=Scope(senders=COUNTRY_CODES - {"FR", "DE", "IT"})),
            f"It could be done from any of {len(COUNTRY_CODES) - 4} countries, such as Andorra.",
        ),
        (
            closing("world", senders=COUNTRY_CODES - {"DE", "IT", "CA", "US"}),
            "It could be done from any of 4 countries, such as Canada.",
        ),
    ],
)
def test_countries_are_named_in_few_words(rule, sentence):
    changes = changes_for(kotov(), PROSECUTOR, "form", "FR", rules=[rule])
    assert str(changes[-1]) == sentence.format("any country but France and Russia")


def test_who_lives_in_the_state_is_never_told_to_write_as_from_elsewhere():
    safety = closing("too dangerous", senders={"RU"})
    assert changes_for(kotov(), PROSECUTOR, "form", "RU", rules=[safety]) == ()
    (change,) = changes_for(kotov(), EMBASSY, "post", "RU")
    assert change.facets == (CHANNEL, TARGET)


def test_a_warning_because_of_ties_is_not_evaded_by_another_country():
    warning = attrs.evolve(closing("ties", senders={"FR"}, ties={"CN"}), effect="caution")
    rules = [closing("one", senders={"FR"}), warning]
    assert changes_for(kotov(), PROSECUTOR, "form", "FR", rules=rules, ties={"CN"}) == ()
    assert changes_for(kotov(), PROSECUTOR, "form", "FR", rules=rules) != ()


def test_two_changes_at_once_are_named_where_one_is_not_enough():
    strike = closing("strike", during=Window("2020-05-01", "2020-06-14"))
    changes = changes_for(kotov(), PROSECUTOR, "email", rules=[strike])
    assert [(change.facets, str(change)) for change in changes] == [
        ((CHANNEL, DAY), "It could be done by online form, on June 15, 2020.")
    ]


def test_a_mission_that_opens_later_is_a_later_day():
    request = Target("embassy", "embassy", organisation="Embassy of Russia", country="RU")
    case = attrs.evolve(kotov(), targets=[attrs.evolve(request, channels=[ContactChannel("post", state="missing")])])
    post = ContactChannel("post", PostalAddress(["1 Example Street", "10117 Berlin"]))
    berlin = attrs.evolve(request, id="berlin", accredited_to="DE", channels=[post])
    missions = MissionDirectory([Mission(berlin, Source("our own list"), during=Window("2020-07-01"))])
    assert [str(change) for change in changes_for(case, "embassy", "post", "DE", missions=missions)] == [
        "It could be done on July 1, 2020."
    ]
    later = changes_for(case, "embassy", "post", "FR", missions=missions, on=date(2020, 7, 2))
    assert [(change.facets, change.senders) for change in later] == [((SENDER,), {Country("DE")})]


def of_the_form():
    """The case with one way, the form to the prosecutor."""
    prosecutor = kotov().targets[0]
    return attrs.evolve(kotov(), targets=[attrs.evolve(prosecutor, channels=prosecutor.by("form"))])


def test_the_easier_answer_from_elsewhere_comes_first_each_with_its_countries():
    prefer = attrs.evolve(closing("prefer", senders={"IT", "ES"}), effect="prefer")
    care = attrs.evolve(closing("care", senders={"DE"}), effect="caution")
    note = attrs.evolve(closing("note", senders={"ES"}), effect="note")
    rules = [closing("few", unless=Scope(senders={"IT", "ES", "DE", "CA"})), prefer, care, note]
    changes = changes_for(of_the_form(), PROSECUTOR, "form", rules=rules)
    assert [str(change) for change in changes] == [
        "It could be done from Spain or Italy.",
        "It could be done from Canada.",
        "It could be done from Germany, with care.",
    ]


@pytest.mark.parametrize(
    ("spans", "said"),
    [
        ({"DE": "2020-06-14"}, "It could be done on June 15, 2020, from Germany."),
        ({"DE": "2020-06-14", "IT": "2020-06-20"}, "It could be done on June 15, 2020, from Germany."),
        ({"IT": "2020-06-14", "DE": "2020-06-20"}, "It could be done on June 15, 2020, from Italy."),
        ({"DE": "2020-06-14", "IT": "2020-06-14"}, "It could be done on June 15, 2020, from Germany or Italy."),
    ],
)
def test_from_elsewhere_on_a_later_day_names_the_first_such_day_and_who_may_write_then(spans, said):
    abroad = closing("abroad", unless=Scope(senders=set(spans)))
    strikes = [closing(f"strike in {code}", senders={code}, during=Window(None, last)) for code, last in spans.items()]
    (change,) = changes_for(of_the_form(), PROSECUTOR, "form", rules=[abroad, *strikes])
    assert (change.facets, str(change)) == ((DAY, SENDER), said)
    attempt = change.option.advice.attempt
    assert (attempt.on, attempt.sender in change.senders) == (date(2020, 6, 15), True)


def test_another_way_or_another_target_from_elsewhere_names_both_and_the_countries():
    form = kotov().targets[0].by("form")[0]
    first, second = (Target(key, "official", office="Minister", country="RU") for key in ("first", "second"))
    post = ContactChannel("post", state="missing")
    case = attrs.evolve(kotov(), targets=[attrs.evolve(first, channels=[post, form])])
    abroad = closing("abroad", channels={"form"}, unless=Scope(senders={"DE", "IT"}))
    (change,) = changes_for(case, "first", "post", rules=[abroad])
    assert (change.facets, change.senders) == ((CHANNEL, SENDER), {Country("DE"), Country("IT")})
    assert str(change) == "It could be done by online form, from Germany or Italy."
    case = attrs.evolve(case, targets=[attrs.evolve(one, channels=[form]) for one in (first, second)])
    (change,) = changes_for(case, "first", "form", rules=[abroad, closing("nobody there", targets={"first"})])
    assert (change.facets, change.senders) == ((TARGET, SENDER), {Country("DE"), Country("IT")})
    assert str(change) == "It could be done to Minister, from Germany or Italy."


def test_of_several_ways_to_another_target_the_best_is_named():
    shut = closing("nobody there", targets={PROSECUTOR})
    assert [str(change) for change in changes_for(kotov(), PROSECUTOR, "email", rules=[shut])] == [
        "It could be done by post, to Embassy of the Russian Federation."
    ]


def test_what_the_mission_at_home_has_no_address_for_is_possible_from_where_another_one_has_it():
    request = Target("embassy", "embassy", organisation="Embassy of Russia", country="RU")
    missing = [ContactChannel("post", state="missing"), *PHONE]
    berlin = attrs.evolve(request, id="berlin", accredited_to="DE", channels=missing)
    post = ContactChannel("post", PostalAddress(["1 Rue Exemple", "75001 Paris"]))
    paris = attrs.evolve(request, id="paris", accredited_to="FR", channels=[post])
    missions = MissionDirectory([Mission(one, Source("our own list")) for one in (berlin, paris)])
    case = attrs.evolve(kotov(), targets=[request])
    changes = changes_for(case, "embassy", "post", "DE", missions=missions)
    assert [str(change) for change in changes] == ["It could be done by phone.", "It could be done from France."]


def test_a_mission_that_closes_on_the_day_on_which_the_way_would_open_is_no_later_day():
    request = Target("embassy", "embassy", organisation="Embassy of Russia", country="RU")
    case = attrs.evolve(kotov(), targets=[request])
    berlin = attrs.evolve(request, id="berlin", accredited_to="DE", channels=PHONE)
    strike = closing("strike", during=Window("2020-05-01", "2020-05-31"))

    def later(last):
        missions = MissionDirectory([Mission(berlin, Source("our own list"), during=Window(None, last))])
        changes = changes_for(case, "embassy", "phone", "DE", rules=[strike], missions=missions)
        return [str(change) for change in changes if change.facets == (DAY,)]

    assert later("2020-06-01") == ["It could be done on June 1, 2020."]
    assert later("2020-05-31") == []


def test_of_two_telephones_the_one_that_was_asked_about_is_named():
    embassy = kotov().targets[1]
    other = attrs.evolve(PHONE[0], address=PhoneNumber("+12022985701"))
    case = attrs.evolve(kotov(), targets=[attrs.evolve(embassy, channels=[*PHONE, other])])
    prepared = PreparedCase(case, rules=RuleBook([closing("strike", during=Window(None, "2020-06-14"))]))
    guidance = prepared.guide(Sender("US"), on=MAY_25)
    for option in guidance:
        (change,) = what_if(guidance, option, prepared)
        assert (change.facets, change.option.channel) == ((DAY,), option.channel)


def test_a_way_that_failed_before_needs_care_on_a_later_day_too():
    prepared = PreparedCase(kotov(), rules=RuleBook([closing("strike", during=Window(None, "2020-06-14"))]))
    guidance = prepared.guide(Sender("US"), on=MAY_25, failed=[(EMBASSY, "phone")])
    phone, fax = (o for o in guidance.of(EMBASSY) if str(o.channel.kind) in {"phone", "fax"})
    assert [str(change) for change in what_if(guidance, phone, prepared)] == [
        "It could be done on June 15, 2020, with care."
    ]
    assert [str(change) for change in what_if(guidance, fax, prepared)] == ["It could be done on June 15, 2020."]


def test_what_failed_with_a_mission_that_others_do_not_have_is_no_hindrance_to_ask_about_them():
    berlin = attrs.evolve(kotov().targets[1], id="berlin", accredited_to="DE", channels=PHONE)
    missions = MissionDirectory([Mission(berlin, Source("our own list"))])
    rules = RuleBook([closing("one", senders={"DE"}, targets={PROSECUTOR})])
    prepared = PreparedCase(kotov(), rules=rules, missions=missions)
    guidance = prepared.guide(Sender("DE"), on=MAY_25, failed=[("berlin", "phone")])
    form = next(option for option in guidance.of(PROSECUTOR) if str(option.channel.kind) == "form")
    assert "from any country but" in str(what_if(guidance, form, prepared)[-1])


NEW_YORK = ZoneInfo("America/New_York")
NINE_TO_FIVE = Hours(time(9), time(17), zone="Europe/Moscow")  # 02:00 to 10:00 in New York
NEXT_MORNING = Hours(time(6), time(7), zone="Europe/Moscow")  # from 23:00 in New York, the day before
LUNCH = Hours(time(13), time(13, 59), zone="Europe/Moscow", days="FREQ=DAILY")


def only_in_hours(hours=NINE_TO_FIVE, **facets):
    return closing("hours", unless=Scope(hours=hours), channels={"phone"}, **facets)


def changes_at(clock, *rules, target=EMBASSY, kind="phone", case=None, on=MAY_25):
    prepared = PreparedCase(case or kotov(), rules=RuleBook(rules))
    at = datetime.combine(on, clock, NEW_YORK)
    guidance = prepared.guide(Sender("US"), on=on, at=at)
    option = next(option for option in guidance.of(target) if str(option.channel.kind) == kind)
    return [change for change in what_if(guidance, option, prepared) if {HOUR, DAY} & {*change.facets}]


@pytest.mark.parametrize(
    ("clock", "rules", "said"),
    [
        (time(1), [only_in_hours()], "It could be done at 02:00 (UTC-04:00)."),
        (time(1, 59), [only_in_hours()], "It could be done at 02:00 (UTC-04:00)."),
        (time(11), [only_in_hours()], "It could be done on May 26, 2020."),
        (time(6, 30), [closing("lunch", hours=LUNCH)], "It could be done at 07:00 (UTC-04:00)."),
        (time(1), [only_in_hours(), closing("lunch", hours=LUNCH)], "It could be done at 02:00 (UTC-04:00)."),
        (time(1), [only_in_hours(LUNCH), closing("dawn", hours=NINE_TO_FIVE)], "It could be done on May 30, 2020."),
        (time(22), [only_in_hours(NEXT_MORNING)], "It could be done at 23:00 (UTC-04:00)."),
    ],
)
def test_a_telephone_that_is_closed_at_the_moment_names_the_next_one_of_the_day_or_else_the_day(clock, rules, said):
    assert [str(change) for change in changes_at(clock, *rules)] == [said]


def test_a_table_of_changes_says_whom_by_which_way_when_and_from_where():
    (hour,) = changes_at(time(1), only_in_hours())
    phone = ("Embassy of the Russian Federation", "phone: +1 202-298-5700", "open", "2020-05-25 02:00-04:00", "")
    assert hour.row() == phone
    (abroad,) = changes_for(kotov(), EMBASSY, "phone", "FR")
    assert abroad.row() == (*phone[:3], "2020-05-25", "from the United States")
    assert abroad.row("fr")[1:3] == ("téléphone\u00a0: +1 202-298-5700", "ouvert")


def test_without_a_moment_no_hour_is_named():
    on_sunday = date(2020, 5, 24)
    changes = changes_for(kotov(), EMBASSY, "phone", rules=[only_in_hours()], on=on_sunday)
    assert [str(c) for c in changes if {HOUR, DAY} & {*c.facets}] == ["It could be done on May 25, 2020."]


def test_what_is_done_at_the_hour_named_is_open_then():
    (change,) = changes_at(time(1), only_in_hours())
    assert (change.facets, change.option.status) == ((HOUR,), Status.OPEN)
    assert change.option.advice.attempt.at == datetime(2020, 5, 25, 2, tzinfo=NEW_YORK)
    assert change.when == (MAY_25, datetime(2020, 5, 25, 2, tzinfo=NEW_YORK).timestamp())


def test_another_channel_at_a_later_hour_is_named_before_one_on_a_later_day():
    embassy = kotov().targets[1]
    embassy = attrs.evolve(embassy, channels=[*embassy.by("phone"), *embassy.by("fax")])
    case = attrs.evolve(kotov(), targets=[embassy])
    changes = changes_at(time(1), only_in_hours(), closing("no fax", channels={"fax"}), kind="fax", case=case)
    assert [(change.facets, str(change)) for change in changes] == [
        ((CHANNEL, HOUR), "It could be done by phone, at 02:00 (UTC-04:00).")
    ]


@pytest.mark.parametrize("day", [date.min, date.max])
def test_hours_are_looked_for_at_either_end_of_the_calendar_too(day):
    hours = Hours(time(12), time(13), zone="UTC", days="FREQ=DAILY")
    case = attrs.evolve(kotov(), edition=Edition())
    prepared = PreparedCase(case, rules=RuleBook([closing("hours", unless=Scope(hours=hours))]))
    guidance = prepared.guide(Sender("US"), on=day, at=datetime.combine(day, time(14), UTC))
    assert not any({HOUR} & {*change.facets} for option in guidance for change in what_if(guidance, option, prepared))


@given(hours(), hours(), st.dates(date(2020, 1, 1), date(2021, 12, 31)), st.times())
def test_the_hour_proposed_is_the_first_at_which_who_calls_again_and_again_gets_through(answers, closed, day, clock):
    rules = [only_in_hours(answers), closing("closed", hours=closed)]
    case = attrs.evolve(kotov(), edition=Edition(), targets=[attrs.evolve(kotov().targets[1], channels=PHONE)])
    prepared = PreparedCase(case, rules=RuleBook(rules))

    def usable(moment):
        return any(option.usable for option in prepared.guide(Sender("US"), on=day, at=moment))

    begin = datetime.combine(day, clock, UTC)
    guidance = prepared.guide(Sender("US"), on=day, at=begin)
    named = [c.when[1] for c in what_if(guidance, guidance.options[0], prepared) if c.facets == (HOUR,)]
    later = (begin.replace(second=0) + timedelta(minutes=10 * number) for number in range(1, 144))
    calls = [moment for moment in later if moment.date() == day]
    if guidance.usable:
        assert not named
    elif named:
        assert usable(datetime.fromtimestamp(*named, tz=UTC))
        assert not any(usable(moment) for moment in calls if moment.timestamp() < named[0])
    else:
        assert not any(map(usable, calls))


def test_what_is_possible_with_care_says_so_in_the_language_of_the_reader():
    (change, *_) = changes_for(kotov(), PROSECUTOR, "post", ties={"RU"})
    assert isinstance(change, Change)
    assert change.option.status is Status.CAUTION
    assert str(change) == "It could be done by online form, with care."
    said = {change.explain(locale) for locale in ("en", "fr", "es", "ru", "ar")}
    assert len(said) == 5
